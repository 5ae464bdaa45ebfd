/// What libxml2 found wrong with an XML file, as issues.
enum XMLComplaints {
  /// `xml-too-deep` and `xml-not-well-formed` (errors: what follows was not read or only guessed; the first
  /// of the latter only), `xml-entity-undefined` and `xml-malformed` (warnings), each once and with its line;
  /// `xml-unreadable` where nothing could be read.
  static func issues(of tree: MarkupTree) -> [Issue] {
    var issues: [Issue] = []
    var broken = false
    for complaint in tree.complaints {
      let issue = issue(of: complaint)
      // Errors after the first are mostly its consequences.
      if issue.id == "xml-not-well-formed" && broken || issues.contains(issue) { continue }
      broken = broken || issue.id == "xml-not-well-formed"
      issues.append(issue)
    }
    if tree.elements.isEmpty {
      issues.append(Issue(.error, "xml-unreadable", "no element could be read; check that the file is XML"))
    }
    return issues
  }

  private static func issue(of complaint: MarkupTree.Complaint) -> Issue {
    let message = complaint.message
    if message.contains("depth") {
      return Issue(
        .error, "xml-too-deep",
        "elements are nested more than 256 deep; what follows was not read; "
          + "check the program that wrote the file",
        line: complaint.line)
    }
    if let name = entity(in: message) {
      return Issue(
        .warning, "xml-entity-undefined",
        "the entity \(name) is not one of XML's own and was left out; write the character itself",
        line: complaint.line)
    }
    if complaint.isFatal {
      return Issue(
        .error, "xml-not-well-formed",
        "the XML is cut off or broken here (\(message)); what could be read was kept; "
          + "download the file again",
        line: complaint.line)
    }
    return Issue(.warning, "xml-malformed", message, line: complaint.line)
  }

  /// The name in libxml2's "Entity 'x' not defined" and in the tree builder's "entity &x; is not defined".
  private static func entity(in message: String) -> String? {
    guard message.lowercased().hasPrefix("entity "), message.contains("not defined") else { return nil }
    let name = message.dropFirst(7).prefix { $0 != " " }.trimmingPrefix { "'&".contains($0) }
    return String(name.prefix { $0 != "'" && $0 != ";" })
  }
}
