import Linguistics

/// The language of passages and documents, from that of their sentences.
enum DocumentLanguage {
  /// A second language with at least this share of the tokens makes a text mixed.
  private static let mixedShare = 0.25
  /// A document is in one language in spite of quotations in the other.
  private static let documentMixedShare = 0.3

  /// The language of a passage.
  static func language(of sentences: ArraySlice<Sentence>) -> Language {
    weigh(sentences, mixedShare)
  }

  /// The language of a document.
  static func language(of document: Document) -> Language {
    weigh(document.analysis.sentences[...], documentMixedShare)
  }

  private static func weigh(_ sentences: ArraySlice<Sentence>, _ share: Double) -> Language {
    // One place for each language.
    var tokens = SIMD16<Int32>()
    for sentence in sentences { tokens[Int(sentence.language.rawValue)] += Int32(sentence.tokens.count) }
    // Figures and names alone have no language of their own.
    tokens[Int(Language.other.rawValue)] = 0
    let total = tokens.wrappedSum()
    guard total > 0, let best = tokens.indices.first(where: { tokens[$0] == tokens.max() }),
      let language = Language(rawValue: UInt8(best))
    else { return .other }
    let minor = min(tokens[Int(Language.kk.rawValue)], tokens[Int(Language.ru.rawValue)])
    if (language == .kk || language == .ru) && Double(minor) >= share * Double(total) { return .mixed }
    return language
  }
}
