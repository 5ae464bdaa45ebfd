/// Lowered terms as a graph: nodes are places inside terms, edges are word tests.
///
/// Terms with the same beginning share nodes. Arrays only; node 0 is the start.
struct TermAutomaton: Sendable {
  /// Edges of node n: `edgeStart[n]..<edgeStart[n + 1]`, sorted by test.
  private(set) var edgeStart: [Int32] = [0, 0]
  private(set) var edgeTest: [Int32] = []
  /// Words that may stand before the edge's word.
  private(set) var edgeGap: [UInt8] = []
  private(set) var edgeChild: [Int32] = []
  /// The widest gap of a node's edges.
  private(set) var nodeGap: [UInt8] = [0]
  /// True for nodes that several tests lead to.
  private(set) var isChoice: [Bool] = [false]
  /// Outputs of node n: `outputStart[n]..<outputStart[n + 1]`.
  private(set) var outputStart: [Int32] = [0, 0]
  private(set) var outputs: [Int32] = []
  /// Start edges of test t: `rootStart[t]..<rootStart[t + 1]`.
  private(set) var rootStart: [Int32] = []

  /// Collects terms; `finish` packs them.
  struct Builder {
    private struct Key: Hashable {
      var node: Int32
      var gap: UInt8
      var tests: [Int32]
    }
    private var children: [Key: Int32] = [:]
    private var edges: [(node: Int32, test: Int32, gap: UInt8, child: Int32)] = []
    private var nodeOutputs: [(node: Int32, output: Int32)] = []
    private var nodes: Int32 = 1

    /// Adds one variant. The tests of a slot must be sorted and distinct.
    mutating func add(_ slots: [(tests: [Int32], gap: UInt8)], output: Int32) {
      var node: Int32 = 0
      for slot in slots {
        let key = Key(node: node, gap: slot.gap, tests: slot.tests)
        if let child = children[key] {
          node = child
          continue
        }
        let child = nodes
        nodes += 1
        children[key] = child
        for test in slot.tests { edges.append((node, test, slot.gap, child)) }
        node = child
      }
      nodeOutputs.append((node, output))
    }

    func finish(testCount: Int) -> TermAutomaton {
      var automaton = TermAutomaton()
      let count = Int(nodes)
      let edges = edges.sorted { ($0.node, $0.test, $0.gap, $0.child) < ($1.node, $1.test, $1.gap, $1.child) }
      automaton.edgeTest = edges.map(\.test)
      automaton.edgeGap = edges.map(\.gap)
      automaton.edgeChild = edges.map(\.child)
      automaton.edgeStart = starts(edges.map(\.node), count)
      automaton.nodeGap = Array(repeating: 0, count: count)
      for edge in edges where edge.gap > automaton.nodeGap[Int(edge.node)] {
        automaton.nodeGap[Int(edge.node)] = edge.gap
      }
      automaton.isChoice = Array(repeating: false, count: count)
      for (key, child) in children where key.tests.count > 1 { automaton.isChoice[Int(child)] = true }
      let outputs = nodeOutputs.sorted { ($0.node, $0.output) < ($1.node, $1.output) }
      automaton.outputs = outputs.map(\.output)
      automaton.outputStart = starts(outputs.map(\.node), count)
      let root = automaton.edgeTest[..<Int(automaton.edgeStart[1])]
      automaton.rootStart = starts(Array(root), testCount)
      return automaton
    }

    /// Where the run of each key begins in a sorted list of keys, and the end of the last.
    private func starts(_ sortedKeys: [Int32], _ count: Int) -> [Int32] {
      var starts = Array(repeating: Int32(0), count: count + 1)
      for key in sortedKeys { starts[Int(key) + 1] += 1 }
      for i in 0..<count { starts[i + 1] += starts[i] }
      return starts
    }
  }

  func isStart(_ test: Int) -> Bool { rootStart[test] < rootStart[test + 1] }

  /// The first edge of a node whose test is not below `test`. Most nodes have few edges.
  func firstEdge(of node: Int, from test: Int32) -> Int {
    var low = Int(edgeStart[node])
    var high = Int(edgeStart[node + 1])
    while low < high {
      let middle = (low + high) / 2
      if edgeTest[middle] < test { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
