/// TEI: parliamentary corpora (ParlaMint, Parla-CLARIN), plays, and prose.
///
/// Segments of speeches, paragraphs, verse lines, headings, list items and table rows become blocks; notes,
/// stage directions and incidents become blocks of role note or of the role that the note's type names. A
/// note inside of a paragraph comes after it.
enum TEIReader {
  /// `utf8`: a decoded file. Never fails: what is wrong with the XML is in the issues.
  static func read(_ utf8: [UInt8]) -> SourceText {
    let tree = XMLEntities.parse(utf8)
    let metadata = TEIMetadata(tree)
    var reader = XMLBlockReader(tree, TEIVocabulary(tree, metadata))
    var source = reader.read()
    source.declared = metadata.declared
    return source
  }
}

/// TEI's elements as blocks.
struct TEIVocabulary: XMLVocabulary {
  private enum Meaning {
    case inline, label, lineBreak, row, note, incident, paragraph, segment, signed, listItem, list, heading,
      title, turn,
      division
    case skip(LossReason)
  }

  /// Elements that are neither here nor below are containers: blocks that begin and end others.
  private static let meanings: [String: Meaning] = {
    var table: [String: Meaning] = [
      "teiHeader": .skip(.header), "standOff": .skip(.header), "facsimile": .skip(.header),
      "listEvent": .skip(.header), "speaker": .skip(.speakerLabel), "fw": .skip(.chrome), "label": .label,
      "lb": .lineBreak, "cb": .lineBreak, "row": .row, "note": .note, "stage": .incident, "desc": .incident,
      "incident": .incident, "kinesic": .incident, "vocal": .incident,
      "p": .paragraph, "seg": .segment, "signed": .signed, "ab": .paragraph, "l": .paragraph,
      "head": .heading,
      "titlePart": .title, "item": .listItem, "list": .list, "u": .turn, "sp": .turn, "div": .division,
    ]
    for name in inlineNames { table[name] = .inline }
    return table
  }()

  private static let inlineNames = [
    "abbr", "add", "addName", "affiliation", "anchor", "bibl", "choice", "cit", "corr", "date", "del",
    "distinct", "docAuthor",
    "docTitle", "emph", "expan", "foreign", "forename", "g", "gap", "geogName", "gloss", "graphic", "hi",
    "idno", "lem",
    "measure", "measureGrp", "mentioned", "milestone", "name", "num", "orgName", "orig", "pb", "pc",
    "persName", "phr",
    "placeName", "ptr", "q", "quote", "rdg", "ref", "reg", "roleName", "rs", "s", "said", "shift", "sic",
    "soCalled", "supplied", "surname",
    "term", "time", "title", "unclear", "unit", "w",
  ]

  /// The same for readers of the text alone.
  static let flow: [String: TextFlow.Kind] = meanings.mapValues {
    switch $0 {
    case .inline: .inline
    case .lineBreak: .space
    case .row: .row
    case .note: .note
    case .skip: .left
    default: .block
    }
  }

  private let table: XMLElementTable<Meaning>
  private let metadata: TEIMetadata
  /// Numbers of the divisions that are agenda items, by element.
  private let sections: [Int: Int]
  private let type: Int32?

  init(_ tree: MarkupTree, _ metadata: TEIMetadata) {
    table = XMLElementTable(TEIVocabulary.meanings, tree)
    self.metadata = metadata
    sections = TEIVocabulary.agendaItems(tree)
    type = tree.names.find("type")
  }

  func enter(_ node: Int, in tree: MarkupTree, context: inout XMLContext) -> XMLTreatment {
    switch table.meaning(of: node, in: tree) {
    case .skip(let reason)?: return .skip(reason)
    case .inline?: return .inline
    case .label?: return .label
    case .lineBreak?: return .lineBreak
    case .row?:
      context.kind = .tableRow
      return .row
    case .note?: return enterNote(node, in: tree, &context)
    case .incident?:
      context.role = .note
      context.speaker = nil
      return .note
    case .paragraph?: context.isText = true
    case .segment?:
      // Of a speech it is a paragraph, inside of a paragraph any stretch of text.
      if context.isText { return .inline }
      context.isText = true
    case .signed?:
      context.role = .signature
      context.isText = true
    case .listItem?:
      context.kind = .listItem
      context.isText = true
    case .list?:
      context.role = XMLRoleNames.role(TEIVocabulary.value(type, node, tree)) ?? context.role
    case .heading?, .title?:
      if case .title? = table.meaning(of: node, in: tree) {
        context.kind = .title
      } else {
        context.kind = .heading
      }
      context.role = .heading
      context.speaker = nil
      context.isText = true
    case .turn?:
      context.role = .speech
      context.speaker = speaker(of: node, in: tree)
      context.isText = tree.hasOwnText(node)
    case .division?:
      context.role = XMLRoleNames.role(TEIVocabulary.value(type, node, tree))
      if let number = sections[node] { context.section = number }
    case nil: break
    }
    return .block
  }

  private func enterNote(_ node: Int, in tree: MarkupTree, _ context: inout XMLContext) -> XMLTreatment {
    context.speaker = nil
    let kind = TEIVocabulary.value(type, node, tree)
    if kind == "speaker" { return .skip(.speakerLabel) }
    context.role = XMLRoleNames.role(kind) ?? .note
    return .note
  }

  /// The person that `who` refers to, else the label as written inside or before the turn.
  private func speaker(of node: Int, in tree: MarkupTree) -> String? {
    let reference = XMLDeclared.reference(tree.attribute(named: "who", of: node))
    if let reference, let person = metadata.persons[reference] { return person }
    var child = node + 1
    while child < Int(tree.elements[node].end) {
      if case .skip(.speakerLabel)? = table.meaning(of: child, in: tree) {
        return XMLDeclared.name(tree.string(of: child))
      }
      child = Int(tree.elements[child].end)
    }
    // The element before: no element lies between it and this one, so it ends here.
    var before = node - 1
    while before >= 0, tree.elements[before].parent != tree.elements[node].parent {
      before = Int(tree.elements[before].parent)
    }
    if before >= 0, Int(tree.elements[before].end) == node, case .note? = table.meaning(of: before, in: tree),
      TEIVocabulary.value(type, before, tree) == "speaker"
    {
      return XMLDeclared.name(tree.string(of: before))
    }
    return nil
  }

  static func value(_ attribute: Int32?, _ node: Int, _ tree: MarkupTree) -> String? {
    attribute.flatMap { tree.attribute($0, of: node) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Outermost divisions that begin with a heading and hold speeches or notes, save for those that open the
  /// sitting: with the list of the agenda or who attended.
  private static func agendaItems(_ tree: MarkupTree) -> [Int: Int] {
    guard let division = tree.names.find("div"), let head = tree.names.find("head"),
      let turn = tree.names.find("u"), tree.elements.contains(where: { $0.name == turn })
    else { return [:] }
    let type = tree.names.find("type")
    var numbers: [Int: Int] = [:]
    var end = 0
    for node in tree.elements.indices where tree.elements[node].name == division && node >= end {
      let first = node + 1
      guard first < Int(tree.elements[node].end), tree.elements[first].name == head else { continue }
      let kind = value(type, node, tree)
      if ["preface", "conclusions", "annex"].contains(kind ?? "") { continue }
      var opens = isFormal(kind)
      var child = first
      while child < Int(tree.elements[node].end) {
        if isFormal(value(type, child, tree)) { opens = true }
        child = Int(tree.elements[child].end)
      }
      guard !opens else { continue }
      numbers[node] = numbers.count + 1
      end = Int(tree.elements[node].end)
    }
    return numbers
  }

  private static func isFormal(_ type: String?) -> Bool {
    let role = XMLRoleNames.role(type)
    return role == .agenda || role == .attendance
  }
}
