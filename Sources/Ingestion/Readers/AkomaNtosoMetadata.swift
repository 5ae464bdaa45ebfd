/// What the `meta` element of an Akoma Ntoso document says: date, language, body, persons, votes.
struct AkomaNtosoMetadata {
  var declared = SourceText.Declared()
  /// Names of persons and offices by the ids that speeches refer to.
  private(set) var persons: [String: String] = [:]
  private(set) var roles: [String: String] = [:]
  private var organizations: [(id: String, name: String)] = []

  init(_ tree: MarkupTree) {
    var author: String?
    var votings: [Voting] = []
    var isWork = false
    for node in tree.elements.indices {
      let name = tree.name(of: node)
      func attribute(_ name: String) -> String? { tree.attribute(named: name, of: node) }
      switch name {
      case "FRBRWork": isWork = true
      case "FRBRExpression", "FRBRManifestation": isWork = false
      case "FRBRdate":
        if isWork && declared.date == nil { declared.date = XMLDeclared.date(attribute("date")) }
      case "FRBRauthor":
        if isWork && author == nil { author = XMLDeclared.reference(attribute("href")) }
      case "FRBRlanguage":
        if declared.language == nil { declared.language = XMLDeclared.language(attribute("language")) }
      case "TLCPerson", "TLCRole", "TLCOrganization":
        guard let id = attribute("eId") ?? attribute("id"), let shown = attribute("showAs"), !shown.isEmpty
        else {
          break
        }
        switch name {
        case "TLCPerson": persons[id] = persons[id] ?? shown
        case "TLCRole": roles[id] = roles[id] ?? shown
        default: organizations.append((id, shown))
        }
      case "voting":
        votings.append(Voting(href: attribute("href"), subject: attribute("refersTo")))
      case "count":
        guard !votings.isEmpty, let value = attribute("value").flatMap({ Int($0) }) else { break }
        votings[votings.count - 1].add(value, XMLDeclared.reference(attribute("refersTo")) ?? "")
      case "docTitle":
        if declared.title == nil {
          let title = tree.string(of: node)
          declared.title = title.isEmpty ? nil : title
        }
      default: break
      }
    }
    declared.body =
      organizations.first { $0.id == author }?.name
      ?? (organizations.count == 1 ? organizations[0].name : nil)
    let places = AkomaNtosoMetadata.agendaItems(of: votings, tree)
    declared.votes = zip(votings, places).filter { $0.0.isCounted }.map { voting, item in
      var vote = voting.vote
      vote.item = item
      return vote
    }
    declared.kind = AkomaNtosoMetadata.kind(tree)
    declared.chair = chair(tree)
  }

  /// A voting of the analysis and the counts that could be told apart.
  private struct Voting {
    /// Where the text tells of the voting, and what was voted on.
    var href: String?
    var subject: String?
    var vote = Metadata.Vote(item: 0, inFavour: 0, against: 0, abstained: 0)
    var isCounted = false

    init(href: String?, subject: String?) {
      self.href = href
      self.subject = subject
    }

    mutating func add(_ value: Int, _ concept: String) {
      let concept = concept.lowercased()
      if concept.contains("abst") || concept.contains("abstiene") {
        vote.abstained = value
      } else if ["noes", "no", "nay", "nays", "against", "contra", "encontra"].contains(concept) {
        vote.against = value
      } else if ["ayes", "aye", "yes", "for", "favour", "favor", "infavour", "afavor", "pro"].contains(
        concept)
      {
        vote.inFavour = value
      } else {
        return
      }
      isCounted = true
    }
  }

  /// The agenda item of each voting: the number at the end of a reference such as `#item_3`, else that of the
  /// section in which the element referred to stands, else 0.
  private static func agendaItems(of votings: [Voting], _ tree: MarkupTree) -> [Int] {
    guard !votings.isEmpty else { return [] }
    let wanted = Set(votings.flatMap { [XMLDeclared.reference($0.href), XMLDeclared.reference($0.subject)] })
    let sections = AkomaNtosoVocabulary.agendaItems(tree)
    var sectionOf: [String: Int] = [:]
    var section = (number: 0, end: 0)
    let identifiers = [tree.names.find("eId"), tree.names.find("id")]
    for node in tree.elements.indices {
      if let number = sections[node] { section = (number, Int(tree.elements[node].end)) }
      guard node < section.end else { continue }
      for case let name? in identifiers {
        guard let id = tree.attribute(name, of: node).map({ String(decoding: $0, as: UTF8.self) }) else {
          continue
        }
        if wanted.contains(id) { sectionOf[id] = section.number }
      }
    }
    return votings.map { voting in
      let references = [XMLDeclared.reference(voting.href), XMLDeclared.reference(voting.subject)]
      for case let id? in references {
        if let number = sectionOf[id] { return number }
      }
      for case let id? in references where id.lowercased().contains("item") {
        let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }
        if digits.count <= 4, let number = Int(String(digits.reversed())) { return number }
      }
      return 0
    }
  }

  private static func kind(_ tree: MarkupTree) -> Metadata.Kind? {
    for node in tree.elements.indices.prefix(16) {
      let given =
        tree.attribute(MarkupNames.nameAttribute, of: node)
        .map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
      switch tree.name(of: node) {
      case "debate", "debateReport":
        return given.contains("hearing") ? .hearing : .protocol
      case "act": return given.contains("regul") ? .regulation : .decision
      case "statement" where given.contains("report"): return .report
      default: continue
      }
    }
    return nil
  }

  /// Who speaks in the office of chair.
  private func chair(_ tree: MarkupTree) -> String? {
    guard let speech = tree.names.find("speech") else { return nil }
    for node in tree.elements.indices where tree.elements[node].name == speech {
      guard let role = XMLDeclared.reference(tree.attribute(named: "as", of: node))?.lowercased(),
        role.hasPrefix("chair") || role.hasPrefix("presid") || role == "speaker",
        let person = XMLDeclared.reference(tree.attribute(named: "by", of: node)).flatMap({ persons[$0] })
      else { continue }
      return person
    }
    return nil
  }
}
