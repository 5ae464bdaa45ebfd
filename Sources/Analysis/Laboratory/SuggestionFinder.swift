import Coding
import Foundation
import Linguistics
import Tabulation

/// Finds candidates for a lexicon in a run: `hattama lexicon suggest`.
///
/// Five kinds, see `Suggestion.Kind`. Forms of a word are counted together. Left out: what the lexicon finds already under
/// the code, and names.
public struct SuggestionFinder {
  /// What candidates are looked for in.
  public enum Selection: Sendable, Equatable {
    case region(String)
    case code(String)
  }

  /// Passages of the selection that must have a candidate, and documents.
  public var leastPassages = 3
  public var leastDocuments = 2
  /// Of the corrected probability.
  public var level = 0.05
  /// Suggestions of each kind.
  public var limit = 100

  let model: CodingModel
  let corpus = PhraseCorpus()
  private(set) var documents: [StoredDocument] = []
  private let evidence: SuggestionEvidence
  /// Stems of the single words that name places and are no ordinary words.
  private let placeNames: Set<Int32>
  /// Stems of the words that stand beside names.
  private let besideNames: Set<Int32>

  /// Reads the passages of a run. Memory grows with them: some 100 MB for 2,000 documents of twenty passages.
  public init(_ model: CodingModel, _ store: Store, gold: GoldStandard? = nil) throws(StoreError) {
    self.model = model
    var documents: [StoredDocument] = []
    let corpus = corpus
    try store.storedDocuments { document in
      for (place, passage) in document.passages.enumerated() where passage.isCoded {
        corpus.add(passage.text, document: documents.count, place: place, hits: passage.hits)
      }
      documents.append(document)
    }
    self.documents = documents
    placeNames = Self.placeNames(model.packs, corpus)
    besideNames = Set(
      WordStem.besideNames.flatMap { word in
        [true, false].compactMap { corpus.stem(of: word, isKazakh: $0) }
      })
    evidence = SuggestionEvidence(corpus, documents, gold.map { GoldCodes($0, model.codebook) })
  }

  private static func placeNames(_ packs: [RegionPack], _ corpus: PhraseCorpus) -> Set<Int32> {
    guard
      let folder = packs.first.map({
        $0.folder.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      })
    else { return [] }
    let homographs = Homographs(folder: folder.joined(separator: "/"))
    var stems: Set<Int32> = []
    for pack in packs {
      for row in PackGazetteer.rows(pack: pack.folder, code: pack.code) {
        for (word, language) in row.singleWords where !homographs.contains(word, language) {
          let isKazakh = language == .kk
          if let stem = corpus.stem(of: word, isKazakh: isKazakh) { stems.insert(stem) }
        }
      }
    }
    return stems
  }

  /// The candidates, by kind; within a kind the most likely first.
  public func suggestions(
    for selection: Selection, kinds: [Suggestion.Kind] = Suggestion.Kind.allCases
  ) -> [Suggestion] {
    let isChosen = corpus.passages.map { passage in
      let document = documents[passage.document]
      switch selection {
      case .region(let code): return document.region == code
      case .code(let code): return document.passages[passage.place].codes.contains(code)
      }
    }
    guard isChosen.contains(true), isChosen.contains(false) else { return [] }
    // A variant or counterpart of a code's words stands where the code is not given yet.
    let isLookedAt: [Bool] =
      switch selection {
      case .region: isChosen
      case .code: Array(repeating: true, count: isChosen.count)
      }
    var describer = SuggestionDescriber(self, evidence, selection)
    let counterparts = Counterparts(self)
    var result: [DescribedSuggestion] = []
    for kind in Suggestion.Kind.allCases where kinds.contains(kind) {
      let (candidates, scope): ([SuggestionCandidate], [Bool]) =
        switch kind {
        case .key: (keyPhrases(isChosen, selection), isChosen)
        case .collocate: (Collocates(self).candidates(isChosen, selection), isChosen)
        case .variant: (SpellingVariants(self).candidates(isLookedAt, selection), isLookedAt)
        case .abbreviation: (Abbreviations(self).candidates(isChosen), isChosen)
        case .counterpart: (counterparts.candidates(isLookedAt, selection), isLookedAt)
        }
      result += describer.describe(candidates, kind, isChosen: scope)
    }
    return counterparts.joined(result)
  }

  // MARK: Key phrases

  /// Words and phrases that are key for the selection against the rest: Dunning's log-likelihood ratio on passages
  /// (Computational Linguistics 19(1), 1993).
  private func keyPhrases(_ isChosen: [Bool], _ selection: Selection) -> [SuggestionCandidate] {
    let chosen = isChosen.count { $0 }
    let counts = corpus.counts(isChosen, least: leastPassages)
    var code: String?
    if case .code(let id) = selection { code = id }
    let candidates = counts.compactMap { phrase, count -> SuggestionCandidate? in
      guard isTerm(phrase) else { return nil }
      return SuggestionCandidate(
        phrase: phrase, code: code, count.chosen, of: chosen, against: count.others,
        of: isChosen.count - chosen)
    }
    return significant(candidates)
  }

  /// Those that pass Holm's correction, the most key first. Of equally key ones the longest phrase first: its parts add
  /// nothing.
  func significant(_ candidates: [SuggestionCandidate]) -> [SuggestionCandidate] {
    let sorted = candidates.sorted { a, b in
      if a.keyness != b.keyness { return (a.keyness ?? 0) > (b.keyness ?? 0) }
      if a.phrase.count != b.phrase.count { return a.phrase.count > b.phrase.count }
      if a.phrase != b.phrase { return a.phrase.lexicographicallyPrecedes(b.phrase) }
      return (a.code ?? "", a.with) < (b.code ?? "", b.with)
    }
    let corrected = Multiplicity.holm(
      sorted.map { GammaDistribution.chiSquareTail($0.keyness ?? 0, degreesOfFreedom: 1) })
    return zip(sorted, corrected).compactMap { candidate, probability in
      guard probability <= level else { return nil }
      var candidate = candidate
      candidate.probability = probability
      return candidate
    }
  }

  /// Positive where the selection has more than its share, else 0.
  static func logLikelihood(_ a: Int, of n: Int, against b: Int, of m: Int) -> Double {
    guard n > 0, m > 0 else { return 0 }
    let share = Double(a + b) / Double(n + m)
    guard Double(a) / Double(n) > Double(b) / Double(m), share > 0, share < 1 else { return 0 }
    func part(_ observed: Int, _ expected: Double) -> Double {
      observed == 0 ? 0 : Double(observed) * log(Double(observed) / expected)
    }
    return 2
      * (part(a, share * Double(n)) + part(n - a, (1 - share) * Double(n)) + part(b, share * Double(m))
        + part(m - b, (1 - share) * Double(m)))
  }

  /// No function word at either end, and not a name: a name's words have capital letters throughout; at the
  /// beginning of a sentence, where every word has one, it is a name where the packs have such a place. Initials and
  /// words like *city* or *deputy* beside a name make no term of it.
  func isTerm(_ phrase: [Int32]) -> Bool {
    guard let first = phrase.first, let last = phrase.last, !corpus.isFunction[Int(first)],
      !corpus.isFunction[Int(last)]
    else { return false }
    var hasName = false
    for stem in phrase {
      if Double(corpus.capitals[Int(stem)]) >= 0.6 * Double(corpus.tokens[Int(stem)])
        || placeNames.contains(stem) && corpus.small[Int(stem)] == 0
      {
        hasName = true
      } else if !besideNames.contains(stem) {
        return true
      }
    }
    return !hasName
  }
}

/// A phrase before it is known whether it is new and spread enough to be suggested.
struct SuggestionCandidate {
  /// Stems, as in `PhraseCorpus`.
  var phrase: [Int32]
  /// nil: the code that its passages take most.
  var code: String?
  var with = ""
  /// The term as it shall be written; nil for what the forms that were met say.
  var term: String?
  var keyness: Double?
  var probability: Double?
  var effect: Double?

  init(phrase: [Int32], code: String?, with: String = "", term: String? = nil) {
    self.phrase = phrase
    self.code = code
    self.with = with
    self.term = term
  }

  /// A phrase in `a` of `n` units against `b` of `m`; nil where it is not more frequent there.
  init?(
    phrase: [Int32], code: String?, with: String = "", _ a: Int, of n: Int, against b: Int, of m: Int
  ) {
    let keyness = SuggestionFinder.logLikelihood(a, of: n, against: b, of: m)
    guard keyness > 0 else { return nil }
    self.init(phrase: phrase, code: code, with: with)
    self.keyness = keyness
    effect = log2((Double(a) / Double(n)) / ((Double(b) + 0.5) / Double(m + 1)))
  }
}
