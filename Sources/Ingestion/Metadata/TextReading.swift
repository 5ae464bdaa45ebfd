/// A short text and what the parsers of this folder ask of it: each thing is found out once, however many ask.
final class TextReading {
  let utf8: [UInt8]
  private(set) lazy var string = String(decoding: utf8, as: UTF8.self)
  private(set) lazy var folded = FoldedText(utf8)
  private(set) lazy var terms = Term.terms(of: folded)
  private(set) lazy var dates = DateParser().dates(folded)

  /// - Parameter utf8: valid UTF-8.
  init(_ utf8: [UInt8]) { self.utf8 = utf8 }

  convenience init(_ string: String) { self.init(Array(string.utf8)) }
}
