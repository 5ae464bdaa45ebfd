import Tabulation

/// One thing that a published table says: a cell, or a part of one that can be checked by itself.
///
/// A row of `published.tsv`:
///
/// ```
/// fact                  table  row       column     region  code          kind   word       expected
/// t4-hearing-frequency  4      hearings  frequency  all     form.hearing  level  frequency  medium
/// ```
public struct PublishedFact: Sendable, Equatable {
  /// What the printed cell says, and so what can be compared.
  public enum Kind: String, Sendable, CaseIterable {
    /// High, medium or low.
    case level
    /// That there is a finding, not which: no count can contradict it, but having none.
    case presence
    /// A number.
    case figure
    /// A word, such as weak control; a rule says what it means in counts.
    case words
  }

  /// Stable name of the fact.
  public var id: String
  /// Number of the table, or `conclusions`.
  public var table: String
  /// Row and column as the publication has them.
  public var row: String
  public var column: String
  /// ISO 3166-2; nil for all regions together.
  public var region: String?
  /// The code that the cell is about; nil where only the rule says it.
  public var code: String?
  public var kind: Kind
  /// The printed word, by which the rule is found.
  public var word: String
  /// `high`, `medium` or `low`, or a number; empty for the other kinds.
  public var expected: String
  /// The printed words, in our own wording.
  public var label: TrilingualLabel
  /// Where it stands in the publication.
  public var place: String
  /// Line in the file, from 1.
  public var line: Int

  public var level: Level? { kind == .level ? Level(rawValue: expected) : nil }
  public var figure: Double? { kind == .figure ? Double(expected) : nil }
}

/// What a publication says, to be compared with counts.
public struct PublishedStudy: Sendable, Equatable {
  public var file: String
  public var facts: [PublishedFact]
  /// The regions that the publication chose, with kind and reason.
  public var regions: [Region]

  public struct Region: Sendable, Equatable {
    /// ISO 3166-2.
    public var code: String
    public var kind: TrilingualLabel
    public var reason: TrilingualLabel
  }

  /// The text of a region's field: `kind` or `reason`.
  func register(_ field: String, of region: String) -> TrilingualLabel? {
    guard let entry = regions.first(where: { $0.code == region }) else { return nil }
    return field == "kind" ? entry.kind : entry.reason
  }

  static let registerFields = ["kind", "reason"]
}
