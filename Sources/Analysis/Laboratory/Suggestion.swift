import Coding
import Foundation
import Linguistics
import Tabulation

/// A word or phrase that might be added to a lexicon, with what speaks for it.
public struct Suggestion: Sendable, Equatable {
  /// In the syntax of lexicons.
  public var kazakh: String
  public var russian: String
  /// The code that its passages take most more often than others do; empty where none does.
  public var code: String
  /// Passages and documents of the selection that have it.
  public var passages: Int
  public var documents: Int
  /// Log-likelihood ratio of the selection against the rest, its probability after Holm's correction, and log2 of the
  /// ratio of shares.
  public var keyness: Double
  public var probability: Double
  public var effect: Double
  /// Share of its judged passages that have the code: the gold's where there is gold, else the run's.
  public var precision: Double?
  /// Up to five, the words in brackets.
  public var contexts: [String]
}

/// Finds candidates for a region's lexicon in a run: `hattama lexicon suggest`.
///
/// Words and phrases that are key for a region against the others, or for the passages of a code against the rest (Dunning's
/// log-likelihood ratio on passages, Computational Linguistics 19(1), 1993; Holm's correction over all candidates). Forms of
/// a word are counted together. Left out: what the lexicon of the region finds already under the code, and names.
public struct SuggestionFinder {
  /// What candidates are key for.
  public enum Selection: Sendable, Equatable {
    case region(String)
    case code(String)
  }

  /// Passages of the selection that must have a candidate, and documents.
  public var leastPassages = 3
  public var leastDocuments = 2
  /// Of the corrected probability.
  public var level = 0.05
  public var limit = 100

  private let model: CodingModel
  private let corpus = PhraseCorpus()
  private var documents: [StoredDocument] = []
  private let scorer: GoldScorer?

  /// Reads the passages of a run.
  public init(_ model: CodingModel, _ store: Store, gold: GoldStandard? = nil) throws(StoreError) {
    self.model = model
    scorer = gold.map { GoldScorer($0, model.codebook) }
    var documents: [StoredDocument] = []
    let corpus = corpus
    try store.storedDocuments { document in
      for (place, passage) in document.passages.enumerated()
      where !["heading", "note", "signature"].contains(passage.role) {
        corpus.add(passage.text, document: documents.count, place: place)
      }
      documents.append(document)
    }
    self.documents = documents
  }

  /// The candidates, the most key first.
  public func suggestions(for selection: Selection) -> [Suggestion] {
    let isChosen = corpus.passages.map { passage in
      let document = documents[passage.document]
      switch selection {
      case .region(let code): return document.region == code
      case .code(let code): return document.passages[passage.place].codes.contains(code)
      }
    }
    let chosen = isChosen.count { $0 }
    guard chosen > 0, chosen < isChosen.count else { return [] }
    let counts = corpus.counts(isChosen, least: leastPassages)
    var candidates = counts.compactMap { phrase, count -> Candidate? in
      guard isTerm(phrase) else { return nil }
      let keyness = Self.logLikelihood(
        count.chosen, of: chosen, against: count.others, of: isChosen.count - chosen)
      return keyness > 0
        ? Candidate(phrase: phrase, passages: count.chosen, keyness: keyness, others: count.others) : nil
    }
    // Of equally key ones the longest phrase first: its parts add nothing.
    candidates.sort { a, b in
      if a.keyness != b.keyness { return a.keyness > b.keyness }
      if a.phrase.count != b.phrase.count { return a.phrase.count > b.phrase.count }
      return a.phrase.lexicographicallyPrecedes(b.phrase)
    }
    // Holm: the k-th smallest probability times the number of candidates that are left.
    var largest = 0.0
    var kept: [Candidate] = []
    for (rank, candidate) in candidates.enumerated() {
      let p = GammaDistribution.chiSquareTail(candidate.keyness, degreesOfFreedom: 1)
      largest = max(largest, min(1, p * Double(candidates.count - rank)))
      guard largest <= level else { break }
      var candidate = candidate
      candidate.probability = largest
      kept.append(candidate)
    }
    return describe(kept, isChosen, chosen: chosen, selection)
  }

  private struct Candidate {
    var phrase: [Int32]
    var passages: Int
    var keyness: Double
    var others: Int
    var probability = 1.0
  }

  /// Positive where the selection has more than its share, else 0.
  static func logLikelihood(_ a: Int, of n: Int, against b: Int, of m: Int) -> Double {
    let share = Double(a + b) / Double(n + m)
    guard Double(a) / Double(n) > Double(b) / Double(m), share > 0, share < 1 else { return 0 }
    func part(_ observed: Int, _ expected: Double) -> Double {
      observed == 0 ? 0 : Double(observed) * log(Double(observed) / expected)
    }
    return 2
      * (part(a, share * Double(n)) + part(n - a, (1 - share) * Double(n)) + part(b, share * Double(m))
        + part(m - b, (1 - share) * Double(m)))
  }

  /// No function word at either end, and not a name: a name's words have capital letters throughout.
  private func isTerm(_ phrase: [Int32]) -> Bool {
    guard let first = phrase.first, let last = phrase.last, !corpus.isFunction[Int(first)],
      !corpus.isFunction[Int(last)]
    else { return false }
    return !phrase.allSatisfy { stem in
      Double(corpus.capitals[Int(stem)]) >= 0.6 * Double(corpus.tokens[Int(stem)])
    }
  }

  // MARK: What a person sees

  private func describe(
    _ candidates: [Candidate], _ isChosen: [Bool], chosen: Int, _ selection: Selection
  ) -> [Suggestion] {
    // The passages of all candidates in one pass.
    let byPhrase = Dictionary(
      candidates.prefix(limit * 10).enumerated().map { ($1.phrase, $0) },
      uniquingKeysWith: { first, _ in first })
    var places: [[(passage: Int, token: Int)]] = Array(repeating: [], count: byPhrase.count)
    for (number, passage) in corpus.passages.enumerated() {
      for start in passage.stems.indices {
        for length in 1...PhraseCorpus.longest where start + length <= passage.stems.count {
          guard passage.stems[start + length - 1] >= 0 else { break }
          guard let candidate = byPhrase[Array(passage.stems[start..<(start + length)])],
            places[candidate].last?.passage != number
          else { continue }
          places[candidate].append((number, start))
        }
      }
    }
    var result: [Suggestion] = []
    var taken: [Set<Int>] = []
    let analyzer = TextAnalyzer()
    let coder = LexiconCoder(model.lexicon, types: analyzer.types)
    let terms = TermWriter(corpus)
    for (number, candidate) in candidates.prefix(limit * 10).enumerated() {
      if result.count == limit { break }
      let here = places[number].filter { isChosen[$0.passage] }
      let documents = Set(here.map { corpus.passages[$0.passage].document }).count
      guard documents >= leastDocuments, let first = here.first else { continue }
      // A part of a phrase already listed, in the same passages, adds nothing.
      let set = Set(here.map(\.passage))
      if taken.contains(where: { set.isSubset(of: $0) && set.count * 10 >= $0.count * 9 }) { continue }
      let (code, precision) = code(of: places[number].map(\.passage), selection)
      let surface = text(first, candidate.phrase.count)
      if isCovered(surface, code, selection, analyzer, coder) { continue }
      let isKazakh = corpus.passages[first.passage].isKazakh
      let term = terms.term(candidate.phrase, isKazakh: isKazakh)
      taken.append(set)
      result.append(
        Suggestion(
          kazakh: isKazakh ? term : "", russian: isKazakh ? "" : term, code: code,
          passages: candidate.passages,
          documents: documents, keyness: candidate.keyness, probability: candidate.probability,
          effect: log2(
            (Double(candidate.passages) / Double(chosen))
              / ((Double(candidate.others) + 0.5) / Double(isChosen.count - chosen + 1))),
          precision: precision, contexts: here.prefix(5).map { context($0, candidate.phrase.count) }))
    }
    return result
  }

  /// The code that these passages have most, and the share of them that has it.
  private func code(of passages: [Int], _ selection: Selection) -> (code: String, precision: Double?) {
    var counts: [String: Int] = [:]
    var judged = 0
    for number in passages {
      let place = corpus.passages[number]
      let document = documents[place.document]
      let passage = document.passages[place.place]
      var codes = Set(passage.codes)
      if let scorer {
        guard let gold = scorer.codes(document.path, passage.text) else { continue }
        codes = gold
      }
      judged += 1
      for code in codes { counts[code, default: 0] += 1 }
    }
    if case .code(let code) = selection {
      return (code, judged == 0 ? nil : Double(counts[code] ?? 0) / Double(judged))
    }
    guard judged > 0, let best = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }) else {
      return ("", nil)
    }
    return (best.key, Double(best.value) / Double(judged))
  }

  /// Whether the lexicon finds the words under the code already.
  private func isCovered(
    _ surface: String, _ code: String, _ selection: Selection, _ analyzer: TextAnalyzer, _ coder: LexiconCoder
  ) -> Bool {
    var analysis = TextAnalysis()
    let bytes = Array(surface.utf8)
    analyzer.analyze(bytes.span, in: 0..<bytes.count, into: &analysis)
    var region: String?
    if case .region(let code) = selection { region = code }
    let coding = coder.code(
      analysis, sentences: 0..<analysis.sentences.count, context: PassageContext(region: region))
    return coding.codes.contains { code.isEmpty || model.lexicon.code($0).id == code }
  }

  private func text(_ place: (passage: Int, token: Int), _ length: Int) -> String {
    let passage = corpus.passages[place.passage]
    let text = Array(documents[passage.document].passages[passage.place].text.utf8)
    let range =
      Int(passage.spans[place.token].lowerBound)..<Int(passage.spans[place.token + length - 1].upperBound)
    return String(decoding: text[range], as: UTF8.self)
  }

  /// The words in brackets, up to sixty letters on either side.
  private func context(_ place: (passage: Int, token: Int), _ length: Int) -> String {
    let passage = corpus.passages[place.passage]
    let text = Array(documents[passage.document].passages[passage.place].text.utf8)
    let start = Int(passage.spans[place.token].lowerBound)
    let end = Int(passage.spans[place.token + length - 1].upperBound)
    let before = String(decoding: text[..<start], as: UTF8.self).suffix(60)
    let after = String(decoding: text[end...], as: UTF8.self).prefix(60)
    return "\(before)[\(String(decoding: text[start..<end], as: UTF8.self))]\(after)"
  }
}

/// Writes phrases as terms of a lexicon.
struct TermWriter {
  private let corpus: PhraseCorpus

  init(_ corpus: PhraseCorpus) { self.corpus = corpus }

  func term(_ phrase: [Int32], isKazakh: Bool) -> String {
    phrase.map { word($0, isKazakh) }.joined(separator: " ")
  }

  /// The form whose paradigm takes most of the forms that were met: the dictionary form where it was; else, where that takes
  /// less than two thirds, the common beginning.
  private func word(_ stem: Int32, _ isKazakh: Bool) -> String {
    let forms = corpus.forms[Int(stem)].map { (corpus.surfaces.texts[Int($0.key)], Int($0.value)) }
      .sorted { ($0.0.utf8.count, $0.0) < ($1.0.utf8.count, $1.0) }
    let total = forms.reduce(0) { $0 + $1.1 }
    var best = (form: forms[0].0, count: 0, tokens: 0)
    for (form, own) in forms.prefix(12) {
      let lexeme = [Lexeme(lemma: form, partOfSpeech: nil)]
      let matcher: any FormMatcher =
        isKazakh ? KazakhMatcher(lexemes: lexeme) : RussianMatcher(lexemes: lexeme)
      var count = 0
      for (other, tokens) in forms where !matcher.matches(Array(other.utf8).span).isEmpty { count += tokens }
      if (count, own) > (best.count, best.tokens) { best = (form, count, own) }
    }
    if best.count * 3 >= total * 2 { return best.form }
    let beginning = String(corpus.stems.texts[Int(stem)].dropFirst())
    return beginning.unicodeScalars.count >= 4 ? beginning + "*" : best.form
  }
}
