import Tabulation

/// The sets of codes that gold, coder and people gave on one dimension, numbered, with their MASI differences.
struct SetNumbers {
  let differences: DifferenceTable
  let count: Int
  /// By passage.
  private let gold: [Int]
  private let assigned: [Int]
  private let people: [[Int?]]
  private let coders: Int

  init(_ labels: GoldLabels) {
    // Numbered in an order of their own: sums over them must not depend on the order of the gold.
    var distinct: Set<Set<Int>> = []
    for passage in labels.passages {
      distinct.insert(passage.gold.subtracting(passage.disputed))
      distinct.insert(passage.assigned.subtracting(passage.disputed))
      for case let answer? in passage.people { distinct.insert(answer) }
    }
    var sets = SetCategories<Int>()
    for codes in distinct.map({ $0.sorted() }).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      _ = sets.number(of: Set(codes))
    }
    gold = labels.passages.map { sets.number(of: $0.gold.subtracting($0.disputed)) }
    assigned = labels.passages.map { sets.number(of: $0.assigned.subtracting($0.disputed)) }
    people =
      labels.people > 1
      ? labels.passages.map { $0.people.map { $0.map { sets.number(of: $0) } } } : []
    coders = labels.people
    count = sets.sets.count
    differences = sets.differences(.masi)
  }

  /// Gold and coder as two coders.
  func coder(_ passages: [Int]) -> AlphaCounts {
    var matrix = LabelMatrix(coders: 2, categories: count)
    for passage in passages { matrix.append([gold[passage], assigned[passage]]) }
    return AlphaCounts(matrix, difference: differences)
  }

  func people(_ passages: [Int]) -> AlphaCounts {
    var matrix = LabelMatrix(coders: coders, categories: count)
    for passage in passages { matrix.append(people[passage]) }
    return AlphaCounts(matrix, difference: differences)
  }
}
