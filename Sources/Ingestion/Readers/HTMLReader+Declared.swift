/// What a page says of itself outside of its text.
extension HTMLReader {
  mutating func declareHead() {
    guard let html = tree.elements.indices.first else { return }
    if let lang = tree.attribute(named: "lang", of: html) { builder.declare { $0.language = lang } }
    if !anatomy.title.isEmpty {
      builder.declare { $0.title = String(decoding: anatomy.title, as: UTF8.self) }
    }
    for index in tree.elements.indices where tree.elements[index].name == MarkupNames.time {
      guard let value = tree.attribute(named: "datetime", of: index), value.count >= 10 else { continue }
      builder.declare { $0.date = String(value.prefix(10)) }
      break
    }
  }

  /// Takes a line for the page's date if it has a number and nothing before it was one.
  mutating func declareDate(_ line: String) {
    guard builder.source.declared.dateText == nil else { return }
    guard line.utf8.count < 80, line.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return }
    builder.declare { $0.dateText = line }
  }
}
