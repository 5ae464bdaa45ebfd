import Coding
import Tabulation

/// What only codebook and tables can tell of summaries: codes, dimensions and tables that do not exist.
struct SummaryChecks {
  let pipeline: Pipeline
  let codebook: Codebook
  let requests: [CrossTableRequest]

  var problems: [PipelineError.Problem] { pipeline.summaries.flatMap(problems) }

  private func problems(of summary: Pipeline.Summary) -> [PipelineError.Problem] {
    var result: [PipelineError.Problem] = []
    func add(_ line: Int, _ message: String) {
      result.append(
        .init(file: pipeline.file, line: line, message: "summary '\(summary.id)': \(message)"))
    }
    let tables = requests.map { ReadableTable($0) }
    let ids = tables.map(\.id)
    let codes = codebook.codes.map(\.id)
    let rows = SummaryRows(codebook).codes(summary.rows)
    if case .codes(let dimension, _, let group) = summary.rows {
      let dimensions = codebook.dimensions.map(\.id)
      if !dimensions.contains(dimension) {
        add(
          summary.line,
          "'\(dimension)' is neither region nor criterion nor a dimension of the codebook"
            + NearestName.hint(dimension, among: ["region", "criterion"] + dimensions))
      } else if let group, !codebook.codes.contains(where: { $0.id == group && $0.isGroup }) {
        let groups = codebook.codes.filter(\.isGroup).map(\.id)
        add(summary.line, "'\(group)' is no group of codes" + NearestName.hint(group, among: groups))
      } else if rows.isEmpty {
        add(summary.line, "there are no such rows in the codebook")
      }
    }
    for part in summary.columns.flatMap(\.parts) {
      if let table = part.table, !ids.contains(table) {
        add(part.line, "'\(table)' is no table" + NearestName.hint(table, among: ids))
        continue
      }
      if part.subject == nil, summary.rows == .regions {
        add(part.line, "'this' is the code of the row, but the rows are regions")
        continue
      }
      switch part.kind {
      case .register:
        let fields = PublishedStudy.registerFields
        if let field = part.subject, !fields.contains(field) {
          add(part.line, "'\(field)' is no field of the register" + NearestName.hint(field, among: fields))
        } else if pipeline.published == nil {
          add(part.line, "the register of regions needs the key 'published' in the pipeline")
        }
      case .standingOutOf:
        if let table = part.subject, !ids.contains(table) {
          add(part.line, "'\(table)' is no table" + NearestName.hint(table, among: ids))
        } else if summary.rows != .regions {
          add(part.line, "'standing-out-of' is for rows that are regions")
        }
      default:
        guard let test = part.test else { continue }
        for code in part.subject.map({ [$0] }) ?? rows.map(\.id) {
          if !codes.contains(code) {
            add(part.line, "'\(code)' is no code" + NearestName.hint(code, among: codes))
          } else if ReadableTable.choice(for: test, of: code, among: tables) == nil {
            add(part.line, "no table has regions as rows and what '\(part.kind.rawValue)' of '\(code)' needs")
          }
        }
      }
    }
    return result
  }
}

/// The codes that are rows of a summary.
struct SummaryRows {
  private let codebook: Codebook

  init(_ codebook: Codebook) { self.codebook = codebook }

  func codes(_ rows: Pipeline.Summary.Rows) -> [Codebook.Code] {
    guard case .codes(let dimension, let groups, let group) = rows else { return [] }
    return codebook.codes.filter { code in
      codebook.dimensions[code.dimension].id == dimension && code.isGroup == groups
        && (group.map { name in code.group.map { codebook.codes[$0].id == name } ?? false } ?? true)
    }
  }

  func label(_ rows: Pipeline.Summary.Rows) -> TrilingualLabel {
    switch rows {
    case .regions: TrilingualLabel(kk: "Өңір", ru: "Регион", en: "Region")
    case .codes(_, groups: true, _): TrilingualLabel(kk: "Өлшемшарт", ru: "Критерий", en: "Criterion")
    case .codes(let dimension, _, _):
      codebook.dimensions.first { $0.id == dimension }.map { TrilingualLabel($0.label) }
        ?? TrilingualLabel(untranslated: dimension)
    }
  }
}
