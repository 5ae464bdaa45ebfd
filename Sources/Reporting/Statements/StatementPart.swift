import Tabulation

/// A table of words as a part of the report page, whole without a script.
struct StatementPart {
  private let table: StatementTable
  private let documents: [String]

  /// Added to the page's style where it has such parts.
  static let style = #"""
    .words thead th { text-align: left; max-width: none; min-width: 14rem; font-size: .875rem; }
    .words thead .key { min-width: 9.5rem; }
    .words td {
      text-align: left; vertical-align: top; padding: .55rem .65rem; min-width: 14rem; max-width: 34rem;
      overflow-wrap: anywhere;
    }
    .words tbody th { vertical-align: top; }
    .words p { margin: 0 0 .4rem; }
    .words figure { margin: 0 0 .6rem; }
    .words blockquote { font-size: .95rem; margin: 0; }
    """#

  /// - Parameter documents: paths by number, which passages refer to.
  init(_ table: StatementTable, documents: [String]) {
    self.table = table
    self.documents = documents
  }

  static func id(of table: StatementTable) -> String { "words-" + table.id }

  func write(to html: inout HTMLWriter) {
    let id = StatementPart.id(of: table)
    html.raw("<section class=\"part\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">")
    html.label(table.label)
    html.raw("</h2>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)\">\n")
    html.raw("<table class=\"words\">\n<thead>\n<tr><th scope=\"col\" class=\"key\">")
    html.label(table.rowLabel)
    html.raw("</th>")
    for column in table.columns {
      html.raw("<th scope=\"col\">")
      html.label(column)
      html.raw("</th>")
    }
    html.raw("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      html.raw("<tr><th scope=\"row\">")
      html.label(row.key.label)
      html.raw("</th>")
      for cell in row.cells {
        html.raw("<td>")
        for statement in cell { write(statement, to: &html) }
        html.raw("</td>")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n</div>\n")
    for note in table.notes {
      html.raw("<p class=\"note\">")
      html.label(note)
      html.raw("</p>\n")
    }
    html.raw("</section>\n")
  }

  private func write(_ statement: StatementTable.Statement, to html: inout HTMLWriter) {
    if !statement.text.en.isEmpty {
      html.raw("<p>")
      html.label(statement.text)
      html.raw("</p>")
    }
    if let quotation = statement.quotation {
      html.raw("<figure><blockquote lang=\"")
      html.text(quotation.language)
      html.raw("\" dir=\"auto\">")
      html.text(quotation.text)
      html.raw("</blockquote><figcaption class=\"path\">")
      html.text(quotation.source)
      html.raw("</figcaption></figure>")
    } else if !statement.passages.isEmpty {
      html.raw("<p class=\"path\">")
      html.text(statement.passages.prefix(2).map { $0.place(in: documents) }.joined(separator: " · "))
      html.raw("</p>")
    }
  }
}
