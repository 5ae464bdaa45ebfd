import Coding
import Linguistics

/// Rare spellings of words that the lexicon finds: Kazakh letters written with their Russian neighbours (`кызмет` for
/// `қызмет`), and one letter wrong, missing, too many or in another's place.
///
/// Stems are compared, so that a form that the lexicon has not met yet has variants too. A variant counts only where the lexicon would give a code to its passage if the word were spelt as usual. Letters of
/// the other alphabet need no variants: the coder repairs them.
struct SpellingVariants {
  private let finder: SuggestionFinder
  private let corpus: PhraseCorpus
  private let analyzer = TextAnalyzer()
  private let coder: LexiconCoder

  /// A variant is at least so many times rarer than what it is a variant of.
  private static let rarity = 5
  /// Letters of a stem with a wrong letter; shorter ones have too many neighbours that are words themselves.
  private static let leastLetters = 6
  /// Letters of a stem with Russian letters for Kazakh ones.
  private static let leastPlainLetters = 3
  /// Passages of a variant that are tried.
  private static let trials = 3

  init(_ finder: SuggestionFinder) {
    self.finder = finder
    corpus = finder.corpus
    coder = LexiconCoder(finder.model.lexicon, types: analyzer.types)
  }

  func candidates(_ isChosen: [Bool], _ selection: SuggestionFinder.Selection) -> [SuggestionCandidate] {
    var wanted: String?
    if case .code(let code) = selection { wanted = code }
    var isCovered = [Bool](repeating: false, count: corpus.stems.texts.count)
    var places: [Int32: [PhraseCorpus.Place]] = [:]
    for (number, passage) in corpus.passages.enumerated() {
      if isChosen[number] {
        for (token, stem) in passage.stems.enumerated()
        where stem >= 0 && places[stem, default: []].count < Self.trials {
          places[stem, default: []].append(.init(passage: number, token: token))
        }
      }
      for mark in passage.marks where wanted == nil || mark.code == wanted {
        for token in mark.tokens where passage.stems[token] >= 0 {
          isCovered[Int(passage.stems[token])] = true
        }
      }
    }
    /// A stem without the letter of its language.
    func word(_ stem: Int) -> String { String(corpus.stems.texts[stem].dropFirst()) }
    let counts = corpus.tokens.map(Int.init)
    let neighbours = SpellingNeighbours(
      corpus.stems.texts.indices.filter { isCovered[$0] }.map { (word($0), counts[$0]) },
      leastLetters: Self.leastLetters, leastPlainLetters: Self.leastPlainLetters)
    var found: [SuggestionCandidate] = []
    for stem in corpus.stems.texts.indices where !isCovered[stem] {
      guard let here = places[Int32(stem)],
        let usual = neighbours.usual(word(stem), rarerThan: counts[stem] * Self.rarity)
      else { continue }
      for place in here {
        // The ending stays: водопрвод|а becomes водопровод|а.
        let form = corpus.surfaces.texts[Int(corpus.passages[place.passage].surfaces[place.token])]
        guard form.hasPrefix(word(stem)) else { continue }
        let mended = usual + form.dropFirst(word(stem).count)
        guard let candidate = candidate(place, usual: mended, wanted) else { continue }
        found.append(candidate)
        break
      }
    }
    return found
  }

  /// The phrase that the lexicon would find if the word at a place were spelt as usual.
  private func candidate(
    _ place: PhraseCorpus.Place, usual: String, _ wanted: String?
  ) -> SuggestionCandidate? {
    let passage = corpus.passages[place.passage]
    let document = finder.documents[passage.document]
    let stored = document.passages[passage.place]
    let text = Array(stored.text.utf8)
    let span = Int(passage.spans[place.token].lowerBound)..<Int(passage.spans[place.token].upperBound)
    let mended = text[..<span.lowerBound] + Array(usual.utf8) + text[span.upperBound...]
    let bytes = Array(mended)
    let shift = bytes.count - text.count
    let analysis = analyzer.analysis(of: bytes)
    let coding = coder.code(
      analysis, sentences: analysis.allSentences,
      context: PassageContext(
        role: stored.role, kind: document.kind, region: document.region, date: document.date))
    for assignment in coding.codes {
      let code = finder.model.lexicon.code(assignment).id
      guard !stored.codes.contains(code), wanted == nil || code == wanted else { continue }
      for evidence in assignment.evidence {
        let whole = evidence.span.lowerBound..<(evidence.span.upperBound - shift)
        guard whole.lowerBound <= span.lowerBound, span.upperBound <= whole.upperBound else { continue }
        let tokens = passage.spans.indices.filter {
          !passage.spans[$0].isEmpty && whole.contains(Int(passage.spans[$0].lowerBound))
        }
        let stems = tokens.map { passage.stems[$0] }
        let isPhrase = stems.count <= PhraseCorpus.longest && !stems.contains(-1)
        return SuggestionCandidate(
          phrase: isPhrase ? stems : [passage.stems[place.token]], code: code, with: usual)
      }
    }
    return nil
  }
}

/// Looks up usual spellings of stems for rare ones.
struct SpellingNeighbours {
  private let leastLetters: Int
  private let leastPlainLetters: Int
  /// Words by their plain letters, and by what is left of them without one letter.
  private var byPlain: [String: [(word: String, count: Int)]] = [:]
  private var byPart: [String: [(word: String, count: Int)]] = [:]

  init(_ words: [(word: String, count: Int)], leastLetters: Int, leastPlainLetters: Int) {
    self.leastLetters = leastLetters
    self.leastPlainLetters = leastPlainLetters
    for word in words {
      byPlain[Self.plain(word.word), default: []].append(word)
      guard word.word.unicodeScalars.count >= leastLetters else { continue }
      for part in Self.parts(word.word) { byPart[part, default: []].append(word) }
    }
  }

  /// The most frequent stem that a spelling stands for; nil where none is as frequent.
  func usual(_ spelling: String, rarerThan least: Int) -> String? {
    let length = spelling.unicodeScalars.count
    guard length >= leastPlainLetters, spelling.unicodeScalars.allSatisfy(\.properties.isAlphabetic) else {
      return nil
    }
    func best(_ words: [(word: String, count: Int)]) -> String? {
      words.filter { $0.count >= least && $0.word != spelling }
        .min { ($1.count, $0.word) < ($0.count, $1.word) }?.word
    }
    let plain = Self.plain(spelling)
    // Only what lacks the letters is a variant of what has them.
    if let word = best((byPlain[plain] ?? []).filter { spelling == plain && $0.word != plain }) {
      return word
    }
    guard length >= leastLetters else { return nil }
    // What differs in its last letters may be another form of one word.
    return best(
      Self.parts(spelling).flatMap { byPart[$0] ?? [] }.filter { word, _ in
        Self.isNear(spelling, word)
          && spelling.unicodeScalars.suffix(2).elementsEqual(word.unicodeScalars.suffix(2))
      })
  }

  /// Kazakh letters as people write them who have only a Russian keyboard.
  static func plain(_ word: String) -> String {
    String(
      String.UnicodeScalarView(
        word.unicodeScalars.map { scalar in
          switch scalar {
          case "ә": "а"
          case "ғ": "г"
          case "қ": "к"
          case "ң": "н"
          case "ө": "о"
          case "ұ", "ү": "у"
          case "һ": "х"
          case "і": "и"
          case "ё": "е"
          default: scalar
          }
        }))
  }

  /// The word itself and the word without each of its letters.
  private static func parts(_ word: String) -> Set<String> {
    let letters = Array(word.unicodeScalars)
    var parts: Set<String> = [word]
    for i in letters.indices {
      parts.insert(String(String.UnicodeScalarView(letters[..<i] + letters[(i + 1)...])))
    }
    return parts
  }

  /// Whether one letter is put in, left out, changed, or two neighbours have changed places: F. J. Damerau, "A technique for
  /// computer detection and correction of spelling errors", Communications of the ACM 7(3) (1964), 171-176.
  static func isNear(_ a: String, _ b: String) -> Bool {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    var start = 0
    while start < min(x.count, y.count), x[start] == y[start] { start += 1 }
    var end = 0
    while end < min(x.count, y.count) - start, x[x.count - 1 - end] == y[y.count - 1 - end] { end += 1 }
    let (p, q) = (x[start..<(x.count - end)], y[start..<(y.count - end)])
    if p.count <= 1, q.count <= 1 { return p.count + q.count > 0 }
    return p.count == 2 && q.count == 2 && p.first == q.last && p.last == q.first
  }
}
