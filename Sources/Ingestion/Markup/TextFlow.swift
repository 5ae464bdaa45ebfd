#if canImport(Glibc)
  import Glibc
#endif

/// What the elements of one vocabulary are to running text, by their names.
struct TextFlow: Sendable {
  enum Kind: Sendable {
    /// Text flows through it.
    case inline
    /// A line break: its neighbours are set off.
    case space
    /// Begins and ends a passage.
    case block
    /// All of its text is one passage, the blocks inside of it set off: a table's row of XML.
    case row
    /// A block, or left out where its type says that it names a speaker.
    case note
    /// Its text is none of the document's.
    case left
  }

  private var kinds = HashTable<Kind>()
  /// Of names that the table does not have.
  private let other: Kind
  private var cache: NameCache<Kind>

  init(_ kinds: [String: Kind], other: Kind) {
    for (name, kind) in kinds { self.kinds[FoldedBytes.hash(name.utf8.span)] = kind }
    self.other = other
    cache = NameCache(filler: other)
  }

  /// Before another parser's names.
  mutating func begin() { cache.forget() }

  /// - Parameter name: of the parser's own, ended by a zero byte.
  mutating func kind(_ name: UnsafePointer<UInt8>) -> Kind {
    if let kind = cache[name] { return kind }
    let bytes = UnsafeBufferPointer(start: name, count: Int(strlen(name)))
    let kind = kinds[FoldedBytes.hash(bytes.span)] ?? other
    cache[name] = kind
    return kind
  }

  /// HTML's elements.
  static let html: TextFlow = {
    var kinds: [String: Kind] = [:]
    for name in [
      "head", "script", "style", "nav", "header", "footer", "aside", "noscript", "template", "svg", "select",
      "button", "textarea", "iframe", "object",
    ] { kinds[name] = .left }
    for name in [
      "p", "li", "ul", "ol", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td",
      "th", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "br", "hr", "pre",
      "blockquote", "figure", "figcaption", "form", "fieldset", "legend", "address", "center", "details",
      "summary", "option", "title", "body",
    ] { kinds[name] = .block }
    return TextFlow(kinds, other: .inline)
  }()

  /// Akoma Ntoso's and TEI's: what is no container, line of text or table row is told by their readers' own tables.
  static let akomaNtoso = TextFlow(AkomaNtosoVocabulary.flow, other: .block)
  static let tei = TextFlow(TEIVocabulary.flow, other: .block)
}
