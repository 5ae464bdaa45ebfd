import Coding
import Linguistics
import TestSupport
import Testing

@testable import Analysis
@testable import Ingestion

/// Documents that a difference of lexicons does not touch are coded alike by both: the shipped lexicon, edited at random,
/// on documents of the corpus.
@Suite struct LexiconDifferenceTests {
  private static let scheme = Result {
    try LexiconLoader.load(folder: EvaluationFloorTests.root + "/Lexicons/socially-oriented-state").scheme
  }
  private static let lexicon = scheme.map(compiled)

  private static func compiled(_ scheme: CodingScheme) -> CompiledLexicon {
    CompiledLexicon(
      [scheme], kazakh: { KazakhMatcher(lexemes: $0) }, russian: { RussianMatcher(lexemes: $0) })
  }

  private static func documents() throws -> (TextAnalyzer, [Document]) {
    let folder = EvaluationFloorTests.root + "/Corpus/documents/"
    let ingester = Ingester()
    let paths = ["ru", "kk"].flatMap { language in
      InputWalk.visibleNames(in: folder + language).prefix(8).map { folder + language + "/" + $0 }
    }
    return (ingester.analyzer, try paths.flatMap { try ingester.documents(at: $0) })
  }

  @Test(arguments: 0..<6) func untouchedDocumentsAreCodedAlike(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 1)
    var scheme = try Self.scheme.get()
    for _ in 0...(seed / 2) { try Self.edit(&scheme.layers[0], using: &generator) }
    let (old, new) = (try Self.lexicon.get(), Self.compiled(scheme))
    let difference = try #require(LexiconDifference(from: LexiconState(old), to: new))
    let (analyzer, documents) = try Self.documents()
    let scanner = DifferenceScanner(difference, analyzer)
    var untouched = 0
    for document in documents {
      let isTouched = document.passages.contains {
        scanner.touches(Array(document.text[$0.text]))
      }
      if isTouched { continue }
      untouched += 1
      #expect(Self.codes(document, old, analyzer) == Self.codes(document, new, analyzer), "\(document.path)")
    }
    #expect(untouched > 0)
  }

  /// What is not looked at must not be everything: words of many documents touch many.
  @Test func commonWordsTouch() throws {
    var scheme = try Self.scheme.get()
    try Self.setTerms(of: &scheme.layers[0].entries[0], to: "сессия")
    let difference = try #require(
      LexiconDifference(from: LexiconState(try Self.lexicon.get()), to: Self.compiled(scheme)))
    let scanner = DifferenceScanner(difference, TextAnalyzer())
    #expect(scanner.touches(Array("Сессияда бюджет қаралды.".utf8)))
    #expect(scanner.touches(Array("На сессии рассмотрен бюджет.".utf8)))
    #expect(!scanner.touches(Array("Бүгін күн жылы.".utf8)))
  }

  @Test func sameLexiconsTouchNothing() throws {
    let lexicon = try Self.lexicon.get()
    let state = LexiconState(lexicon)
    let kept = KeptModel.file(state.bytes)
    #expect(Self.state(of: kept) == state)
    // What is damaged is no lexicon.
    for place in [0, 9, 40, kept.count / 2, kept.count - 1] {
      var damaged = kept
      damaged[place] ^= 0x20
      #expect(Self.state(of: damaged) == nil, "\(place)")
    }
    #expect(Self.state(of: []) == nil && Self.state(of: Array(kept.dropLast())) == nil)
    let difference = try #require(LexiconDifference(from: state, to: lexicon))
    let scanner = DifferenceScanner(difference, TextAnalyzer())
    for document in try Self.documents().1.prefix(4) {
      for passage in document.passages { #expect(!scanner.touches(Array(document.text[passage.text]))) }
    }
  }

  @Test func otherCodebooksAreNotCompared() throws {
    var scheme = try Self.scheme.get()
    let state = LexiconState(try Self.lexicon.get())
    scheme.codebook.codes[1].threshold += 1
    #expect(LexiconDifference(from: state, to: Self.compiled(scheme)) == nil)
    var layered = try Self.scheme.get()
    layered.layers.append(LexiconLayer(name: "more", entries: []))
    #expect(LexiconDifference(from: state, to: Self.compiled(layered)) == nil)
  }

  private static func state(of kept: [UInt8]) -> LexiconState? {
    KeptModel.contents(CompiledBytes(kept)) { reader throws(CompiledReader.Damage) in
      try LexiconState(from: &reader)
    }
  }

  /// One change of an entry or two, of the kinds that people make.
  private static func edit(
    _ layer: inout LexiconLayer, using generator: inout SeededGenerator
  ) throws {
    let place = Int.random(in: layer.entries.indices, using: &generator)
    let other = layer.entries[Int.random(in: layer.entries.indices, using: &generator)]
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: layer.entries.remove(at: place)
    case 1: if !layer.entries[place].kazakh.isEmpty { layer.entries[place].kazakh.removeFirst() }
    case 2: if !layer.entries[place].russian.isEmpty { layer.entries[place].russian.removeLast() }
    case 3: layer.entries[place].russian += other.russian.prefix(1)
    case 4: layer.entries[place].conditions = other.conditions
    default:
      var entry = layer.entries[place]
      entry.id += "-new"
      let word = ["мектеп", "ферма", "жиналыс", "трактор", "автобус", "кітапхана"].randomElement(
        using: &generator)
      try setTerms(of: &entry, to: word ?? "ферма")
      layer.entries.append(entry)
    }
    layer = LexiconLayer(
      name: layer.name, entries: layer.entries, definitions: layer.definitions, referredTo: layer.referredTo)
  }

  /// Gives an entry one term of one word in both languages.
  private static func setTerms(of entry: inout LexiconEntry, to word: String) throws {
    var term = try #require((try scheme.get().layers[0].entries.lazy.flatMap(\.russian).first))
    (term.text, term.halves) = (word, [[.word(TermWord(text: word))]])
    (entry.kazakh, entry.russian) = ([term], [term])
  }

  private static func codes(
    _ document: Document, _ lexicon: CompiledLexicon, _ analyzer: TextAnalyzer
  ) -> [String] {
    let coder = LexiconCoder(lexicon, types: analyzer.types)
    return zip(document.passages, CodingWorker.contexts(of: document)).compactMap { passage, context in
      guard let context else { return nil }
      let coding = coder.code(
        document.analysis, sentences: passage.sentences, textStart: passage.text.lowerBound, context: context)
      let codes = coding.codes.map { code in
        "\(lexicon.code(code).id) \(code.sum) \(code.evidence.map { [lexicon.entries[$0.entry].entry.id, "\($0.span)"] })"
      }
      return (codes + [coding.polarity.rawValue]).joined(separator: "; ")
    }
  }
}
