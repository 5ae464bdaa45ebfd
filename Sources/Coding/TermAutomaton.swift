/// Lowered terms as a graph: nodes are places inside terms, edges are word tests.
///
/// Terms with the same beginning share nodes. Arrays only; node 0 is the start.
struct TermAutomaton: Sendable {
  struct Node {
    /// Indices into `edges`, which are sorted by test inside a node.
    var firstEdge: Int32 = 0
    var endEdge: Int32 = 0
    /// Indices into `outputs`.
    var firstOutput: Int32 = 0
    var endOutput: Int32 = 0
    /// The tests of the edges.
    var tests = TestSet()
    /// The widest gap of the edges.
    var gap: UInt8 = 0
  }

  struct Edge {
    var test: Int32
    var child: Int32
    /// The tests that lead on from the child. Where the words that may follow have none of them and the child ends
    /// no term, the edge leads nowhere.
    var wanted: TestSet
    /// The child ends a term.
    var isEnd: Bool
    /// Words that may stand before the edge's word.
    var gap: UInt8
    /// The child's widest gap.
    var childGap: UInt8
    /// Several tests lead to the child from here.
    var isChoice: Bool
  }

  private(set) var nodes = [Node()]
  private(set) var edges: [Edge] = []
  private(set) var outputs: [Int32] = []
  /// Start edges of test t: `rootStart[t]..<rootStart[t + 1]`.
  private var rootStart: [Int32] = []

  /// Indices into `edges`.
  func startEdges(of test: Int) -> Range<Int> { Int(rootStart[test])..<Int(rootStart[test + 1]) }

  /// Collects terms; `finish` packs them.
  struct Builder {
    private struct Key: Hashable {
      var node: Int32
      var gap: UInt8
      var tests: [Int32]
    }
    private var children: [Key: Int32] = [:]
    private var edges: [(node: Int32, edge: Edge)] = []
    private var outputs: [(node: Int32, output: Int32)] = []
    private var nodes = [Node()]

    /// Adds one variant. The tests of a slot must be sorted and distinct.
    mutating func add(_ slots: [(tests: [Int32], gap: UInt8)], output: Int32) {
      var node: Int32 = 0
      for slot in slots {
        let key = Key(node: node, gap: slot.gap, tests: slot.tests)
        if let child = children[key] {
          node = child
          continue
        }
        let child = Int32(nodes.count)
        nodes.append(Node())
        nodes[Int(node)].gap = max(nodes[Int(node)].gap, slot.gap)
        children[key] = child
        for test in slot.tests {
          nodes[Int(node)].tests.insert(test)
          let isChoice = slot.tests.count > 1
          let edge = Edge(
            test: test, child: child, wanted: TestSet(), isEnd: false, gap: slot.gap, childGap: 0,
            isChoice: isChoice)
          edges.append((node, edge))
        }
        node = child
      }
      outputs.append((node, output))
    }

    consuming func finish(testCount: Int) -> TermAutomaton {
      var automaton = TermAutomaton()
      edges.sort {
        ($0.node, $0.edge.test, $0.edge.gap, $0.edge.child) < (
          $1.node, $1.edge.test, $1.edge.gap, $1.edge.child
        )
      }
      outputs.sort { ($0.node, $0.output) < ($1.node, $1.output) }
      let edgeStarts = Self.starts(edges.map(\.node), nodes.count)
      let outputStarts = Self.starts(outputs.map(\.node), nodes.count)
      for i in nodes.indices {
        (nodes[i].firstEdge, nodes[i].endEdge) = (edgeStarts[i], edgeStarts[i + 1])
        (nodes[i].firstOutput, nodes[i].endOutput) = (outputStarts[i], outputStarts[i + 1])
      }
      automaton.nodes = nodes
      automaton.edges = edges.map { _, edge in
        var edge = edge
        let child = nodes[Int(edge.child)]
        edge.wanted = child.tests
        edge.isEnd = child.firstOutput < child.endOutput
        edge.childGap = child.gap
        return edge
      }
      automaton.outputs = outputs.map(\.output)
      automaton.rootStart = Self.starts(automaton.edges[..<Int(nodes[0].endEdge)].map(\.test), testCount)
      return automaton
    }

    /// Where the run of each key begins in a sorted list of keys, and the end of the last.
    private static func starts(_ sortedKeys: [Int32], _ count: Int) -> [Int32] {
      var starts = Array(repeating: Int32(0), count: count + 1)
      for key in sortedKeys { starts[Int(key) + 1] += 1 }
      for i in 0..<count { starts[i + 1] += starts[i] }
      return starts
    }
  }
}
