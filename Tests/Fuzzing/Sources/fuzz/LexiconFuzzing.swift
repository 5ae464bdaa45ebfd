import Linguistics

@testable import Analysis
@testable import Coding

/// A small codebook for lexicons that are being fuzzed, and a text for them to be matched against.
private struct LexiconBench {
  private let analyzer = TextAnalyzer()
  private let text = Array(
    "Мәслихат сессиясында ауыл бюджеті мен су құбыры қаралды. Депутаты решили вопрос о школе.".utf8)

  static let codebook: Codebook = {
    let label = "label: {en: a, ru: a, kk: a}"
    let yaml = """
      codebook: fuzz
      version: 1
      title: {en: a, ru: a, kk: a}
      dimensions:
        - id: topic
          \(label)
          codes:
            - id: topic.water
              \(label)
            - id: topic.school
              \(label)
      """
    do { return try CodebookLoader.load(yaml, file: "codebook.yaml") } catch { fatalError("\(error)") }
  }()

  static func compile(_ layer: LexiconLayer) -> CompiledLexicon {
    CompiledLexicon(
      [CodingScheme(codebook: codebook, layers: [layer])], kazakh: { KazakhMatcher(lexemes: $0) },
      russian: { RussianMatcher(lexemes: $0) })
  }

  func match(_ lexicon: CompiledLexicon, _ text: [UInt8]? = nil) {
    let text = text ?? self.text
    var analysis = TextAnalysis()
    analyzer.analyze(text.span, in: 0..<text.count, into: &analysis)
    let coding = LexiconCoder(lexicon, types: analyzer.types).code(
      analysis, sentences: 0..<analysis.sentences.count, context: PassageContext())
    for evidence in coding.codes.flatMap(\.evidence) {
      expect(!evidence.span.isEmpty && evidence.span.upperBound <= text.count, "evidence inside of the text")
    }
  }
}

/// Terms and conditions: what stands in one cell of a lexicon.
final class TermFuzzing {
  private let bench = LexiconBench()

  func test(_ bytes: [UInt8]) {
    guard bytes.count < 4_096, let line = String(validating: bytes, as: UTF8.self) else { return }
    let cell = Cell(line)
    do {
      let term = try TermParser.parse(cell)
      expect(!term.halves.isEmpty && term.halves.count <= 2, "one half or two")
      let again = try? TermParser.parse(Cell(term.text))
      expect(again?.halves == term.halves, "a term says the same when it is read again")
      match(term)
    } catch {
      checkPlace(error, line)
    }
    do { _ = try ConditionParser.parse(cell) } catch { checkPlace(error, line) }
  }

  private func checkPlace(_ error: TermSyntaxError, _ line: String) {
    expect(
      error.column >= 1 && error.column <= line.unicodeScalars.count + 1,
      "\(error.id) has its column, \(error.column), inside of the line")
  }

  private func match(_ term: Term) {
    let row = "id\tcodes\tkk\tru\nfuzzed\ttopic.water\t\(term.text)\t\(term.text)\n"
    let file = LexiconFile(Array(row.utf8), name: "fuzzed.tsv")
    let (layer, _) = LexiconLoader.layer("base", of: [file], codebook: LexiconBench.codebook)
    let lexicon = LexiconBench.compile(layer)
    bench.match(lexicon)
    bench.match(lexicon, Array(term.text.utf8))
  }
}

/// A lexicon file from its bytes to its matches, with everything that `lexicon lint` looks at; and the same bytes as the
/// lexicon and the gazetteer of a region pack, which come from spreadsheets.
final class LexiconFuzzing {
  private let bench = LexiconBench()

  func test(_ bytes: [UInt8]) {
    let file = LexiconFile(bytes, name: "fuzzed.tsv")
    let pack = PackLexicon(bytes, name: "fuzzed.tsv")
    // Matchers of very many words would only be slow here.
    guard file.entries.count < 200 else { return }
    let (layer, issues) = LexiconLoader.layer("base", of: [file], codebook: LexiconBench.codebook)
    let lexicon = LexiconBench.compile(layer)
    let lines = bytes.count { $0 == 0x0A } + 1
    for issue in issues + lexicon.issues + LexiconLint.check(lexicon) + pack.issues {
      expect(
        issue.column >= 1 && issue.line >= 1 && issue.line <= lines, "\(issue) has its place in the file")
      expect(!issue.message.isEmpty, "\(issue.id) says what is wrong")
    }
    expect(layer.entries.allSatisfy { !$0.codes.isEmpty }, "every entry stands for codes")
    bench.match(lexicon)
  }
}

/// `codebook.yaml`.
enum CodebookFuzzing {
  static func test(_ bytes: [UInt8]) {
    do {
      let codebook = try CodebookLoader.load(String(decoding: bytes, as: UTF8.self), file: "codebook.yaml")
      expect(Set(codebook.codes.map(\.id)).count == codebook.codes.count, "each code has its own id")
      for dimension in codebook.dimensions {
        expect(dimension.codes.upperBound <= codebook.codes.count, "dimensions share the codes out")
      }
    } catch {
      expect(!error.issues.isEmpty, "a codebook that is refused has a reason")
      expect(error.issues.allSatisfy { $0.line >= 1 && !$0.message.isEmpty }, "with its place")
    }
  }
}

/// Pipeline files.
enum PipelineFuzzing {
  static func test(_ bytes: [UInt8]) {
    do { _ = try PipelineLoader.load(bytes, file: "Pipelines/fuzzed.yaml") } catch {
      expect(!error.problems.isEmpty, "a pipeline that is refused has a reason")
      expect(error.problems.allSatisfy { ($0.line ?? 1) >= 1 && !$0.message.isEmpty }, "with its place")
    }
  }
}
