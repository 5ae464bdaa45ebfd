import Coding
import Linguistics

/// Makes suggestions of candidates: leaves out what the lexicon finds already and what is not spread enough, and adds what a
/// person wants to see of the others.
struct SuggestionDescriber {
  private let finder: SuggestionFinder
  private let corpus: PhraseCorpus
  private let evidence: SuggestionEvidence
  private let selection: SuggestionFinder.Selection
  private let analyzer = TextAnalyzer()
  private let coder: LexiconCoder
  private let terms: TermWriter
  /// Passages of the suggestions so far, by code: a part of a phrase already listed, in the same passages, adds nothing.
  private var taken: [String: [Set<Int>]] = [:]

  init(
    _ finder: SuggestionFinder, _ evidence: SuggestionEvidence, _ selection: SuggestionFinder.Selection
  ) {
    self.finder = finder
    self.evidence = evidence
    self.selection = selection
    corpus = finder.corpus
    coder = LexiconCoder(finder.model.lexicon, types: analyzer.types)
    terms = TermWriter(corpus)
  }

  mutating func describe(
    _ candidates: [SuggestionCandidate], _ kind: Suggestion.Kind, isChosen: [Bool]
  ) -> [DescribedSuggestion] {
    // The first are enough, however many are covered.
    let candidates = candidates.prefix(finder.limit * 10)
    let places = corpus.places(of: candidates.map(\.phrase))
    let sizes = [false, true].map { evidence.sizes(isChosen, isKazakh: $0) }
    var result: [DescribedSuggestion] = []
    for candidate in candidates {
      if result.count == finder.limit { break }
      let all = places[candidate.phrase] ?? []
      let here = all.filter { isChosen[$0.passage] }
      guard let first = here.first else { continue }
      var byDocument: [Int: Int] = [:]
      for place in here { byDocument[corpus.passages[place.passage].document, default: 0] += 1 }
      // One document's word may be its author's; a misspelling or a stated abbreviation is none the less one.
      if kind != .variant, kind != .abbreviation {
        guard byDocument.count >= finder.leastDocuments, here.count >= finder.leastPassages else { continue }
      }
      let numbers = all.map(\.passage)
      let code = candidate.code ?? evidence.likelyCode(of: numbers)
      let set = Set(here.map(\.passage))
      if taken[code, default: []].contains(where: { set.isSubset(of: $0) && set.count * 10 >= $0.count * 9 })
      {
        continue
      }
      if isCovered(evidence.text(first, candidate.phrase.count), code) { continue }
      taken[code, default: []].append(set)
      let isKazakh = corpus.passages[first.passage].isKazakh[first.token]
      let term = candidate.term ?? terms.term(candidate.phrase, isKazakh: isKazakh)
      let suggestion = Suggestion(
        kind: kind, with: candidate.with, kazakh: isKazakh ? term : "", russian: isKazakh ? "" : term,
        code: code, passages: here.count, documents: byDocument.count,
        dispersion: Dispersion.deviation(
          sizes: sizes[isKazakh ? 1 : 0].sizes,
          hits: Dictionary(
            byDocument.compactMap { document, count in
              sizes[isKazakh ? 1 : 0].places[document].map { ($0, count) }
            }, uniquingKeysWith: +)),
        keyness: candidate.keyness, probability: candidate.probability, effect: candidate.effect,
        precision: code.isEmpty ? nil : evidence.precision(of: numbers, code),
        precisionChange: code.isEmpty ? nil : evidence.precisionChange(by: numbers, code),
        contexts: here.prefix(5).map { evidence.context($0, candidate.phrase.count) })
      result.append(DescribedSuggestion(suggestion: suggestion, passages: set))
    }
    return result
  }

  /// Whether the lexicon finds the words under the code already.
  private func isCovered(_ surface: String, _ code: String) -> Bool {
    let analysis = analyzer.analysis(of: Array(surface.utf8))
    var region: String?
    if case .region(let code) = selection { region = code }
    let coding = coder.code(
      analysis, sentences: analysis.allSentences, context: PassageContext(region: region))
    return coding.codes.contains { code.isEmpty || finder.model.lexicon.code($0).id == code }
  }
}

/// A suggestion and the passages of the corpus that it is in.
struct DescribedSuggestion {
  var suggestion: Suggestion
  var passages: Set<Int>
}

/// What passages and gold say of a candidate.
struct SuggestionEvidence {
  private let corpus: PhraseCorpus
  private let documents: [StoredDocument]
  /// For each passage of the corpus what the gold says; nil where it does not have it. Empty without gold.
  private let gold: [Set<String>?]
  /// By code: decisions of the run on the gold's passages.
  private var decisions: [String: (right: Int, wrong: Int)] = [:]

  init(_ corpus: PhraseCorpus, _ documents: [StoredDocument], _ gold: GoldCodes?) {
    self.corpus = corpus
    self.documents = documents
    self.gold =
      gold.map { gold in
        corpus.passages.map {
          gold[documents[$0.document].path, documents[$0.document].passages[$0.place].text]?.codes
        }
      } ?? []
    for number in self.gold.indices {
      guard let wanted = self.gold[number] else { continue }
      for code in codes(number) {
        if wanted.contains(code) {
          decisions[code, default: (0, 0)].right += 1
        } else {
          decisions[code, default: (0, 0)].wrong += 1
        }
      }
    }
  }

  private func codes(_ number: Int) -> [String] {
    documents[corpus.passages[number].document].passages[corpus.passages[number].place].codes
  }

  /// The gold's codes of a passage, or the run's where there is no gold at all; nil where the gold lacks it.
  private func judged(_ number: Int) -> Set<String>? { gold.isEmpty ? Set(codes(number)) : gold[number] }

  /// The code that these passages have most; empty where none has any.
  func likelyCode(of passages: [Int]) -> String {
    var counts: [String: Int] = [:]
    for number in passages {
      for code in judged(number) ?? [] { counts[code, default: 0] += 1 }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
  }

  func precision(of passages: [Int], _ code: String) -> Double? {
    let sets = passages.compactMap(judged)
    return sets.isEmpty ? nil : Double(sets.count { $0.contains(code) }) / Double(sets.count)
  }

  /// What the code's precision would change by if these passages took it too.
  func precisionChange(by passages: [Int], _ code: String) -> Double? {
    guard !gold.isEmpty, let before = decisions[code], before.right + before.wrong > 0 else { return nil }
    var after = before
    for number in passages {
      guard let wanted = gold[number], !codes(number).contains(code) else { continue }
      if wanted.contains(code) { after.right += 1 } else { after.wrong += 1 }
    }
    return Double(after.right) / Double(after.right + after.wrong)
      - Double(before.right) / Double(before.right + before.wrong)
  }

  /// Words in a language of the documents with a chosen passage in it, and the place of each document in that list.
  func sizes(_ isChosen: [Bool], isKazakh: Bool) -> (sizes: [Int], places: [Int: Int]) {
    var sizes: [Int] = []
    var places: [Int: Int] = [:]
    for (number, passage) in corpus.passages.enumerated()
    where isChosen[number] && passage.isKazakh.contains(isKazakh) {
      let place = places[passage.document] ?? sizes.count
      if place == sizes.count {
        places[passage.document] = place
        sizes.append(0)
      }
      sizes[place] += zip(passage.stems, passage.isKazakh).count { $0 >= 0 && $1 == isKazakh }
    }
    return (sizes, places)
  }

  func text(_ place: PhraseCorpus.Place, _ length: Int) -> String {
    let (text, start, end) = bytes(place, length)
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// The words in brackets, up to sixty letters on either side.
  func context(_ place: PhraseCorpus.Place, _ length: Int) -> String {
    let (text, start, end) = bytes(place, length)
    let before = String(decoding: text[..<start], as: UTF8.self).suffix(60)
    let after = String(decoding: text[end...], as: UTF8.self).prefix(60)
    return "\(before)[\(String(decoding: text[start..<end], as: UTF8.self))]\(after)"
  }

  private func bytes(_ place: PhraseCorpus.Place, _ length: Int) -> ([UInt8], Int, Int) {
    let passage = corpus.passages[place.passage]
    return (
      Array(documents[passage.document].passages[passage.place].text.utf8),
      Int(passage.spans[place.token].lowerBound), Int(passage.spans[place.token + length - 1].upperBound)
    )
  }
}
