import Coding

/// What each entry of a lexicon does in a run: `hattama lexicon effect --entries`.
public struct EntryReport: Sendable {
  public struct Row: Sendable, Equatable {
    public var entry: String
    public var file: String
    /// Line in the file, from 1.
    public var line: Int
    /// Passages with a code that the entry speaks for.
    public var passages = 0
    /// Codings that rest on this entry alone, with no other entry beside it: what would be lost first without it.
    public var unique = 0
    /// Codings by this entry on passages of the gold, and those of them that the gold has.
    public var judged = 0
    public var right = 0

    /// Share of `judged` that is right; nil where none was judged.
    public var precision: Double? { judged == 0 ? nil : Double(right) / Double(judged) }
  }

  /// Dead entries first, then dangerous ones (the more wrong codings the earlier), then the others by passages.
  public var rows: [Row] = []

  /// One pass over the store.
  public init(_ model: CodingModel, _ store: Store, gold: GoldStandard? = nil) throws(StoreError) {
    var places: [String: Int] = [:]
    var rows: [Row] = []
    for entry in model.lexicon.entries {
      if entry.entry.codes.allSatisfy({ $0.hasPrefix("polarity.") }) { continue }
      places[entry.entry.id] = rows.count
      rows.append(Row(entry: entry.entry.id, file: entry.entry.file, line: entry.entry.line))
    }
    let scorer = gold.map { GoldScorer($0, model.codebook) }
    try store.storedDocuments { document in
      for passage in document.passages where !passage.entries.isEmpty {
        let wanted = scorer?.codes(document.path, passage.text)
        var seen: Set<String> = []
        for (code, entries) in passage.entries {
          for entry in entries {
            guard let place = places[entry] else { continue }
            if seen.insert(entry).inserted { rows[place].passages += 1 }
            if entries.count == 1 { rows[place].unique += 1 }
            guard let wanted else { continue }
            rows[place].judged += 1
            if wanted.contains(code) { rows[place].right += 1 }
          }
        }
      }
    }
    func rank(_ row: Row) -> (Int, Int, Int, String) {
      let wrong = row.judged - row.right
      if row.passages == 0 { return (0, 0, 0, row.entry) }
      return wrong > 0 ? (1, -wrong, 0, row.entry) : (2, 0, -row.passages, row.entry)
    }
    self.rows = rows.sorted { rank($0) < rank($1) }
  }
}
