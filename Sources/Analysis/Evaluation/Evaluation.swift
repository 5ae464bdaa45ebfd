import Coding
import Tabulation

/// How well a coder does on gold: figures by dimension and group of passages, and what it got wrong.
public struct Evaluation: Sendable {
  /// Which passages a result counts.
  public enum Grouping: String, Sendable, CaseIterable {
    case all, language, kind, region
    /// Both, such as `kk protocol`.
    case languageAndKind = "language-kind"
  }

  public struct Group: Sendable, Equatable {
    public var by: Grouping
    /// Such as `ru`; `all` for all.
    public var value: String
    public var documents: Int
    public var passages: Int
    /// Passages whose text the ingested document has. The others count as coded with nothing.
    public var found: Int
  }

  /// The agreement of the people who coded the gold, which no coder can be asked to pass.
  public struct People: Sendable, Equatable, Decodable {
    public var alpha: Estimate
    /// Mean over the pairs of coders.
    public var kappa: Estimate
    public var ac1: Estimate
    /// Mean over the pairs of coders.
    public var f1: Estimate
  }

  /// One code in one group, the gold and the coder taken as two coders for alpha, kappa and AC1.
  public struct CodeResult: Sendable, Equatable {
    public var code: String
    public var counts: Detection
    public var prevalence: Estimate
    public var precision: Estimate
    public var recall: Estimate
    public var f1: Estimate
    public var alpha: Estimate
    public var kappa: Estimate
    public var ac1: Estimate
    /// nil where the gold has no answers of single coders.
    public var people: People?
  }

  /// All codes of a dimension together in one group.
  public struct GroupResult: Sendable, Equatable {
    public var group: Group
    /// Codes on headings and on passages that the gold does not have: false positives of the micro figures, in the
    /// group of all passages only, since they are in no other.
    public var strays: Int
    /// Share of passages with exactly the gold's codes.
    public var exact: Estimate
    public var microPrecision: Estimate
    public var microRecall: Estimate
    public var microF1: Estimate
    /// Over the codes that the gold has in this group.
    public var macroF1: Estimate
    public var meanAlpha: Estimate
    /// Krippendorff's alpha on the sets of codes, with MASI as the difference.
    public var masiAlpha: Estimate
    public var peopleMacroF1: Estimate?
    public var peopleMeanAlpha: Estimate?
    public var peopleMasiAlpha: Estimate?
    /// In the order of the codebook; the codes that the gold has anywhere.
    public var codes: [CodeResult]
  }

  /// One wrong decision.
  public struct Mistake: Sendable, Equatable, Decodable {
    public enum Kind: String, Sendable, Decodable {
      case falsePositive = "false"
      case falseNegative = "missed"
    }
    public var kind: Kind
    public var code: String
    public var place: String
    public var language: String
    public var text: String
    /// The coder's score; 0 for a miss.
    public var score: Double
    /// What fired; empty for a miss.
    public var evidence: [GoldAnswers.Evidence]
    /// How many of the gold's coders gave the code; nil where their answers are not known.
    public var votes: Int?
  }

  public struct DimensionResult: Sendable {
    public var dimension: String
    /// All passages first, then the groupings in their order, each sorted.
    public var groups: [GroupResult]
    /// Wrong decisions, false positives first; worst first: the highest score, the most votes.
    public var mistakes: [Mistake]
    /// Codes of the codebook that the gold never gives, with how often the coder did; not in any average.
    public var notInGold: [(code: String, assigned: Int)]

    /// Kazakh against Russian; empty where one of them is missing, or was not asked for.
    public var languages: [LanguageComparison] {
      func group(_ language: String) -> GroupResult? {
        groups.first { $0.group.by == .language && $0.group.value == language }
      }
      guard let kazakh = group("kk"), let russian = group("ru") else { return [] }
      return [
        LanguageComparison(figure: "micro F1", kazakh: kazakh.microF1, russian: russian.microF1),
        LanguageComparison(figure: "macro F1", kazakh: kazakh.macroF1, russian: russian.macroF1),
        LanguageComparison(figure: "mean alpha", kazakh: kazakh.meanAlpha, russian: russian.meanAlpha),
      ]
    }
  }

  /// Whether what two languages' figures say differs by more than their intervals.
  public struct LanguageComparison: Sendable, Equatable {
    /// `micro F1`, `macro F1` or `mean alpha`.
    public var figure: String
    public var kazakh: Estimate
    public var russian: Estimate
    /// nil where one of them has no interval.
    public var overlaps: Bool? {
      guard let one = kazakh.interval, let other = russian.interval else { return nil }
      return one.overlaps(other)
    }
  }

  /// The mark of passages, on those that were found.
  public struct PolarityResult: Sendable, Equatable {
    public struct Value: Sendable, Equatable {
      public var polarity: String
      public var counts: Detection
      public var precision: Estimate
      public var recall: Estimate
      public var f1: Estimate
    }
    public var group: Group
    public var accuracy: Estimate
    /// Over the marks that the gold has in this group.
    public var macroF1: Estimate
    public var alpha: Estimate
    public var kappa: Estimate
    public var ac1: Estimate
    public var values: [Value]
  }

  public var codebook: String
  /// Who gave the answers.
  public var coder: CoderKind
  /// The models that answered had not seen the part of the gold that they answered on; nil where one coder answered on
  /// all of it.
  public var unseen: UnseenTest.Parts?
  public var goldFiles: [String]
  public var bootstrap: DocumentBootstrap
  /// In the order of the codebook; dimensions that the gold does not code are left out.
  public var dimensions: [DimensionResult]
  /// A result a group; empty where the gold has no polarity.
  public var polarity: [PolarityResult]
  public var problems: [GoldStandard.Problem]
}
