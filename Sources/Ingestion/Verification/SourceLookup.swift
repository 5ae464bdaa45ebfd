import CLibXML2
import Foundation

/// Looks a place up in a source file the way a referee would: libxml2's own tree and XPath, not the readers that
/// found the place. One file at a time.
public final class SourceLookup {
  private enum Content {
    case tree(SourceTree)
    case json(Any)
    case lines([ArraySlice<UInt8>])
  }

  private let content: Content
  /// The tree of the HTML fragment inside of JSON or a feed, and the string value, that were looked up last: places come
  /// record by record, and a file may have very many.
  private var fragment: (pointer: String, tree: SourceTree)?
  private var last: (place: String, value: [UInt8])?

  /// - Throws: as `SourceDecoder`, and `invalid-json`.
  public init(_ bytes: [UInt8], path: String) throws(IngestionError) {
    let utf8 = try SourceDecoder.decode(bytes, path: path).utf8
    switch SourceFormat.sniff(utf8) {
    case .html: content = .tree(SourceTree(html: utf8))
    case .akomaNtoso, .tei, .xml, .feed: content = .tree(SourceTree(xml: XMLEntities.resolved(utf8)))
    case .text: content = .lines(Self.lines(utf8))
    case .json, .jsonLines:
      // As the reader: records a line where there are several, a broken line in its place.
      if JSONNesting.scan(utf8).values > 1 {
        content = .json(
          JSONRecords.lines(utf8).map { line -> Any in
            JSONValue.parse(line.bytes) ?? NSNull()
          })
        return
      }
      guard let value = JSONValue.parse(utf8)
      else {
        throw IngestionError(path: path, id: "invalid-json", message: "is no valid JSON any more")
      }
      content = .json(value)
    }
  }

  /// The text of a place, white space collapsed as in a passage; nil where there is no such place.
  ///
  /// - Parameters:
  ///   - place: as `Places.path` writes it.
  ///   - start: code points in the place's text content.
  ///   - end: the same; not before `start`.
  public func text(at place: String, from start: Int, to end: Int) -> String? {
    if last?.place != place {
      guard let value = value(of: place) else { return nil }
      last = (place, value)
    }
    guard let value = last?.value, let slice = Self.slice(value, start, end) else { return nil }
    var collapsed: [UInt8] = []
    WhiteSpace.collapse(slice.span, into: &collapsed)
    return String(decoding: collapsed, as: UTF8.self)
  }

  private func value(of place: String) -> [UInt8]? {
    switch content {
    case .tree(let tree):
      return place.contains("#")
        ? fragmentValue(of: place) { tree.stringValue(of: $0) } : tree.stringValue(of: place)
    case .lines(let lines):
      guard place.hasPrefix("line("), place.hasSuffix(")"), let number = Int(place.dropFirst(5).dropLast()),
        number > 0, number <= lines.count
      else { return nil }
      return Array(lines[number - 1])
    case .json(let value):
      return fragmentValue(of: place) { (Self.resolve($0, in: value) as? String).map { Array($0.utf8) } }
    }
  }

  /// The value of a place inside of a fragment of HTML, which is the value of what stands before the `#`.
  private func fragmentValue(of place: String, _ source: (String) -> [UInt8]?) -> [UInt8]? {
    guard let mark = place.firstIndex(of: "#") else { return nil }
    let pointer = String(place[..<mark])
    if fragment?.pointer != pointer {
      guard let text = source(pointer) else { return nil }
      fragment = (pointer, SourceTree(html: text))
    }
    return fragment?.tree.stringValue(of: String(place[place.index(after: mark)...]))
  }

  /// Lines end with LF, CR LF or CR.
  private static func lines(_ utf8: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in utf8.enumerated() where byte == 0x0a || byte == 0x0d {
      let isSecondHalf = byte == 0x0a && index == start && index > 0 && utf8[index - 1] == 0x0d
      if !isSecondHalf { lines.append(utf8[start..<index]) }
      start = index + 1
    }
    lines.append(utf8[start...])
    return lines
  }

  /// RFC 6901.
  private static func resolve(_ pointer: String, in value: Any) -> Any? {
    var value = value
    for part in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let key = String(part).replacing("~1", with: "/").replacing("~0", with: "~")
      if let object = value as? [String: Any], let next = object[key] {
        value = next
      } else if let array = value as? [Any], let index = Int(key), array.indices.contains(index) {
        value = array[index]
      } else {
        return nil
      }
    }
    return value
  }

  private static func slice(_ value: [UInt8], _ start: Int, _ end: Int) -> ArraySlice<UInt8>? {
    guard start >= 0, start <= end else { return nil }
    var points = 0
    var first: Int?
    for (index, byte) in value.enumerated() where byte & 0xc0 != 0x80 {
      if points == start { first = index }
      if points == end { return first.map { value[$0..<index] } }
      points += 1
    }
    guard points == end else { return nil }
    return value[(first ?? value.count)...]
  }
}
