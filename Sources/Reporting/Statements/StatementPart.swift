import Tabulation

/// A table of words as a part of the report page, whole without a script.
struct StatementPart {
  private let table: StatementTable
  /// The number of the next statement that leads to passages, as in `LinkedStatement.all`.
  private var next: Int

  /// Added to the page's style where it has such parts.
  static let style = #"""
    .words thead th { text-align: left; max-width: none; min-width: 9rem; font-size: .875rem; }
    .words thead .key { min-width: 9.5rem; }
    .words td {
      text-align: left; vertical-align: top; padding: .55rem .65rem; min-width: 9rem; max-width: 34rem;
      overflow-wrap: anywhere;
    }
    .words tbody th { vertical-align: top; }
    .words p { margin: 0 0 .4rem; }
    .words figure { margin: 0 0 .6rem; }
    .words blockquote { font-size: .95rem; margin: 0; }
    .source-link {
      background: none; border: 0; padding: .15rem 0; font: inherit; color: inherit; text-align: left;
      overflow-wrap: anywhere;
    }
    .js .source-link { color: var(--accent); cursor: pointer; text-decoration: underline; text-underline-offset: .15em; }
    """#

  /// Writes tables one after another.
  static func write(_ tables: [StatementTable], to html: inout HTMLWriter) {
    var first = 0
    for table in tables {
      var part = StatementPart(table: table, next: first)
      part.write(to: &html)
      first = part.next
    }
  }

  static func id(of table: StatementTable) -> String { "words-" + table.id }

  private mutating func write(to html: inout HTMLWriter) {
    let id = StatementPart.id(of: table)
    html.raw("<section class=\"part\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">")
    html.label(table.label)
    html.raw("</h2>\n")
    for note in table.notes {
      html.raw("<p class=\"note\">")
      html.label(note)
      html.raw("</p>\n")
    }
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)\">\n")
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
    html.raw("</tbody>\n</table>\n</div>\n</section>\n")
  }

  private mutating func write(_ statement: StatementTable.Statement, to html: inout HTMLWriter) {
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
      link(statement, to: &html) { $0.text(quotation.source) }
      html.raw("</figcaption></figure>")
    } else if !statement.passages.isEmpty {
      html.raw("<p class=\"path\">")
      link(statement, to: &html) { html in
        html.word(.passages)
        html.raw(": \(statement.passages.count)")
      }
      html.raw("</p>")
    }
  }

  /// A button that opens the statement's passages; without a script it is text.
  private mutating func link(
    _ statement: StatementTable.Statement, to html: inout HTMLWriter, _ text: (inout HTMLWriter) -> Void
  ) {
    if statement.passages.isEmpty { return text(&html) }
    html.raw("<button class=\"source-link\" type=\"button\" data-statement=\"\(next)\">")
    text(&html)
    html.raw("</button>")
    next += 1
  }
}
