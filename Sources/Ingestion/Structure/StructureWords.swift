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

  /// Words and beginnings of words, by their hash; beginnings also by length in bytes.
  private struct Table: Sendable {
    var exact: [UInt64: UInt64] = [:]
    var prefixes: [UInt64: UInt64] = [:]
    var prefixLengths: [Int] = []

    init(_ rows: [[String]]) {
      var lengths: Set<Int> = []
      for row in rows where row.count == 2 {
        guard let bit = StructureWords.names.firstIndex(of: row[0]) else { continue }
        for word in row[1].split(separator: " ") {
          let isPrefix = word.hasSuffix("*")
          let bytes = Array((isPrefix ? word.dropLast() : word[...]).utf8)
          let hash = FoldedBytes.hash(bytes.span)
          if isPrefix {
            prefixes[hash, default: 0] |= 1 << UInt64(bit)
            lengths.insert(bytes.count)
          } else {
            exact[hash, default: 0] |= 1 << UInt64(bit)
          }
        }
      }
      prefixLengths = lengths.sorted()
    }

    func classes(_ form: Span<UInt8>) -> Class {
      var found = exact[FoldedBytes.hash(form)] ?? 0
      for length in prefixLengths where length <= form.count {
        found |= prefixes[FoldedBytes.hash(form.extracting(0..<length))] ?? 0
      }
      return Class(rawValue: found)
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
