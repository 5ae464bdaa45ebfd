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
    let kind = KindClassifier.kind(
      of: shapes, declared: source.declared, opensWithCitation: requisites != nil)
    document.metadata.kind = kind
    let outline = readRoles(source.blocks, shapes, kind, &document)
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

  private func readRoles(
    _ blocks: [SourceText.Block], _ shapes: [PassageShape], _ kind: Metadata.Kind, _ document: inout Document
  ) -> DocumentOutline {
    var outline = DocumentOutline()
    var parser = RoleParser(kind: kind, blocks: blocks)
    var table: VoteTable?
    let tail = self.tail(of: shapes)
    for index in blocks.indices {
      let passage = document.passages[index]
      let isNearEnd = index >= tail || self.isNearEnd(index, shapes)
      let finding = parser.read(shapes[index], block: blocks[index], isNearEnd: isNearEnd) {
        document.string(of: passage)
      }
      document.passages[index].role = finding.role
      document.passages[index].speaker = finding.speaker
      document.passages[index].agendaItem = finding.agendaItem
      if finding.isChair { outline.chairPassages.append(index) }
      if shapes[index].kind == .tableHeader {
        outline.close(&table)
        table = VoteTable(header: cells(of: passage, document))
      } else if shapes[index].kind == .tableRow, table != nil {
        if outline.read(row: cells(of: passage, document), &table) { document.passages[index].role = .vote }
      } else {
        outline.close(&table)
        if outline.isVoting, let side = voteSide(shapes[index], document.string(of: passage)) {
          outline.add(side)
          document.passages[index].role = .vote
          document.passages[index].speaker = nil
        } else {
          let known = outline.votes.count
          readVote(shapes[index], finding, parser, document, &outline)
          outline.isVoting = outline.votes.count > known && shapes[index].words <= Self.longestSide
        }
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
      outline.statedItems =
        zip(document.passages, shapes).prefix(4).lazy
        .filter { $1.all.contains(.item) && !$1.all.isDisjoint(with: [.agenda, .session]) }
        .compactMap { AgendaCount.stated(in: document.string(of: $0.0)) }.first
    }
    return outline
  }

  private func readVote(
    _ shape: PassageShape, _ finding: RoleParser.Finding, _ parser: RoleParser, _ document: Document,
    _ outline: inout DocumentOutline
  ) {
    let index = parser.passagesRead - 1
    guard parser.isSession || parser.kind == .news || parser.kind == .other else { return }
    let namesSides = shape.all.contains(.inFavour) && !shape.all.isDisjoint(with: [.against, .abstained])
    guard !outline.hasTable, finding.role == .vote || namesSides && shape.length < 900 else { return }
    // A vote on the agenda itself is not one on an item.
    guard !shape.all.contains(.agenda), !(parser.isBeforeItems && parser.agendaCount > 0) else { return }
    guard let counts = VoteParser.parse(document.string(of: document.passages[index])) else { return }
    guard finding.role == .vote || counts.against + counts.abstained > 0 else { return }
    outline.votes.append(
      Metadata.Vote(
        item: finding.agendaItem ?? 0, inFavour: counts.inFavour, against: counts.against,
        abstained: counts.abstained))
  }

  /// A line of a vote with one side has no more words.
  private static let longestSide = 8

  /// `– против – нет;` on a line of its own.
  private func voteSide(_ shape: PassageShape, _ text: @autoclosure () -> String) -> (
    side: VoteParser.Side, count: Int
  )? {
    guard shape.words <= Self.longestSide, !shape.all.isDisjoint(with: [.against, .abstained]),
      !shape.all.contains(.inFavour)
    else { return nil }
    return VoteParser.side(text())
  }

  /// The texts of a table row's cells: its segments by their elements.
  private func cells(of passage: Passage, _ document: Document) -> [String] {
    let text = document.string(of: passage)
    let segments = document.segments[passage.segments]
    var cells: [String] = []
    var node: Int32 = -1
    for (index, segment) in zip(segments.indices, segments) {
      let end = index + 1 < segments.endIndex ? Int(segments[index + 1].textStart) : Int.max
      let piece = text.unicodeScalars.dropFirst(Int(segment.textStart)).prefix(end - Int(segment.textStart))
      let cell = String(String.UnicodeScalarView(piece)).trimmingSpaces()
      if segment.node == node, !cells.isEmpty {
        cells[cells.count - 1] += " " + cell
      } else {
        cells.append(cell)
      }
      node = segment.node
    }
    return cells
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
        isTitle: passage.role == .heading && blocks[index].kind != .tableHeader, classes: shapes[index].all,
        hasDigit: shapes[index].hasDigit, hasNumber: shapes[index].number != nil)
    }
  }

  /// Puts the chair's name to labels that give the office only, in the form that other labels write; the fuller form
  /// of label and signature is the document's.
  private func nameChair(_ outline: DocumentOutline, _ document: inout Document) {
    guard let chair = document.metadata.chair else { return }
    let key = RoleParser.key(chair)
    let label = document.passages.lazy.compactMap(\.speaker).first { RoleParser.key($0) == key }
    for index in outline.chairPassages { document.passages[index].speaker = label ?? chair }
    guard let label, [.protocol, .hearing].contains(document.metadata.kind) else { return }
    if label.utf8.count > chair.utf8.count { document.metadata.chair = label }
  }

  private func finish(_ outline: DocumentOutline, _ source: borrowing SourceText, _ document: inout Document)
  {
    nameChair(outline, &document)
    var speakers: [String] = []
    var seen: Set<String> = []
    for passage in document.passages {
      guard let name = passage.speaker, seen.insert(RoleParser.key(name)).inserted else { continue }
      speakers.append(name)
    }
    document.metadata.speakers = speakers
    document.metadata.votes = outline.votes.isEmpty ? source.declared.votes : outline.votes
    switch document.metadata.kind {
    case .protocol:
      document.metadata.agendaItems = outline.agendaItems > 0 ? outline.agendaItems : outline.itemHeadings
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

extension String {
  fileprivate func trimmingSpaces() -> String {
    var view = self[...]
    while view.first == " " { view.removeFirst() }
    while view.last == " " { view.removeLast() }
    return String(view)
  }
}
