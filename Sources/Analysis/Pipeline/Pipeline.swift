import Coding
import Tabulation

/// One analysis: what is read, against which codebook it is coded, and what is made of it. A pipeline file.
public struct Pipeline: Sendable, Equatable {
  /// One table of the pipeline: which of a coding's properties are rows and which are columns.
  public struct Table: Sendable, Equatable {
    public var id: String
    public var label: TrilingualLabel
    public var rows: Field
    public var columns: Field
    public var unit: CountingUnit
  }

  /// What a table's rows or columns can be.
  public enum Field: Sendable, Equatable {
    /// Metadata of the document.
    case region, year, kind, language
    /// A dimension of the codebook, or the groups of its codes (criteria).
    case dimension(String)
    case group(String)
  }

  /// The period, ISO 8601, both ends included; nil for no bound.
  public struct Period: Sendable, Equatable {
    public var from: String?
    public var to: String?

    /// Documents without a date are outside of any bounded period.
    public func contains(_ date: String?) -> Bool {
      guard from != nil || to != nil else { return true }
      guard let date else { return false }
      return (from ?? "") <= date && date <= (to ?? "9999-12-31")
    }
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
  /// Names of table formats, `xlsx`, `html` and `sqlite`.
  public var outputs: [String]
  /// The sources were written for demonstration, and every output says so.
  public var isDemonstration: Bool
}

/// A pipeline that cannot be run: every problem with its place.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var message: String

    public var description: String { "\(file):\(line): \(message)" }
  }

  public var problems: [Problem]

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
