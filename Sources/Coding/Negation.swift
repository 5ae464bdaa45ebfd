import Linguistics

/// Whether a hit is negated by the words around it.
///
/// Russian: не, нет, без, ни among the two words before, нет among the two after; не только, не менее and the like
/// negate nothing. Kazakh: емес, жоқ among the two words after; ғана емес negates nothing, nor does an емес that
/// stands two words off inside an attribute (дөңгелек үстелде үкіметтік емес ұйым). Words behind
/// punctuation that ends a match do not count.
enum Negation {
  static let reach = 2

  static func holds(
    _ first: Int, _ last: Int, in sentence: Range<Int>, _ tokens: [Token], _ language: Language,
    _ words: WordMatches.Tables
  ) -> Bool {
    let traits = words.traits
    func has(_ token: Int, _ bits: UInt8) -> Bool { traits[Int(tokens[token].type)] & bits != 0 }
    var before = first
    var after = last
    if language == .ru {
      for _ in 0..<reach {
        guard let word = TermScanner.wordBefore(before, sentence.lowerBound, tokens, words) else { break }
        // `before` is the word that a negation here would stand at.
        if has(word, TypeTraits.negatesNext), !has(before, TypeTraits.liftsNegation) { return true }
        before = word
      }
    }
    for distance in 1...reach {
      guard let word = TermScanner.wordAfter(after, sentence.upperBound, tokens, words) else { break }
      if language == .ru, has(word, TypeTraits.negatesPrevious) { return true }
      if language == .kk, has(word, TypeTraits.negatesPreviousKazakh),
        !has(after, TypeTraits.liftsNegationKazakh)
      {
        let isPredicate = TermScanner.wordAfter(word, sentence.upperBound, tokens, words) == nil
        if distance == 1 || isPredicate || !has(word, TypeTraits.negatesAdjective) { return true }
      }
      after = word
    }
    return false
  }
}
