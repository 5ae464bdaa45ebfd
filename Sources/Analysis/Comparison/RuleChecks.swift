import Coding
import Tabulation

/// What only codebook, tables and publication together can tell of rules: codes, tables and words that do not exist.
struct RuleChecks {
  let pipeline: Pipeline
  let codebook: Codebook
  let requests: [CrossTableRequest]
  /// nil where the pipeline names no publication.
  let study: PublishedStudy?

  var problems: [PipelineError.Problem] {
    var result: [PipelineError.Problem] = []
    func add(_ line: Int, _ message: String) {
      result.append(.init(file: pipeline.file, line: line, message: message))
    }
    let codes = codebook.codes.map(\.id)
    let tables = requests.map { ReadableTable($0) }
    let words = study.map { Self.distinct($0.facts.map(\.word)) }
    for rule in pipeline.rules {
      if let words, !words.contains(rule.word) {
        let hint = NearestName.hint(rule.word, among: words)
        add(rule.line, "'\(rule.word)' is no word of the published facts" + hint)
      }
      let facts = study?.facts.filter { rule.fits($0) } ?? []
      if let study, facts.isEmpty, words?.contains(rule.word) == true {
        add(
          rule.line,
          "the rule of '\(rule.word)' fits no fact of \(study.file): is its 'for' right?")
      }
      for test in rule.condition.tests {
        if let table = test.table, !tables.contains(where: { $0.id == table }) {
          add(test.line, "'\(table)' is no table" + NearestName.hint(table, among: tables.map(\.id)))
          continue
        }
        if let code = test.code, !codes.contains(code) {
          add(test.line, "'\(code)' is no code" + NearestName.hint(code, among: codes))
          continue
        }
        for code in test.code.map({ [$0] }) ?? Self.distinct(facts.compactMap(\.code))
        where codes.contains(code)
          && ReadableTable.choice(for: test, of: code, among: tables) == nil
        {
          add(test.line, Self.missing(test, code))
        }
        if test.code == nil, let fact = facts.first(where: { $0.code == nil }), let study {
          add(
            test.line,
            "the rule reads 'this', but the fact in line \(fact.line) of \(study.file) has no code")
        }
      }
    }
    for fact in study?.facts ?? [] {
      guard let code = fact.code, !codes.contains(code) else { continue }
      result.append(
        .init(
          file: study?.file ?? "", line: fact.line,
          message: "'\(code)' is no code" + NearestName.hint(code, among: codes)))
    }
    return result
  }

  private static func missing(_ test: ReadingTest, _ code: String) -> String {
    let need =
      switch test.kind {
      case .level: " and 'levels'"
      case .value(_, _, let rate?): " and the unit '\(rate.rawValue)'"
      case .value: " and a unit that gives shares"
      case .figure: " and 'figures' among its cells"
      case .standsOut, .found: ""
      }
    let table = test.table.map { "the table '\($0)' has not" } ?? "no table has"
    return "\(table) regions as rows, '\(code)' as a column\(need)"
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
