import Ingestion

/// A document for reading on a terminal.
public enum DocumentText {
  /// Metadata, then one passage a line with its number, role and speaker.
  public static func text(_ document: Document) -> String {
    let metadata = document.metadata
    var lines = ["== \(document.path)"]
    let facts: [(String, String?)] = [
      ("kind", metadata.kind.rawValue), ("language", metadata.language.code), ("title", metadata.title),
      ("body", metadata.body), ("level", metadata.level?.rawValue), ("region", metadata.region),
      ("district", metadata.district), ("date", metadata.date),
      ("session", metadata.session.map(String.init)),
      ("session kind", metadata.sessionKind?.rawValue),
      ("convocation", metadata.convocation.map(String.init)), ("decision number", metadata.decisionNumber),
      ("chair", metadata.chair),
      ("speakers", metadata.speakers.isEmpty ? nil : metadata.speakers.joined(separator: "; ")),
      ("agenda items", String(metadata.agendaItems)),
      (
        "votes",
        metadata.votes.isEmpty
          ? nil : metadata.votes.map { "\($0.inFavour):\($0.against):\($0.abstained)" }.joined(separator: " ")
      ),
    ]
    for (name, value) in facts { if let value { lines.append("   \(name): \(value)") } }
    for issue in document.issues { lines.append("   \(issue.severity.rawValue): \(issue.message)") }
    for (index, passage) in document.passages.enumerated() {
      let speaker = passage.speaker.map { ", \($0)" } ?? ""
      let item = passage.agendaItem.map { ", item \($0)" } ?? ""
      lines.append(
        "\(index + 1) [\(passage.role.rawValue)\(speaker)\(item); \(passage.language.code)] \(document.string(of: passage))"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// How much of a document's visible text became passages.
public enum LossText {
  /// One line: path, share kept in per cent, code points lost by reason.
  public static func line(_ document: Document) -> String {
    let losses = document.losses
    let share = losses.visible == 0 ? 0 : 1000 * losses.kept / losses.visible
    let reasons = losses.lost.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.rawValue) \($0.value)"
    }
    let lost = reasons.isEmpty ? "nothing lost" : "lost: " + reasons.joined(separator: ", ")
    return "\(document.path)\t\(share / 10).\(share % 10) % of \(losses.visible) kept\t\(lost)\n"
  }
}
