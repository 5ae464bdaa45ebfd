import Yams

/// What is wrong with a text that is no YAML, in a user's words and with the line that he has to look at.
struct YAMLProblem {
  var line: Int
  var message: String

  init(_ error: any Error, _ text: String) {
    line = 1
    message = "is not YAML: \(error)"
    switch error as? YamlError {
    case .reader(let problem, _, _, _):
      message = "is no text in UTF-8: \(problem)"
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
      line = mark.line
      message = "is not YAML: " + Self.sentence(problem, context, &line, text)
    case .composer(_, let problem, let mark, _):
      line = mark.line
      if problem.contains("alias") {
        let name = Self.word(text, line: mark.line, column: mark.column)
        message = "'\(name)' refers to an anchor that does not exist; a name with * in front stands in quotes"
      } else if problem.contains("document") {
        message = "a pipeline is one document: leave out the line '---'"
      } else {
        message = "is not YAML: \(problem)"
      }
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.min() ?? ""
      let lines = Self.lines(of: key, in: text, from: context.mark.line)
      line = lines.count > 1 ? lines[1] : context.mark.line
      message = "the key '\(key)' stands twice" + (lines.count > 1 ? ", first in line \(lines[0])" : "")
    default: break
    }
  }

  private static func sentence(
    _ problem: String, _ context: YamlError.Context?, _ line: inout Int, _ text: String
  ) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    // Libyaml notices a tab in the indent of the line or of the one that it goes on from.
    for number in Set([line, line - 1, context?.mark.line ?? line]).sorted()
    where lines.indices.contains(number - 1) {
      guard lines[number - 1].prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") else { continue }
      line = number
      return "a tab stands at the beginning of the line; indent with spaces"
    }
    if let context, context.text.contains("flow") {
      let bracket = context.text.contains("mapping") ? "{" : "["
      return "the bracket '\(bracket)' of line \(context.mark.line) is not closed, or a comma is missing"
    }
    if let context, context.text.contains("quoted") {
      return "the quotation mark of line \(context.mark.line) is not closed"
    }
    if problem.contains("mapping values are not allowed") {
      return "a second colon in the line; a text with a colon stands in quotes"
    }
    return problem + (context.map { " (\($0.text), line \($0.mark.line))" } ?? "")
  }

  /// The word at a place, both counted from 1.
  private static func word(_ text: String, line: Int, column: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(line - 1) else { return "*" }
    return String(lines[line - 1].dropFirst(max(0, column - 1)).prefix { !" ,]}\r".contains($0) })
  }

  /// Lines that begin with the key, with the same indent as the first.
  private static func lines(of key: String, in text: String, from first: Int) -> [Int] {
    var found: [Int] = []
    var indent: Substring?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where index >= first - 1 {
      let margin = line.prefix { " -".contains($0) }
      guard line.dropFirst(margin.count).hasPrefix(key + ":") else { continue }
      if let indent, indent.count != margin.count { continue }
      indent = margin
      found.append(index + 1)
    }
    return found
  }
}
