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
  /// Of the document's passages, by number.
  private var titles: [Int: [HTMLReport.Title]] = [:]
  /// By code, then by a title's text.
  private var values: [String: [String: Float]] = [:]

  init(_ store: Store, _ model: CodingModel) {
    self.store = store
    let analyzer = TextAnalyzer()
    self.analyzer = analyzer
    coder = ModelCoder(model, types: analyzer.types).learned
  }

  /// The title that says most of a code, of equals the nearest; nil where the passage has none.
  ///
  /// - Throws: `StoreError`.
  func title(over passage: StoredPassage, for code: String) throws(StoreError) -> HTMLReport.Title? {
    let titles = try titles(over: passage).map { (title: $0, value: value(of: $0.text, for: code)) }
    let most = titles.map(\.value).max()
    return titles.first { $0.value == most }?.title
  }

  /// What stands over a passage, as the coder gets it: the line of the agenda, the heading and the document's title, each
  /// text once.
  ///
  /// - Throws: `StoreError`.
  func titles(over passage: StoredPassage) throws(StoreError) -> [HTMLReport.Title] {
    if document != passage.document {
      titles = [:]
      values = [:]
      var over = TitlesOver<Store.Line>()
      for line in try store.lines(of: passage.document) {
        titles[line.n] = Self.titles(over, line)
        over.pass(line.role, line)
      }
      document = passage.document
    }
    return titles[passage.n] ?? []
  }

  private static func titles(_ over: TitlesOver<Store.Line>, _ line: Store.Line) -> [HTMLReport.Title] {
    var titles: [HTMLReport.Title] = []
    func add(_ kind: HTMLReport.Title.Kind, _ line: Store.Line?) {
      guard let line, !titles.contains(where: { $0.text == line.text }) else { return }
      titles.append(HTMLReport.Title(kind, line.text))
    }
    add(.agenda, over.line(line.agendaItem, for: line.role))
    if over.heading?.n != over.document?.n { add(.heading, over.heading) }
    add(.document, over.document)
    return titles
  }

  private func value(of title: String, for code: String) -> Float {
    if let value = values[code]?[title] { return value }
    let analysis = analyzer.analysis(of: Array(title.utf8))
    let value = coder?.contextValue(analysis, title: analysis.allSentences, code: code) ?? 0
    values[code, default: [:]][title] = value
    return value
  }
}
