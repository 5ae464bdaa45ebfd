import Foundation

/// What a coder may know of a passage beside its text.
public struct PassageContext: Sendable {
  /// Role of the passage, such as `speech`.
  public var role: String
  /// Kind of the document, such as `protocol`.
  public var kind: String
  /// Region of the document, ISO 3166-2, which chooses the region pack; nil where it is not known.
  public var region: String?
  /// Date of the document, such as `2022-12-09`; nil where it is not known.
  public var date: String?
  /// Sentences, in the same analysis, of the title of the passage's agenda item or section; empty where none.
  public var itemSentences: Range<Int>
  /// Sentences, in the same analysis, of the line of the agenda that the passage is spoken on; empty where none.
  public var agendaSentences: Range<Int>
  /// Sentences, in the same analysis, of the document's title; empty where none.
  public var titleSentences: Range<Int>
  /// The passage is a row of a table.
  public var isRow: Bool

  public init(
    role: String = "body", kind: String = "other", region: String? = nil, date: String? = nil,
    itemSentences: Range<Int> = 0..<0, agendaSentences: Range<Int> = 0..<0,
    titleSentences: Range<Int> = 0..<0, isRow: Bool = false
  ) {
    self.role = role
    self.kind = kind
    self.region = region
    self.date = date
    self.itemSentences = itemSentences
    self.agendaSentences = agendaSentences
    self.titleSentences = titleSentences
    self.isRow = isRow
  }
}

/// Whether a passage says that its matter fails (negative) or succeeds (positive); neutral where it says neither
/// or both.
public enum Polarity: String, Sendable, CaseIterable {
  case neutral, positive, negative

  /// Id of the codebook dimension whose codes `polarity.positive` and `polarity.negative` set the polarity.
  static let dimension = "polarity"

  init?(code: String) {
    guard code.hasPrefix("polarity.") else { return nil }
    self.init(rawValue: String(code.dropFirst(9)))
  }
}

/// One hit that speaks for (or against) a code.
public struct Evidence: Sendable, Equatable {
  /// Index into `CompiledLexicon.entries`.
  public var entry: Int
  /// Index into `CompiledLexicon.terms`; its text is the rule.
  public var term: Int
  /// UTF-8 bytes from the start of the passage's text.
  public var span: Range<Int>
  /// Indices into the analysis' tokens.
  public var tokens: Range<Int>
  /// The entry's weight. It counts once in a passage, however many hits the entry has.
  public var weight: Double
  public var isNegated: Bool
}

/// A code that a passage takes, and why.
public struct CodeAssignment: Sendable, Equatable {
  /// Index into `CompiledLexicon.schemes`.
  public var scheme: Int
  /// Index into the scheme's `codebook.codes`.
  public var code: Int
  /// The summed weights of the distinct entries: 0, or at least the code's threshold.
  public var sum: Double
  /// The lexicon's, in order of place.
  public var evidence: [Evidence]
  /// A table row's code that its heading or the document's title gave it; the evidence is the whole row, by the entry that
  /// the heading has.
  public var isInherited = false
  /// Who gave the code; `combined` where lexicon and learned coder both did.
  public var coder = CoderKind.lexicon
  /// By how much the learned score is above its threshold; 0 where only the lexicon gave the code.
  public var excess = 0.0
  /// The learned coder's evidence, in order of place.
  public var features: [FeatureEvidence] = []

  public init(scheme: Int, code: Int, sum: Double, evidence: [Evidence]) {
    self.scheme = scheme
    self.code = code
    self.sum = sum
    self.evidence = evidence
  }

  /// The lexicon's 1 - exp(-sum): 0.63 for one entry of weight 1, 0.86 for two; or the learned coder's
  /// 1 / (1 + exp(-excess)), above 0.5. The greater where both gave the code. Monotone, not a probability.
  public var score: Double {
    let byLexicon = 1 - exp(-sum)
    return coder == .lexicon ? byLexicon : max(byLexicon, 1 / (1 + exp(-excess)))
  }
}

/// The codes of one passage, in the order of the schemes and their codebooks, and its polarity.
public struct PassageCoding: Sendable, Equatable {
  public var codes: [CodeAssignment] = []
  public var polarity: Polarity = .neutral
  /// Hits of evaluative entries (dimension `polarity`).
  public var polarityEvidence: [Evidence] = []

  public init() {}
}
