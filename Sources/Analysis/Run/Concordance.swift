import Coding
import Reporting

/// Keywords in context: the words that carried a code, between what stands before and after them.
public enum Concordance {
  /// One piece of evidence.
  public struct Line: Sendable, Equatable {
    public var before: String
    public var keyword: String
    public var after: String
    public var code: String
    public var entry: String
    public var rule: String
    /// Path of the document and number of the passage.
    public var place: String
    /// Why each word matched; empty where it was not asked for.
    public var analysis = ""

    /// The line for a terminal: context aligned at the keyword, nothing in it that a terminal would obey.
    public func text(colours: Terminal) -> String {
      let words = Terminal.shown(before) + " " + colours.coloured(Terminal.shown(keyword), .yellow) + " "
      var facts = [after, code, entry, rule, place]
      if !analysis.isEmpty { facts.append(analysis) }
      return words + facts.map { Terminal.shown($0) }.joined(separator: "\t")
    }
  }

  /// The lines of a passage.
  ///
  /// - Parameters:
  ///   - code: only this code or those below it.
  ///   - entry: only this lexicon entry.
  ///   - width: code points of context on each side; the left one is padded to it.
  ///   - explainer: for the analysis of each line.
  public static func lines(
    of passage: StoredPassage, code: String?, entry: String?, width: Int, explainer: EvidenceExplainer? = nil
  ) -> [Line] {
    let points = Array(passage.text.unicodeScalars)
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(points[range])) }
    var lines: [Line] = []
    for coding in passage.codings where code.map({ Codebook.covers($0, coding.code) }) ?? true {
      for evidence in coding.evidence where entry.map({ $0 == evidence.entry }) ?? true {
        guard 0 <= evidence.start, evidence.start <= evidence.end, evidence.end <= points.count else {
          continue
        }
        let before = text(max(0, evidence.start - width)..<evidence.start)
        let padding = String(repeating: " ", count: max(0, width - before.unicodeScalars.count))
        lines.append(
          Line(
            before: padding + before, keyword: text(evidence.start..<evidence.end),
            after: text(evidence.end..<min(points.count, evidence.end + width)), code: coding.code,
            entry: evidence.entry, rule: evidence.rule, place: "\(passage.path)#\(passage.n)",
            analysis: explainer?.text(evidence, of: passage) ?? ""))
      }
    }
    return lines
  }
}
