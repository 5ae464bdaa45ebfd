/// Text that was decoded wrongly before it was stored: «Рђ Р±» or «Ð ÐµÑˆÐµÐ½Ð¸Ðµ» for Cyrillic, runs of
/// question marks.
///
/// The file's encoding is right and no decoder can see the mistake, so it is looked for in the text: UTF-8
/// gives every Cyrillic letter a lead byte D0 to D3 and a trail byte 80 to BF, and read in a single-byte
/// encoding such pairs stand one after another, which they do not in any language.
public enum Mojibake {
  /// Name of the encoding that UTF-8 was taken for, or `"windows-1252"` for Cyrillic code pages taken for it,
  /// or `"?"` for letters lost as question marks; nil for readable text.
  ///
  /// `text`: UTF-8. Cost: one pass over text with nothing beyond ASCII in it or fewer than four suspects, two
  /// otherwise.
  ///
  ///     Mojibake.cause(in: Array("Р РµС€РµРЅРёРµ".utf8)[...])   // "windows-1251"
  public static func cause(in text: ArraySlice<UInt8>) -> String? {
    if isOrdinary(text.span) { return nil }
    var counts = Counts()
    let table = Table.shared
    let span = text.span
    var i = 0
    while i < span.count {
      let (scalar, length) = UTF8Bytes.scalar(in: span, at: i)
      counts.take(scalar, table: table)
      i += length
    }
    return counts.verdict(table)
  }

  /// Whether a text is certainly readable, told at the cost of a look at sixteen bytes at a time.
  ///
  /// In every pair of a wrong reading a character is rare in Kazakh and Russian: a capital (letter or Ё, ё), or one
  /// that does not begin with D0 to D3, and unreadable text has three such pairs for ten characters.
  private static func isOrdinary(_ text: Span<UInt8>) -> Bool {
    let characters = ByteLanes.count(text, where: ByteLanes.leading)
    let unusual = ByteLanes.countPairs(text) { word, next in
      let capitals = ByteLanes.equal(0xD0, word) & ByteLanes.within(0x80...0xAF, next)
      let others = ByteLanes.leading(word) & ByteLanes.not(ByteLanes.within(0xD0...0xD3, word))
      return capitals | others | ByteLanes.equal(0xD1, word) & ByteLanes.equal(0x91, next)
    }
    guard characters == 0 || unusual * 20 < characters * 6 else { return false }
    return ByteLanes.count(text) { ByteLanes.equal(0x3F, $0) } < 7
  }

  /// Encodings that UTF-8 is taken for, most common first.
  private static let wrongReadings: [(name: String, page: CodePage)] = [
    ("windows-1251", .windows1251), ("windows-1252", .windows1252), ("windows-1253", .windows1253),
    ("KOI8-R", .koi8R), ("IBM866", .ibm866), ("ISO-8859-5", .iso88595), ("Mac Cyrillic", .macCyrillic),
  ]

  /// For each scalar below U+3000, in which wrong readings it is a lead byte D0 to D3 or a trail byte 80 to
  /// BF of UTF-8: one bit a reading.
  private struct Table: Sendable {
    static let shared = Table()
    var lead = [UInt8](repeating: 0, count: 0x3000)
    var trail = [UInt8](repeating: 0, count: 0x3000)

    init() {
      for (reading, entry) in wrongReadings.enumerated() {
        let bit = UInt8(1 << reading)
        for byte in 0x80...0xD3 {
          let scalar = Int(entry.page.scalars[byte])
          guard scalar < 0x3000 else { continue }
          if byte >= 0xD0 { lead[scalar] |= bit } else if byte <= 0xBF { trail[scalar] |= bit }
        }
        // Bytes that a code page leaves open often pass as control characters.
        for byte in 0x80...0x9F { trail[byte] |= bit }
      }
    }
  }

  private struct Counts {
    /// One count a wrong reading; room for eight, so that no block costs an allocation.
    var pairs = SIMD8<Int32>()
    /// Letters and signs beyond ASCII that single-byte encodings have.
    var beyondASCII = 0
    var western = 0
    var westernRuns = 0
    var asciiLetters = 0
    var questionRuns = 0
    var questions = 0
    var visible = 0
    private var openLeads: UInt8 = 0
    private var previous: UInt32 = 0

    mutating func take(_ scalar: UInt32, table: Table) {
      defer { previous = scalar }
      if scalar < 0x80 {
        openLeads = 0
        if scalar > 0x20 { visible += 1 }
        if (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A { asciiLetters += 1 }
        if scalar == 0x3F {
          questions += 1
          if previous == 0x3F { questionRuns += 1 }
        }
        return
      }
      visible += 1
      beyondASCII += 1
      if scalar >= 0xC0 && scalar <= 0xFF {
        western += 1
        if previous >= 0xC0 && previous <= 0xFF { westernRuns += 1 }
      }
      let index = scalar < 0x3000 ? Int(scalar) : 0
      let closed = openLeads & table.trail[index]
      if closed != 0 {
        let bits = SIMD8<UInt8>(repeating: closed) & SIMD8(1, 2, 4, 8, 16, 32, 64, 128)
        pairs.replace(with: pairs &+ 1, where: SIMD8<Int32>(truncatingIfNeeded: bits) .!= 0)
        openLeads = 0
      } else {
        openLeads = table.lead[index]
      }
    }

    func verdict(_ table: Table) -> String? {
      for (reading, entry) in wrongReadings.enumerated() where pairs[reading] >= 3 {
        if 2 * Int(pairs[reading]) * 10 >= beyondASCII * 6 { return entry.name }
      }
      // Cyrillic code pages taken for windows-1252: words of accented letters only.
      if westernRuns >= 6 && westernRuns * 2 >= western && western > 2 * asciiLetters
        && western * 10 >= beyondASCII * 8
      {
        return "windows-1252"
      }
      if questionRuns >= 6 && questions * 10 >= visible * 6 { return "?" }
      return nil
    }
  }
}
