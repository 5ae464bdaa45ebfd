import Tabulation

/// How much the levels of the tables depend on their rule and on single lexicon entries.
enum ReportSensitivity {
  static let id = "sensitivity"
  /// Entries that are listed of each table: those that change most.
  private static let entries = 10

  static func isShown(_ tables: [CrossTable]) -> Bool { tables.contains { $0.statistics.sensitivity != nil } }

  static func write(_ tables: [CrossTable], to html: inout HTMLWriter) {
    guard isShown(tables) else { return }
    html.raw("<section class=\"part\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">")
    html.word(.sensitivity)
    html.raw("</h2>\n<p class=\"note\">")
    html.word(.sensitivityNote)
    html.raw("</p>\n")
    for (index, table) in tables.enumerated() {
      guard let sensitivity = table.statistics.sensitivity else { continue }
      html.raw("<h3 id=\"\(id)-\(index)\"><a href=\"#table-\(index)\">")
      html.label(table.label)
      html.raw("</a></h3>\n<p>")
      if let rule = table.analysis.levels {
        html.word(.levelRule)
        html.raw(": ")
        html.label(rule.label)
        html.raw(". ")
      }
      html.word(.ofCells)
      html.raw(": \(sensitivity.cells).</p>\n")
      write(
        sensitivity.alternatives.map { ($0.rule.label, nil, $0.changed.count) }, .ruleHeading,
        of: sensitivity.cells, name: "\(id)-\(index)", to: &html)
      write(
        sensitivity.withoutEntries.prefix(entries).map {
          (TrilingualLabel(untranslated: $0.entry), $0.lost, $0.changed.count)
        }, .withoutEntry, of: sensitivity.cells, name: "\(id)-\(index)", to: &html)
    }
    html.raw("</section>\n")
  }

  private static func write(
    _ lines: [(label: TrilingualLabel, lost: Int?, changed: Int)], _ heading: ReportWording, of cells: Int,
    name: String, to html: inout HTMLWriter
  ) {
    if lines.isEmpty { return }
    let hasLost = lines.contains { $0.lost != nil }
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(name)\">\n")
    html.raw("<table class=\"plain\" aria-labelledby=\"\(name)\">\n<thead><tr><th scope=\"col\">")
    html.word(heading)
    html.raw("</th>")
    for word in (hasLost ? [ReportWording.lostPassages] : []) + [.changedCells] {
      html.raw("<th scope=\"col\" class=\"number\">")
      html.word(word)
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for line in lines {
      html.raw("<tr><th scope=\"row\">")
      html.label(line.label)
      html.raw("</th>")
      if let lost = line.lost { html.raw("<td>\(ReportTable.grouped(lost))</td>") }
      html.raw("<td>\(line.changed) / \(cells)</td></tr>\n")
    }
    html.raw("</tbody>\n</table>\n</div>\n")
  }
}
