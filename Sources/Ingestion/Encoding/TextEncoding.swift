/// An encoding that source files come in.
enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  case windows1251 = "windows-1251"
  case kz1048 = "KZ-1048"
  case koi8R = "KOI8-R"
  case iso88595 = "ISO-8859-5"
  case ibm866 = "IBM866"
  case macCyrillic = "x-mac-cyrillic"
  case windows1252 = "windows-1252"

  /// The encoding that a declaration names, or nil where it is unknown. Labels of WHATWG's Encoding Standard
  /// and of glibc; case, `-`, `_` and spaces do not matter.
  ///
  ///     TextEncoding(label: "CP1251")   // .windows1251
  ///     TextEncoding(label: "rk1048")   // .kz1048
  init?(label: String) {
    let key = String(decoding: label.lowercased().utf8.filter(Self.isKeyByte), as: UTF8.self)
    guard let match = TextEncoding.labels.first(where: { $0.1.contains(key) }) else { return nil }
    self = match.0
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  private static let labels: [(TextEncoding, [String])] = [
    (.utf8, ["utf8", "unicode11utf8", "usascii", "ascii"]),
    (.utf16LittleEndian, ["utf16", "utf16le", "ucs2", "unicode", "iso10646ucs2"]),
    (.utf16BigEndian, ["utf16be", "unicodefffe"]),
    (.windows1251, ["windows1251", "cp1251", "xcp1251", "win1251", "ansi1251", "1251"]),
    (.kz1048, ["kz1048", "rk1048", "strk10482002", "cskz1048"]),
    (.koi8R, ["koi8r", "koi8", "koi", "cskoi8r", "koi8u", "koi8ru"]),
    (.iso88595, ["iso88595", "cyrillic", "iso885951988", "isoir144", "csisolatincyrillic"]),
    (.ibm866, ["ibm866", "cp866", "866", "csibm866", "dos866"]),
    (.macCyrillic, ["xmaccyrillic", "maccyrillic", "maccyr", "xmacukrainian", "10007"]),
    (.windows1252, ["windows1252", "cp1252", "xcp1252", "iso88591", "latin1", "l1", "iso885915"]),
  ]

  /// The table of a single-byte encoding; nil for the forms of Unicode.
  var codePage: CodePage? {
    switch self {
    case .utf8, .utf16LittleEndian, .utf16BigEndian: nil
    case .windows1251: .windows1251
    case .kz1048: .kz1048
    case .koi8R: .koi8R
    case .iso88595: .iso88595
    case .ibm866: .ibm866
    case .macCyrillic: .macCyrillic
    case .windows1252: .windows1252
    }
  }
}
