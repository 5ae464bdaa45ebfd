/// Cuts the forms of a dictionary into words, as the words of a text are cut.
struct FormCutter {
  static let star: UInt32 = 0x2A
  static let question: UInt32 = 0x3F

  private let scanner = WordScanner()

  /// Folded words; wildcards stay in them.
  func words(of form: String) -> [[UInt32]] {
    form.split(whereSeparator: \.isWhitespace).flatMap { part -> [[UInt32]] in
      // A word with wildcards is one word, whatever stands in it.
      guard part.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
        return scanner.words(in: Array(part.utf8)).map { folded($0) }
      }
      let pieces = part.split(separator: /[*?]/, omittingEmptySubsequences: false).map {
        $0.isEmpty ? [] : folded(Array($0.utf8))
      }
      var word: [UInt32] = []
      var signs = part.unicodeScalars.filter { $0 == "*" || $0 == "?" }.map(\.value)[...]
      for piece in pieces { word += piece + (signs.popFirst().map { [$0] } ?? []) }
      return [word]
    }
  }

  private func folded(_ word: [UInt8]) -> [UInt32] { CaseFolding.scalars(of: word.span) }
}
