/// A dictionary of word forms and phrases, each with the categories that it counts for: what LIWC and quanteda call a
/// dictionary. Forms are compared by Unicode's case folding in Normalization Form C and by nothing else: ё is not е here, and
/// look-alike letters of another alphabet stay what they are. `*` and `?` in a word stand for any letters, and for one.
///
/// ```swift
/// let lexicon = FormLexicon([("бюджет", 0), ("бюджет*", 1), ("местный бюджет", 2)])
/// ```
public struct FormLexicon: Sendable {
  /// Categories that each end of a form counts for, ascending.
  let categories: [[Int32]]
  /// Node after the first word of a form, by the word's symbol; -1 for none.
  let starts: [Int32]
  /// Index into `categories` of each node; -1 where no form ends.
  let ends: [Int32]
  let words: WordTable
  /// Words with wildcards, and their symbols.
  let patterns: [(scalars: [UInt32], symbol: Int32)]
  private let steps: StepTable

  /// - Parameter forms: words parted by white space, with a category's number. Forms without a letter or digit count for
  ///   nothing.
  public init(_ forms: some Sequence<(form: String, category: Int)>) {
    var words = WordTable()
    var patterns: [(scalars: [UInt32], symbol: Int32)] = []
    var patternSymbols: [[UInt32]: Int32] = [:]
    var nodes: [[Int32: Int32]] = [[:]]
    var found: [Set<Int32>] = [[]]
    let cutter = FormCutter()
    for (form, category) in forms {
      let parts = cutter.words(of: form)
      guard !parts.isEmpty else { continue }
      var node = 0
      for part in parts {
        let isPattern = part.contains(FormCutter.star) || part.contains(FormCutter.question)
        let symbol: Int32
        if isPattern {
          symbol = patternSymbols[part] ?? words.reserve()
          if patternSymbols.updateValue(symbol, forKey: part) == nil { patterns.append((part, symbol)) }
        } else {
          symbol = words.insert(part)
        }
        if let next = nodes[node][symbol] {
          node = Int(next)
        } else {
          nodes[node][symbol] = Int32(truncatingIfNeeded: nodes.count)
          node = nodes.count
          nodes.append([:])
          found.append([])
        }
      }
      found[node].insert(Int32(truncatingIfNeeded: category))
    }
    var starts = [Int32](repeating: -1, count: words.count)
    for (symbol, node) in nodes[0] { starts[Int(symbol)] = node }
    var lists: [[Int32]] = []
    ends = found.map { set in
      guard !set.isEmpty else { return -1 }
      lists.append(set.sorted())
      return Int32(truncatingIfNeeded: lists.count - 1)
    }
    self.starts = starts
    categories = lists
    self.words = words
    self.patterns = patterns
    steps = StepTable(nodes)
  }

  /// The node after a word; -1 where no form goes on with it.
  @inline(__always)
  func step(_ node: Int32, _ symbol: Int32) -> Int32 { steps.next(node, symbol) }

  /// Where each word leads from a node, but for the first.
  private struct StepTable: Sendable {
    private var keys: [UInt64] = []
    private var values: [Int32] = []

    init(_ nodes: [[Int32: Int32]]) {
      let count = nodes.dropFirst().reduce(0) { $0 + $1.count }
      var size = 16
      while size < 2 * count { size *= 2 }
      keys = Array(repeating: .max, count: size)
      values = Array(repeating: -1, count: size)
      for (node, next) in nodes.enumerated().dropFirst() {
        for (symbol, value) in next {
          let key = UInt64(UInt32(node)) << 32 | UInt64(UInt32(bitPattern: symbol))
          var slot = Self.hash(key) & (size - 1)
          while keys[slot] != .max { slot = (slot + 1) & (size - 1) }
          keys[slot] = key
          values[slot] = value
        }
      }
    }

    @inline(__always)
    func next(_ node: Int32, _ symbol: Int32) -> Int32 {
      let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
      let mask = keys.count - 1
      var slot = Self.hash(key) & mask
      while keys[slot] != .max {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & mask
      }
      return -1
    }

    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
      Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
    }
  }
}
