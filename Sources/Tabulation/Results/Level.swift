/// How strong something is, by a stated rule.
public enum Level: String, Sendable, CaseIterable, Comparable {
  case low, medium, high

  public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

  /// 0 for low, 2 for high: what weighted agreement is computed from.
  public var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }

  public var label: TrilingualLabel {
    switch self {
    case .low: TrilingualLabel(kk: "төмен", ru: "низкий", en: "low")
    case .medium: TrilingualLabel(kk: "орташа", ru: "средний", en: "medium")
    case .high: TrilingualLabel(kk: "жоғары", ru: "высокий", en: "high")
    }
  }
}

/// A level and the rule that gave it.
public struct LevelReading: Sendable, Equatable {
  public var level: Level
  public var rule: LevelRule
  /// What the rule was applied to: the share, or the rate in the unit's scale.
  public var value: Double

  public init(_ level: Level, by rule: LevelRule, of value: Double) {
    self.level = level
    self.rule = rule
    self.value = value
  }
}

/// How much the levels depend on the rule and on single lexicon entries.
public struct LevelSensitivity: Sendable, Equatable {
  /// Another rule for the same cells.
  public struct Alternative: Sendable, Equatable {
    public var rule: LevelRule
    /// Indices of the cells whose level is another one, as in `CrossTable.cells`.
    public var changed: [Int]
  }

  /// The lexicon without one of its entries.
  public struct WithoutEntry: Sendable, Equatable {
    public var entry: String
    /// Passages that the cells lose, summed over the cells.
    public var lost: Int
    /// Indices of the cells whose level is another one, as in `CrossTable.cells`.
    public var changed: [Int]
  }

  /// Cells that have a level.
  public var cells: Int
  public var alternatives: [Alternative]
  /// Entries whose loss changes a count, those that change most levels first, then those that lose most, then by
  /// id. Empty where it was not asked for.
  public var withoutEntries: [WithoutEntry]
}
