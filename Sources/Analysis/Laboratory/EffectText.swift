import Foundation
import Tabulation

/// Effects and entry reports, to read.
public enum EffectText {
  /// - Parameter limit: codings shown at most, gains and losses alike.
  public static func text(_ effect: LexiconEffect, limit: Int) -> String {
    guard !effect.entries.isEmpty else { return "no entry has changed since the run\n" }
    var lines = [
      "entries: \(effect.entries.joined(separator: ", "))",
      "passages coded again: \(effect.recoded) of \(effect.passages)",
      "codings gained: \(effect.changes.count(where: \.isGain)), lost: \(effect.changes.count { !$0.isGain })",
    ]
    for change in effect.changes.prefix(limit) {
      let by = change.entries.isEmpty ? "" : " (\(change.entries.joined(separator: ", ")))"
      lines.append(
        "\(change.isGain ? "+" : "-") \(change.code)\(by)  \(change.path):\(change.n)  \(change.region ?? "no region")"
      )
      lines.append("    \(change.text)")
    }
    if effect.changes.count > limit {
      lines.append("… and \(effect.changes.count - limit) more; see --limit")
    }
    lines.append(effect.cells.isEmpty ? "no cell of a table changes" : "cells that change:")
    for cell in effect.cells {
      lines.append("  \(cell.table)  \(cell.row) × \(cell.column): \(cell.before) → \(cell.after)")
    }
    if !effect.levels.isEmpty { lines.append("levels that change:") }
    for change in effect.levels {
      let (before, after) = (change.before?.rawValue ?? "none", change.after?.rawValue ?? "none")
      lines.append("  \(change.table)  \(change.row) × \(change.column): \(before) → \(after)")
    }
    if let before = effect.before, let after = effect.after {
      lines.append("on gold: \(score(before)) → \(score(after))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func score(_ score: Detection) -> String {
    let f1 = score.f1.value.map { String(format: "%.3f", $0) } ?? "undefined"
    return
      "F1 \(f1) (right \(score.truePositives), wrong \(score.falsePositives), missed \(score.falseNegatives))"
  }

  /// Tab-separated, with a header.
  public static func text(_ report: EntryReport) -> String {
    var text = "entry\tpassages\tunique\tprecision\tjudged\tlost\tgained\tf1-without\tplace\n"
    for row in report.rows {
      let cells = [
        row.entry, String(row.passages), String(row.unique),
        row.precision.map { String(format: "%.2f", $0) } ?? "", String(row.judged), String(row.lost),
        String(row.gained), row.f1Change.map { String(format: "%+.4f", $0) } ?? "", "\(row.file):\(row.line)",
      ]
      text += cells.joined(separator: "\t") + "\n"
    }
    return text
  }
}
