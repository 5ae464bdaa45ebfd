import Tabulation

/// Writes the pictures of the page. Lengths are in the picture's own units, one of which is a pixel where there is room.
///
/// Styles are classes of the page's style sheet: its policy allows no style attributes.
extension HTMLWriter {
  enum Anchor: String { case start, middle, end }

  /// Begins a picture that is named and described by elements of the page.
  ///
  /// - Parameters:
  ///   - name: id of the element that names it.
  ///   - description: id of the element that says what it shows, or nil.
  mutating func beginSVG(
    width: Double, height: Double, className: String, name: String, description: String?,
    title: TrilingualLabel
  ) {
    raw("<svg class=\"\(className)\" viewBox=\"0 0 \(number(width)) \(number(height))\" role=\"img\" ")
    raw("aria-labelledby=\"\(name)\"")
    if let description { raw(" aria-describedby=\"\(description)\"") }
    raw("><title>")
    text(title.en)
    raw("</title>")
  }

  mutating func endSVG() { raw("</svg>\n") }

  mutating func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ className: String) {
    raw("<rect class=\"\(className)\" x=\"\(number(x))\" y=\"\(number(y))\" ")
    raw("width=\"\(number(width))\" height=\"\(number(height))\"></rect>")
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ className: String) {
    raw("<line class=\"\(className)\" x1=\"\(number(x1))\" y1=\"\(number(y1))\" ")
    raw("x2=\"\(number(x2))\" y2=\"\(number(y2))\"></line>")
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ className: String) {
    raw(
      "<circle class=\"\(className)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\"></circle>"
    )
  }

  mutating func polyline(_ points: [(x: Double, y: Double)], _ className: String, closed: Bool = false) {
    raw("<\(closed ? "polygon" : "polyline") class=\"\(className)\" points=\"")
    raw(points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " "))
    raw("\"></\(closed ? "polygon" : "polyline")>")
  }

  /// One line of text; `lang` shows it in one language only.
  mutating func svgText(
    _ content: String, x: Double, y: Double, anchor: Anchor = .start, className: String = "",
    turned: Double = 0
  ) {
    raw("<text x=\"\(number(x))\" y=\"\(number(y))\"")
    if anchor != .start { raw(" text-anchor=\"\(anchor.rawValue)\"") }
    if !className.isEmpty { raw(" class=\"\(className)\"") }
    if turned != 0 { raw(" transform=\"rotate(\(number(turned)) \(number(x)) \(number(y)))\"") }
    raw(">")
    text(content)
    raw("</text>")
  }

  /// A label in lines, in every language. `y` is the base line of the first line, or of the last where the lines grow
  /// upwards, or the middle of all where they are centred.
  ///
  /// - Parameters:
  ///   - width: to which lines are broken.
  ///   - size: the font's size, as the class sets it.
  mutating func svgLabel(
    _ label: TrilingualLabel, x: Double, y: Double, width: Double, size: Double, anchor: Anchor = .start,
    vertical: VerticalPlace = .top, className: String = "", turned: Double = 0
  ) {
    let isOne = label.kk == label.ru && label.ru == label.en
    if !isOne { raw("<g class=\"t\">") }
    for language in isOne ? [LabelLanguage.en] : LabelLanguage.allCases {
      let lines = TextMeasure.lines(label[language], limit: width / size)
      let step = size * 1.22
      let first =
        switch vertical {
        case .top: y
        case .middle: y - step * Double(lines.count - 1) / 2 + size * 0.35
        case .bottom: y - step * Double(lines.count - 1)
        }
      raw("<text\(isOne ? "" : " lang=\"\(language.rawValue)\"")")
      if anchor != .start { raw(" text-anchor=\"\(anchor.rawValue)\"") }
      if !className.isEmpty { raw(" class=\"\(className)\"") }
      if turned != 0 { raw(" transform=\"rotate(\(number(turned)) \(number(x)) \(number(y)))\"") }
      raw(">")
      for (index, line) in lines.enumerated() {
        raw("<tspan x=\"\(number(x))\" y=\"\(number(first + step * Double(index)))\"")
        // A word that is wider than its place is squeezed into it.
        if TextMeasure.width(line) * size > width {
          raw(" textLength=\"\(number(width))\" lengthAdjust=\"spacingAndGlyphs\"")
        }
        raw(">")
        text(line)
        raw("</tspan>")
      }
      raw("</text>")
    }
    if !isOne { raw("</g>") }
  }

  enum VerticalPlace { case top, middle, bottom }

  /// A cell's number: the count, and the share as English and as Kazakh and Russian write it, one of which the style
  /// shows.
  mutating func svgNumber(
    _ estimate: CellEstimate, x: Double, y: Double, anchor: Anchor = .middle, className: String
  ) {
    svgText(ReportTable.grouped(estimate.count), x: x, y: y, anchor: anchor, className: "\(className) n")
    guard let share = estimate.value else {
      svgText("–", x: x, y: y, anchor: anchor, className: "\(className) s")
      return
    }
    svgText(
      ValueText.text(share, estimate.unit, .en), x: x, y: y, anchor: anchor, className: "\(className) s en")
    svgText(
      ValueText.text(share, estimate.unit, .ru), x: x, y: y, anchor: anchor, className: "\(className) s kr")
  }

  /// Lines that a label takes in the language that needs most.
  func lineCount(_ label: TrilingualLabel, width: Double, size: Double) -> Int {
    LabelLanguage.allCases.map { TextMeasure.lines(label[$0], limit: width / size).count }.max() ?? 0
  }

  /// At most two decimals, without trailing zeros.
  func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = Int(hundredths.magnitude).quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
