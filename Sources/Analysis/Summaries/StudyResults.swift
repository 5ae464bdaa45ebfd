import Coding
import Reporting
import Tabulation

/// What a pipeline makes of its counted tables in words: its summaries, and the comparison with a publication.
public struct StudyResults: Sendable {
  public let summaries: [StatementTable]
  /// nil where the pipeline names no publication.
  public let comparison: Comparison?
  /// Paths of the run's documents, by number.
  public let documents: [String]

  /// - Parameters:
  ///   - tables: those of the pipeline, counted.
  ///   - store: of the same run; passages and dates are read from it.
  /// - Throws: `PipelineError` where rules, summaries or the publication's files are wrong; `StoreError`.
  public init(
    _ pipeline: Pipeline, _ codebook: Codebook, _ tables: [CrossTable], _ store: Store
  ) throws {
    let study = try pipeline.published.map(PublishedReader.read)
    let found = try store.documents()
    // The run knows what it read: a user's own documents are no demonstration.
    let isDemonstration = try store.manifest().contains { $0.key == "demonstration" }
    documents = found.map(\.path)
    let readings = TableReadings(tables)
    summaries = try SummaryBuilder(
      pipeline: pipeline, codebook: codebook, readings: readings, study: study,
      quotations: Quotations(store), isDemonstration: isDemonstration
    ).tables()
    comparison = study.map { study in
      ComparisonBuilder(
        study: study, rules: pipeline.rules,
        evaluator: RuleEvaluator(readings: readings, dates: found.map(\.date)),
        regions: tables.first { $0.rowDimension.key == "region" }?.rows.map(\.key) ?? [],
        isDemonstration: isDemonstration
      ).comparison
    }
  }

  /// Looks for mistakes before anything is counted.
  ///
  /// - Throws: `PipelineError` with all of them.
  public static func check(
    _ pipeline: Pipeline, _ codebook: Codebook, _ requests: [CrossTableRequest]
  ) throws(PipelineError) {
    let study: PublishedStudy?
    if let folder = pipeline.published { study = try PublishedReader.read(folder) } else { study = nil }
    let problems =
      RuleChecks(pipeline: pipeline, codebook: codebook, requests: requests, study: study).problems
      + SummaryChecks(pipeline: pipeline, codebook: codebook, requests: requests).problems
    guard problems.isEmpty else { throw PipelineError(problems: problems) }
  }

  /// The summaries, and the comparison as a table of words.
  public var statements: [StatementTable] { summaries + (comparison.map { [$0.statementTable] } ?? []) }

  /// The files of a run: `summaries/…` in each format that `outputs` names, and `comparison/…`.
  func files(_ pipeline: Pipeline) -> [(name: String, bytes: [UInt8])] {
    let outputs = pipeline.outputs
    var files: [(name: String, bytes: [UInt8])] = []
    for writer in StatementWriters.all where outputs.contains(writer.name) {
      for table in summaries {
        for language in writer.isTranslated ? LabelLanguage.allCases : [.en] {
          let folder = writer.isTranslated ? "summaries/\(language.rawValue)" : "summaries"
          files.append(
            (
              "\(folder)/\(table.id).\(writer.fileExtension)",
              writer.bytes(of: table, documents: documents, in: language)
            ))
        }
      }
    }
    if let comparison { files += ComparisonFiles(comparison, documents: documents).files }
    guard outputs.contains("latex"), !statements.isEmpty else { return files }
    for language in LabelLanguage.allCases {
      if let comparison {
        let bytes = StatementLaTeX().bytes(
          of: comparison.statementTable, documents: documents, in: language)
        files.append(("comparison/\(language.rawValue)/comparison.tex", bytes))
      }
      let names =
        summaries.map(\.id) + (comparison == nil ? [] : ["../../comparison/\(language.rawValue)/comparison"])
      files.append(
        (
          "summaries/\(language.rawValue)/all.tex",
          LaTeXDocument.bytes(
            title: pipeline.title, isDemonstration: pipeline.isDemonstration, tables: names, in: language)
        ))
    }
    return files
  }
}
