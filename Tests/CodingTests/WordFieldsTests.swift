import Testing

@testable import Coding

/// Fields of meaning: how words get them, and how the learned coder counts them.
@Suite struct WordFieldsTests {
  private static let table = """
    # a comment
    id\tkk\tru
    late\t\tопозд поздн
    tap\t=кран шүмек\t=кран =крана
    tap\t\tкол
    water\tқұдық\tколонк вод
    """

  private static func fields(_ text: String = table) throws -> WordFields {
    try WordFields(Array(text.utf8), file: "fields.tsv")
  }

  @Test(arguments: [
    ("кран", ["tap"]), ("крана", ["tap"]), ("кранов", []), ("құдықтан", ["water"]),
    // The longer beginning counts, one of three letters only in short words.
    ("колонка", ["water"]), ("колея", ["tap"]), ("коллективно", []), ("вода", ["water"]),
    ("опоздал", ["late"]), ("", []), ("о", []),
  ])
  func fieldsOfAForm(form: String, expected: [String]) throws {
    let fields = try Self.fields()
    #expect(fields.ids == ["late", "tap", "water"])
    #expect(fields.fields(of: form.utf8.span).map { fields.ids[$0] } == expected)
  }

  @Test(
    "an ending counts beside the beginning, after two letters at least",
    arguments: [
      ("құдықсыз", ["not", "water"]), ("бармады", ["not"]), ("алмады", ["not"]), ("сыз", []), ("ісыз", []),
      ("құдықты", ["water"]), ("=мады", []),
    ])
  func endings(form: String, expected: [String]) throws {
    let fields = try Self.fields(Self.table + "\nnot\t-мады -сыз\t\n")
    #expect(fields.fields(of: form.utf8.span).map { fields.ids[$0] } == expected)
  }

  @Test(arguments: ["water\tсу", "Water\tсу\tвода", "\tсу\tвода", "water\tсу\tвода\tmore"])
  func anUnreadableRowIsNamed(row: String) {
    let error = #expect(throws: CodebookError.self) { try Self.fields("id\tkk\tru\n" + row + "\n") }
    #expect(error?.issues.first?.line == 2)
    #expect(error?.issues.first?.id == "unreadable-fields")
  }

  @Test func orderOfRowsDoesNotMatter() throws {
    let turned = Self.table.split(separator: "\n").reversed().joined(separator: "\n")
    let (a, b) = (try Self.fields(), try Self.fields(turned))
    for form in ["кран", "колонка", "вода", "поздно", "колея"] {
      #expect(a.fields(of: form.utf8.span) == b.fields(of: form.utf8.span))
    }
  }

  // MARK: In the learned coder

  /// Water by its field, roads by two fields in one passage.
  private static func model() throws -> LearnedModel {
    LearnedModel(
      codes: [
        .init(id: "results.water", bias: -1, threshold: 0, decision: .learned, examples: 9),
        .init(id: "results.roads", bias: -1, threshold: 0, decision: .learned, examples: 9),
      ],
      features: [
        ("field:water", [.init(code: 0, value: 4)]),
        ("pair:late+tap", [.init(code: 1, value: 4)]), ("0", [.init(code: 0, value: 1)]),
        ("ко*", [.init(code: 1, value: 2)]),
      ], fields: try fields())
  }

  @Test(arguments: [
    ("колонка сухая", ["results.water"]), ("кран чинят поздно", ["results.roads"]), ("кран чинят", []),
    ("поздно чинят", []),
  ])
  func codes(text: String, expected: [String]) throws {
    let compiled = try compile(["a-water\tresults.water\t\tничего"])
    var setup = TestText()
    let sentences = setup.append(text, .ru)
    let model = try Self.model()
    let coder = LearnedCoder(
      LexiconCoder(compiled, types: setup.types),
      try LearnedLink(model, compiled.schemes[0].codebook, folder: "model"), kind: .learned)
    let coding = coder.code(setup.analysis, sentences: sentences, context: .init())
    #expect(coding.codes.map { compiled.code($0).id } == expected)
    for code in coding.codes {
      let words = code.features.map { String(decoding: Array(text.utf8)[$0.span], as: UTF8.self) }
      #expect(words == (code.features.count == 1 ? ["колонка"] : ["кран", "поздно"]))
      #expect(code.features.allSatisfy { $0.weight > 0 })
    }
  }

  /// What training counts is what coding adds up.
  @Test func extractorAndScoresAgree() throws {
    let model = try Self.model()
    let text = "кран чинят поздно, колонка сухая, колонка поздно 12 июля 2024"
    var setup = TestText()
    let sentences = setup.append(text, .ru)
    let extractor = FeatureExtractor(types: setup.types, fields: model.fields)
    let features = extractor.features(setup.analysis, sentences: sentences)
    var scores = TypeScores(model)
    let isScored = scores.score(setup.analysis, sentences, setup.types)
    #expect(isScored)
    for code in 0..<2 {
      var sum = model.codes[code].bias
      for feature in features {
        guard let number = model.weights.find(extractor.vocabulary.form(feature.id)) else {
          continue
        }
        for weight in model.weights(of: number) where weight.code == code {
          sum += weight.value * feature.value
        }
      }
      #expect(abs(sum - Double(scores.sums[code])) < 1e-5)
    }
  }
}
