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
  /// For each table the row and column keys of each code: nil where the code is of another dimension.
  private let keys: [[(row: String?, column: String?)]]
  private let codeNumbers: [String: Int]
  /// Documents seen, with the days of the first and the last; those in the period; and for each table those it counted.
  private var seen = (documents: 0, first: String?.none, last: String?.none)
  private var inPeriod = 0
  private var taken: [Int]

  /// - Parameter references: passages that a cell keeps.
  /// - Throws: `PipelineError` where a table asks for what the codebook or the pipeline does not have, or the evaluation
  ///   or gold that it names cannot be read.
  init(
    _ pipeline: Pipeline, _ model: CodingModel, references: ReferenceLimit = .first(5000)
  ) throws(PipelineError) {
    self.pipeline = pipeline
    let codebook = model.codebook
    let problems = TableChecks(pipeline, codebook).problems
    guard problems.isEmpty else { throw PipelineError(problems: problems) }
    quality = try QualityReader.quality(pipeline)
    gold = try HumanCodes(pipeline, codebook)
    needs = TableNeeds(pipeline)
    let axes = TableAxes(pipeline: pipeline, codebook: codebook)
    tallies = pipeline.tables.map { table in
      Tally(
        CrossTableRequest(
          id: table.id, label: table.label, rows: axes.dimension(table.rows, of: table),
          columns: axes.dimension(table.columns, of: table), unit: table.unit, references: references,
          content: table.content, analysis: table.analysis))
    }
    keys = pipeline.tables.map { table in
      codebook.codes.map { (axes.key(of: $0, table.rows), axes.key(of: $0, table.columns)) }
    }
    taken = Array(repeating: 0, count: pipeline.tables.count)
    codeNumbers = Dictionary(
      codebook.codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The tables of everything counted so far.
  var tables: [CrossTable] { tallies.map { $0.table(quality) } }

  /// Counts a document if it is in the pipeline's period.
  ///
  /// - Returns: whether it was counted.
  mutating func add(_ counted: CountedDocument, number: Int) -> Bool {
    seen.documents += 1
    if let date = counted.date {
      seen.first = min(seen.first ?? date, date)
      seen.last = max(seen.last ?? date, date)
    }
    guard pipeline.period.contains(counted.date) else { return false }
    inPeriod += 1
    for (index, table) in pipeline.tables.enumerated() where table.filter.takes(counted) {
      taken[index] += 1
      let split = table.analysis.split
      func value(_ field: Pipeline.Field) -> [String] {
        guard case .document(let field) = field else { return [] }
        return TableAxes.key(of: counted, field, split: split).map { [$0] } ?? []
      }
      var passages: [Tally.Passage] = []
      passages.reserveCapacity(counted.passages.count)
      for passage in counted.passages where table.filter.takes(passage) {
        passages.append(marks(passage, table, keys[index]))
      }
      tallies[index].add(
        Tally.Document(
          number, rows: value(table.rows), columns: value(table.columns), date: counted.date,
          session: counted.sessionName),
        passages: passages)
    }
    return true
  }

  /// What was asked for and counted nothing: a period without documents, a table whose conditions none meets.
  var emptyRequests: [PipelineError.Problem] {
    guard seen.documents > 0 else { return [] }
    guard inPeriod > 0 else {
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
        message: "table '\(table.id)': none of the \(inPeriod) documents in the period meets its conditions")
    }
  }

  private func marks(
    _ passage: CountedPassage, _ table: Pipeline.Table, _ keys: [(row: String?, column: String?)]
  ) -> Tally.Passage {
    var result = Tally.Passage(passage.n)
    result.language = passage.language
    result.tokens = passage.tokens
    if case .passage(let field) = table.rows, let key = TableAxes.key(of: passage, field) {
      result.rows.append(Tally.Mark(key))
    }
    if case .passage(let field) = table.columns, let key = TableAxes.key(of: passage, field) {
      result.columns.append(Tally.Mark(key))
    }
    for code in passage.codes {
      let (row, column) = keys[code.code]
      func mark(_ key: String) -> Tally.Mark {
        Tally.Mark(
          key, strength: code.score, entries: table.analysis.leavesEntriesOut ? code.entries : [],
          figures: table.content.contains(.figures) ? code.figures : [])
      }
      if let row { result.rows.append(mark(row)) }
      if let column { result.columns.append(mark(column)) }
    }
    if let human = passage.human, case .document = table.rows {
      result.human = human.compactMap { codeNumbers[$0].flatMap { keys[$0].column } }
    }
    return result
  }
}

extension Pipeline.Filter {
  func takes(_ document: CountedDocument) -> Bool {
    period.contains(document.date) && matches(document.region, regions) && matches(document.kind, kinds)
      && matches(document.language, languages) && matches(document.level, levels)
  }

  func takes(_ passage: CountedPassage) -> Bool { matches(passage.role, roles) }

  private func matches(_ value: String?, _ list: [String]) -> Bool {
    list.isEmpty || (value.map(list.contains) ?? false)
  }
}
