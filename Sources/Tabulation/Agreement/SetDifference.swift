/// How much two sets of codes differ.
///
/// Source of MASI: R. Passonneau, "Measuring agreement on set-valued items (MASI) for semantic and pragmatic
/// annotation", Proceedings of LREC 2006, 831-836. The difference goes into alpha as it is, not squared.
public enum SetDifference: String, Sendable {
  /// 0 for equal sets, else 1.
  case nominal
  /// 1 − |A ∩ B| / |A ∪ B|.
  case jaccard
  /// 1 − |A ∩ B| / |A ∪ B| · M, where M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they
  /// overlap otherwise, 0 where they do not.
  case masi

  /// The difference, from 0 to 1; 0 for two empty sets, 1 for an empty one and another.
  ///
  /// ```swift
  /// SetDifference.masi.value([1, 2], [2])        // 0.6666…: 1 − 1/2 · 2/3
  /// SetDifference.jaccard.value([1, 2], [2])     // 0.5
  /// SetDifference.masi.value([1, 2], [2, 3])     // 0.8888…: 1 − 1/3 · 1/3
  /// ```
  public func value<Element>(_ a: Set<Element>, _ b: Set<Element>) -> Double {
    if a == b { return 0 }
    let common = a.intersection(b).count
    if self == .nominal || common == 0 { return 1 }
    let jaccard = Double(common) / Double(a.count + b.count - common)
    if self == .jaccard { return 1 - jaccard }
    let isWithin = common == a.count || common == b.count
    return 1 - jaccard * (isWithin ? 2 : 1) / 3
  }
}

/// Numbers the distinct sets of a coding, so that a set can stand in a `LabelMatrix`.
///
/// ```swift
/// var sets = SetCategories<String>()
/// sets.number(of: [])                  // 0
/// sets.number(of: ["form.hearing"])    // 1
/// sets.number(of: [])                  // 0
/// sets.differences(.masi)              // of the two sets: 1
/// ```
public struct SetCategories<Element: Hashable & Sendable>: Sendable {
  /// In the order of their first appearance.
  public private(set) var sets: [Set<Element>] = []
  private var numbers: [Set<Element>: Int] = [:]

  public init() {}

  public mutating func number(of set: Set<Element>) -> Int {
    if let number = numbers[set] { return number }
    numbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }

  /// δ for every two of the sets. Cost: the square of their number.
  public func differences(_ difference: SetDifference) -> DifferenceTable {
    DifferenceTable(categories: sets.count) { difference.value(sets[$0], sets[$1]) }
  }
}
