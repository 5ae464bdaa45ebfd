import Tabulation

extension Pipeline {
  /// A table of words that is put together from the counted tables, as a pipeline file declares it under `summaries`:
  ///
  /// ```yaml
  /// - id: table-2
  ///   label: {en: …, ru: …, kk: …}
  ///   rows: region                            # or a dimension of codes, or criterion
  ///   columns:
  ///     - label: {en: Main directions, ru: …, kk: …}
  ///       show: [{standing-out-of: region-topic, most: 4}]
  ///     - label: {en: Character, ru: …, kk: …}
  ///       show: [{level: reforms, in: region-activity}, {examples: reforms.programmes, most: 1}]
  /// ```
  public struct Summary: Sendable, Equatable {
    public enum Rows: Sendable, Equatable {
      case regions
      /// The codes of a dimension, or its groups; those of one group where it is named.
      case codes(dimension: String, groups: Bool, of: String?)
    }

    public struct Column: Sendable, Equatable {
      public var label: TrilingualLabel
      public var parts: [Part]
    }

    public struct Part: Sendable, Equatable {
      public enum Kind: String, Sendable, CaseIterable {
        /// Field of the publication's register of regions: `kind` or `reason`.
        case register
        /// The codes of a table that stand out in the row's region: by keyness, or by the table's own level.
        case standingOutOf = "standing-out-of"
        /// The level of a code, with the value that it was read from.
        case level
        /// Count, share or rate with interval, and level.
        case number
        /// Exemplary passages.
        case examples
        /// The regions in which a code stands out.
        case regions
        /// Numbers that documents state beside the code.
        case figures
        /// Before and after the date that parts the period.
        case change
      }

      public var kind: Kind
      /// A code, a table or a field of the register, by `kind`; nil for `this`, the code of the row.
      public var subject: String?
      /// The table to read; nil for the first that has what the part needs.
      public var table: String?
      /// Statements at most; nil for the kind's own limit.
      public var most: Int?
      public var line: Int
    }

    public var id: String
    public var label: TrilingualLabel
    public var rows: Rows
    public var columns: [Column]
    public var line: Int
  }
}

extension Pipeline.Summary.Part {
  /// The test that a table must be able to answer for this part; nil where the part reads no code.
  var test: ReadingTest? {
    let kind: ReadingTest.Kind
    switch self.kind {
    case .register, .standingOutOf: return nil
    case .level: kind = .level(Level.allCases)
    case .number, .examples, .change: kind = .found(1)
    case .regions: kind = .standsOut(p: StandingOut.p, ratio: 1)
    case .figures: kind = .figure(0, year: nil)
    }
    return ReadingTest(code: subject, table: table, kind: kind, line: line)
  }
}

/// What is said to stand out in summaries.
enum StandingOut {
  /// Largest p value of keyness, corrected after Benjamini and Hochberg.
  static let p = 0.05
}
