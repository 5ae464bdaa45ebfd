import Linguistics

/// Gives blocks their meaning: passages with role, speaker and agenda item, and the document's metadata.
/// One per worker, since it remembers what words it has met.
struct StructureParser {
  private var words = StructureWords()
  private let metadataParser = MetadataParser()

  init() {}

  /// Fills `document` with what a reader found in its source.
  mutating func parse(_ source: consuming SourceText, analyzer: TextAnalyzer, into document: inout Document) {
    document.text = source.text
    document.segments = source.segments
    document.places = source.places
    document.losses = source.losses
    document.issues += source.issues
    let shapes = analyze(source.blocks, analyzer, &document)
    document.metadata.language = DocumentLanguage.language(of: document)
    document.issues += ScriptNotes.issues(in: document.text.span, language: document.metadata.language)
    let requisites = self.requisites(of: document, shapes)
    let title = recordTitle(of: document, shapes)
    let kind = KindClassifier.kind(
      of: shapes, declared: source.declared, recordTitle: title, opensWithCitation: requisites != nil)
    document.metadata.kind = kind
    let outline = readRoles(source.blocks, shapes, kind, title, &document)
    if kind == .decision, let requisites, document.passages[requisites].role != .heading {
      document.passages[requisites].role = .note
    } else if kind == .decision {
      noteHead(of: &document)
    }
    let lines = metadataLines(document, source.blocks, shapes)
    metadataParser.read(
      lines, declared: source.declared, kind: kind, into: &document.metadata, issues: &document.issues)
    finish(outline, source, &document)
  }

  // MARK: Text

  private mutating func analyze(
    _ blocks: [SourceText.Block], _ analyzer: TextAnalyzer, _ document: inout Document
  ) -> [PassageShape] {
    let bytes = document.text
    let text = bytes.span
    var analysis = TextAnalysis()
    var shapes: [PassageShape] = []
    shapes.reserveCapacity(blocks.count)
    document.passages.reserveCapacity(blocks.count)
    for block in blocks {
      var passage = Passage(text: block.text, segments: block.segments)
      let firstToken = analysis.tokens.count
      let firstSentence = analysis.sentences.count
      analyzer.analyze(text, in: block.text, into: &analysis)
      passage.tokens = firstToken..<analysis.tokens.count
      passage.sentences = firstSentence..<analysis.sentences.count
      passage.language = DocumentLanguage.language(of: analysis.sentences[passage.sentences])
      shapes.append(
        PassageShape(
          block, tokens: analysis.tokens[passage.tokens], text: text, types: analyzer.types, words: &words))
      document.passages.append(passage)
    }
    document.analysis = analysis
    return shapes
  }

  // MARK: Structure

  /// The passage that is a decision's requisites line.
  private func requisites(of document: Document, _ shapes: [PassageShape]) -> Int? {
    // Only a passage that names both a council and a decision can be one.
    shapes.indices.prefix(6).first { index in
      shapes[index].all.isSuperset(of: [.council, .decision]) && shapes[index].length < 450
        && metadataParser.requisites(in: TextReading(Array(document.text[document.passages[index].text])))
          != nil
    }
  }

  /// A decision's date and number on lines of their own are notes, as requisites in one line are.
  private func noteHead(of document: inout Document) {
    for index in document.passages.indices.prefix(MetadataParser.headLength) {
      guard document.passages[index].role == .body else { continue }
      let text = document.text[document.passages[index].text]
      if DecisionHead.isLine(TextReading(Array(text))) { document.passages[index].role = .note }
    }
  }

  /// The opening line that says whose minutes these are, however it is set: nothing but short lines stands before it.
  private func recordTitle(of document: Document, _ shapes: [PassageShape]) -> Int? {
    for (index, shape) in shapes.prefix(6).enumerated() {
      if shape.mayNameRecord, RecordTitle.isTitle(document.string(of: document.passages[index]), shape) {
        return index
      }
      if shape.words > 8 && shape.endsSentence { return nil }
    }
    return nil
  }

  private func readRoles(
    _ blocks: [SourceText.Block], _ shapes: [PassageShape], _ kind: Metadata.Kind, _ title: Int?,
    _ document: inout Document
  ) -> DocumentOutline {
    var outline = DocumentOutline()
    var parser = RoleParser(kind: kind, blocks: blocks, shapes: shapes, title: title)
    var table: VoteTable?
    let tail = self.tail(of: shapes)
    for index in blocks.indices {
      let passage = document.passages[index]
      let isNearEnd = index >= tail || self.isNearEnd(index, shapes)
      let next = index + 1 < shapes.count ? shapes[index + 1] : nil
      var (shape, block) = (shapes[index], blocks[index])
      let isVoteRow = readRow(&shape, passage, document, &table, &outline)
      if isVoteRow { block.role = .vote }
      let finding = parser.read(shape, block: block, next: next, isNearEnd: isNearEnd) {
        document.string(of: passage)
      }
      document.passages[index].role = finding.role
      document.passages[index].speaker = finding.speaker
      document.passages[index].agendaItem = finding.agendaItem
      if finding.isChair { outline.chairPassages.append(index) }
      if finding.isLabel { outline.labelPassages.append(index) }
      if shape.kind == .tableHeader || table != nil {
        table?.item = item(of: finding, parser)
        outline.isVoting = false
      } else if outline.isVoting, let side = voteSide(shape, document.string(of: passage)) {
        outline.add(side)
        document.passages[index].role = .vote
        document.passages[index].speaker = nil
      } else {
        let known = outline.votes.count
        readVote(index, shapes, finding, parser, document, &outline)
        outline.isVoting = outline.votes.count > known && shape.words <= Self.longestSide
      }
    }
    outline.close(&table)
    outline.agendaItems = max(outline.agendaItems, parser.agendaCount)
    outline.itemHeadings = parser.course.headings
    outline.numberedHeadings = parser.course.numberedHeadings
    outline.isHearing = zip(document.passages, shapes).contains {
      $0.role == .heading && $1.all.contains(.hearing)
    }
    if kind == .news {
      outline.statedItems = newsItems(of: document, shapes)
    } else if kind == .protocol, outline.agendaItems == 0, outline.itemHeadings == 0 {
      outline.statedItems = openingItems(of: document, shapes)
    }
    return outline
  }

  /// The items that whoever opens the sitting counts, in minutes that list no agenda: `Вносятся два вопроса: …`.
  private func openingItems(of document: Document, _ shapes: [PassageShape]) -> Int? {
    shapes.indices.prefix(MetadataParser.headLength).lazy.filter {
      shapes[$0].all.isSuperset(of: [.item, .agenda])
        || shapes[$0].all.contains(.item) && shapes[$0].hasEarlyColon
    }
    .compactMap { AgendaCount.stated(in: document.string(of: document.passages[$0])) }.first
  }

  /// The items that a report or announcement of a session gives: a number in its lead, else the lines below what
  /// reads as an agenda's heading or the list in it.
  private func newsItems(of document: Document, _ shapes: [PassageShape]) -> Int? {
    let lead = shapes.indices.prefix(4).lazy.filter {
      shapes[$0].all.contains(.item)
        && (!shapes[$0].all.isDisjoint(with: [.agenda, .session]) || shapes[$0].endsWithColon)
    }
    let stated = lead.compactMap { AgendaCount.stated(in: document.string(of: document.passages[$0])) }.first
    if let stated { return stated }
    guard let head = shapes.indices.prefix(12).first(where: { shapes[$0].opensAgenda }) else { return nil }
    if !shapes[head].endsWithColon {
      let listed = AgendaCount.listed(in: document.string(of: document.passages[head]))
      if listed > 1 || !shapes[head].isAgendaHead { return listed > 1 ? listed : nil }
    }
    var count = 0
    for (passage, shape) in zip(document.passages, shapes).dropFirst(head + 1) {
      let isListed = shape.number == count + 1 || shape.kind == .listItem || shape.beginsWithDash
      guard isListed || AgendaCount.isItem(document.string(of: passage), after: count) else { break }
      if !shape.isPart { count += 1 }
    }
    return count > 0 ? count : nil
  }

  /// Where the short passages at the end begin, that may be signatures.
  private func tail(of shapes: [PassageShape]) -> Int {
    var index = shapes.count
    while index > 0, shapes.count - index < 8 {
      let shape = shapes[index - 1]
      guard shape.length < 160, shape.kind != .listItem, shape.kind != .heading else { break }
      index -= 1
    }
    return min(index, max(0, shapes.count - 2))
  }

  /// Whether signatures follow, and then maybe annexes.
  private func isNearEnd(_ index: Int, _ shapes: [PassageShape]) -> Bool {
    let next = shapes[index...].prefix(3)
    return next.allSatisfy { $0.length < 160 && $0.kind != .listItem } && next.count > 1
      && next.contains { !$0.all.isDisjoint(with: [.secretary, .chair]) }
  }

  private func metadataLines(
    _ document: Document, _ blocks: [SourceText.Block], _ shapes: [PassageShape]
  ) -> [MetadataParser.Line] {
    let head = MetadataParser.headLength
    let count = document.passages.count
    return document.passages.indices.filter {
      $0 < head || $0 >= count - 8 || document.passages[$0].role == .signature
    }
    .map { index in
      let passage = document.passages[index]
      return MetadataParser.Line(
        reading: TextReading(Array(document.text[passage.text])), role: passage.role,
        isTitle: passage.role == .heading && blocks[index].kind != .tableHeader && passage.speaker == nil,
        classes: shapes[index].all,
        hasDigit: shapes[index].hasDigit, hasNumber: shapes[index].number != nil)
    }
  }

  /// Puts the chair's name to labels that give the office only, in the form that other labels write; the fuller form
  /// of label and signature is the document's.
  private func nameChair(_ outline: DocumentOutline, _ document: inout Document) {
    guard let chair = document.metadata.chair else { return }
    let person = PersonIdentity(chair)
    let label = document.passages.lazy.compactMap(\.speaker).first { PersonIdentity($0).isSame(as: person) }
    for index in outline.chairPassages { document.passages[index].speaker = label ?? chair }
    guard let label, [.protocol, .hearing].contains(document.metadata.kind) else { return }
    if label.utf8.count > chair.utf8.count { document.metadata.chair = label }
  }

  private func finish(_ outline: DocumentOutline, _ source: borrowing SourceText, _ document: inout Document)
  {
    nameChair(outline, &document)
    document.dropLabels(outline.labelPassages)
    var speakers: [String] = []
    var seen = People()
    for name in document.passages.lazy.compactMap(\.speaker) where seen.insert(name) { speakers.append(name) }
    document.metadata.speakers = speakers
    document.metadata.votes = outline.votes.isEmpty ? source.declared.votes : outline.votes
    switch document.metadata.kind {
    case .protocol:
      document.metadata.agendaItems =
        outline.statedItems ?? (outline.agendaItems > 0 ? outline.agendaItems : outline.itemHeadings)
    case .hearing where outline.agendaItems == 0:
      // A public hearing is on one subject unless it numbers several; a reception of citizens has none.
      document.metadata.agendaItems = max(outline.numberedHeadings, outline.isHearing ? 1 : 0)
    case .news where outline.agendaItems == 0:
      document.metadata.agendaItems = outline.statedItems ?? 0
    default:
      document.metadata.agendaItems = outline.agendaItems
    }
  }
}
