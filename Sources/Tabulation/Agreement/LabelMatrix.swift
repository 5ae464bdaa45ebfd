/// What coders said of items: a row an item, a column a coder, labels numbered from 0, nil where a coder did not
/// say anything.
///
/// ```swift
/// var matrix = LabelMatrix(coders: 3, categories: 2)
/// matrix.append([1, 1, nil])
/// matrix.append([0, 1, 0])
/// matrix.items  // 2
/// ```
public struct LabelMatrix: Sendable, Equatable {
  public let coders: Int
  public let categories: Int
  public private(set) var items = 0
  /// Row after row; -1 for nil.
  private(set) var labels: [Int32] = []

  /// - Parameters:
  ///   - coders: at least 0.
  ///   - categories: how many labels there are, whether used or not.
  public init(coders: Int, categories: Int) {
    self.coders = max(0, coders)
    self.categories = max(0, categories)
  }

  /// Appends an item. A label that is not one of the categories counts as none, as does one that the row is too
  /// short for.
  public mutating func append(_ row: [Int?]) {
    items += 1
    for coder in 0..<coders {
      let label = coder < row.count ? row[coder] ?? -1 : -1
      labels.append(label >= 0 && label < categories ? Int32(label) : -1)
    }
  }

  public subscript(item item: Int, coder coder: Int) -> Int? {
    let label = labels[item * coders + coder]
    return label < 0 ? nil : Int(label)
  }

  /// How many coders gave each label to the item.
  func votes(of item: Int) -> [Int] {
    var votes = [Int](repeating: 0, count: categories)
    for label in labels[item * coders..<(item + 1) * coders] where label >= 0 { votes[Int(label)] += 1 }
    return votes
  }

  /// The labels of two coders against each other, on the items that both labelled.
  ///
  /// - Precondition: both are columns of the matrix.
  public func confusion(_ first: Int, _ second: Int) -> Confusion {
    var confusion = Confusion(categories: categories)
    for item in 0..<items {
      guard let a = self[item: item, coder: first], let b = self[item: item, coder: second] else { continue }
      confusion.add(a, b)
    }
    return confusion
  }
}
