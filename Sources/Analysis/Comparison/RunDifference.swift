import Reporting
import Tabulation

/// Two runs side by side: which cells of a pipeline's tables changed, and because of which documents, lexicon entries or
/// codes.
public struct RunDifference: Sendable, Equatable {
  /// A cell in one of the runs.
  public struct State: Sendable, Equatable {
    public var estimate: CellEstimate
    public var level: Level?
  }

  public struct Cell: Sendable, Equatable {
    public var table: String
    public var row: TableKey
    public var column: TableKey
    /// nil where the run's table has no such row or column.
    public var before: State?
    public var after: State?
    /// Those with most passages first. Empty where only the base or other rows moved the level.
    public var causes: [Cause]
  }

  /// Why passages came into a cell or left it.
  public struct Cause: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
      case documentAdded = "document added"
      case documentRemoved = "document removed"
      /// The source file is another one.
      case documentChanged = "document changed"
      /// A lexicon entry now carries the code, or no longer does.
      case entry
      /// The learned coder now gives the code, or no longer does.
      case code
      /// The passage's codes are the same: region, date or another property of the document or passage is not.
      case property
    }

    public var kind: Kind
    /// Path of the document, id of the entry, or id of the code.
    public var name: String
    public var gained: Int
    public var lost: Int
    /// The first of the passages, `path#number`.
    public var places: [String]
  }

  /// A line of the manifest that is another one.
  public struct Fact: Sendable, Equatable {
    public var key: String
    public var before: String?
    public var after: String?
  }

  public var facts: [Fact]
  public var added: [String]
  public var removed: [String]
  public var changed: [String]
  /// Cells whose count or level changed, in the order of the tables.
  public var cells: [Cell]
  /// Cells of all tables.
  public var cellCount: Int
}
