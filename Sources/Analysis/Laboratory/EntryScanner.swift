import Coding
import Linguistics

/// Finds the passages that some entries may touch: those in which one of their terms stands, whatever its conditions say.
///
/// Coding with a lexicon of these entries alone; costs little more than cutting the text into words.
final class EntryScanner {
  let ids: Set<String>
  private let analyzer = TextAnalyzer()
  private let coder: LexiconCoder?
  private var analysis = TextAnalysis()

  init(_ lexicon: CompiledLexicon, entries ids: Set<String>) {
    self.ids = ids
    let scheme = lexicon.schemes[0].withoutConditions { ids.contains($0.id) }
    let isEmpty = scheme.layers.allSatisfy(\.entries.isEmpty)
    coder = isEmpty ? nil : LexiconCoder(CompiledLexicon(scheme), types: analyzer.types)
  }

  func isIn(_ passage: StoredDocument.Passage, of document: StoredDocument) -> Bool {
    guard let coder else { return false }
    analysis.removeAll()
    let text = Array(passage.text.utf8)
    analyzer.analyze(text.span, in: 0..<text.count, into: &analysis)
    let coding = coder.code(
      analysis, sentences: analysis.allSentences, context: PassageContext(region: document.region))
    return !coding.codes.isEmpty || !coding.polarityEvidence.isEmpty
  }
}
