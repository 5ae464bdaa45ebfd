import Coding
import Tabulation

/// What each entry of a lexicon does in a run: `hattama lexicon effect --entries`.
public struct EntryReport: Sendable {
  public struct Row: Sendable, Equatable {
    public var entry: String
    public var file: String
    /// Line in the file, from 1.
    public var line: Int
    /// Passages with a code that the entry speaks for.
    public var passages = 0
    /// Codings that rest on this entry alone, with no other entry beside it.
    public var unique = 0
    /// Codings by this entry on passages of the gold, and those of them that the gold has.
    public var judged = 0
    public var right = 0
    /// Codings of the lexicon alone that would go and come if the entry were not there. Fewer may go than are unique: what
    /// the entry's words hid stands in.
    public var lost = 0
    public var gained = 0
    /// What the lexicon's F1 on gold would rise or fall by without the entry; nil without gold.
    public var f1Change: Double?

    /// Share of `judged` that is right; nil where none was judged.
    public var precision: Double? { judged == 0 ? nil : Double(right) / Double(judged) }
  }

  /// Dead entries first; then dangerous ones, with a wrong coding: those without which F1 would be best, then those with most
  /// wrong codings; then the others by passages.
  public var rows: [Row] = []
  /// A line on passages of the gold that the run does not have; nil where it has all, and without gold.
  public var missingGold: String?

  /// One pass over the store; a passage is coded once for each entry that speaks in it.
  ///
  /// - Parameter model: with the lexicons of the run.
  public init(_ model: CodingModel, _ store: Store, gold: GoldStandard? = nil) throws(StoreError) {
    var places: [String: Int] = [:]
    var numbers: [Int] = []
    var rows: [Row] = []
    for (number, entry) in model.lexicon.entries.enumerated() {
      if entry.entry.codes.allSatisfy({ $0.hasPrefix("polarity.") }) { continue }
      places[entry.entry.id] = rows.count
      numbers.append(number)
      rows.append(Row(entry: entry.entry.id, file: entry.entry.file, line: entry.entry.line))
    }
    var judged = gold.map { GoldCodes($0, model.codebook) }
    let recoder = PassageRecoder(model)
    var whole = Detection()
    /// By row, what the scores change by without the entry.
    var changes = [Detection](repeating: Detection(), count: rows.count)
    try store.storedDocuments { document in
      judged?.meet(document)
      for (place, passage) in document.passages.enumerated() {
        let wanted = judged?[document.path, passage.text]?.codes
        if passage.entries.allSatisfy(\.value.isEmpty), wanted == nil { continue }
        let all = recoder.lexiconCodes(of: document, passage: place)
        let score = wanted.flatMap { _ in judged?.score(document.path, passage.text, all) }
        if let score { whole.add(score, times: 1) }
        var speaking: Set<Int> = []
        for (code, entries) in passage.entries {
          for entry in entries {
            guard let row = places[entry] else { continue }
            speaking.insert(row)
            if entries.count == 1 { rows[row].unique += 1 }
            guard let wanted else { continue }
            rows[row].judged += 1
            if wanted.contains(code) { rows[row].right += 1 }
          }
        }
        for row in speaking {
          rows[row].passages += 1
          let rest = recoder.lexiconCodes(of: document, passage: place, without: numbers[row])
          rows[row].lost += all.subtracting(rest).count
          rows[row].gained += rest.subtracting(all).count
          guard let score, let without = judged?.score(document.path, passage.text, rest) else { continue }
          changes[row].add(without, times: 1)
          changes[row].add(score, times: -1)
        }
      }
    }
    if let f1 = whole.f1.value {
      for row in rows.indices {
        var without = whole
        without.add(changes[row], times: 1)
        rows[row].f1Change = (without.f1.value ?? 0) - f1
      }
    }
    missingGold = judged?.missing
    self.rows = rows.sorted { Self.rank($0) < Self.rank($1) }
  }

  private static func rank(_ row: Row) -> (Int, Double, Int, String) {
    let wrong = row.judged - row.right
    if row.passages == 0 { return (0, 0, 0, row.entry) }
    return wrong > 0 ? (1, -(row.f1Change ?? 0), -wrong, row.entry) : (2, 0, -row.passages, row.entry)
  }
}
