/// The beginnings of words that a model knows, as a tree over letters: a word is one walk from the root to the longest
/// beginning that is known of it.
///
/// A step is one look into a hash table of (node, letter). Root is node 0.
struct BeginningTree: Sendable {
  private struct Step {
    /// The node above in the upper bits, the letter in the lower eleven; `end` where the word ends.
    var key: UInt32
    /// 0 where the slot is free, for no step leads to the root.
    var node: Int32
  }

  /// Nodes that a key has room for. What a larger model has more is not found.
  private static let nodeLimit = 1 << 21
  /// Stands for the end of a word.
  private static let end: UInt16 = 0

  private var steps: [Step]
  /// Of each node the node above it; -1 for the root.
  private(set) var parents: [Int32] = [-1]
  /// Of each node the feature that it is, or -1.
  private(set) var features: [Int32] = [-1]

  /// - Parameters:
  ///   - names: of features.
  ///   - others: receives the numbers of those that are no beginnings of words.
  init(_ names: [String], others: inout [Int]) {
    var size = 64
    while size < names.count * 4 { size *= 2 }
    steps = Array(repeating: Step(key: 0, node: 0), count: size)
    for (number, name) in names.enumerated() {
      guard let word = WordBeginnings(named: name), let node = insert(word), features[node] < 0 else {
        others.append(number)
        continue
      }
      features[node] = Int32(truncatingIfNeeded: number)
    }
  }

  private mutating func insert(_ word: WordBeginnings) -> Int? {
    var node = 0
    for place in 0..<(word.isWhole ? word.count + 1 : word.count) {
      guard let next = add(node, place < word.count ? word.letters[place] : Self.end) else { return nil }
      node = next
    }
    return node
  }

  private mutating func add(_ node: Int, _ letter: UInt16) -> Int? {
    let slot = slot(of: node, letter)
    if steps[slot].node > 0 { return Int(steps[slot].node) }
    guard parents.count < Self.nodeLimit else { return nil }
    let new = Int32(truncatingIfNeeded: parents.count)
    steps[slot] = Step(key: Self.key(node, letter), node: new)
    parents.append(Int32(truncatingIfNeeded: node))
    features.append(-1)
    if parents.count * 2 > steps.count { grow() }
    return Int(new)
  }

  private mutating func grow() {
    let old = steps
    steps = Array(repeating: Step(key: 0, node: 0), count: old.count * 2)
    for step in old where step.node > 0 {
      steps[slot(of: Int(step.key >> 11), UInt16(step.key & 0x7FF))] = step
    }
  }

  @inline(__always)
  private static func key(_ node: Int, _ letter: UInt16) -> UInt32 {
    UInt32(truncatingIfNeeded: node << 11 | Int(letter))
  }

  /// Where a step stands, or the free slot where it would.
  @inline(__always)
  private func slot(of node: Int, _ letter: UInt16) -> Int {
    let key = Self.key(node, letter)
    let mask = steps.count - 1
    var slot = Int(truncatingIfNeeded: UInt64(key) &* 0x9E37_79B9_7F4A_7C15 >> 32) & mask
    while steps[slot].node > 0, steps[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  /// The node of the longest beginning of a word that is in the tree; 0 where none is.
  func longest(of word: borrowing WordBeginnings) -> Int {
    var node = 0
    for place in 0..<word.count {
      let next = Int(steps[slot(of: node, word.letters[place])].node)
      if next == 0 { return node }
      node = next
    }
    let whole = word.isWhole ? Int(steps[slot(of: node, Self.end)].node) : 0
    return whole > 0 ? whole : node
  }

  /// The feature of a name; nil where it is not in the tree.
  func find(_ name: String) -> Int? {
    guard let word = WordBeginnings(named: name) else { return nil }
    var node = 0
    for place in 0..<(word.isWhole ? word.count + 1 : word.count) {
      node = Int(steps[slot(of: node, place < word.count ? word.letters[place] : Self.end)].node)
      if node == 0 { return nil }
    }
    return features[node] < 0 ? nil : Int(features[node])
  }
}
