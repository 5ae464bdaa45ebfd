/// How wide a text will be, roughly: pictures are drawn without knowing the reader's fonts.
enum TextMeasure {
  /// In units of the font's size. Generous, so that a wider font than the usual ones still fits.
  static func width(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static let narrow = Set("ijlfrtІі.,:;|!'()[]/-–· ".unicodeScalars)
  private static let wide = Set("mwMWшщмжюыфШЩМЖЮЫФДЪҚҒҢҮҰ@%—".unicodeScalars)

  private static func width(_ scalar: Unicode.Scalar) -> Double {
    if narrow.contains(scalar) { return 0.34 }
    if wide.contains(scalar) { return 0.86 }
    return scalar.properties.isUppercase ? 0.7 : 0.59
  }

  /// The width of the longest piece that no line is broken in.
  static func longestWord(_ text: String) -> Double { lines(text, limit: 0).map { width($0) }.max() ?? 0 }

  /// The text in lines of at most `limit` font sizes where its words allow it, broken at spaces and after hyphens.
  static func lines(_ text: String, limit: Double) -> [String] {
    var pieces: [String] = []
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      var rest = Substring(word)
      while let hyphen = rest.firstIndex(of: "-"), rest.index(after: hyphen) < rest.endIndex {
        pieces.append(String(rest[...hyphen]))
        rest = rest[rest.index(after: hyphen)...]
      }
      pieces.append(String(rest) + " ")
    }
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if !line.isEmpty,
        width(line) + width(piece.hasSuffix(" ") ? piece.dropLast() : Substring(piece)) > limit
      {
        lines.append(trimmed(line))
        line = ""
      }
      line += piece
    }
    if !line.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  private static func trimmed(_ line: String) -> String {
    line.hasSuffix(" ") ? String(line.dropLast()) : line
  }
}
