import Coding
import Ingestion
import Linguistics

/// The coder of a model at work, as the model's `coder` says. One per worker, beside the worker's analyzer.
struct ModelCoder {
  /// The lexicon alone, whatever the model's coder.
  let lexicon: LexiconCoder
  let learned: LearnedCoder?

  /// - Parameter types: of the analyzer that the texts are analysed by.
  init(_ model: CodingModel, types: TypeTable) {
    let lexicon = LexiconCoder(model.lexicon, types: types)
    self.lexicon = lexicon
    learned = model.learned.map { LearnedCoder(lexicon, $0, kind: model.coder) }
  }

  func code(
    _ analysis: TextAnalysis, sentences: Range<Int>, textStart: Int = 0, context: PassageContext
  ) -> PassageCoding {
    learned?.code(analysis, sentences: sentences, textStart: textStart, context: context)
      ?? lexicon.code(analysis, sentences: sentences, textStart: textStart, context: context)
  }
}

extension ModelCoder {
  /// Writes what is known of the words of the analyzer's type table.
  func writeWords(to writer: inout CompiledWriter) {
    lexicon.writeWords(to: &writer)
    learned?.writeWords(to: &writer)
  }

  /// - Throws: where the bytes are not what a coder of this model wrote; then the analyzer must forget its words.
  func readWords(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    try lexicon.readWords(from: &reader)
    try learned?.readWords(from: &reader)
  }
}

extension TextAnalyzer {
  /// The analysis of a text that stands alone.
  func analysis(of text: [UInt8]) -> TextAnalysis {
    var analysis = TextAnalysis()
    analyze(text.span, in: 0..<text.count, into: &analysis)
    return analysis
  }
}

extension TextAnalysis {
  /// All sentences, for coding.
  var allSentences: Range<Int> { 0..<sentences.count }
}

extension Role {
  /// Headings are context for what follows; notes and signatures are shown and never coded.
  var isCoded: Bool { self != .heading && self != .note && self != .signature }
}

/// What stands over the passages of a document: its title, which is its first heading, the heading of the section, and
/// the lines of the agenda that passages are spoken on. Takes the passages one after another.
struct TitlesOver<Title> {
  private(set) var document: Title?
  private(set) var heading: Title?
  private var agenda: [Title] = []

  /// Goes past a passage: what comes next stands below it. A heading with a speaker is his label and no title.
  mutating func pass(_ role: Role?, speaker: String?, _ title: @autoclosure () -> Title) {
    switch role {
    case .heading where speaker != nil: break
    case .heading:
      let title = title()
      document = document ?? title
      heading = title
    case .agenda: agenda.append(title())
    default: break
    }
  }

  /// The line of the agenda that has an item's number, from 1; nil where there is none so far, and for the lines
  /// themselves.
  func line(_ item: Int?, for role: Role?) -> Title? {
    guard role != .agenda, let item, agenda.indices.contains(item - 1) else { return nil }
    return agenda[item - 1]
  }
}
