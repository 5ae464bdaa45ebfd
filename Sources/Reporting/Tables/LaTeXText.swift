/// Text of any origin as LaTeX prints it.
enum LaTeXText {
  /// What LaTeX would read as a command is escaped, line ends become spaces, controls and directional marks are left
  /// out: fonts have no glyph for them.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "&", "%", "$", "#", "_", "{", "}":
        result += "\\"
        result.unicodeScalars.append(scalar)
      // Ligatures would make a dash, quotation marks or guillemets of them; brackets would end an optional argument.
      case "-", "'", "`", ",", "<", ">", "[", "]", "\"", "?", "!":
        result += "{"
        result.unicodeScalars.append(scalar)
        result += "}"
      case "\n", "\r", "\t", "\u{2028}", "\u{2029}": result += " "
      case "\u{A0}": result += "~"
      case "\u{202F}": result += "\\,"
      // Few text fonts have the marks of our tables; every mathematical one has.
      case "▲": result += "$\\uparrow$"
      case "▼": result += "$\\downarrow$"
      case "●": result += "$\\bullet$"
      case "○": result += "$\\circ$"
      case "✓": result += "$\\surd$"
      case "✗": result += "$\\times$"
      default:
        let isHidden =
          scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        if !isHidden { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}
