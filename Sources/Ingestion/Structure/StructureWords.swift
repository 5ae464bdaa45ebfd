import Linguistics

/// The classes of words in `structure-words.tsv`, looked up once per type.
struct StructureWords {
  struct Class: OptionSet, Sendable {
    let rawValue: UInt64

    static let minutes = Class(0), decision = Class(1), resolved = Class(2), report = Class(3)
    static let hearing = Class(4), reception = Class(5), citizens = Class(6), regulation = Class(7)
    static let agenda = Class(8), day = Class(9), listened = Class(10), inFavour = Class(11)
    static let against = Class(12), abstained = Class(13), none = Class(14), unanimous = Class(15)
    static let vote = Class(16), attendance = Class(17), deputy = Class(18), chair = Class(19)
    static let secretary = Class(20), office = Class(21), session = Class(22), convocation = Class(23)
    static let council = Class(24), note = Class(25), annex = Class(26), approved = Class(27)
    static let draft = Class(28), chapter = Class(29), verified = Class(30), item = Class(31)
    static let heard = Class(32), adopted = Class(33), considered = Class(34), official = Class(35)
    /// With `day` beside it, an agenda: `күн тәртібі`, `порядок дня`.
    static let order = Class(36)
    static let cardinal = Class(37), meeting = Class(38), spoke = Class(39)
    /// With a numeral before it, unanimous: `бір ауыздан`.
    static let mouth = Class(40)
    static let recommended = Class(41)
    static let question = Class(42), answer = Class(43)

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ bit: UInt64) { rawValue = 1 << bit }
  }

  static let names = [
    "minutes", "decision", "resolved", "report", "hearing", "reception", "citizens", "regulation", "agenda",
    "day", "listened", "for", "against", "abstained", "none", "unanimous", "vote", "attendance", "deputy",
    "chair", "secretary", "office", "session", "convocation", "council", "note", "annex", "approved", "draft",
    "chapter", "verified", "item", "heard", "adopted", "considered", "official",
    "order", "cardinal", "meeting", "spoke", "mouth", "recommended", "question", "answer",
  ]

  /// Words and beginnings of words, by their first letters.
  private struct Table: Sendable {
    private struct Entry: Sendable {
      /// Lower case, UTF-8.
      var letters: [UInt8]
      var isPrefix: Bool
      var bit: UInt64
      var opening: Int
    }

    /// Sorted by their openings.
    private var entries: [Entry] = []
    /// For each opening where its entries begin, and one more for the end.
    private var starts: [Int32] = []

    init(_ rows: [[String]]) {
      for row in rows where row.count == 2 {
        guard let bit = StructureWords.names.firstIndex(of: row[0]) else { continue }
        for word in Array(row[1].utf8).split(separator: 0x20) { add(word, 1 << UInt64(bit)) }
      }
      entries.sort { $0.opening < $1.opening }
      starts = Array(repeating: Int32(entries.count), count: 4097)
      for index in entries.indices.reversed() { starts[entries[index].opening] = Int32(index) }
      for opening in (0..<4096).reversed() { starts[opening] = min(starts[opening], starts[opening + 1]) }
    }

    private mutating func add(_ word: ArraySlice<UInt8>, _ bit: UInt64) {
      let isPrefix = word.last == UInt8(ascii: "*")
      let letters = Array(isPrefix ? word.dropLast() : word)
      guard letters.count > 1 else { return }
      // A word of one letter can begin as any other with it.
      let openings = letters.count > 3 || !isPrefix ? [Self.opening(letters.span)] : Self.openings(letters[1])
      for opening in openings {
        entries.append(Entry(letters: letters, isPrefix: isPrefix, bit: bit, opening: opening))
      }
    }

    /// The second and fourth bytes, the telling halves of two Cyrillic letters.
    private static func opening(_ form: Span<UInt8>) -> Int {
      Int(form[1] & 63) << 6 | (form.count > 3 ? Int(form[3] & 63) : 0)
    }

    private static func openings(_ second: UInt8) -> [Int] { (0..<64).map { Int(second & 63) << 6 | $0 } }

    func classes(_ form: Span<UInt8>) -> Class {
      guard form.count > 1 else { return [] }
      let opening = Self.opening(form)
      var found: UInt64 = 0
      for index in Int(starts[opening])..<Int(starts[opening + 1]) {
        let entry = entries[index]
        guard entry.isPrefix || entry.letters.count == form.count else { continue }
        if FoldedBytes.hasPrefix(form, entry.letters) { found |= entry.bit }
      }
      return Class(rawValue: found)
    }
  }

  private static let table = Table(DataTable("structure-words").rows)

  /// The classes of a word that is written with its letters apart: of two words where both have some, since the
  /// wider space between them is lost (`К Ү Н Т Ә Р Т І Б І`).
  static func classes(of spaced: SpacedWord) -> [Class] {
    let letters = spaced.letters
    for split in stride(from: 6, to: letters.count - 4, by: 2) {
      let parts = [letters[..<split], letters[split...]].map { table.classes(Array($0).span) }
      if !parts.contains(where: \.isEmpty) { return parts }
    }
    return [table.classes(letters.span)]
  }

  /// The classes of every type that `extend(to:)` has seen, to be indexed by type in a loop over tokens.
  private(set) var byType: [Class] = []
  private var generation = 0

  /// Cost: nothing but for types met for the first time.
  mutating func extend(to types: TypeTable) {
    if generation != types.generation {
      generation = types.generation
      byType.removeAll(keepingCapacity: true)
    }
    guard byType.count < types.count else { return }
    let table = Self.table
    for id in byType.count..<types.count {
      byType.append(types.withForm(Int32(id)) { table.classes($0) })
    }
  }
}
