/// Akoma Ntoso 3.0 and its predecessors: debates, acts, bills, statements, documents.
///
/// Paragraphs, list items, table rows, narratives, summaries and headings become blocks, with the roles that
/// the mark-up itself gives; a narrative's or a summary's role is left to the text where the mark-up does not
/// tell.
enum AkomaNtosoReader {
  /// `utf8`: a decoded file. Never fails: what is wrong with the XML is in the issues.
  static func read(_ utf8: [UInt8]) -> SourceText {
    let tree = XMLEntities.parse(utf8)
    let metadata = AkomaNtosoMetadata(tree)
    var reader = XMLBlockReader(tree, AkomaNtosoVocabulary(tree, metadata))
    var source = reader.read()
    source.declared = metadata.declared
    return source
  }
}

/// Akoma Ntoso's elements as blocks.
struct AkomaNtosoVocabulary: XMLVocabulary {
  private enum Meaning {
    case inline, label, lineBreak, row, note, paragraph, listItem, heading, speech, attendance, scene,
      narrative, summary
    case section, conclusions, signature
    case skip(LossReason)
  }

  /// Elements that are neither here nor below are containers: blocks that begin and end others.
  private static let meanings: [String: Meaning] = {
    var table: [String: Meaning] = [
      "meta": .skip(.header), "toc": .skip(.navigation), "from": .skip(.speakerLabel),
      "num": .label, "br": .lineBreak, "eol": .lineBreak, "tr": .row, "authorialNote": .note, "note": .note,
      "p": .paragraph, "listIntroduction": .paragraph, "listConclusion": .paragraph, "item": .listItem,
      "li": .listItem, "heading": .heading, "subheading": .heading, "crossHeading": .heading,
      "longTitle": .heading, "speech": .speech, "question": .speech, "answer": .speech,
      "rollCall": .attendance, "scene": .scene, "narrative": .narrative, "summary": .summary,
      "debateSection": .section, "conclusions": .conclusions, "signature": .signature,
    ]
    for name in inlineNames { table[name] = .inline }
    return table
  }()

  private static let inlineNames = [
    "a", "abbr", "affectedDocument", "argument", "b", "change", "concept", "courtType", "date", "decoration",
    "def", "del",
    "docCommittee", "docDate", "docIntroducer", "docJurisdiction", "docketNumber", "docNumber",
    "docProponent",
    "docPurpose", "docStage", "docStatus", "docTitle", "docType", "embeddedText", "entity", "eop", "event",
    "extractText",
    "fillIn", "i", "img", "inline", "ins", "judge", "lawyer", "legislature", "location", "marker", "mmod",
    "mod", "mref",
    "neutralCitation",
    "noteRef", "object", "omissis", "opinion", "organization", "outcome", "party", "person", "placeholder",
    "process",
    "quantity", "quotedText", "recordedTime", "ref", "relatedDocument", "remark", "rmod", "role", "rref",
    "session",
    "shortTitle", "span", "sub", "sup", "term", "time", "u", "vote",
  ]

  /// The same for readers of the text alone.
  static let flow: [String: TextFlow.Kind] = meanings.mapValues {
    switch $0 {
    case .inline: .inline
    case .lineBreak: .space
    case .row: .row
    case .skip: .left
    default: .block
    }
  }

  private let table: XMLElementTable<Meaning>
  private let metadata: AkomaNtosoMetadata
  /// Numbers of the sections that are agenda items, by element.
  private let sections: [Int: Int]
  private let docTitle: Int32?
  private let from: Int32?
  private let signature: Int32?
  private let recordedTime: Int32?
  private let date: Int32?

  init(_ tree: MarkupTree, _ metadata: AkomaNtosoMetadata) {
    table = XMLElementTable(AkomaNtosoVocabulary.meanings, tree)
    self.metadata = metadata
    sections = AkomaNtosoVocabulary.agendaItems(tree)
    docTitle = tree.names.find("docTitle")
    from = tree.names.find("from")
    signature = tree.names.find("signature")
    recordedTime = tree.names.find("recordedTime")
    date = tree.names.find("date")
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
    case .note?:
      context.role = .note
      return .note
    case .paragraph?:
      enterParagraph(node, in: tree, &context)
    case .listItem?:
      context.kind = .listItem
      context.isText = true
    case .heading?:
      context.kind = .heading
      context.role = .heading
      context.isText = true
    case .speech?:
      context.role = .speech
      context.speaker = speaker(of: node, in: tree)
    case .attendance?: context.role = .attendance
    case .scene?:
      context.role = .note
      context.isText = true
    case .narrative?:
      context.role = nil
      context.isText = true
    case .summary?:
      context.role = hasDigit(node, in: tree) ? .vote : nil
      context.isText = true
    case .section?: enterSection(node, in: tree, &context)
    case .conclusions?: context.role = .signature
    case .signature?:
      // One in a paragraph of its own is the paragraph; several are blocks each.
      if context.isText && !hasSibling(node, in: tree) { return .inline }
      context.role = .signature
      context.isText = true
    case nil: break
    }
    return .block
  }

  private func hasSibling(_ node: Int, in tree: MarkupTree) -> Bool {
    let element = tree.elements[node]
    if element.ordinal != 1 { return true }
    let following = Int(element.end)..<Int(tree.elements[Int(element.parent)].end)
    return following.contains { tree.elements[$0].name == element.name }
  }

  private func enterParagraph(_ node: Int, in tree: MarkupTree, _ context: inout XMLContext) {
    context.isText = true
    let descendants = (node + 1)..<Int(tree.elements[node].end)
    if contains(docTitle, descendants, tree) {
      context.kind = .title
      context.role = .heading
    }
    if let signature, let first = descendants.first, tree.elements[first].name == signature {
      context.role = .signature
    }
    // Several signatures are blocks each. A date or the hour at which the House rose is none.
    let signatures = signature.map { name in descendants.count { tree.elements[$0].name == name } } ?? 0
    let isDated = contains(recordedTime, descendants, tree) || contains(date, descendants, tree)
    if context.role == .signature, signatures > 1 || signatures == 0 && isDated { context.role = nil }
    guard let classes = tree.attribute(MarkupNames.classAttribute, of: node) else { return }
    let value = String(decoding: classes, as: UTF8.self).lowercased()
    if value.contains("resolution") || value.contains("decision") {
      context.role = .resolution
    } else if value.contains("heading") && context.role == nil {
      context.kind = .heading
      context.role = .heading
    }
  }

  private func contains(_ name: Int32?, _ nodes: Range<Int>, _ tree: MarkupTree) -> Bool {
    guard let name else { return false }
    return nodes.contains { tree.elements[$0].name == name }
  }

  private func enterSection(_ node: Int, in tree: MarkupTree, _ context: inout XMLContext) {
    if let number = sections[node] { context.section = number }
    let name = tree.attribute(MarkupNames.nameAttribute, of: node)
    context.role = XMLRoleNames.role(name.map { String(decoding: $0, as: UTF8.self) })
  }

  /// The person that `by` refers to, else the label as written, else the office.
  private func speaker(of node: Int, in tree: MarkupTree) -> String? {
    let reference = XMLDeclared.reference(tree.attribute(named: "by", of: node))
    if let reference, let person = metadata.persons[reference] { return person }
    var child = node + 1
    while child < Int(tree.elements[node].end) {
      if tree.elements[child].name == from, let name = XMLDeclared.name(tree.string(of: child)) {
        return name
      }
      child = Int(tree.elements[child].end)
    }
    return reference.flatMap { metadata.roles[$0] }
  }

  private func hasDigit(_ node: Int, in tree: MarkupTree) -> Bool {
    tree.text[Int(tree.elements[node].textStart)..<Int(tree.elements[node].textEnd)]
      .contains { (0x30...0x39).contains($0) }
  }

  /// Sections named `item`, in order; where there are none, the outermost ones with a heading that are no
  /// formal part of a sitting.
  static func agendaItems(_ tree: MarkupTree) -> [Int: Int] {
    guard let section = tree.names.find("debateSection"), let heading = tree.names.find("heading") else {
      return [:]
    }
    let formal: Set<String> = [
      "agenda", "attendance", "opening", "closing", "preamble", "prayers", "quorum", "rollCall",
    ]
    var items: [Int] = []
    var others: [Int] = []
    var itemEnd = 0
    var otherEnd = 0
    for node in tree.elements.indices where tree.elements[node].name == section {
      let name = tree.attribute(MarkupNames.nameAttribute, of: node).map {
        String(decoding: $0, as: UTF8.self)
      }
      if name == "item", node >= itemEnd {
        items.append(node)
        itemEnd = Int(tree.elements[node].end)
      }
      let first = node + 1
      if node >= otherEnd, first < Int(tree.elements[node].end), tree.elements[first].name == heading,
        !formal.contains(name ?? "")
      {
        others.append(node)
        otherEnd = Int(tree.elements[node].end)
      }
    }
    let chosen = items.isEmpty ? others : items
    return Dictionary(uniqueKeysWithValues: zip(chosen, 1...))
  }
}
