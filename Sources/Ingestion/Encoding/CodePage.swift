import Linguistics

/// A single-byte encoding: what each byte stands for.
struct CodePage: Sendable {
  /// 256 Unicode scalar values; U+FFFD for bytes that are not assigned.
  let scalars: [UInt32]

  /// `upperHalf`: the 128 characters of the bytes 80 to FF.
  init(upperHalf: String) {
    scalars = (0..<128).map { UInt32($0) } + upperHalf.unicodeScalars.map(\.value)
  }

  static let windows1251 = CodePage(upperHalf: CodePageTables.windows1251)
  static let kz1048 = CodePage(upperHalf: CodePageTables.kz1048)
  static let koi8R = CodePage(upperHalf: CodePageTables.koi8R)
  static let iso88595 = CodePage(upperHalf: CodePageTables.iso88595)
  static let ibm866 = CodePage(upperHalf: CodePageTables.ibm866)
  static let windows1252 = CodePage(upperHalf: CodePageTables.windows1252)
  static let windows1253 = CodePage(upperHalf: CodePageTables.windows1253)
  static let macCyrillic = CodePage(upperHalf: CodePageTables.macCyrillic)

  /// The bytes as UTF-8. NUL bytes and bytes that are not assigned become U+FFFD and are counted in `damage`.
  func decoded(_ bytes: [UInt8], damage: inout DecodingDamage) -> [UInt8] {
    let scalars = self.scalars
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for index in bytes.indices {
      let scalar = bytes[index] == 0 ? 0xFFFD : scalars[Int(bytes[index])]
      if scalar == 0xFFFD { damage.note(at: index, in: bytes, isNUL: bytes[index] == 0) }
      out.appendScalar(scalar)
    }
    return out
  }
}

/// How many bytes of a file could not be decoded.
struct DecodingDamage: Sendable {
  var invalid = 0
  var nul = 0
  /// Line of the first one, from 1.
  var firstLine: Int?

  mutating func note(at offset: Int, in bytes: [UInt8], isNUL: Bool) {
    if isNUL { nul += 1 } else { invalid += 1 }
    if firstLine == nil {
      firstLine = 1 + bytes[..<offset].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
  }
}
