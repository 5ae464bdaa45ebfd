/// What kind of document this is, by what it calls itself.
enum KindClassifier {
  /// - Parameters:
  ///   - shapes: of the document's blocks, in order.
  ///   - declared: what mark-up says, if anything.
  ///   - recordTitle: the line that says whose minutes these are, if any (see `RecordTitle`).
  static func kind(
    of shapes: [PassageShape], declared: SourceText.Declared, recordTitle: Int?, opensWithCitation: Bool
  ) -> Metadata.Kind {
    // The title is the first headings; what a fragment opens with serves where it has none.
    let head = shapes.prefix(6)
    let titles = head.indices.filter { index in
      let shape = head[index]
      return index == recordTitle || shape.kind == .title || shape.kind == .heading || isTitleLike(shape)
    }.prefix(3).map { head[$0] }
    let title = titles.reduce(into: PassageShape.Class()) { $0.formUnion($1.all) }
    let isGathering = isGathering(title)
    if let kind = declared.kind, kind != .protocol || !isGathering { return kind }
    if isGathering { return .hearing }
    if title.contains(.minutes) { return .protocol }
    if opensWithCitation || resolves(shapes) { return .decision }
    if let first = titles.first, first.all.contains(.report), !first.all.contains(.session) { return .report }
    if shapes.contains(where: { $0.opening.contains(.listened) }) && title.contains(.session) {
      return .protocol
    }
    if title.contains(.draft) && title.contains(.decision) { return .decision }
    if let first = titles.first, first.opening.contains(.regulation) { return .regulation }
    // Kazakh puts the word last.
    if head.prefix(3).contains(where: {
      ($0.opening.contains(.report) || $0.last.contains(.report)) && $0.words < 40 && !$0.endsSentence
        && !$0.all.contains(.session)
    }) {
      return .report
    }
    // «Вопросы и ответы», «Жиі қойылатын сұрақтар»
    if let first = titles.first, first.words <= 6, first.all.isSuperset(of: [.question, .answer]) {
      return .other
    }
    let text = shapes.prefix(12).reduce(into: PassageShape.Class()) { $0.formUnion($1.all) }
    let isOfCouncil = !text.isDisjoint(with: [.session, .deputy, .council])
    return isOfCouncil ? .news : .other
  }

  private static func isTitleLike(_ shape: PassageShape) -> Bool {
    shape.length < 250 && (shape.isBold || shape.isCentred || shape.isUpperCase)
  }

  /// A hearing, a meeting with residents, or a reception of citizens.
  private static func isGathering(_ title: PassageShape.Class) -> Bool {
    if title.contains(.hearing) { return !title.contains(.report) }
    if title.isSuperset(of: [.minutes, .meeting, .citizens]) && !title.contains(.session) { return true }
    return title.isSuperset(of: [.reception, .citizens]) && !title.contains(.session)
  }

  /// Says `РЕШИЛ:` or `ШЕШІМ ҚАБЫЛДАДЫ:` as a decision's preamble does, near its beginning; on a line of its own only
  /// where nobody was heard before, as in minutes.
  private static func resolves(_ shapes: [PassageShape]) -> Bool {
    let head = shapes.prefix(12)
    guard let index = head.firstIndex(where: \.resolves) else { return false }
    return head[index].words > 5
      || !head[..<index].contains { !$0.all.isDisjoint(with: [.heard, .listened, .minutes, .agenda]) }
  }
}
