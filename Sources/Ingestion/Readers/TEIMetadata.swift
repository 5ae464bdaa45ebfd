/// What TEI headers say: titles, date, meeting, body, language and persons; and who is marked as chair.
struct TEIMetadata {
  var declared = SourceText.Declared()
  /// Names by `xml:id`: surname and forenames where they are marked, else the name as written.
  private(set) var persons: [String: String] = [:]
  private var organizations: [String: String] = [:]

  init(_ tree: MarkupTree) {
    let reader = Reader(tree: tree)
    var dates: [(rank: Int, date: String)] = []
    var settingBody: String?
    var meetingBody: String?
    var hasTurns = false
    var titleIsOwn = false
    for node in tree.elements.indices {
      let name = tree.name(of: node)
      switch name {
      case "person":
        if let id = reader.attribute("id", node), let shown = reader.personName(node) { persons[id] = shown }
      case "org":
        if let id = reader.attribute("id", node), let shown = reader.child("orgName", of: node) {
          organizations[id] = tree.string(of: shown)
        }
      case "title" where reader.isInside("titleStmt", node):
        let title = tree.string(of: node)
        let type = reader.attribute("type", node)
        guard !title.isEmpty, type == nil || type == "main" else { break }
        // A document's own title goes before that of its corpus.
        let isOwn = reader.isInside("TEI", node)
        if declared.title == nil || isOwn && !titleIsOwn { declared.title = title }
        titleIsOwn = titleIsOwn || isOwn
      case "meeting": readMeeting(node, reader, &meetingBody)
      case "date":
        guard let date = XMLDeclared.date(reader.attribute("when", node)) else { break }
        if reader.isInside("setting", node) {
          dates.append((0, date))
        } else if reader.isInside("sourceDesc", node) {
          dates.append((1, date))
        } else if reader.isInside("publicationStmt", node) {
          dates.append((2, date))
        }
      case "name" where settingBody == nil && reader.isInside("setting", node):
        if reader.attribute("type", node) == "org" { settingBody = tree.string(of: node) }
      case "TEI", "TEI.2":
        declared.language = declared.language ?? XMLDeclared.language(reader.attribute("lang", node))
      case "u":
        hasTurns = true
        guard declared.chair == nil, let kinds = reader.attribute("ana", node),
          kinds.split(separator: " ").contains("#chair"),
          let who = XMLDeclared.reference(reader.attribute("who", node))
        else { break }
        declared.chair = persons[who]
      default: break
      }
    }
    if declared.language == nil, !tree.elements.isEmpty {
      declared.language = XMLDeclared.language(reader.attribute("lang", 0))
    }
    declared.date = dates.min { $0.rank < $1.rank }?.date
    declared.body = settingBody ?? meetingBody.flatMap { organizations[$0] }
    if hasTurns { declared.kind = .protocol }
  }

  /// `<meeting n="60" ana="#parla.session" corresp="#council"/>`; the number may stand in the text only.
  private mutating func readMeeting(_ node: Int, _ reader: Reader, _ body: inout String?) {
    let text = reader.attribute("n", node) ?? reader.tree.string(of: node)
    let number = Int(text.drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber })
    let kinds = reader.attribute("ana", node) ?? ""
    if kinds.contains("parla.session") || kinds.contains("parla.meeting") && declared.session == nil {
      declared.session = number
    }
    if kinds.contains("parla.term") { declared.convocation = number }
    if body == nil { body = XMLDeclared.reference(reader.attribute("corresp", node)) }
  }

  private struct Reader {
    let tree: MarkupTree

    func attribute(_ name: String, _ node: Int) -> String? {
      tree.attribute(named: name, of: node).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether one of the nearest eight ancestors has the name.
    func isInside(_ name: String, _ node: Int) -> Bool {
      var ancestor = Int(tree.elements[node].parent)
      for _ in 0..<8 where ancestor >= 0 {
        if tree.name(of: ancestor) == name { return true }
        ancestor = Int(tree.elements[ancestor].parent)
      }
      return false
    }

    func child(_ name: String, of node: Int) -> Int? {
      tree.descendants(of: node).first { tree.name(of: $0) == name }
    }

    func personName(_ person: Int) -> String? {
      guard let shown = child("persName", of: person) else { return nil }
      let parts = tree.descendants(of: shown)
      let surnames = parts.filter { tree.name(of: $0) == "surname" }.map { tree.string(of: $0) }
      let forenames = parts.filter { tree.name(of: $0) == "forename" }.map { tree.string(of: $0) }
      let joined = (surnames + forenames).joined(separator: " ")
      let whole = joined.isEmpty ? tree.string(of: shown) : joined
      return whole.isEmpty ? nil : whole
    }
  }
}
