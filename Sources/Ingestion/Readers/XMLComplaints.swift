/// What libxml2 found wrong with an XML file, as issues.
enum XMLComplaints {
  /// `xml-too-deep` and `xml-not-well-formed` (errors: what follows was not read or only guessed) and
  /// `xml-malformed` (warnings), each with its line; `xml-unreadable` where nothing could be read.
  static func issues(of tree: MarkupTree) -> [Issue] {
    var issues = tree.complaints.map { complaint in
      if complaint.isFatal && complaint.message.contains("depth") {
        return Issue(
          .error, "xml-too-deep",
          "elements are nested more than 256 deep; what follows was not read; check the program that wrote the file",
          line: complaint.line)
      }
      return Issue(
        complaint.isFatal ? .error : .warning, complaint.isFatal ? "xml-not-well-formed" : "xml-malformed",
        complaint.isFatal
          ? "the XML is cut off or broken here (\(complaint.message)); what could be read was kept; download the file again"
          : complaint.message,
        line: complaint.line)
    }
    if tree.elements.isEmpty && issues.isEmpty {
      issues.append(Issue(.error, "xml-unreadable", "no element could be read; check that the file is XML"))
    }
    return issues
  }
}
