import Linguistics

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

  /// Counts sequences, sixteen bytes at a time where they are ASCII and letters of two bytes. Cost: two passes.
  static func survey(_ bytes: [UInt8]) -> Survey {
    var result = Survey()
    var invalidLeads = 0
    bytes.withUnsafeBytes { raw in
      var i = 0
      while i < raw.count {
        i = endOfPairs(raw, i)
        guard i < raw.count else { return }
        let byte = raw[i]
        if byte < 0x80 {
          if byte == 0 { result.nul += 1 }
          i += 1
          continue
        }
        let (length, isValid) = sequence(in: raw, at: i)
        if !isValid {
          result.invalid += 1
          if byte >= 0xC0 { invalidLeads += 1 }
        }
        i += length
      }
    }
    result.multibyte = ByteLanes.count(bytes.span, where: ByteLanes.leading) - invalidLeads
    return result
  }

  /// The index after the ASCII characters, NUL aside, and well-formed sequences of two bytes (leads C2 to DF) that
  /// begin at `start`, as far as 17 bytes can be looked at.
  @inline(__always)
  private static func endOfPairs(_ raw: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var i = start
    // A character begins here.
    while i + 17 <= raw.count, raw[i] & 0xC0 != 0x80 {
      let word = raw.loadUnaligned(fromByteOffset: i, as: ByteLanes.Word.self)
      let next = raw.loadUnaligned(fromByteOffset: i + 1, as: ByteLanes.Word.self)
      let leads = ByteLanes.within(0xC2...0xDF, word)
      let others = ByteLanes.leading(word) ^ leads | ByteLanes.equal(0, word)
      if let lane = ByteLanes.firstLane(leads ^ ByteLanes.continuing(next) | others) {
        let place = i + lane
        return raw[place] & 0xC0 == 0x80 ? place + 1 : place
      }
      i += raw[i + 15] >= 0xC2 ? 17 : 16
    }
    return i
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
            out.appendScalar(0xFFFD)
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
          out.appendScalar(0xFFFD)
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
