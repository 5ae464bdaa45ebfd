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
    var isKazakh: Bool
  }

  private(set) var passages: [Passage] = []
  private(set) var stems = StringNumbers()
  private(set) var surfaces = StringNumbers()
  /// By stem, whether a phrase may begin or end with it.
  private(set) var isFunction: [Bool] = []
  /// By stem, tokens and those of them with a capital letter inside of a sentence.
  private(set) var tokens: [Int32] = []
  private(set) var capitals: [Int32] = []
  /// By stem, the surfaces with their counts.
  private(set) var forms: [[Int32: Int32]] = []

  private let analyzer = TextAnalyzer()
  private var analysis = TextAnalysis()

  func add(_ text: String, document: Int, place: Int) {
    let bytes = Array(text.utf8)
    analysis.removeAll()
    analyzer.analyze(bytes.span, in: 0..<bytes.count, into: &analysis)
    var passage = Passage(
      document: document, place: place, stems: [], surfaces: [], spans: [], isKazakh: false)
    for sentence in analysis.sentences {
      let isKazakh = sentence.language == .kk
      guard isKazakh || sentence.language == .ru else { continue }
      passage.isKazakh = isKazakh
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
          if i > Int(sentence.tokens.lowerBound), written.first?.isUppercase == true {
            capitals[Int(stem)] += 1
          }
        }
        passage.stems.append(stem)
        passage.surfaces.append(surface)
        passage.spans.append(token.start..<token.end)
      }
      passage.stems.append(-1)
      passage.surfaces.append(-1)
      passage.spans.append(0..<0)
    }
    passages.append(passage)
  }

  private func stem(_ form: String, _ isKazakh: Bool) -> Int32 {
    // The language is part of the key: stems of two languages are two words.
    let isFunction = WordStem.function.contains(form) || form.unicodeScalars.count < 3
    let stem = stems.number((isKazakh ? "k" : "r") + WordStem.of(form, isKazakh: isKazakh))
    if Int(stem) == tokens.count {
      tokens.append(0)
      capitals.append(0)
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

  mutating func number(_ text: String) -> Int32 {
    if let known = numbers[text] { return known }
    let new = Int32(texts.count)
    numbers[text] = new
    texts.append(text)
    return new
  }
}
