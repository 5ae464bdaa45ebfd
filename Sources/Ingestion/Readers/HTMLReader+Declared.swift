/// What a page says of itself outside of its text.
extension HTMLReader {
  mutating func declareHead() {
    guard let html = tree.elements.indices.first else { return }
    if let lang = tree.attribute(named: "lang", of: html) { builder.declare { $0.language = lang } }
    if !anatomy.title.isEmpty {
      builder.declare { $0.title = String(decoding: anatomy.title, as: UTF8.self) }
    }
    if let index = tree.elements.indices.first(where: { isDated($0) }) {
      builder.declare { $0.date = tree.attribute(named: "datetime", of: index).map { String($0.prefix(10)) } }
    }
    let announcement = PageAnnouncement(tree)
    builder.declare {
      $0.publication = announcement.date
      $0.headline = announcement.headline
    }
  }

  private func isDated(_ index: Int) -> Bool {
    guard tree.elements[index].name == MarkupNames.time else { return false }
    return tree.attribute(named: "datetime", of: index).map { $0.count >= 10 } ?? false
  }

  /// Takes a line for the page's date if it has one and no line before it had.
  mutating func declareDate(_ line: String) {
    guard builder.source.declared.dateText == nil else { return }
    guard line.utf8.count < 80, line.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return }
    guard DateParser().date(in: line) != nil else { return }
    builder.declare { $0.dateText = line }
  }
}
