/// XML of an unknown vocabulary: its text by paragraphs, and a warning that names the root element.
///
/// An element that has text of its own beside that of its children is a paragraph with inline mark-up; one
/// that has none is structure. Nothing else is known, so no role is given.
enum UnknownXMLReader {
  /// `utf8`: a decoded file. Never fails: what is wrong with the XML is in the issues, `unknown-xml` among
  /// them.
  static func read(_ utf8: [UInt8]) -> SourceText {
    let tree = XMLEntities.parse(utf8)
    var reader = XMLBlockReader(tree, UnknownVocabulary(tree))
    var source = reader.read()
    if !tree.elements.isEmpty {
      let namespace = tree.rootNamespace.map { "in the namespace \($0)" } ?? "without a namespace"
      source.issues.insert(
        Issue(
          .warning, "unknown-xml",
          "the root element is \(tree.name(of: 0)) \(namespace): no known vocabulary; its text was read by paragraphs, "
            + "without speakers and roles; convert it to Akoma Ntoso or TEI to keep them"),
        at: 0)
    }
    return source
  }
}

/// Tells paragraphs from structure by where text stands.
struct UnknownVocabulary: XMLVocabulary {
  private enum Meaning { case structure, heading, row, lineBreak }

  private static let meanings: [String: Meaning] = [
    "br": .lineBreak, "lb": .lineBreak, "tr": .row, "row": .row, "title": .heading, "heading": .heading,
    "head": .heading, "h1": .heading, "h2": .heading, "h3": .heading, "p": .structure, "para": .structure,
    "paragraph": .structure, "div": .structure, "section": .structure, "item": .structure, "li": .structure,
    "list": .structure, "table": .structure, "cell": .structure, "td": .structure,
  ]

  private let table: XMLElementTable<Meaning>

  init(_ tree: MarkupTree) { table = XMLElementTable(UnknownVocabulary.meanings, tree) }

  func enter(_ node: Int, in tree: MarkupTree, context: inout XMLContext) -> XMLTreatment {
    let meaning = table.meaning(of: node, in: tree)
    switch meaning {
    case .lineBreak?: return .lineBreak
    case .row?:
      context.kind = .tableRow
      return .row
    case .heading? where !context.isText:
      context.kind = .heading
      context.isText = true
      return .block
    case .structure?:
      context.isText = tree.hasOwnText(node)
      return .block
    default:
      // Inside of a paragraph everything is inline.
      if context.isText { return .inline }
      context.isText = tree.hasOwnText(node)
      return .block
    }
  }
}
