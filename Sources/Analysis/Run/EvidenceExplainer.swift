import Coding
import Linguistics

/// Says of stored evidence why each of its words matched: the lexicon's word and the suffixes of the form.
///
/// ```
/// бюджет: бюджет (stem) + ті (accusative); бекіту: бекіт (stem) + ті (past)
/// ```
public struct EvidenceExplainer {
  private let analyzer = TextAnalyzer()
  private let coder: LexiconCoder

  public init(_ model: CodingModel) {
    coder = LexiconCoder(model.lexicon, types: analyzer.types)
  }

  /// The explanation; empty for a feature of the learned coder, and where the lexicon has changed since the run.
  public func text(_ evidence: StoredPassage.Evidence, of passage: StoredPassage) -> String {
    let points = Array(passage.text.unicodeScalars)
    guard 0 <= evidence.start, evidence.start < evidence.end, evidence.end <= points.count else { return "" }
    let before = String(String.UnicodeScalarView(points[..<evidence.start])).utf8.count
    let words = String(String.UnicodeScalarView(points[evidence.start..<evidence.end])).utf8.count
    let analysis = analyzer.analysis(of: Array(passage.text.utf8))
    let first = analysis.tokens.firstIndex { Int($0.start) >= before } ?? analysis.tokens.count
    let end = analysis.tokens.firstIndex { Int($0.start) >= before + words } ?? analysis.tokens.count
    return coder.explain(entry: evidence.entry, rule: evidence.rule, first..<max(first, end), in: analysis)
      .map(Self.text).joined(separator: "; ")
  }

  private static func text(_ word: WordExplanation) -> String {
    if word.morphemes.isEmpty { return word.word + (word.word == word.form ? "" : ": \(word.form)") }
    let parts = word.morphemes.map { "\($0.surface.isEmpty ? "∅" : $0.surface) (\($0.gloss))" }
    return "\(word.word): \(parts.joined(separator: " + "))"
  }
}
