import CLibXML2
import Linguistics

/// Character entities that XML written by hand uses without declaring them (`&nbsp;`, `&laquo;`), and small
/// ones that a file's own DOCTYPE declares, put in before the parser sees the file.
///
/// The parser itself expands nothing but XML's five, so that no entity can blow up or fetch anything. Here an
/// entity's value is characters only, never other entities, and the whole may not grow to more than twice its
/// size.
enum XMLEntities {
  /// Longest value of a declared entity that is put in. Bytes.
  private static let maximumValue = 256

  /// The tree of an XML file with those entities in it.
  static func parse(_ utf8: [UInt8]) -> MarkupTree {
    MarkupParser.parseXML(resolved(utf8).span)
  }

  /// The file with its known entities as characters; itself where it has none. XML's own five, character
  /// references, CDATA sections, comments and the DOCTYPE stay as they are. Line numbers do not change.
  ///
  ///     resolved(Array("<p>&laquo;Су&raquo; &amp; жер</p>".utf8))   // <p>«Су» &amp; жер</p>
  static func resolved(_ utf8: [UInt8]) -> [UInt8] {
    guard ByteLanes.firstIndex(of: UInt8(ascii: "&"), in: utf8.span) != nil else { return utf8 }
    var (values, i) = declarations(utf8)
    var out: [UInt8] = []
    var copied = 0
    while i < utf8.count {
      if utf8[i] == UInt8(ascii: "<") {
        if let end = opaqueEnd(utf8, at: i) {
          i = end
          continue
        }
      } else if utf8[i] == UInt8(ascii: "&"), let end = nameEnd(utf8, from: i + 1),
        utf8[end] == UInt8(ascii: ";")
      {
        let name = utf8[(i + 1)..<end]
        if let value = values[name] ?? character(name), out.count + value.count < 2 * utf8.count {
          values[name] = value
          out += utf8[copied..<i]
          out += value
          copied = end + 1
          i = end
        }
      }
      i += 1
    }
    if copied == 0 { return utf8 }
    out += utf8[copied...]
    return out
  }

  /// HTML's entity of a name, unless it is one of XML's own.
  private static func character(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    guard name.count <= 12,
      !["amp", "lt", "gt", "quot", "apos"].contains(where: { name.elementsEqual($0.utf8) })
    else { return nil }
    let terminated = Array(name) + [0]
    guard let entity = htmlEntityLookup(terminated) else { return nil }
    var out: [UInt8] = []
    out.appendScalar(entity.pointee.value)
    return out
  }

  /// The end of a comment, CDATA section or processing instruction that begins at `start`.
  private static func opaqueEnd(_ utf8: [UInt8], at start: Int) -> Int? {
    guard start + 1 < utf8.count, utf8[start + 1] == UInt8(ascii: "!") || utf8[start + 1] == UInt8(ascii: "?")
    else { return nil }
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where utf8[start...].starts(with: opening.utf8) {
      let end = ByteLanes.firstIndex(
        of: Array(closing.utf8), in: utf8.span, from: start + opening.utf8.count)
      return end.map { $0 + closing.utf8.count } ?? utf8.count
    }
    return nil
  }

  private static func nameEnd(_ utf8: [UInt8], from start: Int) -> Int? {
    var i = start
    while i < utf8.count, i - start <= 64 {
      switch utf8[i] {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x80...: i += 1
      default: return i > start ? i : nil
      }
    }
    return nil
  }

  /// Entities that the internal subset declares as plain characters, and where the subset ends (0 where there
  /// is none).
  private static func declarations(_ utf8: [UInt8]) -> (values: [ArraySlice<UInt8>: [UInt8]], end: Int) {
    let head = utf8.prefix(65_536)
    let opening = Array("<!DOCTYPE".utf8)
    guard let doctype = ByteLanes.firstIndex(of: opening, in: head.span) else { return ([:], 0) }
    var values: [ArraySlice<UInt8>: [UInt8]] = [:]
    var i = doctype + opening.count
    var depth = 0
    while i < head.endIndex {
      switch utf8[i] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return (values, i + 1)
      case UInt8(ascii: "<") where utf8[i...].starts(with: "<!ENTITY ".utf8):
        if let (name, value, end) = declaration(utf8, from: i + 9) {
          if values[name] == nil { values[name] = value }
          i = end
        }
      default: break
      }
      i += 1
    }
    return (values, 0)
  }

  /// `name "value"`, where the value has no mark-up, no reference and no more than `maximumValue` bytes.
  private static func declaration(
    _ utf8: [UInt8], from start: Int
  ) -> (name: ArraySlice<UInt8>, value: [UInt8], end: Int)? {
    guard let nameEnd = nameEnd(utf8, from: start) else { return nil }
    var i = nameEnd
    while i < utf8.count, utf8[i] <= 0x20 { i += 1 }
    guard i < utf8.count, utf8[i] == 0x22 || utf8[i] == 0x27 else { return nil }
    let quote = utf8[i]
    guard let end = utf8[(i + 1)...].prefix(maximumValue + 1).firstIndex(of: quote) else { return nil }
    let value = utf8[(i + 1)..<end]
    guard !value.contains(UInt8(ascii: "<")), !value.contains(UInt8(ascii: "%")) else { return nil }
    // A character reference is the only one that leads nowhere.
    var k = value.startIndex
    while let found = value[k...].firstIndex(of: UInt8(ascii: "&")) {
      guard found + 1 < value.endIndex, value[found + 1] == UInt8(ascii: "#") else { return nil }
      k = found + 1
    }
    return (utf8[start..<nameEnd], Array(value), end)
  }
}
