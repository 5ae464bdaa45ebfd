/// Title, requisites and signature of a decision in plain text, a paragraph each.
struct DecisionFrame {
  enum Part { case title, repeatedTitle, requisites, signature, text }

  /// The paragraph under way is an office, and the name below it belongs to it.
  var isSignature = false
  private var title: [UInt8]?
  private var paragraphs = 0

  /// What a paragraph is. The first one is the title if requisites come next; it may be repeated after them.
  ///
  /// - Parameter next: the next line with anything on it.
  mutating func part(_ paragraph: ArraySlice<UInt8>, next: ArraySlice<UInt8>?) -> Part {
    defer { paragraphs += 1 }
    if isSignature {
      isSignature = false
      return .signature
    }
    guard paragraphs < 6 else { return .text }
    if paragraphs == 0, let next, OneLineDecision.isRequisites(next) {
      title = Array(paragraph)
      return .title
    }
    if let title, paragraph.elementsEqual(title) { return .repeatedTitle }
    return OneLineDecision.isRequisites(paragraph) ? .requisites : .text
  }

  /// An office with nothing after it: `Председатель районного маслихата`, `Мәслихат хатшысы`.
  static func isOffice(_ paragraph: ArraySlice<UInt8>) -> Bool {
    guard (8...240).contains(paragraph.count), let last = paragraph.last, last >= 0x80 else { return false }
    let text = String(decoding: paragraph, as: UTF8.self)
    guard let end = text.last, end.isLetter, text.first?.isUppercase ?? false else { return false }
    let words = text.lowercased().split(separator: " ")
    guard words.count <= 10 else { return false }
    return words.contains { word in OneLineDecision.signerStems.contains { word.hasPrefix($0) } }
  }

  /// A person's name with initials and nothing else: `С. Кажиев`, `Рахимов Н.А.`.
  static func isName(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count <= 100 else { return false }
    let text = String(decoding: line, as: UTF8.self)
    let parts = text.split { $0 == "." || $0.isWhitespace }
    guard (2...3).contains(parts.count), text.contains("."),
      parts.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "-" } })
    else { return false }
    let initials = parts.filter { $0.count == 1 }
    return initials.count == parts.count - 1 && parts.allSatisfy { $0.first?.isUppercase ?? false }
  }
}
