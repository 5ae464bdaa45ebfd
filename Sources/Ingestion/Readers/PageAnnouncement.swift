import Foundation

/// What a page tells search engines and social networks of itself: Open Graph and other `meta` elements, and JSON-LD
/// (schema.org). The first that names a day or a headline counts, JSON-LD before `meta`.
struct PageAnnouncement {
  /// Of publication, ISO 8601, as the page's own time zone has it.
  private(set) var date: String?
  private(set) var headline: String?

  private static let dateNames: Set<String> = [
    "article:published_time", "og:published_time", "datepublished", "dc.date", "dc.date.issued",
    "dcterms.issued",
    "pubdate", "publish-date", "publication_date",
  ]
  /// Larger blocks of JSON-LD are not read. Bytes.
  private static let largest = 1 << 16

  init(_ tree: MarkupTree) {
    for index in tree.elements.indices where tree.elements[index].attributeCount > 1 {
      if tree.elements[index].name == MarkupNames.meta { readMeta(tree, index) }
    }
    var linked = PageAnnouncement()
    for index in tree.elements.indices
    where tree.elements[index].name == MarkupNames.script && tree.elements[index].attributeCount > 0 {
      guard tree.attribute(named: "type", of: index) == "application/ld+json" else { continue }
      linked.readLinkedData(tree.text[tree.elements[index].text])
    }
    date = linked.date ?? date
    headline = linked.headline ?? headline
  }

  private init() {}

  private mutating func readMeta(_ tree: MarkupTree, _ index: Int) {
    let property = tree.attribute(MarkupNames.property, of: index)
    guard
      let name = property ?? tree.attribute(MarkupNames.nameAttribute, of: index)
        ?? tree.attribute(MarkupNames.itemprop, of: index),
      let content = tree.attribute(MarkupNames.content, of: index)
    else { return }
    let key = String(decoding: name, as: UTF8.self).lowercased()
    let value = String(decoding: content, as: UTF8.self)
    if date == nil, Self.dateNames.contains(key) { date = Self.day(value) }
    if headline == nil, key == "og:title" || key == "headline" { headline = Self.line(value) }
  }

  private mutating func readLinkedData(_ text: ArraySlice<UInt8>) {
    guard text.count <= Self.largest, JSONNesting.scan(Array(text)).depth <= JSONRecords.maximumDepth,
      let value = try? JSONSerialization.jsonObject(with: Data(text))
    else { return }
    read(value)
  }

  /// An object, a list of them, or a graph of them.
  private mutating func read(_ value: Any) {
    if let list = value as? [Any] {
      for item in list { read(item) }
    }
    guard let object = value as? [String: Any] else { return }
    if let graph = object["@graph"] { read(graph) }
    guard let published = (object["datePublished"] as? String).flatMap(Self.day) else { return }
    date = date ?? published
    headline = headline ?? (object["headline"] as? String).flatMap(Self.line)
  }

  /// The day of `2024-03-14T09:20:00+05:00`, `14.03.2024 09:20` and the like.
  private static func day(_ value: String) -> String? { DateParser().date(in: value)?.iso }

  private static func line(_ value: String) -> String? {
    var collapsed: [UInt8] = []
    WhiteSpace.collapse(value.utf8.span, into: &collapsed)
    return collapsed.isEmpty ? nil : String(decoding: collapsed, as: UTF8.self)
  }
}
