/// The items of a news feed, RSS or Atom, as records of a content API: each has a title, a day, and a body that is HTML
/// written as text. The feed's own title stands for the council where it names one.
enum FeedRecords {
  private static let itemNames: Set<String> = ["item", "entry"]
  /// Fuller ones first; `encoded` is `content:encoded`.
  private static let bodyNames = ["encoded", "full-text", "content", "description", "summary"]
  private static let dateNames = ["pubDate", "published", "issued", "date", "updated"]

  /// The items in order; each item's pointer is `/item/1` and so on, its body's pointer an XPath.
  ///
  /// - Parameter utf8: a decoded file.
  /// - Throws: `feed-without-items`.
  static func parse(_ utf8: [UInt8], path: String) throws(IngestionError) -> [JSONRecord] {
    let tree = XMLEntities.parse(utf8)
    var paths = PlacePaths(Places(.markup(tree)))
    let council = title(of: 0, tree)
    let language = tree.elements.indices.first { tree.name(of: $0) == "language" }.map { tree.string(of: $0) }
    let items = tree.elements.indices.filter { itemNames.contains(tree.name(of: $0)) }
    guard !items.isEmpty else {
      throw IngestionError(
        path: path, id: "feed-without-items", message: "the feed has no items; download it again")
    }
    return items.enumerated().map { number, item in
      var record = record(item, tree, &paths)
      record.pointer = "/item/\(number + 1)"
      record.language = XMLDeclared.language(tree.attribute(named: "lang", of: item) ?? language)
      record.body = council
      return record
    }
  }

  private static func record(_ item: Int, _ tree: MarkupTree, _ paths: inout PlacePaths) -> JSONRecord {
    var record = JSONRecord(pointer: "")
    let visible = Self.visible(item, tree)
    record.title = title(of: item, tree)
    var used = visibleTitle(of: item, tree)
    if let body = child(bodyNames, of: item, tree) {
      record.bodyPointer = String(decoding: paths.path(of: Int32(body)), as: UTF8.self)
      record.content = Array(tree.text[tree.elements[body].text])
      used += Self.visible(body, tree)
    }
    record.date = child(dateNames, of: item, tree).flatMap { date(tree.string(of: $0)) }
    record.otherVisible = max(0, visible - used)
    return record
  }

  /// `2024-03-14T09:20:00+05:00`, or `Thu, 14 Mar 2024 09:20:00 +0500` (RFC 822), as ISO 8601.
  static func date(_ text: String) -> String? {
    if let date = XMLDeclared.date(text) { return date }
    let words = text.split { $0 == " " || $0 == "," }
    guard let index = words.firstIndex(where: { Int($0) != nil }), words.count > index + 2,
      let day = Int(words[index]), let year = Int(words[index + 2]),
      let month = months.firstIndex(of: words[index + 1].prefix(3).lowercased()),
      ParsedDate.isValid(year: year, month: month + 1, day: day)
    else { return nil }
    return ParsedDate.iso(year, month + 1, day)
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  // MARK: Elements

  /// The child of an element with the first of the names that has text.
  private static func child(_ names: [String], of parent: Int, _ tree: MarkupTree) -> Int? {
    var children: [Int] = []
    var next = parent + 1
    while next < Int(tree.elements[parent].end) {
      if visible(next, tree) > 0 { children.append(next) }
      next = Int(tree.elements[next].end)
    }
    return names.lazy.compactMap { wanted in children.first { tree.name(of: $0) == wanted } }.first
  }

  /// The title of an item, or of the feed: a child of the root or of its first child.
  private static func title(of element: Int, _ tree: MarkupTree) -> String? {
    guard !tree.elements.isEmpty else { return nil }
    let inner = element == 0 && tree.elements.count > 1 ? child(["title"], of: 1, tree) : nil
    return (child(["title"], of: element, tree) ?? inner).map { tree.string(of: $0) }
  }

  private static func visibleTitle(of item: Int, _ tree: MarkupTree) -> Int {
    child(["title"], of: item, tree).map { visible($0, tree) } ?? 0
  }

  private static func visible(_ index: Int, _ tree: MarkupTree) -> Int {
    WhiteSpace.visibleCount(tree.text.span.extracting(tree.elements[index].text))
  }
}
