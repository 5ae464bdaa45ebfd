/// What is left out of a page block by block: what the mark-up does not tell from the document, but the text does.
extension HTMLReader {
  /// Blocks outside of the main element that are shorter are taken for the page's frame. Code points.
  static let shortBlock = 60
  /// Only blocks up to this length are tried against the cues for boilerplate. Code points.
  private static let cueLength = 90
  /// The same for cues that count only outside of the main element, and for messages of the page's program.
  private static let longCueLength = 250
  /// The same for phrases that only services of pages have. Code points.
  private static let phraseLength = 160

  /// Why the block under way is left out, or nil where it is the document's.
  mutating func lossReason(_ block: Int, _ kind: SourceText.Block.Kind, _ points: Int) -> LossReason? {
    let text = builder.currentText
    if isOrnament(text) { return .ornament }
    if points <= Self.longCueLength, boilerplate.isNotice(text) { return .chrome }
    guard anatomy.isWholePage else { return lossReasonInFragment(kind, points) }
    if kind == .heading || isOpening, isLink(points), tree.isSiteName(block) { return .chrome }
    let isMain = anatomy.isMain(block)
    let folded = points <= Self.longCueLength ? FoldedBytes.lower(text.span) : []
    if let loss = listLoss {
      if !loss.isOnlyOfLinks || isLink(points) { return loss.reason }
      listLoss = nil
    }
    if points <= Self.cueLength, kind != .tableRow, kind != .tableHeader {
      if let reason = listReason(folded, block, kind, isMain) { return reason }
      let place = self.place(isMain)
      let isTitle = kind == .heading || isPageTitle()
      if !isTitle, let reason = boilerplate.reason(forText: folded, place) {
        if reason == .pageMetadata, isOpening { declareDate(String(decoding: text, as: UTF8.self)) }
        return reason
      }
      // An invitation to a channel links to it, wherever it stands.
      if link.points > 0, let reason = boilerplate.reason(forEndOf: folded) { return reason }
      if !isTitle, let reason = metadataReason(folded, points) { return reason }
    }
    if let reason = footReason(folded, kind, points, isMain) { return reason }
    if kind == .paragraph || kind == .listItem {
      if let reason = serviceReason(folded, points) { return reason }
      if Boilerplate.isOfHashtags(folded) { return .related }
      // `← Алдыңғы мақала Келесі мақала →`, whatever their titles are.
      if isLink(points), Boilerplate.hasArrow(folded) { return .navigation }
    }
    if let firstHeading, text.elementsEqual(firstHeading), builder.source.blocks.count <= 3 {
      return .duplicateTitle
    }
    return isMain ? nil : lossReasonOutside(folded, block, kind, points)
  }

  /// A fragment has no frame, but what services of its page put below the text, or between, is told by its words.
  private mutating func lossReasonInFragment(_ kind: SourceText.Block.Kind, _ points: Int) -> LossReason? {
    guard kind == .paragraph, points <= Self.longCueLength else { return nil }
    let folded = FoldedBytes.lower(builder.currentText.span)
    if points <= Self.cueLength {
      // «Пікірлер (3)»
      if folded.last == 0x29, boilerplate.listReason(forHeading: folded) == .social { return .social }
      let isEnd = anatomy.lastProse > 0 && lastTaken > anatomy.lastProse
      if let reason = boilerplate.reason(forText: folded, isEnd ? .fragmentEnd : .middle) { return reason }
      if let line = boilerplate.metadataLine(folded, isOpening: false) { return reason(of: line) }
    }
    return serviceReason(folded, points)
  }

  /// A phrase that services of pages have, or a link to another page that says so before its title.
  private func serviceReason(_ folded: [UInt8], _ points: Int) -> LossReason? {
    if points <= Self.phraseLength, let reason = boilerplate.reason(forPhraseIn: folded) { return reason }
    guard points > Self.cueLength, points <= Self.longCueLength, link.points * 2 >= points else { return nil }
    return boilerplate.reason(forText: folded, .middle) == .related ? .related : nil
  }

  /// Below the text, how to reach the site's owner, and files to load.
  private func footReason(
    _ folded: [UInt8], _ kind: SourceText.Block.Kind, _ points: Int, _ isMain: Bool
  ) -> LossReason? {
    guard kind == .paragraph || kind == .listItem, points <= Self.longCueLength,
      !isMain || anatomy.lastProse > 0 && lastTaken > anatomy.lastProse
    else { return nil }
    if link.points * 2 >= points,
      Boilerplate.isFile(folded) || isLink(points) && Boilerplate.namesFile(folded)
    {
      return .navigation
    }
    if let reason = boilerplate.reason(forFoot: folded) { return reason }
    return anatomy.hasContactsOfSite ? boilerplate.reason(forContactLine: folded) : nil
  }

  /// Date, author and counter of the page.
  private mutating func metadataReason(_ folded: [UInt8], _ points: Int) -> LossReason? {
    if let line = boilerplate.metadataLine(folded, isOpening: isOpening) { return reason(of: line) }
    guard time.points * 10 >= points * 9 else { return nil }
    if isOpening { declareDate(String(decoding: builder.currentText, as: UTF8.self)) }
    return .pageMetadata
  }

  private mutating func reason(of line: MetadataLine) -> LossReason {
    if let stamp = line.stamp { return stamp }
    if isOpening { declareDate(String(decoding: builder.currentText, as: UTF8.self)) }
    return .pageMetadata
  }

  private func place(_ isMain: Bool) -> Boilerplate.Place {
    if !isMain { return .outside }
    if isOpening { return .opening }
    if lastTaken < anatomy.lastProse { return .middle }
    // Where text and frame share the body, what comes last is the frame's.
    return tree.elements[anatomy.root].name <= MarkupNames.body ? .outside : .closing
  }

  /// Nothing with a letter or digit, or a dash alone.
  private func isOrnament(_ text: ArraySlice<UInt8>) -> Bool {
    guard
      text.contains(where: {
        $0 >= 0x80 || ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a)
      })
    else { return true }
    return text.elementsEqual([0xe2, 0x80, 0x94]) || text.elementsEqual([0xe2, 0x80, 0x93])
  }

  /// The reason that a heading such as "read also" gives for itself and what follows it in its own parent. Where
  /// that is the document itself, or much of its prose is still to come, only the links that follow go with it, and comments
  /// once the text is over.
  private mutating func listReason(
    _ folded: [UInt8], _ block: Int, _ kind: SourceText.Block.Kind, _ isMain: Bool
  ) -> LossReason? {
    guard let reason = boilerplate.listReason(forHeading: folded) else { return nil }
    let parent = Int(tree.elements[block].parent)
    let end = parent >= 0 ? Int(tree.elements[parent].end) : tree.elements.count
    let goesOn = reason == .related && anatomy.textGoesOn(in: tree, behindListAfter: block, to: end)
    let isApart = (parent > anatomy.root || !isMain) && !goesOn
    let isComments = reason == .social && kind == .heading && !isOpening
    let name = tree.elements[block].name
    listLoss = ListLoss(
      end: end, reason: reason, isOnlyOfLinks: !isApart && !isComments,
      heading: HTMLElements.isHeading(name) ? name : nil)
    return reason
  }

  /// Outside of the main element only sentences and the page's own headings are kept.
  ///
  /// - Parameter folded: the text in lower case, where it is no longer than a cue.
  private func lossReasonOutside(
    _ folded: [UInt8], _ block: Int, _ kind: SourceText.Block.Kind, _ points: Int
  ) -> LossReason? {
    if isPageTitle() || tree.elements[block].name == MarkupNames.h1 { return nil }
    if isLink(points) { return .related }
    // `Бөлімдер • Тарих • Байланыс`: links, and the marks between them.
    if kind != .tableRow, link.points * 10 >= points * 6 { return .navigation }
    if let reason = boilerplate.reason(forPartOf: folded) { return reason }
    return points < Self.shortBlock && !isBesideMain(folded, block, kind) ? .chrome : nil
  }

  /// Whether a short block outside of the main element is likely to go with it: text of the element around it, a
  /// heading or what is named a title above it; beside it a paragraph, or what opens or signs a document.
  private func isBesideMain(_ folded: [UInt8], _ block: Int, _ kind: SourceText.Block.Kind) -> Bool {
    let root = anatomy.root
    guard root > 0 else { return false }
    if block > root, Boilerplate.isFootnote(folded) { return true }
    let parent = Int(tree.elements[root].parent)
    if block == parent { return tree.elements[block].name != MarkupNames.body }
    var own = Int(tree.elements[block].parent)
    if own >= 0, own < root, Int(tree.elements[own].end) > root, block < root {
      if kind == .heading { return true }
      if tree.attribute(MarkupNames.classAttribute, of: block).map(boilerplate.namesContent) == true {
        return true
      }
    }
    // A page that nothing else gives a heading has it right above its text.
    if own == parent, !anatomy.hasTitle, Int(tree.elements[block].end) == root { return true }
    if own == parent, tree.elements[block].name == MarkupNames.p { return true }
    while own > parent, HTMLElements.isTableElement(tree.elements[own].name) {
      own = Int(tree.elements[own].parent)
    }
    return own == parent && boilerplate.frames(text: folded)
  }

  private func isLink(_ points: Int) -> Bool { link.points * 10 >= points * 8 }

  /// Whether the block under way is the page's title, as `title` gives it with or without the site's name.
  func isPageTitle() -> Bool {
    let text = builder.currentText
    return text.count > 8 && anatomy.title.starts(with: text)
  }
}
