import Coding
import Linguistics

/// Abbreviations that documents explain: `коммунальное государственное предприятие (далее – КГП)`,
/// `мемлекеттік-жекешелік әріптестік (бұдан әрі – МЖӘ)`, `МЖӘ (мемлекеттік-жекешелік әріптестік)`.
struct Abbreviations {
  private let finder: SuggestionFinder

  init(_ finder: SuggestionFinder) { self.finder = finder }

  func candidates(_ isChosen: [Bool]) -> [SuggestionCandidate] {
    let corpus = finder.corpus
    var expansions: [String: [String: (count: Int, region: String?)]] = [:]
    for (number, passage) in corpus.passages.enumerated() where isChosen[number] {
      let document = finder.documents[passage.document]
      for found in Self.pairs(in: document.passages[passage.place].text) {
        expansions[found.short, default: [:]][found.long, default: (0, document.region)].count += 1
      }
    }
    let analyzer = TextAnalyzer()
    let coder = LexiconCoder(finder.model.lexicon, types: analyzer.types)
    return expansions.sorted { $0.key < $1.key }.flatMap { short, long -> [SuggestionCandidate] in
      guard let best = long.min(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) else {
        return []
      }
      let analysis = analyzer.analysis(of: Array(best.key.utf8))
      let coding = coder.code(
        analysis, sentences: analysis.allSentences, context: PassageContext(region: best.value.region))
      // The code that the words themselves take most evidence for.
      let code = coding.codes.max { $0.sum < $1.sum }.map { finder.model.lexicon.code($0).id }
      let form = short.lowercased()
      return [true, false].compactMap { isKazakh in
        corpus.stem(of: form, isKazakh: isKazakh).map {
          SuggestionCandidate(phrase: [$0], code: code, with: best.key, term: "=" + form)
        }
      }
    }
  }

  /// Abbreviations in a text and the words that they are short for, in text order.
  static func pairs(in text: String) -> [(short: String, long: String)] {
    var pairs: [(String, String)] = []
    for (open, character) in zip(text.indices, text) where character == "(" {
      guard let close = text[open...].prefix(120).firstIndex(of: ")") else { continue }
      let inside = words(text[text.index(after: open)..<close]).filter {
        !introductions.contains($0.lowercased())
      }
      // What stands before the bracket, back to the last mark that ends a thought.
      let before = text[..<open].suffix(240)
      let start =
        before.lastIndex { ".;:!?(".contains($0) }.map { before.index(after: $0) } ?? before.startIndex
      let left = words(before[start...])
      if inside.count == 1, isShort(inside[0]), let long = expansion(of: inside[0], endingWith: left) {
        pairs.append((inside[0], long))
      } else if let short = left.last, isShort(short), inside.count > 1,
        let long = expansion(of: short, endingWith: inside), long == inside.joined(separator: " ")
      {
        pairs.append((short, long))
      }
    }
    return pairs
  }

  private static let introductions: Set<String> = [
    "далее", "сокращенно", "сокращённо", "бұдан", "әрі", "қарай", "қысқаша", "–", "-", "—",
  ]

  private static func words(_ text: Substring) -> [String] {
    text.split { $0.isWhitespace || "«»\",".contains($0) }.map(String.init)
  }

  /// Two to eight capital letters.
  private static func isShort(_ word: String) -> Bool {
    (2...8).contains(word.count) && word.allSatisfy { $0.isLetter && $0.isUppercase }
  }

  /// The last words whose first letters are those of the abbreviation, short words left out (`и`, `мен`); nil where there
  /// are none, or all are names.
  private static func expansion(of short: String, endingWith words: [String]) -> String? {
    var letters = Array(short.lowercased())
    var used = 0
    for word in words.reversed() {
      guard let wanted = letters.last else { break }
      used += 1
      if WordStem.function.contains(word.lowercased()) { continue }
      let parts = word.lowercased().split(separator: "-")
      // жилищно-коммунальное is one letter or two.
      if parts.count > 1, letters.suffix(parts.count).elementsEqual(parts.compactMap(\.first)) {
        letters.removeLast(parts.count)
      } else if word.lowercased().first == wanted {
        letters.removeLast()
      } else {
        return nil
      }
    }
    let long = words.suffix(used)
    guard letters.isEmpty, long.count > 1 || long.first?.contains("-") == true,
      long.contains(where: { $0.first?.isLowercase == true })
    else { return nil }
    return long.joined(separator: " ")
  }
}
