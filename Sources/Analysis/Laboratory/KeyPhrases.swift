import Foundation
import Linguistics

/// Words and phrases of a store's passages as numbers, and how many passages of a selection have each.
///
/// Phrases have up to four words of one sentence, no punctuation inside, no function word at either end. Longer ones are
/// looked for only where their parts are frequent, so memory grows with what is frequent and not with the corpus.
final class PhraseCorpus {
  static let longest = 4

  struct Passage {
    var document: Int
    var place: Int
    /// Stems by token; -1 ends a phrase.
    var stems: [Int32]
    var surfaces: [Int32]
    /// UTF-8 places of the tokens in the text.
    var spans: [Range<Int32>]
    /// By token: the language of its sentence.
    var isKazakh: [Bool]
    /// What the lexicon found.
    var marks: [Mark] = []
  }

  /// Tokens that an entry's term found, for a code.
  struct Mark {
    var tokens: Range<Int>
    var entry: String
    var code: String
  }

  /// Where a phrase stands.
  struct Place: Equatable {
    var passage: Int
    var token: Int
  }

  private(set) var passages: [Passage] = []
  private(set) var stems = StringNumbers()
  private(set) var surfaces = StringNumbers()
  /// By stem, whether a phrase may begin or end with it.
  private(set) var isFunction: [Bool] = []
  /// By stem, tokens and those of them with a capital letter inside of a sentence.
  private(set) var tokens: [Int32] = []
  private(set) var capitals: [Int32] = []
  /// By stem, tokens that begin with a small letter.
  private(set) var small: [Int32] = []
  /// By stem, the surfaces with their counts.
  private(set) var forms: [[Int32: Int32]] = []

  private let analyzer = TextAnalyzer()
  private var analysis = TextAnalysis()

  func add(_ text: String, document: Int, place: Int, hits: [StoredHit] = []) {
    let bytes = Array(text.utf8)
    analysis.removeAll()
    analyzer.analyze(bytes.span, in: 0..<bytes.count, into: &analysis)
    var passage = Passage(
      document: document, place: place, stems: [], surfaces: [], spans: [], isKazakh: [])
    for sentence in analysis.sentences {
      let isKazakh = sentence.language == .kk
      guard isKazakh || sentence.language == .ru else { continue }
      for i in Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound) {
        let token = analysis.tokens[i]
        var stem: Int32 = -1
        var surface: Int32 = -1
        if token.kind == .word {
          let form = analyzer.types.form(token.type)
          surface = surfaces.number(form)
          stem = self.stem(form, isKazakh)
          tokens[Int(stem)] += 1
          forms[Int(stem)][surface, default: 0] += 1
          let written = String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self)
          if written.first?.isUppercase != true {
            small[Int(stem)] += 1
          } else if i > Int(sentence.tokens.lowerBound) {
            capitals[Int(stem)] += 1
          }
        }
        passage.stems.append(stem)
        passage.surfaces.append(surface)
        passage.spans.append(token.start..<token.end)
        passage.isKazakh.append(isKazakh)
      }
      passage.stems.append(-1)
      passage.isKazakh.append(isKazakh)
      passage.surfaces.append(-1)
      passage.spans.append(0..<0)
    }
    passage.marks = Self.marks(hits, bytes, passage.spans)
    passages.append(passage)
  }

  /// Hits, whose places are code points, as ranges of tokens; those whose words are not among the tokens are left out.
  private static func marks(_ hits: [StoredHit], _ bytes: [UInt8], _ spans: [Range<Int32>]) -> [Mark] {
    if hits.isEmpty { return [] }
    // The byte at which each code point begins.
    var starts: [Int32] = []
    for i in bytes.indices where bytes[i] & 0xC0 != 0x80 { starts.append(Int32(i)) }
    starts.append(Int32(bytes.count))
    return hits.compactMap { hit in
      guard hit.span.lowerBound >= 0, hit.span.upperBound < starts.count else { return nil }
      let range = starts[hit.span.lowerBound]..<starts[hit.span.upperBound]
      let tokens = spans.indices.filter { !spans[$0].isEmpty && spans[$0].overlaps(range) }
      guard let first = tokens.first, let last = tokens.last else { return nil }
      return Mark(tokens: first..<(last + 1), entry: hit.entry, code: hit.code)
    }
  }

  /// The number of a folded form's stem; nil where no passage has it.
  func stem(of form: String, isKazakh: Bool) -> Int32? {
    stems.find((isKazakh ? "k" : "r") + WordStem.of(form, isKazakh: isKazakh))
  }

  /// The phrases of a set that a passage has.
  func phrases(of passage: Passage, among phrases: Set<[Int32]>) -> Set<[Int32]> {
    var found: Set<[Int32]> = []
    for start in passage.stems.indices {
      for length in 1...Self.longest where start + length <= passage.stems.count {
        guard passage.stems[start + length - 1] >= 0 else { break }
        let phrase = Array(passage.stems[start..<(start + length)])
        if phrases.contains(phrase) { found.insert(phrase) }
      }
    }
    return found
  }

  /// Where phrases stand, in order; in a passage only the first place. One pass for all of them.
  func places(of phrases: [[Int32]]) -> [[Int32]: [Place]] {
    var places: [[Int32]: [Place]] = [:]
    for phrase in phrases { places[phrase] = [] }
    // Few stems begin a phrase.
    let first = Set(phrases.compactMap(\.first))
    for (number, passage) in passages.enumerated() {
      for start in passage.stems.indices where first.contains(passage.stems[start]) {
        for length in 1...Self.longest where start + length <= passage.stems.count {
          guard passage.stems[start + length - 1] >= 0 else { break }
          let phrase = Array(passage.stems[start..<(start + length)])
          guard let known = places[phrase], known.last?.passage != number else { continue }
          places[phrase]?.append(Place(passage: number, token: start))
        }
      }
    }
    return places
  }

  private func stem(_ form: String, _ isKazakh: Bool) -> Int32 {
    // The language is part of the key: stems of two languages are two words.
    let isFunction = WordStem.function.contains(form) || form.unicodeScalars.count < 3
    let stem = stems.number((isKazakh ? "k" : "r") + WordStem.of(form, isKazakh: isKazakh))
    if Int(stem) == tokens.count {
      tokens.append(0)
      capitals.append(0)
      small.append(0)
      forms.append([:])
      self.isFunction.append(isFunction)
    }
    return stem
  }

  /// For each frequent phrase the passages that have it, split by a selection.
  ///
  /// - Parameters:
  ///   - isChosen: by passage.
  ///   - least: passages of the selection that must have a phrase.
  func counts(_ isChosen: [Bool], least: Int) -> [[Int32]: (chosen: Int, others: Int)] {
    var all: [[Int32]: (chosen: Int, others: Int)] = [:]
    var frequent: Set<[Int32]> = []
    for length in 1...Self.longest {
      var counts: [[Int32]: (chosen: Int, others: Int)] = [:]
      // The selection is counted first: only what is frequent there is looked for elsewhere.
      for turn in [true, false] {
        for (number, passage) in passages.enumerated() where isChosen[number] == turn {
          var seen: Set<[Int32]> = []
          guard passage.stems.count >= length else { continue }
          for start in 0...(passage.stems.count - length) {
            let phrase = Array(passage.stems[start..<(start + length)])
            if phrase.contains(-1) { continue }
            if length > 1,
              !frequent.contains(Array(phrase.dropLast())) || !frequent.contains(Array(phrase.dropFirst()))
            {
              continue
            }
            if !turn, counts[phrase] == nil { continue }
            guard seen.insert(phrase).inserted else { continue }
            if turn { counts[phrase, default: (0, 0)].chosen += 1 } else { counts[phrase]?.others += 1 }
          }
        }
        if turn { counts = counts.filter { $0.value.chosen >= least } }
      }
      frequent = Set(counts.keys)
      if frequent.isEmpty { break }
      all.merge(counts) { first, _ in first }
    }
    return all
  }
}

/// Small numbers for strings, in order of first use.
struct StringNumbers {
  private var numbers: [String: Int32] = [:]
  private(set) var texts: [String] = []

  func find(_ text: String) -> Int32? { numbers[text] }

  mutating func number(_ text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let new = Int32(texts.count)
    numbers[text] = new
    texts.append(text)
    return new
  }
}
