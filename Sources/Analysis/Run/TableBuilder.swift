import Coding
import Tabulation

/// Feeds the tallies of a pipeline's tables with coded documents, in any order.
struct TableBuilder {
  private let pipeline: Pipeline
  private(set) var tallies: [Tally]
  /// The coder against gold; nil where the pipeline names no evaluation.
  let quality: CoderQuality?
  let needs: TableNeeds
  let gold: HumanCodes
  private let filters: [TableFilter]
  /// For each table what each code is in it.
  private let keys: [[CodeKeys]]
  private let codeNumbers: [String: Int]
  /// Of the document and table that are being counted.
  private var passages = NumberedPassages()
  /// Documents seen, with the days of the first and the last; those in the period; and for each table those it counted.
  private var seen = (documents: 0, first: String?.none, last: String?.none)
  /// What the tables are made of.
  private(set) var counted = PipelineRun.Counted()
  /// The first documents that are left out for want of a day.
  private var undated: [String] = []
  private static let namesShown = 20
  private let polarity: [Bool]
  private var taken: [Int]

  /// - Parameter references: passages that a cell keeps.
  /// - Throws: `PipelineError` where a table asks for what the codebook or the pipeline does not have, or the evaluation
  ///   or gold that it names cannot be read.
  init(
    _ pipeline: Pipeline, _ model: CodingModel, references: ReferenceLimit = .usual
  ) throws(PipelineError) {
    self.pipeline = pipeline
    let codebook = model.codebook
    let problems = TableChecks(pipeline, codebook).problems
    guard problems.isEmpty else { throw PipelineError(problems: problems) }
    quality = try QualityReader.quality(pipeline, codebook)
    gold = try HumanCodes(pipeline, codebook)
    needs = TableNeeds(pipeline)
    let axes = TableAxes(pipeline: pipeline, codebook: codebook)
    var tallies = pipeline.tables.map { table in
      let (rows, columns) = (
        axes.dimension(table.rows, of: table), axes.dimension(table.columns, of: table)
      )
      return Tally(
        CrossTableRequest(
          id: table.id,
          label: table.label ?? TrilingualLabel { "\(rows.label[$0]) × \(columns.label[$0])" },
          rows: rows, columns: columns, unit: table.unit, references: references,
          content: table.content, analysis: table.analysis))
    }
    keys = pipeline.tables.indices.map { index in
      let table = pipeline.tables[index]
      return codebook.codes.map { code in
        CodeKeys(
          row: axes.key(of: code, table.rows).map { tallies[index].rowNumber(of: $0) },
          column: axes.key(of: code, table.columns).map { tallies[index].columnNumber(of: $0) })
      }
    }
    self.tallies = tallies
    filters = pipeline.tables.map { TableFilter($0, codebook) }
    taken = Array(repeating: 0, count: pipeline.tables.count)
    codeNumbers = codebook.places
    polarity = codebook.codes.map { codebook.dimensions[$0.dimension].id == "polarity" }
  }

  /// The tables of everything counted so far.
  var tables: [CrossTable] { tallies.map { $0.table(quality) } }

  /// Counts a document if it is in the pipeline's period.
  mutating func add(_ document: CountedDocument, number: Int) {
    guard note(document) else { return }
    for (index, table) in pipeline.tables.enumerated() where filters[index].takes(document) {
      taken[index] += 1
      let split = table.analysis.split
      func value(_ field: Pipeline.Field) -> [String] {
        guard case .document(let field) = field else { return [] }
        return TableAxes.key(of: document, field, split: split).map { [$0] } ?? []
      }
      passages.removeAll()
      let filter = filters[index]
      for place in document.passages.indices
      where filter.takesAllPassages || filter.takes(document.passages[place]) {
        read(document.passages[place], table, index)
      }
      tallies[index].add(
        Tally.Document(
          number, rows: value(table.rows), columns: value(table.columns), date: document.date,
          session: document.sessionName),
        passages: passages)
    }
  }

  /// - Returns: whether the document is in the period.
  private mutating func note(_ document: CountedDocument) -> Bool {
    seen.documents += 1
    if let date = document.date {
      seen.first = min(seen.first ?? date, date)
      seen.last = max(seen.last ?? date, date)
    }
    guard pipeline.period.contains(document.date) else {
      if document.date != nil {
        counted.outsidePeriod += 1
      } else {
        counted.undated += 1
        if undated.count < Self.namesShown { undated.append(document.path) }
      }
      return false
    }
    counted.documents += 1
    counted.passages += document.passages.count
    counted.codedPassages += document.passages.count { $0.codes.contains { !polarity[$0.code] } }
    return true
  }

  /// What the user would not expect of the tables: documents that a period leaves out since they have no day, a period
  /// without documents, a table whose conditions none meets.
  var remarks: [String] { undatedDocuments + emptyRequests.map(\.description) }

  private var undatedDocuments: [String] {
    var lines = undated.map { name in
      "\(name): has no day that could be read, so that it is not in the period \(pipeline.period) and in no table; "
        + "write its day into the document, or leave 'period' out of the pipeline"
    }
    if counted.undated > undated.count {
      lines.append(
        "\(counted.undated - undated.count) more documents have no day and are in no table; the store has them all: "
          + "SELECT path FROM issue WHERE id = '\(StoreWriter.noDay)'")
    }
    return lines
  }

  private var emptyRequests: [PipelineError.Problem] {
    guard seen.documents > 0 else { return [] }
    guard counted.documents > 0 else {
      let dates = seen.first.flatMap { first in seen.last.map { "they are from \(first) to \($0)" } }
      return [
        .init(
          file: pipeline.file, line: pipeline.lines["period"] ?? 1,
          message:
            "none of the \(seen.documents) documents is in the period; \(dates ?? "they have no dates")")
      ]
    }
    return zip(pipeline.tables, taken).filter { $0.1 == 0 }.map { table, _ in
      .init(
        file: pipeline.file, line: table.lines["where"] ?? 1,
        message:
          "table '\(table.id)': none of the \(counted.documents) documents in the period meets its conditions"
      )
    }
  }

  /// Adds a passage to `passages` as the table at `index` counts it.
  private mutating func read(_ passage: CountedPassage, _ table: Pipeline.Table, _ index: Int) {
    passages.begin(
      passage.n, language: tallies[index].languageNumber(of: passage.language), tokens: passage.tokens)
    if case .passage(let field) = table.rows, let key = TableAxes.key(of: passage, field) {
      passages.addRow(tallies[index].rowNumber(of: key))
    }
    if case .passage(let field) = table.columns, let key = TableAxes.key(of: passage, field) {
      passages.addColumn(tallies[index].columnNumber(of: key))
    }
    let keepsEntries = table.analysis.leavesEntriesOut
    let keepsFigures = table.content.contains(.figures)
    for place in passage.codes.indices {
      let key = keys[index][passage.codes[place].code]
      guard key.row != nil || key.column != nil else { continue }
      let strength = passage.codes[place].score
      let entries = keepsEntries ? passage.codes[place].entries : []
      let figures = keepsFigures ? passage.codes[place].figures : []
      if let row = key.row { passages.addRow(row, strength: strength, entries: entries, figures: figures) }
      if let column = key.column {
        passages.addColumn(column, strength: strength, entries: entries, figures: figures)
      }
    }
    if let human = passage.human, case .document = table.rows {
      passages.setHuman(human.compactMap { codeNumbers[$0].flatMap { keys[index][$0].column } })
    }
  }
}

/// What a code is in a table: numbers of its tally, nil where the code is of another dimension.
private struct CodeKeys {
  var row: Int32?
  var column: Int32?
}

/// The conditions of a table, as they are asked of each document and passage.
private struct TableFilter {
  private let filter: Pipeline.Filter
  private let split: String?
  /// By code: whether a passage that carries it is taken; empty where every passage is.
  private let isWanted: [Bool]
  /// No passage is left out.
  let takesAllPassages: Bool

  init(_ table: Pipeline.Table, _ codebook: Codebook) {
    filter = table.filter
    split = table.analysis.split
    let wanted = table.filter.codes
    isWanted =
      wanted.isEmpty
      ? []
      : codebook.codes.map { code in wanted.contains { Codebook.covers($0, code.id) } }
    takesAllPassages = filter.passages.isEmpty && isWanted.isEmpty
  }

  func takes(_ document: CountedDocument) -> Bool {
    filter.period.contains(document.date)
      && filter.documents.allSatisfy { field, values in
        TableAxes.key(of: document, field, split: split).map(values.contains) ?? false
      }
  }

  func takes(_ passage: CountedPassage) -> Bool {
    filter.passages.allSatisfy { field, values in
      TableAxes.key(of: passage, field).map(values.contains) ?? false
    } && (isWanted.isEmpty || passage.codes.contains { isWanted[$0.code] })
  }
}
