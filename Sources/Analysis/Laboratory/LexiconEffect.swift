import Coding
import Linguistics
import Tabulation

/// What an edit of the lexicons, or one entry, does to the codings of a run: `hattama lexicon effect`.
///
/// Only the passages that the entries in question touch are coded again: those with the entry in their stored evidence, and
/// those whose text its terms are found in. Every other passage keeps its codes by construction.
public struct LexiconEffect: Sendable {
  /// A code that a passage gains or loses.
  public struct Change: Sendable, Equatable {
    public var isGain: Bool
    public var code: String
    public var path: String
    public var n: Int
    public var region: String?
    public var text: String
    /// Entries that speak for the code, after a gain and before a loss.
    public var entries: [String]
  }

  /// A cell of a table whose count differs.
  public struct Cell: Sendable, Equatable {
    public var table: String
    public var row: String
    public var column: String
    public var before: Int
    public var after: Int
  }

  /// A cell of a table whose level differs; nil where it has none.
  public struct LevelChange: Sendable, Equatable {
    public var table: String
    public var row: String
    public var column: String
    public var before: Level?
    public var after: Level?
  }

  /// Entries in question, sorted.
  public var entries: [String] = []
  /// Passages coded again, of all.
  public var recoded = 0
  public var passages = 0
  /// In the order of the documents; losses and gains of a passage by code.
  public var changes: [Change] = []
  public var cells: [Cell] = []
  /// Levels of tables that state a rule for them. A cell's level may change though its count does not: terciles compare cells.
  public var levels: [LevelChange] = []
  /// Decisions on the gold's passages, all codes together; nil where no gold was given.
  public var before: Detection?
  public var after: Detection?
  /// A line on passages of the gold that the run does not have; nil where it has all, and without gold.
  public var missingGold: String?

  /// The effect of all edits since the run.
  ///
  /// - Parameters:
  ///   - store: of the run.
  ///   - model: with the lexicons as they are now, and the coder of the run.
  public static func ofEdits(
    _ pipeline: Pipeline, _ model: CodingModel, _ store: Store, gold: GoldStandard? = nil
  ) throws -> LexiconEffect {
    let edited = LexiconSnapshot(model.lexicon.schemes[0]).changes(from: try store.snapshot())
    return try effect(of: edited, pipeline, model, store, gold)
  }

  /// What would be lost and gained without an entry.
  ///
  /// - Parameter model: without the entry.
  public static func ofLeavingOut(
    _ entry: String, _ pipeline: Pipeline, _ model: CodingModel, _ store: Store, gold: GoldStandard? = nil
  ) throws -> LexiconEffect { try effect(of: [entry], pipeline, model, store, gold) }

  private static func effect(
    of entries: [String], _ pipeline: Pipeline, _ model: CodingModel, _ store: Store, _ gold: GoldStandard?
  ) throws -> LexiconEffect {
    var effect = LexiconEffect()
    effect.entries = entries
    if entries.isEmpty, gold == nil { return effect }
    let touched = EntryScanner(model.lexicon, entries: Set(entries))
    let recoder = PassageRecoder(model)
    let codes = model.codebook.places
    let counted = pipeline.withoutResampling
    var tables = (before: try TableBuilder(counted, model), after: try TableBuilder(counted, model))
    var judged = gold.map { GoldCodes($0, model.codebook) }
    var scores = (before: Detection(), after: Detection())
    try store.storedDocuments { document in
      var after = document
      let places = document.passages.indices.filter { place in
        let passage = document.passages[place]
        return passage.entries.values.contains { !$0.isDisjoint(with: touched.ids) }
          || touched.isIn(passage, of: document)
      }
      effect.passages += document.passages.count
      effect.recoded += places.count
      for (place, coded) in recoder.codes(of: document, passages: places) {
        after.passages[place].codes = coded.codes
        after.passages[place].entries = coded.entries
      }
      effect.changes += changes(document, after, places)
      tables.before.add(CountedDocument(document, codes), number: document.id)
      tables.after.add(CountedDocument(after, codes), number: document.id)
      judged?.meet(document)
      judged?.score(document, into: &scores.before)
      judged?.score(after, into: &scores.after)
    }
    if let judged {
      (effect.before, effect.after, effect.missingGold) = (scores.before, scores.after, judged.missing)
    }
    let (before, after) = (tables.before.tables, tables.after.tables)
    effect.cells = cells(before, after)
    effect.levels = levels(before, after)
    return effect
  }

  private static func changes(
    _ before: StoredDocument, _ after: StoredDocument, _ places: [Int]
  ) -> [Change] {
    places.flatMap { place -> [Change] in
      let (old, new) = (before.passages[place], after.passages[place])
      func change(_ code: String, _ passage: StoredDocument.Passage, isGain: Bool) -> Change {
        Change(
          isGain: isGain, code: code, path: before.path, n: old.n, region: before.region, text: old.text,
          entries: (passage.entries[code] ?? []).sorted())
      }
      return old.codes.filter { !new.codes.contains($0) }.map { change($0, old, isGain: false) }
        + new.codes.filter { !old.codes.contains($0) }.map { change($0, new, isGain: true) }
    }
  }

  private static func cells(_ before: [CrossTable], _ after: [CrossTable]) -> [Cell] {
    zip(before, after).flatMap { old, new -> [Cell] in
      let tables = [KeyedTable(old), KeyedTable(new)]
      return KeyedTable.union(old.rows, new.rows).flatMap { row in
        old.columns.compactMap { column -> Cell? in
          let counts = tables.map { table in
            table.place(row.key, column.key).map { table.table.share(row: $0, column: $1).count } ?? 0
          }
          if counts[0] == counts[1] { return nil }
          return Cell(table: old.id, row: row.key, column: column.key, before: counts[0], after: counts[1])
        }
      }
    }
  }

  private static func levels(_ before: [CrossTable], _ after: [CrossTable]) -> [LevelChange] {
    zip(before, after).flatMap { old, new -> [LevelChange] in
      guard old.analysis.levels != nil else { return [] }
      let keyed = KeyedTable(old)
      return new.rows.indices.flatMap { row in
        new.columns.indices.compactMap { column -> LevelChange? in
          let (rowKey, columnKey) = (new.rows[row].key, new.columns[column].key)
          let was = keyed.place(rowKey, columnKey).flatMap {
            old.statistics(row: $0, column: $1).level?.level
          }
          let now = new.statistics(row: row, column: column).level?.level
          return was == now
            ? nil : LevelChange(table: new.id, row: rowKey, column: columnKey, before: was, after: now)
        }
      }
    }
  }
}

extension Pipeline {
  /// The same tables with counts, shares and levels alone: what an effect compares needs no resampling.
  fileprivate var withoutResampling: Pipeline {
    var pipeline = self
    for i in pipeline.tables.indices {
      pipeline.tables[i].analysis.bootstrap = nil
      pipeline.tables[i].analysis.permutation = nil
      pipeline.tables[i].analysis.alternatives = []
      pipeline.tables[i].analysis.leavesEntriesOut = false
    }
    return pipeline
  }
}

extension CountedDocument {
  /// - Parameter codes: places of the codes in the codebook; others are passed over.
  init(_ document: StoredDocument, _ codes: [String: Int]) {
    self = document.counted
    passages = document.passages.filter { $0.role != "heading" }.map { passage in
      CountedPassage(
        n: passage.n, role: passage.role, speaker: passage.speaker, language: passage.language,
        polarity: passage.polarity, tokens: passage.tokens,
        codes: passage.codes.compactMap { codes[$0].map { CountedCode(code: $0) } })
    }
  }
}
