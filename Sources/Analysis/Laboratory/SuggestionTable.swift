import Coding
import Foundation
import Reporting

/// Suggestions as a table that a person edits, and its way into a pack: `hattama lexicon suggest` and `apply`.
public enum SuggestionTable {
  static let columns = [
    "accept", "id", "codes", "kk", "ru", "kind", "with", "passages", "documents", "dispersion", "keyness",
    "p",
    "log-ratio", "precision", "precision-change", "contexts",
  ]

  /// TSV: `accept` is empty; codes and terms may be edited before `apply`.
  ///
  /// - Parameter prefix: what ids begin with, such as `kz-55-`.
  public static func text(_ suggestions: [Suggestion], prefix: String) -> String {
    lines(suggestions, prefix: prefix).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  /// The same as a workbook, in which every cell is text.
  public static func workbook(_ suggestions: [Suggestion], prefix: String) throws(OutputError) -> [UInt8] {
    try TextWorkbook.bytes(
      title: "suggestions",
      sheets: [.init(name: "suggestions", rows: lines(suggestions, prefix: prefix))])
  }

  private static func lines(_ suggestions: [Suggestion], prefix: String) -> [[String]] {
    var lines = [
      [
        "# Put x into the column accept of what the lexicon shall have; edit codes, kk and ru as needed; join the Kazakh and"
      ],
      ["# Russian terms of one concept into one row. Then: hattama lexicon apply FILE PACK-FOLDER"], columns,
    ]
    var used: [String: Int] = [:]
    for suggestion in suggestions {
      var id = prefix + LatinName.id(suggestion.russian.isEmpty ? suggestion.kazakh : suggestion.russian)
      used[id, default: 0] += 1
      if let count = used[id], count > 1 { id += "-\(count)" }
      let cells = [
        "", id, suggestion.code, suggestion.kazakh, suggestion.russian, suggestion.kind.rawValue,
        suggestion.with,
        String(suggestion.passages), String(suggestion.documents),
        String(format: "%.2f", suggestion.dispersion),
        suggestion.keyness.map(number) ?? "",
        suggestion.probability.map { String(format: "%.2g", $0) } ?? "", suggestion.effect.map(number) ?? "",
        suggestion.precision.map { String(format: "%.2f", $0) } ?? "",
        suggestion.precisionChange.map { String(format: "%+.3f", $0) } ?? "",
        suggestion.contexts.joined(separator: " ‖ "),
      ]
      lines.append(cells.map { $0.replacingOccurrences(of: "\t", with: " ") })
    }
    return lines
  }

  private static func number(_ value: Double) -> String { String(format: "%.1f", value) }

  /// What `apply` did.
  public struct Applied: Sendable, Equatable {
    /// Ids of rows added.
    public var added: [String] = []
    /// Ids that the lexicon has already.
    public var known: [String] = []
    public var issues: [LexiconIssue] = []
  }

  /// The lexicon with the accepted rows of a table at its end; every line that it has stays as it is.
  ///
  /// - Parameters:
  ///   - table: as `text` writes it, edited by an editor or a spreadsheet.
  ///   - lexicon: content of a pack's `lexicon.tsv`.
  public static func apply(
    _ table: [UInt8], name: String, to lexicon: String
  ) -> (lexicon: String, applied: Applied) {
    var applied = Applied()
    let rows = TableRows(table, name: name, columns: columns, required: 5)
    applied.issues = rows.issues
    let header = lexicon.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("#") }
    let places = (header ?? "").split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    var known = Set(
      lexicon.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.flatMap {
        $0.split(separator: "\t").map(String.init).prefix(2)
      })
    var text = lexicon.isEmpty || lexicon.hasSuffix("\n") ? lexicon : lexicon + "\n"
    for row in rows.rows where ["x", "х", "1", "+", "yes", "да", "иә"].contains(row.cells[0].lowercased()) {
      guard !row.cells[1].isEmpty, !row.cells[2].isEmpty else {
        applied.issues.append(
          LexiconIssue(
            .error, "no-codes", file: name, line: row.line, column: 1,
            "an accepted row needs an id and codes; fill both cells"))
        continue
      }
      guard known.insert(row.cells[1]).inserted else {
        applied.known.append(row.cells[1])
        continue
      }
      let values = [
        "change": "add", "id": row.cells[1], "codes": row.cells[2], "kk": row.cells[3], "ru": row.cells[4],
        "source": "suggest",
      ]
      var cells = places.map { values[$0] ?? "" }
      while cells.last == "" { cells.removeLast() }
      text += cells.joined(separator: "\t") + "\n"
      applied.added.append(row.cells[1])
    }
    return (text, applied)
  }
}
