import Coding
import Linguistics

/// Tokens and sentences for tests, with the language stated and not detected: what is tested is coding.
///
/// Words are runs of letters and digits with hyphens inside; a sentence ends at `.`, `!`, `?`.
struct TestText {
  let types: TypeTable
  var analysis = TextAnalysis()
  var text = ""

  init(types: TypeTable = TypeTable()) { self.types = types }

  /// Appends a passage and gives its sentences.
  @discardableResult
  mutating func append(_ passage: String, _ language: Language) -> Range<Int> {
    let firstSentence = analysis.sentences.count
    let scalars = Array(passage.unicodeScalars)
    var offset = text.utf8.count
    var sentenceStart = analysis.tokens.count
    var i = 0
    func isWord(_ i: Int) -> Bool {
      guard i < scalars.count else { return false }
      let scalar = scalars[i]
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { return true }
      return scalar == "-" && i > 0 && scalars[i - 1].properties.isAlphabetic && i + 1 < scalars.count
        && scalars[i + 1].properties.isAlphabetic
    }
    func endSentence() {
      let end = analysis.tokens.count
      if end > sentenceStart {
        analysis.sentences.append(
          Sentence(tokens: Int32(sentenceStart)..<Int32(end), language: language))
      }
      sentenceStart = end
    }
    while i < scalars.count {
      var end = i + 1
      if scalars[i] == " " {
        offset += 1
        i = end
        continue
      }
      let word = isWord(i)
      if word { while isWord(end) { end += 1 } }
      let form = String(String.UnicodeScalarView(scalars[i..<end]))
      let folded = Array(form.lowercased().replacing("ё", with: "е").utf8)
      analysis.tokens.append(
        Token(
          start: Int32(offset), end: Int32(offset + form.utf8.count), type: types.intern(folded.span),
          kind: word ? .word : .punctuation, joinsNext: end < scalars.count && scalars[end] != " "))
      offset += form.utf8.count
      if [".", "!", "?"].contains(form) { endSentence() }
      i = end
    }
    endSentence()
    text += passage + "\n"
    return firstSentence..<analysis.sentences.count
  }
}

/// Accepts a lemma with some endings: enough inflection to test what is built on top of it. As the protocol says,
/// the longest lemma wins.
struct EndingMatcher: FormMatcher {
  let lexemes: [Lexeme]
  private let byStem: [String: [Int]]
  private let language: Language
  private static let russian = [
    "", "а", "я", "у", "ю", "ы", "и", "е", "о", "й", "ом", "ов", "ам", "ами", "ах", "ой", "ая", "ый", "ое",
    "ые", "ого", "ому",
    "ым", "ых", "ия", "ие", "ий", "ии",
  ]
  private static let kazakh = [
    "", "ы", "і", "ның", "нің", "ға", "ге", "ды", "ді", "ын", "ін", "дың", "дар", "дер", "лар", "лер", "тар",
    "тер", "ларды",
    "тарды", "сы", "сі", "сын", "сін", "ын", "да", "де", "та", "те",
  ]

  init(_ lexemes: [Lexeme], _ language: Language) {
    self.lexemes = lexemes
    self.language = language
    var byStem: [String: [Int]] = [:]
    for (i, lexeme) in lexemes.enumerated() {
      byStem[Self.stem(lexeme.lemma, language), default: []].append(i)
    }
    self.byStem = byStem
  }

  private static func stem(_ word: String, _ language: Language) -> String {
    guard language == .ru else { return word }
    for ending in ["ый", "ий", "ая", "ое", "ие", "ия"] where word.hasSuffix(ending) && word.count > 4 {
      return String(word.dropLast(2))
    }
    return "аяоейь".contains(word.last ?? " ") && word.count > 3 ? String(word.dropLast()) : word
  }

  func matches(_ form: Span<UInt8>) -> [LexemeMatch] {
    var bytes: [UInt8] = []
    for i in form.indices { bytes.append(form[i]) }
    let form = String(decoding: bytes, as: UTF8.self)
    let endings = language == .ru ? Self.russian : Self.kazakh
    var best: (length: Int, matches: [LexemeMatch]) = (0, [])
    for (ending, negated) in endings.map({ ($0, false) })
      + (language == .kk ? [("сыз", true), ("сіз", true)] : [])
    {
      guard form.hasSuffix(ending) else { continue }
      let stem = String(form.dropLast(ending.count))
      guard let found = byStem[stem] else { continue }
      let longest = found.map { lexemes[$0].lemma.count }.max() ?? 0
      guard longest > best.length else { continue }
      let winners = found.filter { lexemes[$0].lemma.count == longest }
      best = (longest, winners.map { LexemeMatch(lexeme: $0, negated: negated) })
    }
    return best.matches
  }

  func explain(_ form: String, as lexeme: Lexeme) -> [Morpheme] {
    guard form.hasPrefix(lexeme.lemma) else { return [] }
    return [
      Morpheme(surface: lexeme.lemma, gloss: "stem"),
      Morpheme(surface: String(form.dropFirst(lexeme.lemma.count)), gloss: "ending"),
    ]
  }
}

let testCodebook = """
  codebook: test
  version: 1
  title: {en: Test, ru: Тест, kk: Тест}
  dimensions:
    - id: indicator
      label: {en: I, ru: И, kk: И}
      codes:
        - id: results
          label: {en: R, ru: Р, kk: Н}
          codes:
            - {id: results.water, label: {en: W, ru: В, kk: С}}
            - {id: results.roads, label: {en: D, ru: Д, kk: Ж}}
            - {id: results.strict, label: {en: S, ru: С, kk: С}, threshold: 2}
    - id: topic
      label: {en: T, ru: Т, kk: Т}
      codes:
        - {id: topic.water, label: {en: W, ru: В, kk: С}}
    - id: polarity
      label: {en: P, ru: П, kk: П}
      codes:
        - {id: polarity.positive, label: {en: P, ru: П, kk: П}}
        - {id: polarity.negative, label: {en: N, ru: Н, kk: Н}}
  """

/// A lexicon of rows (`id codes kk ru [pos [conditions [weight]]]`, cells divided by tabs), compiled.
func compile(_ rows: [String], codebook text: String = testCodebook) throws -> CompiledLexicon {
  let codebook = try CodebookLoader.load(text, file: "codebook.yaml")
  return compile([CodingScheme(codebook: codebook, layers: [try layer(rows, codebook)])])
}

func compile(_ schemes: [CodingScheme]) -> CompiledLexicon {
  CompiledLexicon(schemes, kazakh: { EndingMatcher($0, .kk) }, russian: { EndingMatcher($0, .ru) })
}

struct BadLexicon: Error { var issues: [LexiconIssue] }

func layer(_ rows: [String], _ codebook: Codebook, name: String = "base") throws -> LexiconLayer {
  let file = LexiconFile(Array(lexiconText(rows).utf8), name: "test.tsv")
  let (layer, issues) = LexiconLoader.layer(name, of: [file], codebook: codebook)
  if !issues.isEmpty { throw BadLexicon(issues: issues) }
  return layer
}

func lexiconText(_ rows: [String]) -> String {
  (["id\tcodes\tkk\tru\tpos\tconditions\tweight\tsource\tnote"] + rows).joined(separator: "\n") + "\n"
}

/// Codes one passage and gives the ids of its codes.
func codes(
  _ text: String, _ language: Language, _ lexicon: CompiledLexicon, _ context: PassageContext = .init()
)
  -> [String]
{
  coding(text, language, lexicon, context).codes.map { lexicon.code($0).id }
}

func coding(
  _ text: String, _ language: Language, _ lexicon: CompiledLexicon, _ context: PassageContext = .init()
)
  -> PassageCoding
{
  var setup = TestText()
  let sentences = setup.append(text, language)
  return LexiconCoder(lexicon, types: setup.types).code(
    setup.analysis, sentences: sentences, context: context)
}
