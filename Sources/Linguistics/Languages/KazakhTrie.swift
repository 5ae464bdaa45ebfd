/// Tries over letter codes below 64, several roots in one flat structure.
///
/// The children of a node are contiguous; a 64-bit mask says which letters it has, so a step is one test and
/// one population count. Root `g` is node `g`.
struct KazakhTrie: Sendable {
  /// Together in one place, for what costs time is the number of places in memory that a step leads to.
  struct Node: BitwiseCopyable, Sendable {
    /// The letters that it has children by.
    var mask: UInt64
    var firstChild: Int32
    /// The values of the keys that end here are those from `firstValue` to the next node's.
    var firstValue: Int32
  }

  /// One more than there are, for the end of the last one's values.
  private(set) var nodes: [Node] = []
  private(set) var values: [Int32] = []

  typealias Key = (codes: [UInt8], value: Int32)

  /// A key as it is sorted: its first twenty codes are two numbers.
  private struct Item {
    var group: Int32
    var value: Int32
    var high: UInt64 = 0
    var low: UInt64 = 0
    /// Where its codes stand among those of all keys.
    var codes: Range<Int>

    init(_ key: Key, group: Int, at start: Int) {
      self.group = Int32(group)
      value = key.value
      codes = start..<(start + key.codes.count)
      for (place, code) in key.codes.prefix(20).enumerated() {
        if place < 10 {
          high |= UInt64(code) << UInt64(54 - 6 * place)
        } else {
          low |= UInt64(code) << UInt64(114 - 6 * place)
        }
      }
    }

    /// By group, codes and value.
    func precedes(_ other: Item, _ codes: [UInt8]) -> Bool {
      if group != other.group { return group < other.group }
      if high != other.high { return high < other.high }
      if low != other.low { return low < other.low }
      let (a, b) = (codes[self.codes], codes[other.codes])
      return a.elementsEqual(b) ? value < other.value : a.lexicographicallyPrecedes(b)
    }
  }

  /// - Parameter groups: the keys under each root, in any order. O(total length · log of the number of keys).
  init(_ groups: [[Key]]) {
    var items: [Item] = []
    var codes: [UInt8] = []
    for (g, keys) in groups.enumerated() {
      for key in keys {
        items.append(Item(key, group: g, at: codes.count))
        codes.append(contentsOf: key.codes)
      }
    }
    items.sort { $0.precedes($1, codes) }
    var queue: [(range: Range<Int>, depth: Int)] = []
    var i = 0
    for g in groups.indices {
      let start = i
      while i < items.count, items[i].group == Int32(g) { i += 1 }
      queue.append((start..<i, 0))
    }
    let starts = items.map(\.codes.lowerBound)
    let ends = items.map(\.codes.upperBound)
    var next = 0
    while next < queue.count {
      let (range, depth) = queue[next]
      next += 1
      var node = Node(mask: 0, firstChild: Int32(queue.count), firstValue: Int32(values.count))
      var i = range.lowerBound
      while i < range.upperBound, ends[i] - starts[i] == depth {
        values.append(items[i].value)
        i += 1
      }
      while i < range.upperBound {
        let letter = codes[starts[i] + depth]
        node.mask |= 1 << UInt64(letter)
        let start = i
        while i < range.upperBound, codes[starts[i] + depth] == letter { i += 1 }
        queue.append((start..<i, depth + 1))
      }
      nodes.append(node)
    }
    nodes.append(Node(mask: 0, firstChild: 0, firstValue: Int32(values.count)))
  }

  /// A trie that was built before.
  init(nodes: [Node], values: [Int32]) { (self.nodes, self.values) = (nodes, values) }

  /// The letters that a node has children by, a bit for each code.
  func letters(_ node: Int) -> UInt64 { nodes[node].mask }

  /// The child of `node` by `letter`, or -1.
  @inline(__always)
  func child(_ node: Int, _ letter: UInt8) -> Int {
    let node = nodes[node]
    let bit: UInt64 = 1 << UInt64(letter & 63)
    if node.mask & bit == 0 { return -1 }
    return Int(node.firstChild) + (node.mask & (bit - 1)).nonzeroBitCount
  }

  @inline(__always)
  func valueRange(_ node: Int) -> Range<Int> {
    Int(nodes[node].firstValue)..<Int(nodes[node + 1].firstValue)
  }
}
