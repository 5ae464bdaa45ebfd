/// Text inside of Markdown.
enum MarkdownText {
  /// One line without mark-up: what Markdown or HTML would read is escaped, line ends become spaces.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}": result.append(" ")
      case "<": result.append("&lt;")
      case "&": result.append("&amp;")
      case "|", "\\", "`", "*", "_", "[", "]", "#", "!":
        result.append("\\")
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
