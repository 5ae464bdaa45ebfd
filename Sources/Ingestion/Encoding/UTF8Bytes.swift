/// UTF-8 on arrays of bytes: validity, repair, and code points one by one.
enum UTF8Bytes {
  /// What a look at the whole of a file says about it being UTF-8.
  struct Survey: Sendable {
    /// Well-formed sequences of two to four bytes.
    var multibyte = 0
    /// Maximal ill-formed subsequences (Unicode 15, table 3-8): what one U+FFFD stands for.
    var invalid = 0
    var nul = 0

    var isASCII: Bool { multibyte == 0 && invalid == 0 }
  }

  /// Counts sequences; eight ASCII bytes or four letters of two bytes at a time where there are any. Cost: one
  /// pass.
  static func survey(_ bytes: [UInt8]) -> Survey {
    bytes.withUnsafeBytes { raw in
      var result = Survey()
      let count = raw.count
      var i = 0
      while i < count {
        if i + 8 <= count {
          let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
          if ByteLanes.isASCII(word) && ByteLanes.equal(0, word) == 0 {
            i += 8
            continue
          }
          if arePairs(word) {
            result.multibyte += 4
            i += 8
            continue
          }
        }
        let byte = raw[i]
        if byte < 0x80 {
          if byte == 0 { result.nul += 1 }
          i += 1
          continue
        }
        let (length, isValid) = sequence(in: raw, at: i)
        if isValid { result.multibyte += 1 } else { result.invalid += 1 }
        i += length
      }
      return result
    }
  }

  /// Whether eight bytes are four well-formed sequences of two: leads C2 to DF, each with its continuation.
  @inline(__always)
  private static func arePairs(_ word: UInt64) -> Bool {
    guard word & 0xC0E0_C0E0_C0E0_C0E0 == 0x80C0_80C0_80C0_80C0 else { return false }
    let beyondC1 = (word & 0x001E_001E_001E_001E) &+ 0x007E_007E_007E_007E
    return beyondC1 & 0x0080_0080_0080_0080 == 0x0080_0080_0080_0080
  }

  /// The bytes with every NUL and ill-formed subsequence replaced by U+FFFD.
  static func repaired(_ bytes: [UInt8], damage: inout DecodingDamage) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 64)
    bytes.withUnsafeBytes { raw in
      var i = 0
      while i < raw.count {
        if raw[i] < 0x80 {
          if raw[i] == 0 {
            damage.note(at: i, in: bytes, isNUL: true)
            append(0xFFFD, to: &out)
          } else {
            out.append(raw[i])
          }
          i += 1
          continue
        }
        let (length, isValid) = sequence(in: raw, at: i)
        if isValid {
          out.append(contentsOf: raw[i..<i + length])
        } else {
          damage.note(at: i, in: bytes, isNUL: false)
          append(0xFFFD, to: &out)
        }
        i += length
      }
    }
    return out
  }

  /// Length of the sequence that begins at `start`, and whether it is well-formed. An ill-formed one is as
  /// long as its longest beginning of a well-formed sequence, at least one byte.
  private static func sequence(in raw: UnsafeRawBufferPointer, at start: Int) -> (length: Int, isValid: Bool)
  {
    let lead = raw[start]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0:
      length = 3
      low = 0xA0
    case 0xED:
      length = 3
      high = 0x9F
    case 0xE1...0xEF: length = 3
    case 0xF0:
      length = 4
      low = 0x90
    case 0xF4:
      length = 4
      high = 0x8F
    case 0xF1...0xF3: length = 4
    default: return (1, false)
    }
    for offset in 1..<length {
      guard start + offset < raw.count else { return (offset, false) }
      let byte = raw[start + offset]
      guard byte >= low && byte <= high else { return (offset, false) }
      low = 0x80
      high = 0xBF
    }
    return (length, true)
  }

  /// Appends one Unicode scalar value; a surrogate or a value out of range becomes U+FFFD.
  @inline(__always)
  static func append(_ value: UInt32, to out: inout [UInt8]) {
    switch value {
    case 0..<0x80: out.append(UInt8(value))
    case 0x80..<0x800:
      out.append(UInt8(0xC0 | value >> 6))
      out.append(UInt8(0x80 | value & 0x3F))
    case 0xD800...0xDFFF, 0x11_0000...:
      append(0xFFFD, to: &out)
    case 0x800..<0x1_0000:
      out.append(UInt8(0xE0 | value >> 12))
      out.append(UInt8(0x80 | value >> 6 & 0x3F))
      out.append(UInt8(0x80 | value & 0x3F))
    default:
      out.append(UInt8(0xF0 | value >> 18))
      out.append(UInt8(0x80 | value >> 12 & 0x3F))
      out.append(UInt8(0x80 | value >> 6 & 0x3F))
      out.append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// The scalar value that begins at `index` in valid UTF-8, and its length in bytes. Safe on any bytes: what
  /// is cut off or ill-formed reads as U+FFFD of one byte.
  @inline(__always)
  static func scalar(in bytes: borrowing Span<UInt8>, at index: Int) -> (value: UInt32, length: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, index + length <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }
}
