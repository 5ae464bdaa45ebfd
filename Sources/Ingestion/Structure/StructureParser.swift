import Linguistics

/// Gives blocks their meaning: passages with role, speaker and agenda item, and the document's metadata.
struct StructureParser {
  static func parse(_ source: consuming SourceText, analyzer: TextAnalyzer, into document: inout Document) {
    document.text = source.text
    document.segments = source.segments
    document.places = source.places
    document.losses = source.losses
    document.issues += source.issues
    let bytes = document.text
    let text = bytes.span
    for block in source.blocks {
      var passage = Passage(text: block.text, segments: block.segments)
      let firstToken = document.analysis.tokens.count
      let firstSentence = document.analysis.sentences.count
      analyzer.analyze(text, in: block.text, into: &document.analysis)
      passage.tokens = firstToken..<document.analysis.tokens.count
      passage.sentences = firstSentence..<document.analysis.sentences.count
      passage.role =
        block.kind == .heading || block.kind == .title || block.kind == .tableHeader ? .heading : .body
      document.passages.append(passage)
    }
  }
}
