/// What one document adds to a measure, in a form that sums: counts, never ratios. Measures are computed from
/// sums, so that any part of a corpus, or a resample of it, costs one addition a document.
public protocol DocumentCounts: Sendable {
  /// Adds the other's counts as often as said; 0 adds nothing.
  mutating func add(_ other: Self, times: Int)
}
