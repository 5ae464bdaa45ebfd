/// Element and attribute names as small integers. Names that readers ask for have fixed ids, so that a
/// comparison costs one instruction; others are added as a file brings them.
struct MarkupNames: Sendable {
  private var names: [String]
  private var slots: [Int32]
  private var hashes: [UInt32]

  /// HTML's names; those of the constants below stand at their ids, as `MarkupNamesTests` check.
  private static let known = [
    "html", "head", "body", "title", "meta", "script", "style", "noscript", "template", "nav", "header",
    "footer", "aside", "main", "article", "section", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
    "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption",
    "blockquote", "pre", "address", "center", "figure", "figcaption", "hr", "br", "a", "b", "strong", "i",
    "em", "span", "font", "form", "fieldset", "legend", "label", "input", "select", "option", "button",
    "textarea", "iframe", "object", "svg", "canvas", "video", "audio", "time", "img", "details", "summary",
    "class", "id", "role", "href", "datetime", "content", "name", "property", "lang", "hidden",
    "aria-hidden", "align", "itemprop", "http-equiv", "charset", "map", "dialog", "menu", "u",
  ]

  static let html: Int32 = 0, head: Int32 = 1, body: Int32 = 2, title: Int32 = 3, meta: Int32 = 4
  static let script: Int32 = 5, style: Int32 = 6, noscript: Int32 = 7, template: Int32 = 8, nav: Int32 = 9
  static let header: Int32 = 10, footer: Int32 = 11, aside: Int32 = 12, main: Int32 = 13
  static let article: Int32 = 14, section: Int32 = 15, div: Int32 = 16, p: Int32 = 17, h1: Int32 = 18
  static let h6: Int32 = 23, li: Int32 = 26, table: Int32 = 30, thead: Int32 = 31, tr: Int32 = 34
  static let td: Int32 = 35, th: Int32 = 36, pre: Int32 = 39, hr: Int32 = 44, br: Int32 = 45, a: Int32 = 46
  static let b: Int32 = 47
  static let strong: Int32 = 48, form: Int32 = 53, label: Int32 = 56
  static let textarea: Int32 = 61, audio: Int32 = 67, time: Int32 = 68
  static let summary: Int32 = 71, classAttribute: Int32 = 72, idAttribute: Int32 = 73, role: Int32 = 74
  static let href: Int32 = 75
  static let content: Int32 = 77, nameAttribute: Int32 = 78, property: Int32 = 79, hidden: Int32 = 81
  static let align: Int32 = 83, itemprop: Int32 = 84

  init() { self = MarkupNames.initial }

  private init(empty: Void) {
    names = []
    hashes = []
    slots = Array(repeating: -1, count: 256)
    for name in MarkupNames.known {
      var copy = name
      copy.withUTF8 { _ = intern($0) }
    }
  }

  private static let initial = MarkupNames(empty: ())

  var count: Int { names.count }

  subscript(_ id: Int) -> String { names[id] }

  /// The id of a name, new or known.
  mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = MarkupNames.hash(name)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if hashes[id] == hash && names[id].utf8.elementsEqual(name) { return Int32(id) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(names.count)
    names.append(String(decoding: name, as: UTF8.self))
    hashes.append(hash)
    slots[slot] = id
    if names.count * 2 > slots.count { grow() }
    return id
  }

  /// The id of a name that the file has used or that is known beforehand, or nil.
  func find(_ name: String) -> Int32? {
    var copy = name
    let hash = copy.withUTF8 { MarkupNames.hash($0) }
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if names[Int(slots[slot])] == name { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether the name has a namespace prefix (`o:p`).
  func hasPrefix(_ id: Int32) -> Bool {
    id >= Int32(MarkupNames.known.count) && names[Int(id)].utf8.contains(0x3a)
  }

  /// Whether a name can stand in an XPath as it is, as those of HTML's elements can, which are first in the list.
  func isPlain(_ id: Int32) -> Bool { id <= Self.summary || Self.isPlain(names[Int(id)]) }

  private static func isPlain(_ name: String) -> Bool {
    name.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7a) || ($0 >= 0x30 && $0 <= 0x39) }
      && name.utf8.first.map { $0 >= 0x61 } == true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (id, hash) in hashes.enumerated() {
      var slot = Int(hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(id)
    }
  }

  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var h: UInt32 = 2_166_136_261
    for byte in bytes { h = (h ^ UInt32(byte)) &* 16_777_619 }
    return h ^ (h >> 13)
  }
}
