import Linguistics

/// Codes passages with a compiled lexicon. One per worker, beside the worker's `TypeTable`; not shared between
/// threads.
///
/// 1. Terms are found in each sentence of a known language.
/// 2. A hit counts where all conditions of its entry hold.
/// 3. Within one code the longest hit wins over those that overlap it (equal length: the earlier, then the
///    smaller entry id). Hits of different codes never disturb each other, unless an entry says `overlap`.
/// 4. The weights of a code's distinct entries are summed; the passage takes the code where the sum reaches the
///    code's threshold.
/// 5. A table row also takes those codes of its heading that the codebook says rows take.
///
/// The result depends on nothing but passage, context and lexicon: not on the order of entries or passages.
public final class LexiconCoder {
  public let lexicon: CompiledLexicon
  let types: TypeTable
  var state: PassageCoder
  /// Codes that rows take from headings, by scheme.
  private let rowCodes: [Set<Int>]

  /// - Parameter types: the table of the analyzer that makes the analyses to be coded.
  public init(_ lexicon: CompiledLexicon, types: TypeTable) {
    self.lexicon = lexicon
    self.types = types
    state = PassageCoder(lexicon, types)
    rowCodes = lexicon.schemes.map { scheme in
      Set(scheme.codebook.codes.indices.filter { scheme.codebook.codes[$0].isTakenByRows })
    }
  }

  /// Codes one passage.
  ///
  /// - Parameters:
  ///   - analysis: tokens and sentences of the document.
  ///   - sentences: the passage's, as indices into `analysis.sentences`.
  ///   - textStart: where the passage's text begins in the analysed text, in bytes; evidence counts from there.
  ///   - leftOut: an entry, by its place in `lexicon.entries`, whose hits are passed over as if it were not there.
  /// - Returns: no codes where no sentence is Kazakh, Russian or mixed.
  public func code(
    _ analysis: TextAnalysis, sentences: Range<Int>, textStart: Int = 0, context: PassageContext,
    without leftOut: Int = -1
  ) -> PassageCoding {
    var coding = state.code(analysis, sentences, textStart, context, without: leftOut)
    if context.isRow, !sentences.isEmpty {
      inherit(&coding, analysis, sentences, textStart, context, leftOut)
    }
    return coding
  }

  /// Gives a row the codes of its heading and of the document's title that rows take.
  private func inherit(
    _ coding: inout PassageCoding, _ analysis: TextAnalysis, _ sentences: Range<Int>, _ textStart: Int,
    _ context: PassageContext, _ leftOut: Int
  ) {
    let tokens =
      analysis.sentences[sentences.lowerBound].tokenRange
      .lowerBound..<analysis.sentences[sentences.upperBound - 1].tokenRange.upperBound
    guard let first = tokens.first, let last = tokens.last,
      rowCodes.contains(where: { !$0.isEmpty })
    else { return }
    let row = (Int(analysis.tokens[first].start) - textStart)..<(Int(analysis.tokens[last].end) - textStart)
    let heading = PassageContext(role: "heading", kind: context.kind)
    for title in [context.itemSentences, context.titleSentences] where !title.isEmpty {
      for given in state.code(analysis, title, 0, heading, without: leftOut).codes
      where rowCodes[given.scheme].contains(given.code) {
        if coding.codes.contains(where: { $0.scheme == given.scheme && $0.code == given.code }) { continue }
        var assignment = given
        assignment.isInherited = true
        assignment.evidence = given.evidence.prefix(1).map { evidence in
          var evidence = evidence
          evidence.span = row
          evidence.tokens = tokens
          return evidence
        }
        coding.codes.append(assignment)
      }
    }
    coding.codes.sort { ($0.scheme, $0.code) < ($1.scheme, $1.code) }
  }

  /// The numbers of the terms that stand in the sentences, whatever the conditions of their entries say.
  func terms(in analysis: TextAnalysis, sentences: Range<Int>) -> [Int] {
    state.findHits(analysis, sentences)
    return state.hits.map(\.term)
  }

  /// The hits in the sentences, whatever the conditions of their entries say.
  func hits(in analysis: TextAnalysis, sentences: Range<Int>) -> [EntryHit] {
    state.findHits(analysis, sentences)
    return state.hits
  }

  /// The first test of a term that accepts a type.
  func firstTest(of type: Int32, in term: Int) -> Int32? {
    lexicon.termTests[term].first { state.words.accepts($0, Int(type)) }
  }
}
