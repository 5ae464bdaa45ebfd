import Coding
import Ingestion
import Linguistics
import Reporting

/// Finds the title that a learned coder took for a passage's context: the evidence in the store names the code alone.
///
/// Passages are asked for in their order: what stands over them is read, and weighed, once a document.
final class PassageTitles {
  private let store: Store
  private let analyzer: TextAnalyzer
  private let coder: LearnedCoder?
  private var document: Int?
  private var headings: [Store.Line] = []
  private var agenda: [Store.Line] = []
  /// By code, then by a title's text.
  private var values: [String: [String: Float]] = [:]

  init(_ store: Store, _ model: CodingModel) {
    self.store = store
    let analyzer = TextAnalyzer()
    self.analyzer = analyzer
    coder = model.learned.map {
      LearnedCoder(LexiconCoder(model.lexicon, types: analyzer.types), $0, kind: model.coder)
    }
  }

  /// The title that says most of a code, of equals the nearest; nil where the passage has none.
  ///
  /// - Throws: `StoreError`.
  func title(over passage: StoredPassage, for code: String) throws(StoreError) -> HTMLReport.Title? {
    let titles = try titles(over: passage).map { (title: $0, value: value(of: $0.text, for: code)) }
    let most = titles.map(\.value).max()
    return titles.first { $0.value == most }?.title
  }

  /// What stands over a passage, as `CodingWorker.contexts` gives it to the coder: the line of the agenda, the heading and
  /// the document's title, each text once.
  ///
  /// - Throws: `StoreError`.
  func titles(over passage: StoredPassage) throws(StoreError) -> [HTMLReport.Title] {
    if document != passage.document { try read(passage.document) }
    var titles: [HTMLReport.Title] = []
    func add(_ kind: HTMLReport.Title.Kind, _ line: Store.Line?) {
      guard let line, !titles.contains(where: { $0.text == line.text }) else { return }
      titles.append(HTMLReport.Title(kind, line.text))
    }
    if passage.role != Role.agenda.rawValue, let item = passage.agendaItem,
      agenda.indices.contains(item - 1), agenda[item - 1].n < passage.n
    {
      add(.agenda, agenda[item - 1])
    }
    let above = headings.prefix { $0.n < passage.n }
    if above.count > 1 { add(.heading, above.last) }
    add(.document, above.first)
    return titles
  }

  private func read(_ document: Int) throws(StoreError) {
    headings = try store.lines(.heading, of: document)
    agenda = try store.lines(.agenda, of: document)
    values = [:]
    self.document = document
  }

  private func value(of title: String, for code: String) -> Float {
    if let value = values[code]?[title] { return value }
    let text = Array(title.utf8)
    var analysis = TextAnalysis()
    analyzer.analyze(text.span, in: 0..<text.count, into: &analysis)
    let value = coder?.contextValue(analysis, title: 0..<analysis.sentences.count, code: code) ?? 0
    values[code, default: [:]][title] = value
    return value
  }
}
