/// Kazakh letters as small numbers, and what a suffix must know about the letters before it.
///
/// A form becomes an array of codes below 64, so that a trie node can keep its children as one 64-bit mask.
/// The 42 letters, ten digits and the hyphen take one code each; any other byte takes three (an escape
/// and two half bytes), so every text has a code and no two texts share one.
enum KazakhAlphabet {
  static let letters: [Unicode.Scalar] = Array("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя".unicodeScalars)
  static let hyphen: UInt8 = 53
  static let escape: UInt8 = 63

  /// Codes of U+0400…U+04FF by offset (0: not a Kazakh letter).
  static let cyrillicCodes: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 256)
    for (i, letter) in letters.enumerated() { table[Int(letter.value) - 0x400] = UInt8(i + 1) }
    return table
  }()

  /// The code of a letter or hyphen of a suffix.
  static func code(_ letter: Unicode.Scalar) -> UInt8 {
    if letter == "-" { return hyphen }
    return letter.value >= 0x400 && letter.value < 0x500
      ? cyrillicCodes[Int(letter.value) - 0x400] : 0
  }

  static func codes(_ text: String) -> [UInt8] { codes(text.unicodeScalars) }

  static func codes(_ letters: some Collection<Unicode.Scalar>) -> [UInt8] {
    var codes: [UInt8] = []
    codes.reserveCapacity(letters.count)
    for letter in letters {
      let code = code(letter)
      if code != 0 { codes.append(code) } else { append(letter, to: &codes) }
    }
    return codes
  }

  /// Appends the codes of a character that is no Kazakh letter.
  private static func append(_ scalar: Unicode.Scalar, to codes: inout [UInt8]) {
    let bytes = [scalar.value].utf8
    codes += [UInt8](unsafeUninitializedCapacity: 3 * bytes.count) { buffer, count in
      count = encode(bytes.span, cyrillicCodes, into: buffer)
    }
  }

  /// Writes the codes of UTF-8 bytes; `buffer` holds at least three codes a byte. Returns how many it wrote.
  @inline(__always)
  static func encode(
    _ bytes: Span<UInt8>, _ cyrillic: [UInt8], into buffer: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte & 0xfc == 0xd0, i + 1 < bytes.count {
        let code = cyrillic[Int(byte & 3) << 6 | Int(bytes[i + 1] & 0x3f)]
        if code != 0 {
          buffer[count] = code
          count += 1
          i += 2
          continue
        }
      }
      if byte &- 0x30 < 10 {
        buffer[count] = 43 + (byte &- 0x30)
        count += 1
      } else if byte == 0x2d {
        buffer[count] = hyphen
        count += 1
      } else {
        buffer[count] = escape
        buffer[count + 1] = byte >> 4
        buffer[count + 2] = byte & 15
        count += 3
      }
      i += 1
    }
    return count
  }
}
