/// Tries over letter codes below 64, several roots in one flat structure.
///
/// The children of a node are contiguous; a 64-bit mask says which letters it has, so a step is one test and
/// one population count. Root `g` is node `g`.
struct KazakhTrie: Sendable {
  private(set) var masks: [UInt64] = []
  private(set) var firstChild: [Int32] = []
  /// `values[valueStart[n]..<valueStart[n + 1]]` are the values of the keys that end at node n.
  private(set) var valueStart: [Int32] = []
  private(set) var values: [Int32] = []

  typealias Key = (codes: [UInt8], value: Int32)

  /// - Parameter groups: the keys under each root, in any order. O(total length · log of the group's size).
  init(_ groups: [[Key]]) {
    var queue: [(group: Int, range: Range<Int>, depth: Int)] = []
    let sorted = groups.map { group in
      group.sorted { a, b in
        a.codes == b.codes ? a.value < b.value : a.codes.lexicographicallyPrecedes(b.codes)
      }
    }
    for (g, keys) in sorted.enumerated() { queue.append((g, 0..<keys.count, 0)) }
    var next = 0
    while next < queue.count {
      let (group, range, depth) = queue[next]
      next += 1
      valueStart.append(Int32(values.count))
      var i = range.lowerBound
      while i < range.upperBound, sorted[group][i].codes.count == depth {
        values.append(sorted[group][i].value)
        i += 1
      }
      firstChild.append(Int32(queue.count))
      var mask: UInt64 = 0
      while i < range.upperBound {
        let letter = sorted[group][i].codes[depth]
        mask |= 1 << UInt64(letter)
        let start = i
        while i < range.upperBound, sorted[group][i].codes[depth] == letter { i += 1 }
        queue.append((group, start..<i, depth + 1))
      }
      masks.append(mask)
    }
    valueStart.append(Int32(values.count))
  }

  /// The child of `node` by `letter`, or -1.
  @inline(__always)
  func child(_ node: Int, _ letter: UInt8) -> Int {
    let mask = masks[node]
    let bit: UInt64 = 1 << UInt64(letter & 63)
    if mask & bit == 0 { return -1 }
    return Int(firstChild[node]) + (mask & (bit - 1)).nonzeroBitCount
  }

  @inline(__always)
  func valueRange(_ node: Int) -> Range<Int> {
    Int(valueStart[node])..<Int(valueStart[node + 1])
  }
}
