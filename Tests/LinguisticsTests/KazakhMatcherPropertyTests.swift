import Testing

@testable import Linguistics

@Suite struct KazakhMatcherPropertyTests {
  /// Stems of every kind of last sound, in both harmonies.
  static let nouns = [
    "қала", "әке", "тау", "үй", "жер", "ауыл", "көл", "адам", "күн", "таң", "қыз", "көз", "ат", "іс", "кітап",
    "мектеп",
    "халық", "билік", "орын", "клуб", "модель", "станция", "министр", "факт", "съезд",
  ]
  static let verbs = [
    "қара", "сөйле", "бар", "кел", "бол", "көн", "жаз", "айт", "ет", "тап", "шық", "төк", "оқы", "дамы",
    "есті", "қой", "сүй",
    "жи", "ки", "жу", "қуан",
  ]

  @Test(arguments: ["NOUN", "ADJ", "PROPN", "VERB"])
  func everyGeneratedFormIsAccepted(tag: String) {
    let partOfSpeech = PartOfSpeech(rawValue: tag)
    for lemma in tag == "VERB" ? Self.verbs : Self.nouns {
      let lexeme = Lexeme(lemma: lemma, partOfSpeech: partOfSpeech)
      let matcher = KazakhMatcher(lexemes: [lexeme], rivals: [])
      let forms = Self.forms(of: lexeme, depth: 3)
      #expect(forms.count > 50)
      for form in forms {
        let matches = Self.matches(matcher, form)
        let joined = matcher.explain(form, as: lexeme).map(\.surface).joined()
        guard matches.count == 1, joined == form else {
          Issue.record("\(form) of \(lemma): \(matches), explained as \(joined)")
          continue
        }
      }
    }
  }

  @Test func theLongestLexemeWinsAndEqualOnesAreAllGiven() {
    let lexemes = [
      Lexeme(lemma: "бас", partOfSpeech: .noun), Lexeme(lemma: "басшы", partOfSpeech: .noun),
      Lexeme(lemma: "бас", partOfSpeech: .verb),
    ]
    let matcher = KazakhMatcher(lexemes: lexemes)
    #expect(Self.matches(matcher, "басшылар").map(\.lexeme) == [1])
    #expect(Self.matches(matcher, "басты").map(\.lexeme) == [])
    #expect(Self.matches(matcher, "бастар").map(\.lexeme) == [0])
    #expect(Self.matches(matcher, "басып").map(\.lexeme) == [2])
    #expect(Self.matches(matcher, "бас").map(\.lexeme) == [0, 2])
    #expect(Self.matches(matcher, "бас").map(\.penalty) == [0, 1])
  }

  @Test func aNounAndAVerbOfOneDictionaryFormAreBothGiven() {
    let matcher = KazakhMatcher(lexemes: [
      Lexeme(lemma: "сайлау", partOfSpeech: .noun), Lexeme(lemma: "сайлау", partOfSpeech: .verb),
    ])
    #expect(Self.matches(matcher, "сайлауды").map(\.lexeme) == [0, 1])
    #expect(Self.matches(matcher, "сайлады").map(\.lexeme) == [1])
  }

  @Test func aWordOfTheLexiconHasNoRival() {
    #expect(Self.matches(KazakhMatcher(lexemes: [Lexeme(lemma: "бас", partOfSpeech: .noun)]), "басқа") == [])
    let both = [Lexeme(lemma: "бас", partOfSpeech: .noun), Lexeme(lemma: "басқа", partOfSpeech: .adjective)]
    #expect(Self.matches(KazakhMatcher(lexemes: both), "басқа").map(\.lexeme) == [1])
  }

  @Test func anAccusativeGivesWayToTheVerbOfTheSameStem() {
    let meat = Lexeme(lemma: "ет", partOfSpeech: .noun)
    let matcher = KazakhMatcher(lexemes: [meat])
    #expect(Self.matches(matcher, "етті") == [])
    #expect(Self.matches(matcher, "етін").map(\.lexeme) == [0])
    let both = KazakhMatcher(lexemes: [meat, Lexeme(lemma: "ет", partOfSpeech: .verb)])
    #expect(Self.matches(both, "етті").map(\.lexeme) == [0, 1])
  }

  @Test func voiceIsAFallback() {
    let set = Lexeme(lemma: "бекіт", partOfSpeech: .verb)
    #expect(Self.matches(KazakhMatcher(lexemes: [set]), "бекітілді").map(\.penalty) == [1])
    #expect(Self.matches(KazakhMatcher(lexemes: [set]), "бекітті").map(\.penalty) == [0])
    let both = KazakhMatcher(lexemes: [set, Lexeme(lemma: "бекітіл", partOfSpeech: .verb)])
    #expect(Self.matches(both, "бекітілді").map(\.lexeme) == [1])
  }

  @Test(arguments: [
    ("бекітпеді", true), ("бекітілмеген", true), ("бекітпестен", true), ("бекітпейтін", true),
    ("бекітті", false),
    ("бекітіп", false), ("бекітуді", false),
  ])
  func negationIsReported(form: String, negated: Bool) {
    let matcher = KazakhMatcher(lexemes: [Lexeme(lemma: "бекіту", partOfSpeech: .verb)])
    #expect(Self.matches(matcher, form).map(\.negated) == [negated])
  }

  @Test func aLexemeWithoutPartOfSpeechIsTriedAsEveryOpenClass() {
    let matcher = KazakhMatcher(lexemes: [Lexeme(lemma: "көр", partOfSpeech: nil)])
    for form in ["көрді", "көрлер", "көрірек", "көр"] {
      #expect(Self.matches(matcher, form).map(\.lexeme) == [0], "\(form)")
    }
  }

  @Test func theOrderOfLexemesOnlyChangesTheIndices() {
    let lexemes = (Self.nouns + Self.verbs).map { Lexeme(lemma: $0, partOfSpeech: nil) }
    let forward = KazakhMatcher(lexemes: lexemes)
    let backward = KazakhMatcher(lexemes: lexemes.reversed())
    for form in ["қалаларымыздан", "келмегендіктен", "орнында", "халқын", "жазды", "тауып", "көзге"] {
      let a = Set(Self.matches(forward, form).map { lexemes[$0.lexeme].lemma })
      let b = Set(Self.matches(backward, form).map { lexemes[lexemes.count - 1 - $0.lexeme].lemma })
      #expect(a == b && !a.isEmpty, "\(form)")
    }
  }

  @Test func anyBytesAreTaken() {
    let matcher = KazakhMatcher(lexemes: Self.nouns.map { Lexeme(lemma: $0, partOfSpeech: nil) })
    var state: UInt64 = 42
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<(state >> 40) % 24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let found = bytes.withUnsafeBufferPointer { matcher.matches($0.span) }
      #expect(found.allSatisfy { $0.lexeme < Self.nouns.count })
    }
    #expect(KazakhMatcher(lexemes: []).explain("", as: Lexeme(lemma: "", partOfSpeech: nil)) == [])
    #expect(Self.matches(matcher, "") == [])
  }

  @Test func openAnalysesNameTheStem() {
    let expected: [(String, String, PartOfSpeech)] = [
      ("кітабымнан", "кітап", .noun), ("халқымыздың", "халық", .noun), ("мұғаліміміз", "мұғалім", .noun),
      ("айтпадық", "айт", .verb), ("тауып", "тап", .verb), ("қояды", "қой", .verb), ("оқимын", "оқы", .verb),
    ]
    for (form, lemma, partOfSpeech) in expected {
      let analyses = KazakhStems.analyses(of: form)
      #expect(analyses.contains { $0.lemma == lemma && $0.partOfSpeech == partOfSpeech }, "\(form)")
      #expect(analyses.allSatisfy { $0.morphemes.map(\.surface).joined() == form }, "\(form)")
    }
    #expect(KazakhStems.analyses(of: "") == [])
  }

  private static func matches(_ matcher: KazakhMatcher, _ form: String) -> [LexemeMatch] {
    Array(form.utf8).withUnsafeBufferPointer { matcher.matches($0.span) }
  }

  /// Forms of up to `depth` suffixes, generated from the rows of the table by its own rules for sounds; a seeded
  /// choice keeps a quarter of the longer ones.
  private static func forms(of lexeme: Lexeme, depth: Int) -> [String] {
    let rows = KazakhSuffixRow.parse(KazakhSuffixTable.rows)
    var result: [String] = []
    var state: UInt64 = 7
    func extend(_ shape: KazakhStemAlternations.Shape, _ depth: Int) {
      if shape.sound.endsWords, !KazakhSuffixTable.unfinished.contains(shape.state) {
        result.append(String(String.UnicodeScalarView(shape.letters)))
      }
      guard depth > 0 else { return }
      for row in rows where row.from.contains(shape.state) && row.marks.isDisjoint(with: [.voice, .passive]) {
        for surface in row.shape.surfaces(shape.harmony, shape.sound) {
          state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
          if depth < 3, state >> 60 > 3 { continue }
          for (letters, sound) in KazakhStemAlternations.ends(of: surface) {
            var longer = shape
            longer.letters += letters
            longer.state = row.to
            longer.harmony = surface.reversed().compactMap(KazakhHarmony.init).first ?? shape.harmony
            longer.sound = sound
            extend(longer, depth - 1)
          }
        }
      }
    }
    for shape in KazakhStemAlternations.shapes(of: lexeme) { extend(shape, depth) }
    return result
  }
}
