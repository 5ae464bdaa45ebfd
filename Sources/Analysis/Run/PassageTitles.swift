import Ingestion
import Reporting

/// The titles over stored passages: what a learned coder took for context, as `CodingWorker.contexts` gives it.
///
/// Passages are asked for in their order: what stands in a document is read once for all of its passages.
final class PassageTitles {
  private let store: Store
  private var document: Int?
  private var headings: [Store.Line] = []
  private var agenda: [Store.Line] = []

  init(_ store: Store) { self.store = store }

  /// The line of the agenda, the heading and the document's title that stand over a passage, each text once.
  ///
  /// - Throws: `StoreError`.
  func titles(over passage: StoredPassage) throws(StoreError) -> [HTMLReport.Title] {
    if document != passage.document { try read(passage.document) }
    var titles: [HTMLReport.Title] = []
    func add(_ kind: HTMLReport.Title.Kind, _ line: Store.Line?) {
      guard let line, !titles.contains(where: { $0.text == line.text }) else { return }
      titles.append(HTMLReport.Title(kind, line.text))
    }
    if passage.role != Role.agenda.rawValue, let item = passage.agendaItem, agenda.indices.contains(item - 1),
      agenda[item - 1].n < passage.n
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
    self.document = document
  }
}
