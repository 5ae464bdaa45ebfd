import Linguistics

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
    var wanted = TestSet()
    /// The child ends a term.
    var isEnd = false
    /// Words that may stand before the edge's word.
    var gap: UInt8
    /// The child's widest gap.
    var childGap: UInt8 = 0
    /// Several tests lead to the child from here.
    var isChoice: Bool
  }

  private(set) var nodes = [Node()]
  private(set) var edges: [Edge] = []
  private(set) var outputs: [Int32] = []
  /// Start edges of test t: `rootStart[t]..<rootStart[t + 1]`.
  private var rootStart: [Int32] = []

  /// Writes what the rest follows from: bounds, and of edges test, child, gap and choice.
  func write(to writer: inout CompiledWriter) {
    writer.flat(nodes.map(\.firstEdge) + [Int32(truncatingIfNeeded: edges.count)])
    writer.flat(nodes.map(\.firstOutput) + [Int32(truncatingIfNeeded: outputs.count)])
    writer.flat(edges.map(\.test))
    writer.flat(edges.map(\.child))
    writer.flat(edges.map { $0.gap << 1 | ($0.isChoice ? 1 : 0) })
    writer.flat(outputs)
    writer.flat(rootStart)
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    let firstEdges = try reader.flat(Int32.self)
    let firstOutputs = try reader.flat(Int32.self)
    let tests = try reader.flat(Int32.self)
    let children = try reader.flat(Int32.self)
    let gaps = try reader.flat(UInt8.self)
    outputs = try reader.flat()
    rootStart = try reader.flat()
    let count = firstEdges.count - 1
    guard count > 0, firstOutputs.count == count + 1, children.count == tests.count,
      gaps.count == tests.count,
      Self.areBounds(firstEdges, of: tests.count), Self.areBounds(firstOutputs, of: outputs.count),
      children.allSatisfy({ $0 >= 0 && $0 < count }), tests.allSatisfy({ $0 >= 0 })
    else { throw Damage() }
    nodes = (0..<count).map { i in
      var node = Node(
        firstEdge: firstEdges[i], endEdge: firstEdges[i + 1], firstOutput: firstOutputs[i],
        endOutput: firstOutputs[i + 1])
      for edge in Int(node.firstEdge)..<Int(node.endEdge) {
        node.tests.insert(tests[edge])
        node.gap = max(node.gap, gaps[edge] >> 1)
      }
      return node
    }
    edges = tests.indices.map { i in
      Edge(test: tests[i], child: children[i], gap: gaps[i] >> 1, isChoice: gaps[i] & 1 != 0)
    }
    completeEdges()
  }

  private static func areBounds(_ bounds: [Int32], of count: Int) -> Bool {
    bounds.first == 0 && bounds.last.map(Int.init) == count
      && zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private init() {}

  /// Tells edges what is to be known of their children.
  private mutating func completeEdges() {
    for i in edges.indices {
      let child = nodes[Int(edges[i].child)]
      edges[i].wanted = child.tests
      edges[i].isEnd = child.firstOutput < child.endOutput
      edges[i].childGap = child.gap
    }
  }

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
          let edge = Edge(test: test, child: child, gap: slot.gap, isChoice: isChoice)
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
      automaton.edges = edges.map(\.edge)
      automaton.completeEdges()
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
