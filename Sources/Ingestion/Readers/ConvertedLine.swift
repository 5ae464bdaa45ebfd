/// One printed line of a page that was a PDF, as the rules that join lines look at it.
struct ConvertedLine {
  /// Of the tree's text.
  let bytes: Range<Int>
  /// Code points, white space collapsed; of the whole and of the first word.
  private(set) var width = 0
  private(set) var firstWord = 0
  private(set) var startsSmall = false
  private(set) var endsSentence = false
  private(set) var isUpperCase = false
  /// All of it, or its beginning.
  private(set) var isBold = false
  private(set) var startsBold = false
  /// `1.`, `2)`, a dash or bullet.
  private(set) var isListItem = false
  private(set) var number: Int?
  /// A few words, the first with a capital, and a colon: `СЛУШАЛИ:`, `Ахметов К.Ж.:`.
  private(set) var isLabel = false
  /// `7`, `- 7 -`, `стр. 7`, `7-бет`, `Страница 7 из 9`.
  private(set) var isPageNumber = false

  /// Words of a label at most.
  private static let labelWords = 5
  /// A line that has this share of the usual width is full: letters of a printed line differ in width.
  private static let fullShare = 0.75

  /// - Parameters:
  ///   - elements: those that may stand in the line.
  ///   - bytes: of the tree's text.
  init(_ tree: MarkupTree, _ elements: Range<Int>, _ bytes: Range<Int>) {
    self.bytes = bytes
    var text: [UInt8] = []
    WhiteSpace.collapse(tree.text.span.extracting(bytes), into: &text)
    guard !text.isEmpty else { return }
    let span = text.span
    width = CodePoints.count(span)
    let end = text.firstIndex(of: 0x20) ?? text.count
    firstWord = CodePoints.count(span.extracting(..<end))
    let last = text[text.count - 1]
    endsSentence = last == 0x2e || last == 0x21 || last == 0x3f || last == 0x3b || last == 0x3a
    readCase(span)
    readMarker(text)
    readLabel(text)
    isPageNumber = Self.isPageNumber(FoldedBytes.lower(span))
    readWeight(tree, elements)
  }

  func isFull(of usual: Int) -> Bool { Double(width) >= Self.fullShare * Double(usual) }

  private mutating func readCase(_ text: Span<UInt8>) {
    var upper = 0
    var lower = 0
    var i = 0
    while i < text.count {
      let (scalar, size) = UTF8Bytes.scalar(in: text, at: i)
      if let properties = Unicode.Scalar(scalar)?.properties {
        if i == 0 { startsSmall = properties.isLowercase }
        if properties.isUppercase { upper += 1 } else if properties.isLowercase { lower += 1 }
      }
      i += size
    }
    isUpperCase = upper > 3 && lower * 10 <= upper
  }

  private mutating func readMarker(_ text: [UInt8]) {
    let digits = text.prefix { (0x30...0x39).contains($0) }
    let rest = text[digits.endIndex...]
    if digits.isEmpty {
      isListItem = ["- ", "– ", "— ", "• ", "▪ "].contains { rest.starts(with: $0.utf8) }
    } else if digits.count <= 3, let mark = rest.first, mark == 0x2e || mark == 0x29,
      rest.dropFirst().first == 0x20
    {
      isListItem = true
      number = Int(String(decoding: digits, as: UTF8.self))
    }
  }

  private mutating func readLabel(_ text: [UInt8]) {
    guard !startsSmall, let colon = text.firstIndex(of: 0x3a) else { return }
    isLabel = text[..<colon].count { $0 == 0x20 } < Self.labelWords && text[0] >= 0x41
  }

  /// Digits, and nothing else but marks and words for page.
  private static func isPageNumber(_ text: [UInt8]) -> Bool {
    guard text.count <= 40 else { return false }
    let words = text.split { $0 <= 0x2f || $0 >= 0x3a && $0 <= 0x40 || $0 == 0x7c }
      .filter { !$0.elementsEqual([0xe2, 0x80, 0x93]) && !$0.elementsEqual([0xe2, 0x80, 0x94]) }
    let numbers = words.filter { $0.allSatisfy { (0x30...0x39).contains($0) } }
    guard numbers.allSatisfy({ $0.count <= 3 }),
      numbers.count == 1 || numbers.count == 2 && text.contains(0x2f)
        || numbers.count == 2 && words.count > 2
    else { return false }
    return words.allSatisfy { word in
      word.allSatisfy { (0x30...0x39).contains($0) } || pageWords.contains { word.elementsEqual($0) }
    }
  }

  private static let pageWords = ["стр", "страница", "из", "бет", "page", "of"].map { Array($0.utf8) }

  /// Bold elements in the line.
  private mutating func readWeight(_ tree: MarkupTree, _ elements: Range<Int>) {
    let text = tree.text.span
    func visible(_ range: Range<Int>) -> Int { WhiteSpace.visibleCount(text.extracting(range)) }
    var boldPoints = 0
    for i in elements {
      let inner = tree.elements[i]
      guard Int(inner.textStart) < bytes.upperBound else { break }
      guard HTMLElements.isBold(inner.name), Int(inner.textEnd) > bytes.lowerBound else { continue }
      let range = max(bytes.lowerBound, Int(inner.textStart))..<min(bytes.upperBound, Int(inner.textEnd))
      guard !range.isEmpty else { continue }
      boldPoints += visible(range)
      if visible(bytes.lowerBound..<range.lowerBound) == 0 { startsBold = true }
    }
    isBold = boldPoints > 0 && boldPoints * 10 >= visible(bytes) * 9
  }
}
