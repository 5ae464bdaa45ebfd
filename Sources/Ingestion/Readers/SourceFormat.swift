/// The formats of source files, told by their beginning and not by the file's name.
public enum SourceFormat: String, Sendable, CaseIterable {
  case html
  case akomaNtoso = "akoma-ntoso"
  case tei, xml
  /// RSS or Atom.
  case feed
  case json
  case jsonLines = "json-lines"
  case text

  /// The format of a decoded file (UTF-8 without a byte order mark). Looks at the first 64 KiB.
  ///
  ///     SourceFormat.sniff(Array("<akomaNtoso xmlns='…'>".utf8))   // .akomaNtoso
  ///     SourceFormat.sniff(Array("Шешім<br>туралы<p>".utf8))       // .html
  public static func sniff(_ utf8: [UInt8]) -> SourceFormat {
    let head = utf8.prefix(65_536)
    var i = head.startIndex
    skipSpace(head, &i)
    guard i < head.endIndex else { return .text }
    switch head[i] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if let format = sniffJSON(head, from: i) { return format }
      return looksLikeHTML(head) ? .html : .text
    case UInt8(ascii: "<"):
      return sniffMarkup(head, from: i)
    default:
      return looksLikeHTML(head) ? .html : .text
    }
  }

  // MARK: - JSON

  private static func sniffJSON(_ head: ArraySlice<UInt8>, from start: Int) -> SourceFormat? {
    var i = start + 1
    skipSpace(head, &i)
    let next = i < head.endIndex ? head[i] : 0
    if head[start] == UInt8(ascii: "[") {
      return [UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\"")].contains(next)
        ? .json : nil
    }
    guard next == UInt8(ascii: "\"") || next == UInt8(ascii: "}") else { return nil }
    // One record a line: the first line is an object of its own and another follows.
    guard let end = head[start...].firstIndex(of: 0x0A) else { return .json }
    var last = end
    while last > start, head[last - 1] <= 0x20 { last -= 1 }
    var following = end
    skipSpace(head, &following)
    let closes = head[last - 1] == UInt8(ascii: "}")
    return closes && following < head.endIndex && head[following] == UInt8(ascii: "{") ? .jsonLines : .json
  }

  // MARK: - Mark-up

  private static func sniffMarkup(_ head: ArraySlice<UInt8>, from start: Int) -> SourceFormat {
    var i = start
    var hasDeclaration = false
    while i + 1 < head.endIndex, head[i] == UInt8(ascii: "<") {
      switch head[i + 1] {
      case UInt8(ascii: "?"):
        if matches("<?xml", head, at: i) { hasDeclaration = true }
        guard let end = position(of: ">", head, from: i) else { return hasDeclaration ? .xml : .html }
        i = end + 1
      case UInt8(ascii: "!"):
        if matches("<!doctype html", head, at: i) && !hasDeclaration { return .html }
        if matches("<!--", head, at: i) {
          guard let end = position(of: "-->", head, from: i) else { return hasDeclaration ? .xml : .html }
          i = end + 3
        } else {
          guard let end = endOfDoctype(head, from: i) else { return hasDeclaration ? .xml : .html }
          i = end
        }
      default:
        return classify(head, root: i, hasDeclaration: hasDeclaration)
      }
      skipSpace(head, &i)
    }
    return hasDeclaration ? .xml : looksLikeHTML(head) ? .html : .text
  }

  private static func classify(_ head: ArraySlice<UInt8>, root: Int, hasDeclaration: Bool) -> SourceFormat {
    var end = root + 1
    while end < head.endIndex, isNameByte(head[end]) { end += 1 }
    guard end > root + 1 else { return looksLikeHTML(head) ? .html : .text }
    let qualified = String(decoding: head[(root + 1)..<end], as: UTF8.self)
    let name = qualified.split(separator: ":").last.map(String.init) ?? qualified
    let tagEnd = position(of: ">", head, from: end) ?? head.endIndex
    let attributes = String(decoding: head[end..<min(tagEnd, head.endIndex)], as: UTF8.self).lowercased()
    switch name {
    case "akomaNtoso", "akomantoso", "AkomaNtoso": return .akomaNtoso
    case "TEI", "teiCorpus", "TEI.2": return .tei
    default: break
    }
    if attributes.contains("/ns/akn") || attributes.contains("akomantoso.org") { return .akomaNtoso }
    if attributes.contains("tei-c.org/ns") { return .tei }
    if name == "rss" || name == "feed" && attributes.contains("w3.org/2005/atom")
      || name == "RDF" && attributes.contains("purl.org/rss")
    {
      return .feed
    }
    if htmlElements.contains(name.lowercased()) && (!hasDeclaration || name.lowercased() == "html") {
      return .html
    }
    return .xml
  }

  /// After `<!DOCTYPE …>`, an internal subset in brackets included.
  private static func endOfDoctype(_ head: ArraySlice<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var i = start
    while i < head.endIndex {
      switch head[i] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return i + 1
      default: break
      }
      i += 1
    }
    return nil
  }

  /// HTML saved as text: a closing tag of an HTML element, or two opening ones.
  private static func looksLikeHTML(_ head: ArraySlice<UInt8>) -> Bool {
    var opening = 0
    var i = head.startIndex
    while let found = head[i...].firstIndex(of: UInt8(ascii: "<")) {
      var start = found + 1
      let closes = start < head.endIndex && head[start] == UInt8(ascii: "/")
      if closes { start += 1 }
      var end = start
      while end < head.endIndex, end - start < 12, isNameByte(head[end]) { end += 1 }
      let follows = end < head.endIndex && (head[end] <= 0x20 || [0x3E, 0x2F].contains(head[end]))
      if follows, end > start,
        htmlElements.contains(String(decoding: head[start..<end], as: UTF8.self).lowercased())
      {
        if closes { return true }
        opening += 1
        if opening == 2 { return true }
      }
      i = max(end, found + 1)
    }
    return false
  }

  private static let htmlElements: Set<String> = [
    "html", "head", "body", "title", "meta", "link", "script", "style", "base", "div", "p", "span", "br",
    "hr", "a", "img",
    "b", "i", "u", "em", "strong", "font", "center", "table", "thead", "tbody", "tr", "td", "th", "ul", "ol",
    "li", "dl", "dt",
    "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main", "aside", "header", "footer",
    "nav", "form", "input",
    "blockquote", "pre", "sup", "sub", "figure", "iframe", "noscript", "small", "svg",
  ]

  // MARK: - Bytes

  private static func skipSpace(_ head: ArraySlice<UInt8>, _ i: inout Int) {
    while i < head.endIndex, head[i] <= 0x20 { i += 1 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A, 0x5F, 0x80...: true
    default: false
    }
  }

  private static func matches(_ pattern: String, _ head: ArraySlice<UInt8>, at i: Int) -> Bool {
    let bytes = Array(pattern.utf8)
    guard i + bytes.count <= head.endIndex else { return false }
    return zip(head[i..<i + bytes.count], bytes).allSatisfy {
      $0 == $1 || ((0x41...0x5A).contains($0) && $0 | 0x20 == $1)
    }
  }

  private static func position(of pattern: String, _ head: ArraySlice<UInt8>, from start: Int) -> Int? {
    ByteLanes.firstIndex(of: Array(pattern.utf8), in: head.span, from: start)
  }
}
