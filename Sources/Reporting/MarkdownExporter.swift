import Tabulation

/// A pipe table with counts and shares, for a README, a note or a pull request.
///
/// ```
/// | Region | Documents | Passages | Coded passages | Hearings |
/// |---|--:|--:|--:|--:|
/// | Astana | 4 | 120 | 31 | 9 (7.5%) |
/// ```
public struct MarkdownExporter: TableExporter {
  public init() {}

  public var name: String { "markdown" }
  public var fileExtension: String { "md" }
  public var summary: String {
    "Markdown table with counts and shares in one language: for notes and pull requests."
  }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.append("**\(escaped(table.label[language]))**\n\n")
    let headings = [ReportWording.documents, .passages, .codedPassages].map { $0.label[language] }
    line(
      [table.rowDimension.label[language]] + headings + table.columns.map { $0.label[language] }, to: &bytes)
    bytes.append("|---" + String(repeating: "|--:", count: 3 + table.columns.count) + "|\n")
    for (r, row) in table.rows.enumerated() {
      let cells = table.columns.indices.map { text(table.share(row: r, column: $0), language) }
      line([row.label[language]] + numbers(table.rowTotals[r]) + cells, to: &bytes)
    }
    let cells = table.columns.indices.map { text(table.totalShare(column: $0), language) }
    line([ReportWording.total.label[language]] + numbers(table.total) + cells, to: &bytes)
    bytes.append("\n\(ReportWording.shareBase(table.unit)[language])\n")
    return bytes
  }

  private func numbers(_ totals: CrossTable.Totals) -> [String] {
    [String(totals.documents), String(totals.passages), String(totals.codedPassages)]
  }

  private func text(_ share: CellEstimate, _ language: LabelLanguage) -> String {
    guard let value = share.value else { return "\(share.count) (–)" }
    return "\(share.count) (\(Percentage.text(value, language)))"
  }

  private func line(_ cells: [String], to bytes: inout [UInt8]) {
    bytes.append("| " + cells.map(escaped).joined(separator: " | ") + " |\n")
  }

  /// One line without mark-up: what Markdown or HTML would read is escaped, line ends become spaces.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}": result.append(" ")
      case "<": result.append("&lt;")
      case "&": result.append("&amp;")
      case "|", "\\", "`", "*", "_", "[", "]", "#", "!":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
