/// The order in which entries that refer to each other can be resolved.
enum ReferenceOrder {
  /// Groups of nodes, each group after those that its nodes refer to. A group of several refer to each other in a
  /// circle, as does one node that refers to itself.
  ///
  /// R. E. Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972), 146-160,
  /// with a stack of its own, so that no chain of references is too long. Linear.
  ///
  /// ```
  /// ReferenceOrder.groups([[1], [2], [1], []])  // [[1, 2], [0], [3]]
  /// ```
  ///
  /// - Parameter references: for each node the nodes that it refers to.
  static func groups(_ references: [[Int]]) -> [[Int]] {
    var number = Array(repeating: -1, count: references.count)
    var lowest = number
    var isOpen = Array(repeating: false, count: references.count)
    var open: [Int] = []
    var way: [(node: Int, next: Int)] = []
    var groups: [[Int]] = []
    var count = 0
    for start in references.indices where number[start] < 0 {
      way.append((start, 0))
      while let (node, next) = way.last {
        if next == 0 {
          number[node] = count
          lowest[node] = count
          count += 1
          open.append(node)
          isOpen[node] = true
        }
        if next < references[node].count {
          way[way.count - 1].next += 1
          let target = references[node][next]
          if number[target] < 0 {
            way.append((target, 0))
          } else if isOpen[target] {
            lowest[node] = min(lowest[node], number[target])
          }
          continue
        }
        way.removeLast()
        if let parent = way.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        guard lowest[node] == number[node] else { continue }
        var group: [Int] = []
        while let member = open.popLast() {
          isOpen[member] = false
          group.append(member)
          if member == node { break }
        }
        groups.append(group.sorted())
      }
    }
    return groups
  }
}
