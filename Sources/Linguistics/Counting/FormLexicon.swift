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

/// Folded words with their numbers.
struct WordTable: Sendable {
  private var slots: [(hash: UInt32, symbol: Int32)] = Array(repeating: (0, -1), count: 1024)
  private var scalars: [UInt32] = []
  /// Where the scalars of each symbol are; empty for reserved ones.
  private var places: [Range<Int>] = []

  var count: Int { places.count }

  /// One step of the hash over a word's code points; begin with 0.
  @inline(__always)
  static func hash(_ hash: UInt32, _ scalar: UInt32) -> UInt32 {
    (hash ^ scalar) &* 0x9E37_79B1 ^ hash >> 15
  }

  /// A number for no word.
  mutating func reserve() -> Int32 {
    places.append(0..<0)
    return Int32(truncatingIfNeeded: places.count - 1)
  }

  mutating func insert(_ word: [UInt32]) -> Int32 {
    let hash = word.reduce(0, Self.hash)
    let known = find(word, word.count, hash)
    if known >= 0 { return known }
    let symbol = Int32(truncatingIfNeeded: places.count)
    places.append(scalars.count..<(scalars.count + word.count))
    scalars += word
    if places.count * 4 > slots.count {
      let old = slots
      slots = Array(repeating: (0, -1), count: old.count * 4)
      for entry in old where entry.symbol >= 0 { place(entry) }
    }
    place((hash, symbol))
    return symbol
  }

  private mutating func place(_ entry: (hash: UInt32, symbol: Int32)) {
    var slot = Int(entry.hash) & (slots.count - 1)
    while slots[slot].symbol >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }

  /// The number of a word, or -1.
  ///
  /// - Parameters:
  ///   - word: its code points, the first `length` of these.
  ///   - hash: of them.
  @inline(__always)
  func find(_ word: [UInt32], _ length: Int, _ hash: UInt32) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      let entry = slots[slot]
      if entry.symbol < 0 { return -1 }
      if entry.hash == hash, isEqual(places[Int(entry.symbol)], word, length) { return entry.symbol }
      slot = (slot + 1) & mask
    }
  }

  private func isEqual(_ place: Range<Int>, _ word: [UInt32], _ length: Int) -> Bool {
    guard place.count == length else { return false }
    for k in 0..<length where scalars[place.lowerBound + k] != word[k] { return false }
    return true
  }
}

/// Cuts the forms of a dictionary into words, as the words of a text are cut.
struct FormCutter {
  static let star: UInt32 = 0x2A
  static let question: UInt32 = 0x3F

  private let scanner = WordScanner()

  /// Folded words; wildcards stay in them.
  func words(of form: String) -> [[UInt32]] {
    form.split(whereSeparator: \.isWhitespace).flatMap { part -> [[UInt32]] in
      // A word with wildcards is one word, whatever stands in it.
      guard part.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
        return scanner.words(in: Array(part.utf8)).map { folded($0) }
      }
      let pieces = part.split(separator: /[*?]/, omittingEmptySubsequences: false).map {
        $0.isEmpty ? [] : folded(Array($0.utf8))
      }
      var word: [UInt32] = []
      var signs = part.unicodeScalars.filter { $0 == "*" || $0 == "?" }.map(\.value)[...]
      for piece in pieces { word += piece + (signs.popFirst().map { [$0] } ?? []) }
      return [word]
    }
  }

  private func folded(_ word: [UInt8]) -> [UInt32] { CaseFolding.scalars(of: word.span) }
}

/// Unicode's case folding in Normalization Form C, invisible characters left out.
struct CaseFolding: Sendable {
  /// Stands above the folding of a letter or digit.
  static let word: UInt32 = 1 << 31

  /// For each code point below `CharacterTable.foldLimit` its folding with `word`; 0 where it is no letter or digit, or folding
  /// needs a look at what stands around it.
  let table: [UInt32]

  static let shared = CaseFolding()

  private init() {
    let characters = CharacterTable.shared
    table = (0..<CharacterTable.foldLimit).map { c in
      let kind = characters.classes[c]
      let isWord = kind == CharacterClass.letter.rawValue || kind == CharacterClass.digit.rawValue
      let fold = UInt32(characters.folds[c])
      return isWord && fold != 0 && !Folder.isInvisible(UInt32(c)) ? fold | Self.word : 0
    }
  }

  /// The folded code points of any word.
  static func scalars(of word: Span<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    appendScalars(ICU.folded(word.withUnsafeBufferPointer { Array($0) }).span, to: &scalars)
    scalars.removeAll(where: Folder.isInvisible)
    return scalars
  }
}
