/// From the evidence of words to the languages of sentences and passages.
extension TextAnalyzer {
  /// Points that a sentence needs to be judged by itself; weaker ones take the language around them.
  private static let enough: Int32 = 6
  /// Points that a sentence of fewer than four words needs for any language but Kazakh and Russian, the ones that
  /// documents are in.
  private static let enoughElsewhere: Int32 = 10
  /// Points by which a language must lead.
  private static let margin: Int32 = 3

  func identifyLanguages(from firstSentence: Int, firstToken: Int, in analysis: inout TextAnalysis) {
    let sentences = firstSentence..<analysis.sentences.count
    var passage = SIMD8<Int32>.zero
    var open: [Int] = []
    var latinKazakhSentences: [Int] = []
    for s in sentences {
      let tokens = analysis.sentences[s].tokens
      let tally = tally(Int(tokens.lowerBound) - firstToken..<Int(tokens.upperBound) - firstToken)
      passage &+= tally.points
      if let language = tally.language {
        analysis.sentences[s].language = language
        if language == .kk && tally.latin > tally.words / 2 { latinKazakhSentences.append(s) }
      } else if !tally.isForeign {
        open.append(s)
      }
    }
    if !open.isEmpty {
      let around = TextAnalyzer.passageLanguage(of: analysis.sentences[sentences])
      let fallback = around != .other ? around : likeliest(passage)
      for s in open { analysis.sentences[s].language = fallback }
    }
    for s in latinKazakhSentences { readAsCyrillic(s, firstToken: firstToken, in: &analysis) }
  }

  /// The language of a passage: that of most of its sentences, weighted by their tokens; `mixed` where both
  /// Kazakh and Russian have at least a fifth of it.
  public static func passageLanguage(of sentences: some Collection<Sentence>) -> Language {
    var weights = [Int](repeating: 0, count: Language.allCases.count)
    for sentence in sentences where sentence.language != .other {
      weights[Int(sentence.language.rawValue)] += sentence.tokens.count
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { return .other }
    let kazakh = weights[Int(Language.kk.rawValue)]
    let russian = weights[Int(Language.ru.rawValue)]
    if kazakh * 5 >= total && russian * 5 >= total { return .mixed }
    var best = Language.other
    for language in Language.allCases
    where weights[Int(language.rawValue)] > (best == .other ? 0 : weights[Int(best.rawValue)]) {
      best = language
    }
    return best
  }

  private struct Tally {
    var points = SIMD8<Int32>.zero
    var words = 0
    var latin = 0
    /// Words that speak clearly for Kazakh or for Russian.
    var kazakh = 0
    var russian = 0
    /// Words in scripts that none of the languages is written in.
    var foreign = 0
    /// Nil where the words do not tell.
    var language: Language?
    var isForeign: Bool { foreign * 2 > words }
  }

  private func tally(_ range: Range<Int>) -> Tally {
    var tally = Tally()
    // Eight bits hold the points of a word, so sixteen those of 256.
    var sum = SIMD8<Int16>.zero
    let surfaces = self.surfaces.surfaces
    let surfaceOf = self.surfaceOf
    for k in range {
      let surface = surfaces[Int(surfaceOf[k])]
      guard surface.traits.contains(.hasLetter) else { continue }
      tally.words += 1
      if !surface.traits.isDisjoint(with: [.arabic, .foreignScript]) { tally.foreign += 1 }
      if surface.traits.contains(.latin) && !surface.traits.contains(.cyrillic) { tally.latin += 1 }
      let points = SIMD8<Int16>(truncatingIfNeeded: surface.points)
      sum &+= points
      if tally.words & 255 == 0 {
        tally.points &+= SIMD8<Int32>(truncatingIfNeeded: sum)
        sum = .zero
      }
      if points[0] >= points[1] + 4 { tally.kazakh += 1 }
      if points[1] >= points[0] + 4 { tally.russian += 1 }
    }
    tally.points &+= SIMD8<Int32>(truncatingIfNeeded: sum)
    guard tally.words > 0, !tally.isForeign else { return tally }
    let (language, score, second) = best(tally.points)
    let isExpected = language == .kk || language == .ru
    guard score >= (isExpected || tally.words >= 4 ? TextAnalyzer.enough : TextAnalyzer.enoughElsewhere),
      score >= second + TextAnalyzer.margin
    else { return tally }
    if isExpected, tally.kazakh >= 3, tally.russian >= 3,
      tally.kazakh * 5 >= tally.words, tally.russian * 5 >= tally.words
    {
      tally.language = .mixed
    } else {
      tally.language = language
    }
    return tally
  }

  /// The language of a passage too short to tell: Kazakh or Russian where they have any points and no other language
  /// is well attested.
  private func likeliest(_ points: SIMD8<Int32>) -> Language {
    let (language, score, _) = best(points)
    if score >= TextAnalyzer.enoughElsewhere { return language }
    if points[0] > 0 || points[1] > 0 { return points[0] >= points[1] ? .kk : .ru }
    return .other
  }

  /// The language with most points (`other` where none has any), its points and the runner-up's.
  private func best(_ points: SIMD8<Int32>) -> (language: Language, score: Int32, second: Int32) {
    var lane = 0
    for k in 1..<8 where points[k] > points[lane] { lane = k }
    var second: Int32 = 0
    for k in 0..<8 where k != lane { second = max(second, points[k]) }
    return (points[lane] > 0 ? LanguageEvidence.languages[lane] : .other, points[lane], second)
  }

  /// Gives the tokens of a sentence in Latin-script Kazakh the types of the same words in Cyrillic.
  private func readAsCyrillic(_ s: Int, firstToken: Int, in analysis: inout TextAnalysis) {
    let range = analysis.sentences[s].tokens
    var marks2018 = 0
    var marks2021 = 0
    for k in range {
      let surface = surfaces.surfaces[Int(surfaceOf[Int(k) - firstToken])]
      types.withForm(surface.type) { form in
        let (older, newer) = LatinKazakh.alphabetMarks(form)
        marks2018 += older
        marks2021 += newer
      }
    }
    let is2021 = marks2021 > marks2018
    for k in range {
      let id = Int(surfaceOf[Int(k) - firstToken])
      guard surfaces.surfaces[id].traits.contains(.latin), !surfaces.surfaces[id].traits.contains(.roman)
      else { continue }
      var type = is2021 ? surfaces.latin2021[id] : surfaces.latin2018[id]
      if type < 0 {
        let form = types.withForm(surfaces.surfaces[id].type) { form in form.indices.map { form[$0] } }
        let cyrillic = latinKazakh.cyrillic(form, is2021: is2021)
        type = types.intern(cyrillic.span)
        if is2021 { surfaces.latin2021[id] = type } else { surfaces.latin2018[id] = type }
      }
      analysis.tokens[Int(k)].type = type
    }
  }
}
