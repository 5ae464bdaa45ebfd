import Reporting
import Tabulation

/// Writes the difference of two runs: lines for a terminal, CSV for spreadsheets, JSON for programs, Markdown.
public struct RunDifferenceFiles {
  private let difference: RunDifference

  public init(_ difference: RunDifference) { self.difference = difference }

  public var files: [(name: String, bytes: [UInt8])] {
    [("difference.csv", csv), ("difference.json", json), ("difference.md", Array(markdown.utf8))]
  }

  /// A line a cell, its causes indented below, then the summary.
  public var text: String {
    var text = ""
    for cell in difference.cells {
      text += "\(cell.table)\t\(cell.row.key) · \(cell.column.key)\t\(Self.change(cell))\n"
      for cause in cell.causes { text += "    \(Self.line(cause))\n" }
    }
    return text + (text.isEmpty ? "" : "\n") + summary.joined(separator: "\n") + "\n"
  }

  /// What changed as a whole, a line each.
  var summary: [String] {
    var lines = difference.facts.map { fact in
      "\(fact.key): \(fact.before ?? "–") → \(fact.after ?? "–")"
    }
    lines += [
      "documents: \(difference.added.count) added, \(difference.removed.count) removed, "
        + "\(difference.changed.count) with another source",
      "\(difference.cells.count) of \(difference.cellCount) cells changed",
    ]
    return lines
  }

  private static func line(_ cause: RunDifference.Cause) -> String {
    "\(number(cause)) \(cause.kind.rawValue) \(cause.name): \(cause.places.joined(separator: " "))"
  }

  private static func number(_ cause: RunDifference.Cause) -> String {
    [cause.gained > 0 ? "+\(cause.gained)" : nil, cause.lost > 0 ? "−\(cause.lost)" : nil]
      .compactMap { $0 }.joined(separator: " ")
  }

  /// `9 → 7 (7.5% → 5.8%; high → medium)`.
  private static func change(_ cell: RunDifference.Cell) -> String {
    func both(_ text: (RunDifference.State) -> String) -> String {
      "\(cell.before.map(text) ?? "–") → \(cell.after.map(text) ?? "–")"
    }
    var text = both { String($0.estimate.count) } + " (" + both { ValueText.text($0.estimate, .en) }
    if cell.before?.level != cell.after?.level { text += "; " + both { $0.level?.rawValue ?? "–" } }
    return text + ")"
  }

  private var csv: [UInt8] {
    let headings = [
      "table", "row", "column", "count_before", "count_after", "value_before", "value_after", "level_before",
      "level_after", "cause", "name", "gained", "lost", "passages",
    ]
    var lines: [[String]] = []
    for cell in difference.cells {
      let states = [cell.before, cell.after]
      let start =
        [cell.table, cell.row.key, cell.column.key]
        + states.map { $0.map { String($0.estimate.count) } ?? "" }
        + states.map { $0?.estimate.value.map { "\($0)" } ?? "" }
        + states.map { $0?.level?.rawValue ?? "" }
      let causes = cell.causes.map { cause in
        [
          cause.kind.rawValue, cause.name, String(cause.gained), String(cause.lost),
          cause.places.joined(separator: " "),
        ]
      }
      lines += (causes.isEmpty ? [["", "", "", "", ""]] : causes).map { start + $0 }
    }
    return LinesCSV.bytes(headings: headings, lines: lines)
  }

  private var markdown: String {
    let rows = difference.cells.map { cell in
      StatementTable.Row(
        TableKey(
          "\(cell.table)/\(cell.row.key)/\(cell.column.key)",
          TrilingualLabel(untranslated: "\(cell.table): \(cell.row.label.en) · \(cell.column.label.en)")),
        [
          [.init(TrilingualLabel(untranslated: Self.change(cell)))],
          cell.causes.map { .init(TrilingualLabel(untranslated: Self.line($0))) },
        ])
    }
    let table = StatementTable(
      id: "difference", label: TrilingualLabel(untranslated: "Difference of two runs"),
      rowLabel: TrilingualLabel(untranslated: "Cell"),
      columns: ["Change", "Causes"].map(TrilingualLabel.init(untranslated:)), rows: rows,
      notes: summary.map(TrilingualLabel.init(untranslated:)))
    return String(decoding: StatementMarkdown().bytes(of: table, documents: [], in: .en), as: UTF8.self)
  }

  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.objects("facts", difference.facts) { json, fact in
      json.member("key", fact.key)
      json.member("before", fact.before)
      json.member("after", fact.after)
    }
    for (key, paths) in [
      ("added", difference.added), ("removed", difference.removed), ("changed", difference.changed),
    ] {
      json.key(text: key)
      json.beginArray()
      for path in paths { json.value(path) }
      json.endArray()
    }
    json.member("cellCount", difference.cellCount)
    json.key("cells")
    json.beginArray()
    for cell in difference.cells { write(cell, to: &json) }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(_ cell: RunDifference.Cell, to json: inout JSONWriter) {
    json.beginObject()
    json.member("table", cell.table)
    json.member("row", cell.row.key)
    json.member("column", cell.column.key)
    for (key, state) in [("before", cell.before), ("after", cell.after)] {
      json.key(text: key)
      guard let state else {
        json.null()
        continue
      }
      json.beginObject()
      json.member("count", state.estimate.count)
      json.member("base", state.estimate.base)
      json.member("value", state.estimate.value)
      json.member("level", state.level?.rawValue)
      json.endObject()
    }
    json.objects("causes", cell.causes) { json, cause in
      json.member("kind", cause.kind.rawValue)
      json.member("name", cause.name)
      json.member("gained", cause.gained)
      json.member("lost", cause.lost)
      json.member("passages", cause.places)
    }
    json.endObject()
  }
}
