import Coding
import Tabulation

/// What only the codebook can tell of a pipeline's tables: dimensions and codes that do not exist, with the line and the
/// nearest name that does.
struct TableChecks {
  private let pipeline: Pipeline
  private let codebook: Codebook

  init(_ pipeline: Pipeline, _ codebook: Codebook) {
    self.pipeline = pipeline
    self.codebook = codebook
  }

  var problems: [PipelineError.Problem] { pipeline.tables.flatMap(problems) }

  private func problems(of table: Pipeline.Table) -> [PipelineError.Problem] {
    var result: [PipelineError.Problem] = []
    func add(_ line: Int?, _ message: String) {
      result.append(.init(file: pipeline.file, line: line ?? 1, message: "table '\(table.id)': \(message)"))
    }
    let dimensions = codebook.dimensions.map(\.id)
    var codes: [String] = []
    for (key, field) in [("rows", table.rows), ("columns", table.columns)] {
      switch field {
      case .dimension(let id):
        codes += codebook.codes.filter { codebook.dimensions[$0.dimension].id == id && !$0.isGroup }.map(\.id)
        if !dimensions.contains(id) {
          let known = Pipeline.Field.names + dimensions
          add(
            table.lines[key],
            "'\(id)' is neither a field nor a dimension of the codebook" + NearestName.hint(id, among: known))
        }
      case .group(let id):
        codes += codebook.codes.filter { codebook.dimensions[$0.dimension].id == id && $0.isGroup }.map(\.id)
        if !dimensions.contains(id) {
          add(
            table.lines[key],
            "'\(id)' is no dimension of the codebook" + NearestName.hint(id, among: dimensions))
        } else if codes.isEmpty {
          add(table.lines[key], "the codes of '\(id)' have no groups")
        }
      case .document, .passage: break
      }
    }
    for (code, line) in zip(table.codes, table.codeLines) where !codes.contains(code) {
      add(line, "'\(code)' is no code of its rows or columns" + NearestName.hint(code, among: codes))
    }
    let all = codebook.codes.map(\.id)
    for (code, line) in zip(table.filter.codes, table.filter.codeLines)
    where !all.contains(where: { Codebook.covers(code, $0) }) {
      add(line, "'\(code)' is no code" + NearestName.hint(code, among: all))
    }
    for rule in [table.analysis.levels].compactMap({ $0 }) + table.analysis.alternatives {
      guard case .reference(let row?, _, _) = rule else { continue }
      let rows = TableAxes(pipeline: pipeline, codebook: codebook).dimension(table.rows, of: table)
      if case .given(let keys) = rows.keys, !keys.contains(where: { $0.key == row }) {
        let hint = NearestName.hint(row, among: keys.map(\.key))
        add(table.lines["levels"] ?? table.lines["alternatives"], "'\(row)' is no row to refer to" + hint)
      }
    }
    return result
  }
}
