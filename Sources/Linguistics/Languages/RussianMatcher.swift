/// Lexemes of Russian compiled so that each distinct form finds the dictionary forms that it can belong to.
///
/// Rules only, no dictionary: the ending of the lemma and its part of speech give the plausible paradigms (`RussianNounTable`,
/// `RussianAdjectiveTable`, `RussianVerbTable`, `RussianNumeralTable`), each a stem with sets of endings
/// (`RussianEndingTable`); words that no rule gives stand in the same tables by name. Words of new regions inflect
/// like their neighbours.
///
/// ```swift
/// let matcher = RussianMatcher(lexemes: [Lexeme(lemma: "слушание", partOfSpeech: .noun)])
/// matcher.matches(Array("слушаниями".utf8).span)  // [LexemeMatch(lexeme: 0)]
/// matcher.matches(Array("слушать".utf8).span)     // []
/// ```
///
/// **Which lexeme wins.** The dictionary form itself, then the reading of the least penalty, then the longest
/// lemma; lexemes with equal standing are all given. Penalties, added up: 1 for a less likely class of
/// the lemma, for imperatives, converbs, full participles and short forms of adjectives (страна is the noun
/// before it is странный); 2 for superlatives and rare plurals; 3 for the passive in -ся of a verb whose lemma has none (обсуждается: обсуждать), where the lexicon
/// lacks the lemma in -ся.
///
/// **What is not accepted.** Derivation (городской: город), the other aspect (решить: решать), не- inside the word, words
/// of the closed classes and adverbs of manner and time (быстро: быстрый), unless they are the lemma; other forms of
/// initials and abbreviations (рф, т.) than those in `RussianWordLists`.
///
/// **How well.** F1 of accepted pairs (lemma, form) on the development parts of UD_Russian-GSD and UD_Russian-Taiga, which
/// were looked at while the rules were written: .997 and .988 where every lemma of the text is in the lexicon, .982 and
/// .982 with a tenth of them; .985, .971, .976 and .963 for the first draft, before errors were read. Of the
/// forms of lemmas from a spelling dictionary that were in no sample looked at (some 3,000 of each kind), 99.9 % are
/// accepted for nouns, 99.8 % for adjectives, 99.5 % for verbs.
///
/// **What remains wrong** on running text:
///
/// | class | example |
/// |---|---|
/// | homographs of two lemmas, only context helps | стоят: стоить, стоять; узнает: узнать, узнавать |
/// | noun and adjective that became a noun | основное: основной; данными: данный, данные |
/// | participle or adjective | указанный, открытый beside указать, открыть |
/// | adverb or short form | возможно, ясно |
/// | spelling errors, colloquial and old forms | будующая, собиралися, небеси |
/// | abbreviations made for the occasion | исх., зп |
/// | passives in -ся from verbs in -ить | тратится: тратить |
/// | plural or singular as the dictionary form | часов: час, часы |
///
/// **Cost.** Compiling takes some 10 µs and 200 bytes a lexeme (8,000 lexemes: 75 ms, 1.6 MB); a form costs 0.05 µs
/// without a candidate, 0.25 µs with. Explanations are made from the tables again, for people and
/// not for running text.
public final class RussianMatcher: FormMatcher {
  /// Lengths in code points.
  let lemmaLengths: [UInt8]
  let stems: RussianStemTable
  let endings: RussianEndings.Trie
  let reserved: Set<UInt64>

  /// - Parameter lexemes: any number; forms of the same lemma may stand more than once with different parts of speech.
  public init(lexemes: [Lexeme]) {
    lemmaLengths = lexemes.map { UInt8(clamping: $0.lemma.unicodeScalars.count) }
    stems = RussianStemTable(lexemes.map(RussianParadigms.of))
    endings = RussianEndings.shared.trie
    reserved = RussianMatcher.reservedHashes
  }

  /// A matcher that was compiled before.
  init(
    lemmaLengths: [UInt8], stems: RussianStemTable, endings: RussianEndings.Trie, reserved: Set<UInt64>
  ) {
    self.lemmaLengths = lemmaLengths
    self.stems = stems
    self.endings = endings
    self.reserved = reserved
  }

  /// The lexemes that take a form, in the order of the lexicon; empty where none does.
  public func matches(_ form: Span<UInt8>) -> [LexemeMatch] {
    var found: [LexemeMatch] = []
    var cut = form.count
    var hash = RussianStemTable.seed
    for i in form.indices { hash = RussianStemTable.forward(hash, form[i]) }
    let whole = hash
    var state = 0
    while true {
      let ending = Int(endings.ending[state])
      if ending >= 0 {
        for place in stems.entries(of: form, count: cut, hash: hash) {
          collect(stems.entries[place], ending, &found)
        }
      }
      // One letter back: а…п are D0 B0…BF, р…я are D1 80…8F; nothing else stands in an ending.
      guard cut >= 2 else { break }
      let low = form[cut - 1]
      let high = form[cut - 2]
      let letter: Int
      if high == 0xD0 && low >= 0xB0 && low <= 0xBF {
        letter = Int(low) - 0xB0
      } else if high == 0xD1 && low >= 0x80 && low <= 0x8F {
        letter = Int(low) - 0x70
      } else {
        break
      }
      state = Int(endings.next[state * 32 + letter])
      if state < 0 { break }
      hash = RussianStemTable.back(RussianStemTable.back(hash, low), high)
      cut -= 2
    }
    return found.isEmpty ? found : best(found, isReserved: reserved.contains(whole))
  }

  public func explain(_ form: String, as lexeme: Lexeme) -> [Morpheme] {
    RussianAnalysis.readings(form, as: lexeme).first?.morphemes ?? []
  }

  /// Adds the entry's lexeme, ranked, where its set has the ending.
  private func collect(_ entry: RussianStemTable.Entry, _ ending: Int, _ found: inout [LexemeMatch]) {
    var member = Int(endings.firstMember[ending])
    let end = Int(endings.firstMember[ending + 1])
    while member < end {
      let item = endings.members[member]
      if item >> 8 == UInt32(truncatingIfNeeded: Int(entry.set)) {
        let rank = entry.rank + UInt8(truncatingIfNeeded: item)
        found.append(LexemeMatch(lexeme: Int(entry.lexeme), penalty: rank))
        return
      }
      member += 1
    }
  }

  /// The candidates (ranked in `penalty`) that stay: see the type's description.
  private func best(_ found: [LexemeMatch], isReserved: Bool) -> [LexemeMatch] {
    var least = UInt8.max
    for match in found { least = min(least, match.penalty) }
    if isReserved && least > 0 { return [] }
    var longest: UInt8 = 0
    for match in found where match.penalty == least { longest = max(longest, lemmaLengths[match.lexeme]) }
    var lexemes: [Int] = []
    for match in found where match.penalty == least && lemmaLengths[match.lexeme] == longest {
      if !lexemes.contains(match.lexeme) { lexemes.append(match.lexeme) }
    }
    lexemes.sort()
    return lexemes.map { LexemeMatch(lexeme: $0, penalty: least == 0 ? 0 : least - 1) }
  }

  /// Hashes of the words that no rule may claim.
  private static let reservedHashes: Set<UInt64> = {
    var hashes: Set<UInt64> = []
    for word in RussianWordLists.reserved {
      var hash = RussianStemTable.seed
      for byte in word.utf8 { hash = RussianStemTable.forward(hash, byte) }
      hashes.insert(hash)
    }
    return hashes
  }()
}
