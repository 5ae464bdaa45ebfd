/// Two coders' labels against each other: rows are the first's (or the gold's), columns the second's.
///
/// ```swift
/// let confusion = Confusion(counts: [[88, 14, 18], [10, 40, 10], [2, 6, 12]])
/// confusion.observedAgreement  // .value(0.7)
/// confusion.cohenKappa         // .value(0.4915…)
/// ```
public struct Confusion: Sendable, Equatable, DocumentCounts {
  public let categories: Int
  /// Row after row.
  private var counts: [Int]

  public init(categories: Int) {
    self.categories = max(0, categories)
    counts = [Int](repeating: 0, count: self.categories * self.categories)
  }

  /// - Parameter counts: as many rows as columns; cells that are missing count 0.
  public init(counts rows: [[Int]]) {
    self.init(categories: max(rows.count, rows.map(\.count).max() ?? 0))
    for (row, cells) in rows.enumerated() {
      for (column, count) in cells.enumerated() { self.counts[row * categories + column] = count }
    }
  }

  /// - Precondition: both indices are below `categories`.
  public subscript(first: Int, second: Int) -> Int { counts[first * categories + second] }

  /// Counts one item.
  public mutating func add(_ first: Int, _ second: Int, times: Int = 1) {
    counts[first * categories + second] += times
  }

  /// - Precondition: both have the same categories.
  public mutating func add(_ other: Confusion, times: Int) {
    for index in counts.indices { counts[index] += other.counts[index] * times }
  }

  public var items: Int { counts.reduce(0, +) }

  /// One category against all others: the first coder's as gold.
  public func detection(of category: Int) -> Detection {
    var detection = Detection()
    for row in 0..<categories {
      for column in 0..<categories {
        detection.add(gold: row == category, assigned: column == category, times: self[row, column])
      }
    }
    return detection
  }

  /// The share of items with the same label; undefined without items.
  public var observedAgreement: Measure {
    let same = (0..<categories).reduce(0) { $0 + self[$1, $1] }
    return .ratio(Double(same), Double(items), else: .noItems)
  }

  /// Cohen's kappa: agreement beyond what the coders' own distributions would give by chance,
  ///
  ///     κ = (p_o − p_e) / (1 − p_e),   p_e = Σ_k p_k· p_·k
  ///
  /// Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
  /// 20 (1960), 37-46.
  ///
  /// Undefined without items, and where both use one and the same category only (p_e = 1).
  /// Rare categories make it low whatever the agreement: [[118, 5], [2, 0]] has p_o = .944 and κ = −.023.
  public var cohenKappa: Measure {
    let n = items
    guard n > 0 else { return .undefined(.noItems) }
    var same = 0
    var chance = 0.0
    for k in 0..<categories {
      same += self[k, k]
      var row = 0
      var column = 0
      for other in 0..<categories {
        row += self[k, other]
        column += self[other, k]
      }
      if row == n && column == n { return .undefined(.oneCategory) }
      chance += Double(row) * Double(column)
    }
    let observed = Double(same) / Double(n)
    let expected = chance / (Double(n) * Double(n))
    return .value((observed - expected) / (1 - expected))
  }

  /// Krippendorff's alpha for nominal data of the two coders; see `AlphaCounts`, which takes more coders and missing
  /// labels. Undefined without items, and where all labels are the same.
  public var krippendorffAlpha: Measure {
    let n = items
    guard n > 0 else { return .undefined(.noItems) }
    var same = 0
    var equalPairs = 0.0
    for k in 0..<categories {
      same += self[k, k]
      let labels = Double(labels(of: k))
      equalPairs += labels * (labels - 1)
    }
    let pairs = Double(2 * n) * Double(2 * n - 1)
    guard equalPairs < pairs else { return .undefined(.oneCategory) }
    return .value(1 - Double(n - same) / Double(n) * pairs / (pairs - equalPairs))
  }

  /// Gwet's AC1 of the two coders; see `GwetCounts`, which takes more coders and missing labels. Undefined without
  /// items, and where all labels are the same.
  public var gwetAC1: Measure {
    let n = items
    guard n > 0 else { return .undefined(.noItems) }
    var same = 0
    var used = 0
    var chance = 0.0
    for k in 0..<categories {
      same += self[k, k]
      let share = Double(labels(of: k)) / Double(2 * n)
      if share > 0 { used += 1 }
      chance += share * (1 - share)
    }
    guard used > 1 else { return .undefined(.oneCategory) }
    chance /= Double(categories - 1)
    return .value((Double(same) / Double(n) - chance) / (1 - chance))
  }

  /// How often a category was given, by both coders together.
  private func labels(of category: Int) -> Int {
    (0..<categories).reduce(0) { $0 + self[category, $1] + self[$1, category] }
  }
}
