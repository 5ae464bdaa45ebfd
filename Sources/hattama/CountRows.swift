import Analysis
import Reporting

/// Lines of a table of counts.
struct CountRows: Sendable {
  private let format: CountCommand.Format
  private let columns: [String]

  init(_ format: CountCommand.Format, _ columns: [String]) {
    self.format = format
    self.columns = columns
  }

  var header: [UInt8] {
    format == .jsonl ? [] : line(["document", "words"] + columns)
  }

  func bytes(of row: DictionaryCounter.Row) -> [UInt8] {
    guard format == .jsonl else { return line([row.path, "\(row.words)"] + row.counts.map { "\($0)" }) }
    var json = JSONWriter()
    json.beginObject()
    json.key(text: "document")
    json.value(row.path)
    json.key(text: "words")
    json.value(row.words)
    json.key(text: "counts")
    json.beginObject()
    for (column, count) in zip(columns, row.counts) where count > 0 {
      json.key(text: column)
      json.value(count)
    }
    json.endObject()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func line(_ cells: [String]) -> [UInt8] {
    let separator = format == .csv ? "," : "\t"
    return Array((cells.map(cell).joined(separator: separator) + "\n").utf8)
  }

  /// CSV as RFC 4180 has it, texts that spreadsheets would run with an apostrophe in front as in the files of runs; in a
  /// table of tabs, tabs and line ends become spaces.
  private func cell(_ text: String) -> String {
    let isFormula = format == .csv && CSVWriter.startsFormula(Array(text.utf8))
    let text = isFormula ? "'" + text : text
    return switch format {
    case .csv where text.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }):
      "\"" + text.replacing("\"", with: "\"\"") + "\""
    case .tsv where text.utf8.contains(where: { "\t\n\r".utf8.contains($0) }):
      String(text.map { "\t\n\r\r\n".contains($0) ? " " : $0 })
    default: text
    }
  }
}
