import Tabulation

/// A LaTeX table with booktabs rules, to be taken into a paper with `\input`.
///
/// Counts with shares in brackets and a line of totals; the note says what the shares are of. A table of more than
/// `columnsPerPart` columns comes in parts, one below the other; one of many rows breaks over pages (longtable). The
/// packages that it needs are named in its first lines; `LaTeXDocument` has them all.
public struct LaTeXExporter: TableExporter {
  /// Columns that a landscape page of A4 holds at this size.
  static let columnsPerPart = 7
  /// Rows from which on a table breaks over pages.
  static let longRows = 26

  public init() {}

  public var name: String { "latex" }
  public var fileExtension: String { "tex" }
  public var isTranslated: Bool { true }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var tex =
      "% Packages: booktabs, longtable, array, pdflscape, float. Fonts with Kazakh letters: fontspec.\n"
    // As few parts as can be, of as equal a width as can be.
    let count = max(1, (table.columns.count + Self.columnsPerPart - 1) / Self.columnsPerPart)
    let parts = (0..<count).map { part in
      part * table.columns.count / count..<(part + 1) * table.columns.count / count
    }
    let isWide = table.columns.count > 4
    if isWide { tex += "\\begin{landscape}\n" }
    for (index, columns) in parts.enumerated() {
      write(table, columns, part: index, of: parts.count, language, to: &tex)
    }
    if isWide { tex += "\\end{landscape}\n" }
    return Array(tex.utf8)
  }

  private func write(
    _ table: CrossTable, _ columns: Range<Int>, part: Int, of parts: Int, _ language: LabelLanguage,
    to tex: inout String
  ) {
    var caption = LaTeXText.escaped(table.label[language])
    if parts > 1 { caption += " (\(part + 1)/\(parts))" }
    let label = "tab:\(table.id)" + (parts > 1 ? "-\(part + 1)" : "")
    let specification =
      "@{}>{\\raggedright\\arraybackslash}p{4.2cm}rrr"
      + String(repeating: ">{\\raggedleft\\arraybackslash}p{2.1cm}", count: columns.count) + "@{}"
    let head = headLines(table, columns, language)
    var body = ""
    for (r, row) in table.rows.enumerated() {
      let cells = columns.map { column in
        text(table.share(row: r, column: column), table.statistics(row: r, column: column), table, language)
      }
      body += line([LaTeXText.escaped(row.label[language])] + base(table.rowTotals[r]) + cells)
    }
    let totals = columns.map { column in
      text(table.totalShare(column: column), table.statistics.columnTotals[column], table, language)
    }
    body += "\\midrule\n" + line([ReportWording.total.label[language]] + base(table.total) + totals)
    if let tests = ColumnTestRow(table) {
      let cells = columns.map { LaTeXText.escaped(tests.text($0, language)) }
      body += line([LaTeXText.escaped(ColumnTestRow.label[language]), "", "", ""] + cells)
    }
    let notes = [ReportWording.shareBase(table.unit)] + CellMarks.legend(table)
    let note =
      "\\footnotesize "
      + notes.map { LaTeXExporter.sentence($0[language]) }.joined(separator: " ")
    tex += "\\begingroup\\footnotesize\\setlength{\\tabcolsep}{4pt}\n"
    if table.rows.count >= LaTeXExporter.longRows {
      tex += "\\begin{longtable}{\(specification)}\n\\caption{\(caption)}\\label{\(label)}\\\\\n"
      tex += "\\toprule\n\(head)\\midrule\n\\endfirsthead\n\\toprule\n\(head)\\midrule\n\\endhead\n"
      tex += "\\midrule\n\\endfoot\n\\bottomrule\n"
      tex += "\\multicolumn{\(4 + columns.count)}{@{}p{\\linewidth}@{}}{\(note)}\n\\endlastfoot\n"
      tex += body + "\\end{longtable}\n"
    } else {
      tex += "\\begin{table}[H]\n\\footnotesize\n\\caption{\(caption)}\\label{\(label)}\n"
      tex += "\\begin{tabular}{\(specification)}\n\\toprule\n\(head)\\midrule\n\(body)\\bottomrule\n"
      tex += "\\end{tabular}\\par\\smallskip\n{\(note)\\par}\n\\end{table}\n"
    }
    tex += "\\endgroup\n"
  }

  private func headLines(_ table: CrossTable, _ columns: Range<Int>, _ language: LabelLanguage) -> String {
    let bases = [ReportWording.documents, .passages, .codedPassages].map { word in
      "\\multicolumn{1}{>{\\raggedleft\\arraybackslash}p{1.5cm}}{\\scriptsize \(LaTeXText.escaped(word.label[language]))}"
    }
    let keys = columns.map { "\\scriptsize " + LaTeXText.escaped(table.columns[$0].label[language]) }
    return line([LaTeXText.escaped(table.rowDimension.label[language])] + bases + keys)
  }

  private func base(_ totals: CrossTable.Totals) -> [String] {
    [totals.documents, totals.passages, totals.codedPassages].map(String.init)
  }

  private func text(
    _ estimate: CellEstimate, _ statistics: CellStatistics, _ table: CrossTable, _ language: LabelLanguage
  ) -> String {
    let marks = CellMarks(statistics, table.content)
    var text = String(estimate.count)
    if let value = estimate.value {
      text += " (\(LaTeXText.escaped(ValueText.text(value, estimate.unit, language))))"
    }
    text += LaTeXExporter.marked(marks.symbols)
    if let level = marks.level { text += " \\newline " + LaTeXText.escaped(level[language]) }
    return text
  }

  private static func sentence(_ note: String) -> String {
    marked(LaTeXText.escaped(note.hasSuffix(".") ? note : note + "."))
  }

  /// Marks as signs of mathematics, which every font has.
  private static func marked(_ text: String) -> String {
    [("▲", "\\uparrow"), ("▼", "\\downarrow"), ("†", "\\dagger"), ("‡", "\\ddagger"), ("·", "\\cdot")]
      .reduce(text) { $0.replacing($1.0, with: "$^{\($1.1)}$") }
  }

  private func line(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\\n" }
}

/// A document that prints every table of a run with XeLaTeX or LuaLaTeX: `xelatex all.tex` in their folder.
public enum LaTeXDocument {
  /// - Parameters:
  ///   - isDemonstration: whether a line below the title says that the numbers are no findings.
  ///   - tables: names of the tables' files, without `.tex`.
  public static func bytes(
    title: TrilingualLabel, isDemonstration: Bool, tables: [String], in language: LabelLanguage
  ) -> [UInt8] {
    var tex = """
      \\documentclass[a4paper,10pt]{article}
      \\usepackage[margin=2cm]{geometry}
      \\usepackage{fontspec}
      % A font with the Kazakh letters; the first one that is installed.
      \\IfFontExistsTF{Noto Serif}{\\setmainfont{Noto Serif}}{%
        \\IfFontExistsTF{PT Serif}{\\setmainfont{PT Serif}}{%
          \\IfFontExistsTF{Times New Roman}{\\setmainfont{Times New Roman}}{\\setmainfont{DejaVu Serif}}}}
      \\usepackage{booktabs,longtable,array,pdflscape,float}
      \\renewcommand{\\tablename}{\(ReportWording.table.label[language])}
      \\sloppy
      \\begin{document}
      \\section*{\(LaTeXText.escaped(title[language]))}

      """
    if isDemonstration { tex += LaTeXText.escaped(ReportWording.demonstration.label[language]) + "\n\n" }
    for table in tables { tex += "\\input{\(table)}\n" }
    return Array((tex + "\\end{document}\n").utf8)
  }
}
