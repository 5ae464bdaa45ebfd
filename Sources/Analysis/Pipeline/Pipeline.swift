import Coding
import Ingestion
import Tabulation

/// One analysis: what is read, against which codebook it is coded, and what is made of it. A pipeline file.
public struct Pipeline: Sendable, Equatable {
  /// The period, ISO 8601, both ends included; nil for no bound.
  public struct Period: Sendable, Equatable, CustomStringConvertible {
    public var from: String?
    public var to: String?

    public init(from: String? = nil, to: String? = nil) {
      self.from = from
      self.to = to
    }

    public var isBounded: Bool { from != nil || to != nil }

    /// Documents without a date are outside of any bounded period.
    public func contains(_ date: String?) -> Bool {
      guard isBounded else { return true }
      guard let date else { return false }
      return (from ?? "") <= date && date <= (to ?? "9999-12-31")
    }

    /// `2020-01-01 – …`
    public var description: String { "\(from ?? "…") – \(to ?? "…")" }
  }

  /// The picture of the codebook: its heading, and what the criteria bear on.
  public struct Figure: Sendable, Equatable {
    public var label: TrilingualLabel
    public var outcome: TrilingualLabel
  }

  public var id: String
  public var title: TrilingualLabel
  /// The pipeline file; paths in it count from its folder.
  public var file: String
  /// SHA-256 of the file.
  public var sha256: String
  /// Files and folders, made absolute or relative to the working folder.
  public var sources: [String]
  /// The folder with `codebook.yaml` and the lexicons.
  public var codebook: String
  /// Who decides the codes.
  public var coder = CoderKind.lexicon
  public var period = Period()
  /// The folder of the region packs; nil where none are used.
  public var packs: String?
  /// A lexicon file of the analysis itself, layered over base and packs; nil where there is none.
  public var project: String?
  /// ISO 3166-2 codes in the order of the tables' rows; empty for every region that occurs.
  public var regions: [String]
  /// The day whose regional division counts; nil for that of each document's own date.
  public var regionsAsOf: String?
  public var tables: [Table]
  /// nil for the codebook's own title.
  public var figure: Figure?
  /// What `hattama evaluate --json` wrote, for reliability marks and corrected shares; nil for none.
  public var reliability: String?
  /// Gold files or folders, for prediction-powered shares; empty for none.
  public var gold: [String] = []
  /// The folder of a publication to compare with, see `PublishedReader`; nil for none.
  public var published: String?
  /// How printed words are read off the counts.
  public var rules: [ReadingRule] = []
  /// Tables of words that are put together from the counted ones.
  public var summaries: [Summary] = []
  /// Names of table formats, `xlsx`, `html` and `sqlite`; `PipelineLoader.standardOutputs` where the file does not say.
  public var outputs: [String]
  /// What documents and archives may have at most.
  public var limits = Limits()
  /// The sources were written for demonstration, and every output says so.
  public var isDemonstration: Bool
  /// Line of each key of the file.
  public var lines: [String: Int] = [:]
}

/// A pipeline that cannot be run: every problem with its place.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    public var file: String
    /// From 1; nil where the file as a whole is meant, or is not there.
    public var line: Int?
    public var message: String

    public var description: String { "\(file)\(line.map { ":\($0)" } ?? ""): \(message)" }
  }

  public var problems: [Problem]

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
