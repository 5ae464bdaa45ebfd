import Linguistics

/// Finds terms that never count because another term under the same code takes their words: `repeated-term`,
/// `shadowed-term`, and `dead-entry` where it is so of all terms of an entry.
///
/// Of two hits of equal length the one of the smaller entry id counts. So a term is shadowed by an equal one, and
/// a single word by a wider one (`=вода` by `вода`, both by `вод*`), in an entry with a smaller id and conditions that
/// ask for no more.
struct TermShadows {
  private(set) var issues: [LexiconIssue] = []
  private let lexicon: CompiledLexicon
  /// By code: places of terms in `lexicon.terms`.
  private var equal: [Key: Int] = [:]
  private var lemmas: [WordKey: Int] = [:]
  private var prefixes: [WordKey: Int] = [:]
  private var longestPrefix = 0
  private var living: [Int]

  private struct Key: Hashable {
    var code: CodeKey
    var halves: [[TermElement]]
    var partsOfSpeech: [PartOfSpeech]
  }

  private struct WordKey: Hashable {
    var code: CodeKey
    var word: String
  }

  private struct CodeKey: Hashable {
    var scheme: Int
    var code: String
    var language: Language
    /// Of the layer: packs of different regions never meet.
    var region: String?
  }

  init(_ lexicon: CompiledLexicon) {
    self.lexicon = lexicon
    living = Array(repeating: 0, count: lexicon.entries.count)
    for number in lexicon.terms.indices { addWord(number) }
    for number in lexicon.terms.indices { check(number) }
    for (number, entry) in lexicon.entries.enumerated()
    where living[number] == 0 && !(entry.entry.kazakh + entry.entry.russian).isEmpty {
      issues.append(
        LexiconIssue(
          .warning, "dead-entry", entry.entry,
          "the entry '\(entry.entry.id)' can never count: other entries take all of its terms"))
    }
  }

  private func codes(of number: Int) -> [CodeKey] {
    let term = lexicon.terms[number]
    let entry = lexicon.entries[term.entry]
    let region = lexicon.regional.region(of: term.entry)
    return entry.entry.codes.map {
      CodeKey(scheme: entry.scheme, code: $0, language: term.language, region: region)
    }
  }

  /// The one word that a term consists of; nil for other terms, and for words with a part of speech of their own,
  /// since which forms those share with others is not known here.
  private func word(of number: Int) -> TermWord? {
    let term = lexicon.terms[number].term
    guard term.halves.count == 1, term.halves[0].count == 1, case .word(let word) = term.halves[0][0],
      word.partOfSpeech == nil, lexicon.entries[lexicon.terms[number].entry].entry.partsOfSpeech.count != 1
    else { return nil }
    return word
  }

  private mutating func addWord(_ number: Int) {
    guard let word = word(of: number), word.mark != .exact else { return }
    let text = TypeTable.folded(word.text)
    for code in codes(of: number) {
      let key = WordKey(code: code, word: text)
      if word.mark == .prefix {
        prefixes[key] = min(prefixes[key] ?? number, number)
        longestPrefix = max(longestPrefix, text.utf8.count)
      } else {
        lemmas[key] = min(lemmas[key] ?? number, number)
      }
    }
  }

  private mutating func check(_ number: Int) {
    let term = lexicon.terms[number]
    let entry = lexicon.entries[term.entry].entry
    let fits = term.term.wordCount == entry.partsOfSpeech.count
    var shadowed = 0
    let codes = codes(of: number)
    for (place, code) in codes.enumerated() {
      let key = Key(
        code: code, halves: term.term.halves, partsOfSpeech: fits ? entry.partsOfSpeech : [])
      if let other = equal[key] {
        if lexicon.terms[other].entry == term.entry {
          if place == 0 {
            report("repeated-term", number, "the term '\(term.text)' stands twice in '\(entry.id)'")
          }
          continue
        }
        if asksForNoMore(other, than: number, isEqual: true) {
          shadowed += 1
          report("shadowed-term", number, shadowing(other, number, code.code))
          continue
        }
      } else {
        equal[key] = number
      }
      if let other = wider(than: number, code) {
        shadowed += 1
        report("shadowed-term", number, shadowing(other, number, code.code))
      }
    }
    if shadowed < codes.count || codes.isEmpty { living[term.entry] += 1 }
  }

  /// A term with a wider word in an entry with a smaller id.
  private func wider(than number: Int, _ code: CodeKey) -> Int? {
    guard let word = word(of: number) else { return nil }
    let text = TypeTable.folded(word.text)
    func counts(_ other: Int?) -> Int? {
      other.flatMap {
        lexicon.terms[$0].entry < lexicon.terms[number].entry
          && asksForNoMore($0, than: number, isEqual: false) ? $0 : nil
      }
    }
    if word.mark == .exact, let lemma = counts(lemmas[WordKey(code: code, word: text)]) { return lemma }
    // A dictionary form's inflected forms need not begin as it does, so only an exact form or a beginning is
    // within a beginning.
    guard word.mark != .inflected else { return nil }
    var beginning = ""
    for character in text.unicodeScalars {
      beginning.unicodeScalars.append(character)
      if beginning.utf8.count > longestPrefix { break }
      if word.mark == .prefix, beginning.utf8.count == text.utf8.count { break }
      if let other = counts(prefixes[WordKey(code: code, word: beginning)]) { return other }
    }
    return nil
  }

  private func asksForNoMore(_ other: Int, than number: Int, isEqual: Bool) -> Bool {
    let one = lexicon.entries[lexicon.terms[other].entry].entry
    let two = lexicon.entries[lexicon.terms[number].entry].entry
    guard one.overlap != .none, two.overlap == one.overlap else { return false }
    return one.conditions == two.conditions || (!isEqual && one.conditions.isEmpty)
  }

  private func shadowing(_ other: Int, _ number: Int, _ code: String) -> String {
    let wide = lexicon.terms[other]
    let entry = lexicon.entries[wide.entry].entry
    let term = lexicon.terms[number].text
    let what = wide.text == term ? "stands under \(code) also" : "is covered by '\(wide.text)' under \(code)"
    return "the term '\(term)' \(what) in '\(entry.id)' (\(entry.file):\(entry.line)); only that one counts"
  }

  private mutating func report(_ id: String, _ number: Int, _ message: String) {
    let term = lexicon.terms[number]
    let entry = lexicon.entries[term.entry].entry
    issues.append(LexiconIssue(.warning, id, entry, column: term.term.column, message))
  }
}
