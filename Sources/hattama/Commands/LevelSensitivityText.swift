import Tabulation

/// How much a table's levels depend on the rule and on single lexicon entries, for a terminal.
enum LevelSensitivityText {
  /// Entries that change no level are left out beyond these.
  private static let mostEntries = 10

  static func text(of table: CrossTable, in language: LabelLanguage) -> String {
    guard let sensitivity = table.statistics.sensitivity, let rule = table.analysis.levels else {
      return "== \(table.id): no levels\n"
    }
    var lines = ["== \(table.id): \(sensitivity.cells) levels, \(rule.label[language])"]
    for alternative in sensitivity.alternatives {
      lines.append(
        "\(alternative.changed.count) change: \(alternative.rule.label[language])"
          + names(alternative.changed, table))
    }
    let entries = sensitivity.withoutEntries
    let changing = entries.count { !$0.changed.isEmpty }
    if table.analysis.leavesEntriesOut {
      lines.append("\(changing) of \(entries.count) entries would change a level if left out")
    }
    for entry in entries.prefix(max(changing, Self.mostEntries)) {
      lines.append(
        "\(entry.changed.count) change without \(entry.entry), which carries \(entry.lost)"
          + names(entry.changed, table))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func names(_ cells: [Int], _ table: CrossTable) -> String {
    let names = cells.map {
      "\(table.rows[$0 / table.columns.count].key) × \(table.columns[$0 % table.columns.count].key)"
    }
    return names.isEmpty ? "" : ": " + names.joined(separator: ", ")
  }
}
