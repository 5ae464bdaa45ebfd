import Tabulation

/// A table of words for papers: landscape, booktabs rules, statements one below the other, breaking over pages
/// between rows (longtable). `LaTeXDocument` has the packages.
public struct StatementLaTeX: StatementWriter {
  /// Centimetres that the columns of a landscape page of A4 share, and of those the first one's.
  private static let (width, first) = (23.6, 3.4)

  public init() {}

  public var name: String { "latex" }
  public var fileExtension: String { "tex" }
  public var isTranslated: Bool { true }

  public func bytes(of table: StatementTable, documents: [String], in language: LabelLanguage) -> [UInt8] {
    let each = (Self.width - Self.first) / Double(max(1, table.columns.count)) - 0.3
    let specification =
      "@{}" + Self.column(Self.first)
      + String(repeating: Self.column((each * 10).rounded() / 10), count: table.columns.count) + "@{}"
    let head = line([table.rowLabel] + table.columns, language)
    var tex = "% Packages: booktabs, longtable, array, pdflscape. Fonts with Kazakh letters: fontspec.\n"
    tex += "\\begin{landscape}\n\\begingroup\\footnotesize\\setlength{\\tabcolsep}{4pt}\n"
    tex += "\\begin{longtable}{\(specification)}\n"
    tex += "\\caption{\(LaTeXText.escaped(table.label[language]))}\\label{tab:\(table.id)}\\\\\n"
    tex += "\\toprule\n\(head)\\midrule\n\\endfirsthead\n\\toprule\n\(head)\\midrule\n\\endhead\n"
    tex += "\\midrule\n\\endfoot\n\\bottomrule\n\\endlastfoot\n"
    for (index, row) in table.rows.enumerated() {
      if index > 0 { tex += "\\addlinespace\n" }
      let cells = row.cells.map { cell in
        cell.map { text($0, language) }.joined(separator: "\\par ")
      }
      tex += ([LaTeXText.escaped(row.key.label[language])] + cells).joined(separator: "\n  & ") + " \\\\\n"
    }
    tex += "\\end{longtable}\n"
    for note in table.notes { tex += "\\noindent \(LaTeXText.escaped(note[language]))\\par\n" }
    tex += "\\endgroup\n\\end{landscape}\n"
    return Array(tex.utf8)
  }

  private static func column(_ centimetres: Double) -> String {
    ">{\\raggedright\\arraybackslash}p{\(centimetres)cm}"
  }

  private func line(_ labels: [TrilingualLabel], _ language: LabelLanguage) -> String {
    labels.map { LaTeXText.escaped($0[language]) }.joined(separator: " & ") + " \\\\\n"
  }

  private func text(_ statement: StatementTable.Statement, _ language: LabelLanguage) -> String {
    let text = LaTeXText.escaped(statement.text[language])
    guard let quotation = statement.quotation else { return text }
    let quoted =
      "«\(LaTeXText.escaped(quotation.text))» {\\scriptsize (\(LaTeXText.escaped(quotation.source)))}"
    return text.isEmpty ? quoted : text + " " + quoted
  }
}
