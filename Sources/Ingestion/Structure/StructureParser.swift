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
    let kind = self.kind(of: document, source.blocks, shapes, source.declared)
    document.metadata.kind = kind
    let outline = readRoles(source.blocks, shapes, kind, &document)
    let lines = metadataLines(document, source.blocks)
    metadataParser.read(lines, declared: source.declared, kind: kind, into: &document.metadata, issues: &document.issues)
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
        PassageShape(block, tokens: analysis.tokens[passage.tokens], text: text, types: analyzer.types, words: &words))
      document.passages.append(passage)
    }
    document.analysis = analysis
    return shapes
  }

  // MARK: Structure

  private func kind(
    of document: Document, _ blocks: [SourceText.Block], _ shapes: [PassageShape], _ declared: SourceText.Declared
  ) -> Metadata.Kind {
    // Only a passage that names both a council and a decision can be a requisites line.
    let candidates = zip(document.passages, shapes).prefix(6)
      .filter { $0.1.all.isSuperset(of: [.council, .decision]) && $0.1.length < 450 }
      .map { document.string(of: $0.0) }
    let opens = !candidates.isEmpty && metadataParser.requisites(in: candidates) != nil
    return KindClassifier.kind(of: shapes, declared: declared, opensWithCitation: opens)
  }

  /// What the course of the document gave beside the passages' own roles.
  private struct Outline {
    var agendaItems = 0
    var itemHeadings = 0
    var votes: [Metadata.Vote] = []
  }

  private func readRoles(
    _ blocks: [SourceText.Block], _ shapes: [PassageShape], _ kind: Metadata.Kind, _ document: inout Document
  ) -> Outline {
    var outline = Outline()
    var parser = RoleParser(kind: kind, chairName: nil)
    var isAgendaVote = false
    for index in blocks.indices {
      let passage = document.passages[index]
      let isNearEnd = blocks.count - index <= 5 || self.isNearEnd(index, shapes)
      let finding = parser.read(shapes[index], block: blocks[index], isNearEnd: isNearEnd) {
        document.string(of: passage)
      }
      document.passages[index].role = finding.role
      document.passages[index].speaker = finding.speaker
      document.passages[index].agendaItem = finding.agendaItem
      if finding.role == .agenda { isAgendaVote = true }
      if finding.role == .heading && outline.votes.isEmpty { isAgendaVote = isAgendaVote && finding.agendaItem == nil }
      guard finding.role == .vote || shapes[index].all.isSuperset(of: [.inFavour, .against]) else { continue }
      let ofAgenda = shapes[index].all.contains(.agenda) || (isAgendaVote && finding.agendaItem == nil)
      if !ofAgenda, let counts = VoteParser.parse(document.string(of: passage)) {
        outline.votes.append(
          Metadata.Vote(
            item: finding.agendaItem ?? 0, inFavour: counts.inFavour, against: counts.against,
            abstained: counts.abstained))
      }
    }
    outline.agendaItems = parser.agendaCount
    outline.itemHeadings = parser.itemHeadings
    return outline
  }

  /// Whether only short passages follow: signatures, annexes, notes.
  private func isNearEnd(_ index: Int, _ shapes: [PassageShape]) -> Bool {
    let next = shapes[index...].prefix(3)
    return next.allSatisfy { $0.length < 160 && $0.kind != .listItem } && next.count > 1
      && next.contains { !$0.all.isDisjoint(with: [.secretary, .chair]) }
  }

  private func metadataLines(_ document: Document, _ blocks: [SourceText.Block]) -> [MetadataParser.Line] {
    let head = MetadataParser.headLength
    let count = document.passages.count
    return document.passages.indices.filter { $0 < head || $0 >= count - 8 || document.passages[$0].role == .signature }
      .map { index in
        let passage = document.passages[index]
        return MetadataParser.Line(
          text: document.string(of: passage), role: passage.role,
          isTitle: passage.role == .heading && blocks[index].kind != .tableHeader)
      }
  }

  private func finish(_ outline: Outline, _ source: borrowing SourceText, _ document: inout Document) {
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
    default:
      document.metadata.agendaItems = outline.agendaItems
    }
  }
}
