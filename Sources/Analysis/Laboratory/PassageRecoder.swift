import Coding
import Linguistics

/// Codes passages of stored documents again, as `CodingWorker` codes those of files.
final class PassageRecoder {
  private let model: CodingModel
  private let analyzer = TextAnalyzer()
  private let coder: ModelCoder
  private var analysis = TextAnalysis()

  init(_ model: CodingModel) {
    self.model = model
    coder = ModelCoder(model, types: analyzer.types)
  }

  /// The codes of some passages of a document, by their place in `document.passages`; notes, signatures and headings have
  /// none.
  func codes(of document: StoredDocument, passages: [Int]) -> [Int: (
    codes: [String], entries: [String: Set<String>]
  )] {
    var result: [Int: (codes: [String], entries: [String: Set<String>])] = [:]
    for place in passages {
      guard let context = analyze(document, place) else {
        result[place] = ([], [:])
        continue
      }
      let coding = coder.code(
        analysis, sentences: context.sentences, textStart: context.start, context: context.context)
      var codes: [String] = []
      var entries: [String: Set<String>] = [:]
      for assignment in coding.codes where !CodingJSON.isPolarity(assignment, model) {
        let code = model.lexicon.code(assignment).id
        codes.append(code)
        entries[code] = Set(assignment.evidence.map { model.lexicon.entries[$0.entry].entry.id })
      }
      result[place] = (codes.sorted(), entries)
    }
    return result
  }

  /// The codes that the lexicon alone gives a passage, polarity left out.
  ///
  /// - Parameter leftOut: an entry, by its place in the lexicon's entries, that is passed over.
  func lexiconCodes(of document: StoredDocument, passage place: Int, without leftOut: Int = -1) -> Set<String>
  {
    guard let context = analyze(document, place) else { return [] }
    let coding = coder.lexicon.code(
      analysis, sentences: context.sentences, textStart: context.start, context: context.context,
      without: leftOut)
    return Set(
      coding.codes.lazy.filter { !CodingJSON.isPolarity($0, self.model) }.map {
        self.model.lexicon.code($0).id
      })
  }

  /// Analyses a passage with the titles over it; nil for notes, signatures and headings, which have no codes.
  private func analyze(
    _ document: StoredDocument, _ place: Int
  ) -> (sentences: Range<Int>, start: Int, context: PassageContext)? {
    let passage = document.passages[place]
    guard passage.isCoded else { return nil }
    analysis.removeAll()
    var text: [UInt8] = []
    let documentTitle = sentences(of: passage.documentTitle, in: document, &text)
    let heading = sentences(of: passage.heading, in: document, &text)
    let line = sentences(of: passage.agendaLine, in: document, &text)
    let start = text.count
    let first = analysis.sentences.count
    text += Array(passage.text.utf8)
    analyzer.analyze(text.span, in: start..<text.count, into: &analysis)
    let context = PassageContext(
      role: passage.role, kind: document.kind, region: document.region, date: document.date,
      itemSentences: heading, agendaSentences: line, titleSentences: documentTitle,
      isRow: passage.segments >= CodingWorker.fewestCells)
    return (first..<analysis.sentences.count, start, context)
  }

  /// Appends a title to the text and its sentences to the analysis.
  private func sentences(
    of title: Int?, in document: StoredDocument, _ text: inout [UInt8]
  ) -> Range<Int> {
    let first = analysis.sentences.count
    guard let title, !document.passages[title].text.isEmpty else { return first..<first }
    let start = text.count
    text += Array(document.passages[title].text.utf8)
    analyzer.analyze(text.span, in: start..<text.count, into: &analysis)
    return first..<analysis.sentences.count
  }
}
