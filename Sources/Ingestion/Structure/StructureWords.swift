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
    /// With `day` before it, Kazakh for agenda: `күн тәртібі`.
    static let order = Class(36)
    static let cardinal = Class(37), meeting = Class(38)

    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(_ bit: UInt64) { rawValue = 1 << bit }
  }

  static let names = [
    "minutes", "decision", "resolved", "report", "hearing", "reception", "citizens", "regulation", "agenda",
    "day", "listened", "for", "against", "abstained", "none", "unanimous", "vote", "attendance", "deputy",
    "chair", "secretary", "office", "session", "convocation", "council", "note", "annex", "approved", "draft",
    "chapter", "verified", "item", "heard", "adopted", "considered", "official",
    "order", "cardinal", "meeting",
  ]

  /// Words and beginnings of words, by their hashes.
  private struct Table: Sendable {
    private var exact = HashTable<UInt64>()
    private var prefixes = HashTable<UInt64>()
    /// Whether there is a beginning of so many bytes.
    private var isPrefixLength: [Bool] = []

    init(_ rows: [[String]]) {
      for row in rows where row.count == 2 {
        guard let bit = StructureWords.names.firstIndex(of: row[0]) else { continue }
        for word in row[1].split(separator: " ") { add(word, 1 << UInt64(bit)) }
      }
    }

    private mutating func add(_ word: Substring, _ bit: UInt64) {
      guard word.hasSuffix("*") else {
        exact[FoldedBytes.hash(word.utf8.span), default: 0] |= bit
        return
      }
      let prefix = word.dropLast()
      prefixes[FoldedBytes.hash(prefix.utf8.span), default: 0] |= bit
      while isPrefixLength.count <= prefix.utf8.count { isPrefixLength.append(false) }
      isPrefixLength[prefix.utf8.count] = true
    }

    func classes(_ form: Span<UInt8>) -> Class {
      var found: UInt64 = 0
      var hash = FoldedBytes.emptyHash
      for i in form.indices {
        hash = FoldedBytes.hash(form[i], after: hash)
        if i + 1 < isPrefixLength.count, isPrefixLength[i + 1] { found |= prefixes[hash] ?? 0 }
      }
      return Class(rawValue: found | (exact[hash] ?? 0))
    }
  }

  private static let table = Table(DataTable("structure-words").rows)

  /// The classes of every type that `extend(to:)` has seen, to be indexed by type in a loop over tokens.
  private(set) var byType: [Class] = []

  /// Cost: nothing but for types met for the first time.
  mutating func extend(to types: TypeTable) {
    guard byType.count < types.count else { return }
    let table = Self.table
    for id in byType.count..<types.count {
      byType.append(types.withForm(Int32(id)) { table.classes($0) })
    }
  }
}
