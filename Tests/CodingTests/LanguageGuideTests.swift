import Coding
import Foundation
import Linguistics
import Testing

/// Runs every example of `Lexicons/README.md`, with the words as they inflect.
@Suite struct LanguageGuideTests {
  static let lines: [String] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try? String(contentsOf: root.appendingPathComponent("Lexicons/README.md"), encoding: .utf8)
    return (text ?? "").components(separatedBy: "\n")
  }()

  /// The fenced blocks with their languages, in order.
  static let blocks: [(kind: String, lines: [String])] = {
    var blocks: [(kind: String, lines: [String])] = []
    var isInside = false
    for line in lines {
      if line.hasPrefix("```") {
        isInside.toggle()
        if isInside { blocks.append((String(line.dropFirst(3)), [])) }
      } else if isInside {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }()

  static func codebook() throws -> Codebook {
    let yaml = try #require(blocks.first { $0.kind == "yaml" })
    return try CodebookLoader.load(yaml.lines.joined(separator: "\n"), file: "README.md")
  }

  static func lexicon(_ text: String) throws -> CompiledLexicon {
    let codebook = try codebook()
    let file = LexiconFile(Array(text.utf8), name: "README.md")
    let (layer, issues) = LexiconLoader.layer("guide", of: [file], codebook: codebook)
    try #require(issues.isEmpty, "\(issues.map(\.description))")
    return CompiledLexicon(
      [CodingScheme(codebook: codebook, layers: [layer])], kazakh: { KazakhMatcher(lexemes: $0) },
      russian: { RussianMatcher(lexemes: $0) })
  }

  /// Codes a text as a run does; sentences of the item's title stand before it.
  static func coding(
    _ text: String, _ language: Language, _ lexicon: CompiledLexicon, _ facts: [String: String] = [:]
  ) -> PassageCoding {
    let analyzer = TextAnalyzer()
    var analysis = TextAnalysis()
    var text = Array(text.utf8)
    let title = Array((facts["item"].map { $0 + ".\n" } ?? "").utf8)
    text = title + text
    analyzer.analyze(text.span, in: 0..<title.count, language: language, into: &analysis)
    let first = analysis.sentences.count
    analyzer.analyze(text.span, in: title.count..<text.count, language: language, into: &analysis)
    let context = PassageContext(
      role: facts["role"] ?? "body", kind: facts["kind"] ?? "other", region: facts["region"],
      date: facts["date"], itemSentences: 0..<first)
    return LexiconCoder(lexicon, types: analyzer.types).code(
      analysis, sentences: first..<analysis.sentences.count, textStart: title.count, context: context)
  }

  // MARK: Blocks

  struct Example: Sendable, CustomTestStringConvertible {
    var lexicon: String
    var line: String
    var testDescription: String { line }
  }

  static let examples: [Example] = {
    var lexicon = ""
    var examples: [Example] = []
    for block in blocks {
      if block.kind == "lexicon" { lexicon = block.lines.joined(separator: "\n") }
      if block.kind == "coded" { examples += block.lines.map { Example(lexicon: lexicon, line: $0) } }
    }
    return examples
  }()

  @Test(arguments: examples) func isCodedAsTheGuideSays(_ example: Example) throws {
    let cells = example.line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    try #require(cells.count == 3)
    let language = try #require(Language(code: cells[0]))
    var text = cells[1]
    var facts: [String: String] = [:]
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      let fact = text[text.index(after: text.startIndex)..<close].components(separatedBy: ": ")
      facts[fact[0]] = fact[1]
      text = text[text.index(after: close)...].trimmingCharacters(in: .whitespaces)
    }
    let lexicon = try Self.lexicon(example.lexicon)
    let coding = Self.coding(text, language, lexicon, facts)
    var expected = cells[2].split(separator: " ").map(String.init)
    if let mark = expected.last, let polarity = Polarity(rawValue: mark) {
      #expect(coding.polarity == polarity)
      expected.removeLast()
    }
    #expect(coding.codes.map { lexicon.code($0).id } == expected)
  }

  // MARK: The table of marks

  struct Mark: Sendable, CustomTestStringConvertible {
    var term: String
    var language: Language
    var text: String
    var isFound: Bool
    var testDescription: String { "\(term): \(text)" }
  }

  static let marks: [Mark] = {
    var marks: [Mark] = []
    for line in lines where line.hasPrefix("|") && (line.contains("` (ru) |") || line.contains("` (kk) |")) {
      let cells = line.replacingOccurrences(of: "\\|", with: "\u{1}").components(separatedBy: "|").map {
        $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "\u{1}", with: "|")
      }
      let parts = cells[3].components(separatedBy: "`")
      for (cell, isFound) in [(cells[4], true), (cells[5], false)] {
        // A comma inside of an example is part of it where the list is parted by semicolons.
        for text in cell.components(separatedBy: cell.contains(";") ? "; " : ", ") {
          marks.append(
            Mark(
              term: parts[1], language: parts[2].contains("kk") ? .kk : .ru, text: text, isFound: isFound))
        }
      }
    }
    return marks
  }()

  @Test(arguments: marks) func findsWhatTheGuideSays(_ mark: Mark) throws {
    let cells = mark.language == .kk ? "\(mark.term)\t" : "\t\(mark.term)"
    let lexicon = try Self.lexicon("id\tcodes\tkk\tru\ne\twater\t\(cells)\n")
    #expect(Self.coding(mark.text, mark.language, lexicon).codes.isEmpty != mark.isFound)
  }

  @Test func theGuideHasExamples() {
    #expect(Self.marks.count > 25 && Self.examples.count > 40)
  }

  @Test(arguments: ConditionNames.all) func everyConditionIsInTheGuide(name: String) {
    #expect(Self.lines.contains { $0.hasPrefix("| `\(name)") })
  }

  enum ConditionNames {
    static let all = [
      "near", "sentence", "passage", "item", "role", "kind", "region", "period", "negated", "overlap",
    ]
  }
}
