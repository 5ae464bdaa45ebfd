/// What HTML's element names mean for the flow of text.
enum HTMLElements {
  /// Names that begin and end a block; unknown names are inline.
  static func isBlock(_ name: Int32) -> Bool { name >= 0 && name < 128 && blocks[Int(name)] }

  /// Controls of forms, and what is embedded: `label`, `input`, …, `iframe`, …, `audio`.
  static func isFormControl(_ name: Int32) -> Bool { name >= MarkupNames.label && name <= MarkupNames.audio }

  static func isHeading(_ name: Int32) -> Bool { name >= MarkupNames.h1 && name <= MarkupNames.h6 }

  /// `table`, its parts and cells.
  static func isTableElement(_ name: Int32) -> Bool { name >= MarkupNames.table && name <= MarkupNames.th }

  static func isCell(_ name: Int32) -> Bool { name == MarkupNames.td || name == MarkupNames.th }

  static func isBold(_ name: Int32) -> Bool { name == MarkupNames.b || name == MarkupNames.strong }

  private static let blocks: [Bool] = {
    var table = Array(repeating: false, count: 128)
    for name in [
      "html", "body", "nav", "header", "footer", "aside", "main", "article", "section", "div", "p", "h1",
      "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot",
      "tr", "td", "th", "caption", "blockquote", "pre", "address", "center", "figure", "figcaption", "form",
      "fieldset", "legend", "details", "summary", "hr", "menu", "dialog",
    ] {
      if let id = MarkupNames().find(name), id < 128 { table[Int(id)] = true }
    }
    return table
  }()
}

/// Looks into `style` attributes without parsing CSS.
enum StyleValue {
  /// Whether a declaration gives a property a value that begins so: `has(style, "text-align", "center")`.
  static func has(_ style: ArraySlice<UInt8>, _ property: StaticString, _ value: StaticString) -> Bool {
    property.withUTF8Buffer { property in
      value.withUTF8Buffer { value in
        var i = style.startIndex
        // A colon stands between them at the least.
        while i + property.count + value.count < style.endIndex {
          if matches(style, i, property) {
            var k = i + property.count
            while k < style.endIndex, style[k] == 0x20 || style[k] == 0x3a { k += 1 }
            if matches(style, k, value) { return true }
          }
          i += 1
        }
        return false
      }
    }
  }

  /// The number that a declaration gives a property, whatever its unit: `number(style, "left")`. The property is not the
  /// end of another's name (`margin-left`).
  static func number(_ style: ArraySlice<UInt8>, _ property: StaticString) -> Double? {
    property.withUTF8Buffer { property in
      var i = style.startIndex
      while i + property.count < style.endIndex {
        defer { i += 1 }
        guard matches(style, i, property),
          i == style.startIndex || style[i - 1] <= 0x20 || style[i - 1] == 0x3b
        else {
          continue
        }
        var k = i + property.count
        while k < style.endIndex, style[k] == 0x20 { k += 1 }
        guard k < style.endIndex, style[k] == 0x3a else { continue }
        let value = style[(k + 1)...].drop { $0 == 0x20 }.prefix {
          $0 == 0x2e || $0 == 0x2d || $0 >= 0x30 && $0 <= 0x39
        }
        return Double(String(decoding: value.prefix(8), as: UTF8.self))
      }
      return nil
    }
  }

  private static func matches(_ style: ArraySlice<UInt8>, _ at: Int, _ word: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    guard at + word.count <= style.endIndex else { return false }
    for k in 0..<word.count where style[at + k] | 0x20 != word[k] | 0x20 { return false }
    return true
  }
}

extension MarkupTree {
  /// Whether an element fits a selector.
  func matches(_ index: Int, _ selector: Boilerplate.Selector) -> Bool {
    if let tag = selector.tag, name(of: index) != tag { return false }
    if elements[index].attributeCount == 0 { return selector.id == nil && selector.classes.isEmpty }
    if let id = selector.id {
      guard let value = attribute(MarkupNames.idAttribute, of: index), value.elementsEqual(id.utf8) else {
        return false
      }
    }
    guard !selector.classes.isEmpty else { return true }
    guard let value = attribute(MarkupNames.classAttribute, of: index) else { return false }
    let own = value.split(separator: 0x20)
    return selector.classes.allSatisfy { name in own.contains { $0.elementsEqual(name.utf8) } }
  }

  /// Whether a heading is the site's name: all of its text is one link to the front page.
  func isSiteName(_ heading: Int) -> Bool {
    guard
      let link = descendants(of: heading).first(where: { elements[$0].name == MarkupNames.a }),
      let target = attribute(MarkupNames.href, of: link), Self.isFrontPage(target)
    else { return false }
    let text = self.text.span
    return WhiteSpace.visibleCount(text.extracting(elements[heading].text))
      == WhiteSpace.visibleCount(text.extracting(elements[link].text))
  }

  /// `/`, `/index.php`, `./`, `/ru/`, `https://maslihat.example/`.
  private static func isFrontPage(_ target: ArraySlice<UInt8>) -> Bool {
    var rest = String(decoding: target, as: UTF8.self).lowercased()[...]
    for scheme in ["https://", "http://", "//"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      rest = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
      if rest.isEmpty { return true }
      break
    }
    let steps = rest.split(separator: "/").filter { $0 != "." }
    guard let step = steps.first else { return rest.first == "/" || rest.first == "." }
    return steps.count == 1 && (step.hasPrefix("index.") || rest.first == "/" && (2...3).contains(step.count))
  }
}
