import Tabulation

/// Reads the folder of a publication: `published.tsv`, what it says, and `regions.tsv`, which regions it chose.
public enum PublishedReader {
  static let factColumns = [
    "fact", "table", "row", "column", "region", "code", "kind", "word", "expected", "kk", "ru", "en", "place",
  ]
  static let regionColumns = [
    "region", "kind_kk", "kind_ru", "kind_en", "reason_kk", "reason_ru", "reason_en", "place",
  ]

  /// - Throws: `PipelineError` with every problem of both files.
  public static func read(_ folder: String) throws(PipelineError) -> PublishedStudy {
    let facts = try TabbedFile(folder + "/published.tsv", columns: factColumns)
    let regions = try TabbedFile(folder + "/regions.tsv", columns: regionColumns)
    return try study(facts, regions)
  }

  static func study(_ facts: TabbedFile, _ regions: TabbedFile) throws(PipelineError) -> PublishedStudy {
    var (facts, regions) = (facts, regions)
    var study = PublishedStudy(file: facts.file, facts: [], regions: [])
    for record in facts.records {
      guard let fact = fact(record, &facts) else { continue }
      if let first = study.facts.first(where: { $0.id == fact.id }) {
        facts.problem(record.line, "'\(fact.id)' is the name of the fact in line \(first.line) too")
      }
      study.facts.append(fact)
    }
    for record in regions.records {
      checkRegion(record, &regions)
      study.regions.append(
        .init(
          code: record["region"], kind: label(record, "kind_"), reason: label(record, "reason_")))
    }
    let problems = facts.problems + regions.problems
    guard problems.isEmpty else { throw PipelineError(problems: problems) }
    return study
  }

  private static func fact(_ record: TabbedFile.Record, _ file: inout TabbedFile) -> PublishedFact? {
    let kinds = PublishedFact.Kind.allCases.map(\.rawValue)
    guard let kind = PublishedFact.Kind(rawValue: record["kind"]) else {
      file.problem(
        record.line, "'\(record["kind"])' is no kind of fact" + NearestName.hint(record["kind"], among: kinds)
      )
      return nil
    }
    for column in ["fact", "table", "row", "column", "region", "word", "en"] where record[column].isEmpty {
      file.problem(record.line, "the column '\(column)' is empty")
    }
    if record["region"] != "all" { checkRegion(record, &file) }
    let fact = PublishedFact(
      id: record["fact"], table: record["table"], row: record["row"], column: record["column"],
      region: record["region"] == "all" ? nil : record["region"],
      code: record["code"].isEmpty || record["code"] == "-" ? nil : record["code"], kind: kind,
      word: record["word"], expected: record["expected"] == "-" ? "" : record["expected"],
      label: label(record, ""), place: record["place"], line: record.line)
    if kind == .level, fact.level == nil {
      let levels = Level.allCases.map(\.rawValue)
      file.problem(
        record.line, "'\(fact.expected)' is no level" + NearestName.hint(fact.expected, among: levels))
    }
    if kind == .figure, fact.figure == nil {
      file.problem(record.line, "'\(fact.expected)' is no number; write it without spaces, such as 1400")
    }
    return fact
  }

  private static func checkRegion(_ record: TabbedFile.Record, _ file: inout TabbedFile) {
    let region = record["region"]
    guard RegionNames.label(of: region) == nil else { return }
    file.problem(
      record.line, "'\(region)' is no region" + NearestName.hint(region, among: RegionNames.codes))
  }

  /// English stands in where a translation is missing.
  private static func label(_ record: TabbedFile.Record, _ prefix: String) -> TrilingualLabel {
    let english = record[prefix + "en"]
    func text(_ language: String) -> String {
      let text = record[prefix + language]
      return text.isEmpty ? english : text
    }
    return TrilingualLabel(kk: text("kk"), ru: text("ru"), en: english)
  }
}
