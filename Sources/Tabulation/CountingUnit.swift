/// What a cell's number counts, and what its value is: a share of the row, or a rate.
///
/// ```swift
/// CountingUnit.sessions.isRate       // false: the share of the row's sessions in which the key occurs
/// CountingUnit.perSession.isRate     // true: passages a session, which can be more than 1
/// ```
public enum CountingUnit: String, Sendable, CaseIterable {
  /// Passages that carry the column's key; the share is of the row's passages.
  case passages
  /// Documents with at least one such passage; the share is of the row's documents.
  case documents
  /// Codings; the share is of the row's codings in this table. Two codes of one passage that fall in the
  /// same column are two codings and one passage.
  case codings
  /// Sessions in whose documents the key occurs; the share is of the row's sessions.
  case sessions
  /// Passages a session of the row, counted in documents that belong to a session.
  case perSession = "per-session"
  /// Codings for 1,000 words of the row's passages.
  case perThousandTokens = "per-thousand-tokens"

  /// Whether the value is a rate, which has no upper bound, and not a share.
  public var isRate: Bool { self == .perSession || self == .perThousandTokens }

  /// What the quotient of count and base is multiplied by: 1,000 for `perThousandTokens`, else 1.
  public var scale: Double { self == .perThousandTokens ? 1000 : 1 }
}
