/// The elements and character data of one parsed HTML or XML file in flat arrays: what is needed to find the
/// main text and to say where each piece of it stands, at the price of a stream.
///
/// Elements are in document order, so a subtree is a range of indices, and so is its text: the string value
/// that XPath gives for an element is `text[element.text]`. The tree is the one libxml2 builds (implied `html`
/// and `body` included), which `MarkupTreeTests` checks against libxml2's own DOM.
struct MarkupTree: Sendable {
  struct Element: Sendable {
    /// Index into `names`.
    var name: Int32
    /// Index of the parent element, -1 for a root.
    var parent: Int32
    /// Number of elements above this one; 0 for a root.
    var depth: Int32
    /// 1 for the first child of its parent with this name; negative (-k) for the k-th child element of any
    /// name where a parent has more different names than are worth counting.
    var ordinal: Int32
    /// Index after the last descendant.
    var end: Int32
    /// Bytes of `MarkupTree.text`: everything between start and end tag.
    var textStart: Int32
    var textEnd: Int32
    /// Indices into `attributes`.
    var firstAttribute: Int32
    var attributeCount: Int32

    /// Bytes of `MarkupTree.text`.
    var text: Range<Int> { Int(textStart)..<Int(textEnd) }
  }

  struct Attribute: Sendable {
    /// Index into `names`.
    var name: Int32
    /// Bytes of `attributeText`.
    var start: Int32
    var end: Int32
  }

  /// Character data of the whole file in document order, scripts and styles included, UTF-8.
  var text: [UInt8] = []
  var elements: [Element] = []
  var attributes: [Attribute] = []
  var attributeText: [UInt8] = []
  var names = MarkupNames()
  /// Namespace URI of the root element; nil for HTML.
  var rootNamespace: String?
  var isHTML = true
  /// What libxml2 complained of, in order, at most a few.
  var complaints: [Complaint] = []
  /// The limit that the file goes beyond; the tree then ends there.
  var excess: (id: String, message: String)?

  struct Complaint: Sendable {
    var message: String
    var line: Int
    /// The parser could not go on: what follows in the file was not read.
    var isFatal: Bool
  }

  /// Appends the last step of an element's XPath 1.0: of `/html/body/div[2]/p[3]`; for XML, where names have
  /// namespaces, `/*[local-name()='debate'][1]/*[local-name()='p'][3]`.
  func appendStep(of index: Int, to path: inout [UInt8]) {
    let element = elements[index]
    var position: Int32? = element.ordinal
    if element.ordinal < 0 {
      path.append(contentsOf: "/*".utf8)
      position = -element.ordinal
    } else if isHTML && names.isPlain(element.name) {
      path.append(UInt8(ascii: "/"))
      path.append(contentsOf: names[Int(element.name)].utf8)
      let isUsual = element.name == MarkupNames.html || element.name == MarkupNames.body
      if element.ordinal == 1 && isUsual && !hasNamesake(after: index) { position = nil }
    } else {
      let name = names[Int(element.name)]
      let quote = name.utf8.contains(0x27) ? "\"" : "'"
      path.append(contentsOf: "/*[local-name()=\(quote)\(name)\(quote)]".utf8)
    }
    guard let position else { return }
    path.append(UInt8(ascii: "["))
    Self.append(position, to: &path)
    path.append(UInt8(ascii: "]"))
  }

  /// Whether a later sibling has an element's name. Cost: the number of later siblings.
  private func hasNamesake(after index: Int) -> Bool {
    let parent = Int(elements[index].parent)
    let end = parent < 0 ? elements.count : Int(elements[parent].end)
    var next = Int(elements[index].end)
    while next < end {
      if elements[next].name == elements[index].name { return true }
      next = Int(elements[next].end)
    }
    return false
  }

  /// Appends the decimal digits of a number that is not negative.
  private static func append(_ number: Int32, to path: inout [UInt8]) {
    if number > 9 { append(number / 10, to: &path) }
    path.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// The element itself, or its ancestor at `maximumDepth`, so that no path grows beyond reason.
  func addressable(_ index: Int, maximumDepth: Int32 = 256) -> Int {
    var i = index
    while elements[i].depth > maximumDepth { i = Int(elements[i].parent) }
    return i
  }

  /// The name of an element; for metadata, not for hot loops.
  func name(of index: Int) -> String { names[Int(elements[index].name)] }

  /// The elements inside of an element, in document order.
  func descendants(of index: Int) -> Range<Int> { index + 1..<Int(elements[index].end) }

  /// The value of an attribute, or nil. Cost: the number of attributes.
  func attribute(_ name: Int32, of index: Int) -> ArraySlice<UInt8>? {
    let element = elements[index]
    for k in Int(element.firstAttribute)..<Int(element.firstAttribute + element.attributeCount)
    where attributes[k].name == name {
      return attributeText[Int(attributes[k].start)..<Int(attributes[k].end)]
    }
    return nil
  }

  /// The value of an attribute by name as a string, or nil; for metadata, not for hot loops.
  func attribute(named name: String, of index: Int) -> String? {
    guard let id = names.find(name) else { return nil }
    return attribute(id, of: index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The string value of an element, white space collapsed.
  func string(of index: Int) -> String {
    var collapsed: [UInt8] = []
    WhiteSpace.collapse(text.span.extracting(elements[index].text), into: &collapsed)
    return String(decoding: collapsed, as: UTF8.self)
  }
}
