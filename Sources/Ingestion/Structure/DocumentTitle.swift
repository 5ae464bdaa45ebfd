/// The title of a document, of one or several heading lines.
enum DocumentTitle {
  /// Lines of a title at most.
  private static let longest = 5

  /// The first heading, and those right after it that still name the body, the session or the act:
  /// `АБАЙ ОБЛЫСТЫҚ МӘСЛИХАТЫ` / `тоғызыншы сессиясының` / `ХАТТАМАСЫ`, joined by single spaces.
  static func title(of head: [MetadataParser.Line], kind: Metadata.Kind) -> String? {
    guard let first = head.firstIndex(where: \.isTitle) else { return nil }
    var parts = [head[first].text]
    // A headline is often printed twice, and what follows it is no part of it.
    guard kind != .news && kind != .other else { return parts[0] }
    var isNamed = names(head[first], kind)
    var rest = head[(first + 1)...]
    if kind == .decision, head[first].classes.contains(.draft), head[first].length < 60 {
      // `Проект решения` stands above the line of who drafted it, the subject below.
      rest = rest.drop { !$0.isTitle }
    }
    for line in rest.prefix(longest - 1) {
      guard line.isTitle, !line.hasNumber,
        line.classes.isDisjoint(with: [.agenda, .chapter, .annex, .listened])
      else { break }
      if parts.contains(line.text) { continue }
      let belongs = !line.classes.isDisjoint(with: naming)
      // `ОТЧЁТ` or `РЕШЕНИЕ` alone has its subject on the next line.
      guard belongs || kind == .decision || !isNamed || parts.joined().utf8.count < 60 && kind != .protocol
      else { break }
      isNamed = isNamed || names(line, kind)
      parts.append(line.text)
    }
    return parts.joined(separator: " ")
  }

  private static let naming: PassageShape.Class = [
    .minutes, .session, .council, .convocation, .decision, .draft, .hearing, .reception,
  ]

  /// Whether a line says what the document is.
  private static func names(_ line: MetadataParser.Line, _ kind: Metadata.Kind) -> Bool {
    switch kind {
    case .protocol: line.classes.contains(.minutes)
    case .report: line.classes.contains(.report)
    case .hearing: !line.classes.isDisjoint(with: [.minutes, .hearing, .reception])
    default: false
    }
  }
}
