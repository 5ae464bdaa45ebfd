import Linguistics

/// Keys by number, in the order of their arrival: the given ones first.
///
/// Numbers are private to one tally; merging goes over the names.
struct KeyIndex: Sendable {
  private(set) var names: [String] = []
  private var indices: [String: Int] = [:]
  private let isOpen: Bool

  init(_ keys: TableDimension.Keys) {
    switch keys {
    case .given(let given):
      isOpen = false
      for key in given where indices[key.key] == nil {
        indices[key.key] = names.count
        names.append(key.key)
      }
    case .discovered:
      isOpen = true
    }
  }

  /// The number of a key, a new one where the keys are discovered; nil where they are given without it.
  mutating func index(of key: String) -> Int? {
    if let index = indices[key] { return index }
    guard isOpen else { return nil }
    indices[key] = names.count
    names.append(key)
    return names.count - 1
  }
}

extension TableDimension {
  /// The table's keys in order, with the number of each in `index`.
  func ordered(_ index: KeyIndex) -> [(key: TableKey, number: Int)] {
    var numbers: [String: Int] = [:]
    for (number, name) in index.names.enumerated() { numbers[name] = number }
    var result: [(key: TableKey, number: Int)] = []
    let listed: [TableKey]
    switch keys {
    case .given(let keys), .discovered(let keys): listed = keys
    }
    for key in listed {
      guard let number = numbers.removeValue(forKey: key.key) else { continue }
      result.append((key, number))
    }
    for name in ICU.alphabetical(numbers.keys) {
      guard let number = numbers[name] else { continue }
      result.append((TableKey(name, TrilingualLabel(untranslated: name)), number))
    }
    return result
  }
}
