import TestSupport
import Testing

@testable import Linguistics

/// The tables of rules: readable, and true to their own examples.
struct RussianTableTests {
  static let tables: [(PartOfSpeech, RussianRules)] = [
    (.noun, .nouns), (.properNoun, .properNouns), (.adjective, .adjectives), (.numeral, .numerals),
    (.verb, .verbs),
  ]

  @Test func everyRowIsRead() {
    #expect(RussianEndings.shared.problems == [])
    for (_, table) in Self.tables { #expect(table.problems == []) }
  }

  @Test func everySetIsKnown() {
    for (_, table) in Self.tables {
      for rule in table.rules {
        for name in rule.sets { #expect(RussianEndings.shared.set(name, after: 0) != nil, "\(name)") }
      }
    }
  }

  @Test func everySetIsUsed() {
    let tables = [RussianEndingTable.rows, RussianVerbTable.endings, RussianNumeralTable.endings]
    let lines = tables.joined(separator: "\n").split(separator: "\n").filter { !$0.hasPrefix("#") }
    let base = { (name: Substring) in String(name.prefix { $0 != "~" }) }
    var used: Set<String> = ["word"]
    for (_, table) in Self.tables { for rule in table.rules { used.formUnion(rule.sets) } }
    for line in lines {
      for piece in line.split(separator: " ").dropFirst() {
        used.formUnion(piece.split(separator: "+").dropFirst().map { base($0) })
      }
    }
    for line in lines {
      let name = base(line.prefix { $0 != " " })
      #expect(used.contains(name), "\(name)")
    }
  }

  @Test func patternsUseKnownLetters() {
    let classes = Set("CVKSD-".unicodeScalars.map(\.value))
    for (_, table) in Self.tables {
      for rule in table.rules {
        #expect(rule.pattern.allSatisfy { (0x430...0x44F).contains($0) || classes.contains($0) })
      }
    }
  }

  @Test func examplesAreAccepted() {
    var checked = 0
    for (part, table) in Self.tables {
      for rule in table.rules {
        for example in rule.examples {
          let matcher = RussianMatcher(lexemes: [Lexeme(lemma: example[0], partOfSpeech: part)])
          for form in example.dropFirst() {
            #expect(matcher.matches(Array(form.utf8).span).count == 1, "\(form) of \(example[0])")
            checked += 1
          }
        }
      }
    }
    #expect(checked > 600)
  }

  /// Every form that the paradigms of the examples give is accepted, and its explanation spells the form.
  @Test func generatedFormsAreAcceptedAndExplained() {
    let endings = RussianEndings.shared
    for (part, table) in Self.tables {
      let lemmas = Set(table.rules.flatMap { $0.examples.map { $0[0] } }).sorted()
      for lemma in lemmas {
        let lexeme = Lexeme(lemma: lemma, partOfSpeech: part)
        let matcher = RussianMatcher(lexemes: [lexeme])
        for paradigm in RussianParadigms.of(lexeme) {
          let stem = RussianAnalysis.text(paradigm.stem[...])
          for ending in endings.endings(ofSet: paradigm.set) {
            let form = stem + ending.text
            if RussianWordLists.reserved.contains(form) && form != lemma { continue }
            let found = matcher.matches(Array(form.utf8).span)
            let morphemes = matcher.explain(form, as: lexeme)
            if found.count != 1 || morphemes.map(\.surface).joined() != form {
              Issue.record("\(form) of \(lemma)")
            }
          }
        }
      }
    }
  }

  @Test func reservedWordsAreTakenOnlyAsLemma() {
    let matcher = RussianMatcher(lexemes: [Lexeme(lemma: "быстрый", partOfSpeech: .adjective)])
    #expect(matcher.matches(Array("быстро".utf8).span).isEmpty)
    let adverb = RussianMatcher(lexemes: [Lexeme(lemma: "быстро", partOfSpeech: .adverb)])
    #expect(adverb.matches(Array("быстро".utf8).span).count == 1)
  }

  @Test func matchesAgreeWithSingleLexemeMatchers() {
    var random = SeededGenerator(seed: 7)
    let lexemes = RussianMatcherTests.rows.map { Lexeme(lemma: $0.lemma, partOfSpeech: $0.part) }
    let whole = RussianMatcher(lexemes: lexemes)
    for _ in 0..<500 {
      let form = RussianMatcherTests.rows[Int(random.next() % UInt64(RussianMatcherTests.rows.count))].form
      let found = whole.matches(Array(form.utf8).span)
      for match in found {
        let alone = RussianMatcher(lexemes: [lexemes[match.lexeme]]).matches(Array(form.utf8).span)
        #expect(alone == [LexemeMatch(lexeme: 0, penalty: match.penalty)])
      }
      #expect(found.map(\.lexeme) == found.map(\.lexeme).sorted())
    }
  }
}
