/// The pieces of words that a model knows, as a tree over letters: one walk from each letter of a word finds all pieces
/// that begin there, and stops at the first letter that no piece goes on with.
///
/// The first two letters are one look into a table; the third and fourth are a bit in a mask each, and a count of the
/// bits below it says which child it is.
struct PieceTrie: Sendable {
  private struct Node {
    /// A bit for each letter, by its code, that a longer piece goes on with.
    var low: UInt64 = 0
    var high: UInt64 = 0
    /// The child of the lowest bit.
    var firstChild: Int32
    /// The feature that the piece is; -1 where it is only the beginning of others.
    var feature: Int32 = -1
  }

  /// Letters below this code point can have a code.
  private static let scalarLimit = 0x530
  /// Codes are below this.
  private static let codeLimit = 128

  /// The code of each code point below `scalarLimit`; 0 where no piece here has it.
  private var codes = [UInt8](repeating: 0, count: PieceTrie.scalarLimit)
  /// Number of codes, 0 included.
  private var codeCount = 1
  /// The node of two letters at `first * codeCount + second`, or -1.
  private var pairs: [Int32] = []
  private var twos: [Node] = []
  private var threes: [Node] = []
  private var fours: [Int32] = []
  /// Some pieces have letters that have no code, so that they are not in the tree.
  let isPartial: Bool

  /// A name as four numbers of eleven bits.
  private struct Key {
    var letters: UInt64
    var feature: Int32
  }

  /// - Parameters:
  ///   - names: of features; those of two to four letters are pieces. Quickest where they are sorted.
  ///   - others: receives the numbers of the names that are not in the tree.
  init(_ names: [String], others: inout [Int]) {
    var keys: [Key] = []
    keys.reserveCapacity(names.count)
    var isPartial = false
    var seen = [Bool](repeating: false, count: PieceTrie.scalarLimit)
    for (number, name) in names.enumerated() {
      var letters: UInt64 = 0
      var count = 0
      var isCoded = true
      for scalar in name.unicodeScalars {
        count += 1
        if count > Subwords.lengths.upperBound { break }
        if scalar.value == 0 || scalar.value >= UInt32(PieceTrie.scalarLimit) { isCoded = false }
        letters = letters << 11 | UInt64(scalar.value & 0x7FF)
      }
      guard Subwords.lengths.contains(count), isCoded else {
        isPartial = isPartial || Subwords.lengths.contains(count)
        others.append(number)
        continue
      }
      letters <<= UInt64(11 * (Subwords.lengths.upperBound - count))
      keys.append(Key(letters: letters, feature: Int32(truncatingIfNeeded: number)))
      for place in 0..<count { seen[Self.letter(letters, place)] = true }
    }
    for c in seen.indices where seen[c] && codeCount < PieceTrie.codeLimit {
      codes[c] = UInt8(truncatingIfNeeded: codeCount)
      codeCount += 1
    }
    self.isPartial = isPartial || seen.count(where: { $0 }) >= PieceTrie.codeLimit
    if zip(keys, keys.dropFirst()).contains(where: { $0.letters > $1.letters }) {
      keys.sort { ($0.letters, $0.feature) < ($1.letters, $1.feature) }
    }
    pairs = Array(repeating: -1, count: codeCount * codeCount)
    insert(keys, others: &others)
  }

  /// The letter of a key at a place; 0 behind its end.
  private static func letter(_ letters: UInt64, _ place: Int) -> Int {
    Int(letters >> UInt64(33 - 11 * place) & 0x7FF)
  }

  /// Adds keys, which are sorted. Of equal ones the first counts.
  private mutating func insert(_ keys: [Key], others: inout [Int]) {
    var before: UInt64 = 0
    for key in keys where key.letters != before {
      let (a, b) = (Self.letter(key.letters, 0), Self.letter(key.letters, 1))
      let (c, d) = (Self.letter(key.letters, 2), Self.letter(key.letters, 3))
      guard codes[a] != 0, codes[b] != 0, c == 0 || codes[c] != 0, d == 0 || codes[d] != 0 else {
        others.append(Int(key.feature))
        continue
      }
      let changed = before ^ key.letters
      before = key.letters
      if changed >> 22 != 0 {
        pairs[Int(codes[a]) * codeCount + Int(codes[b])] = Int32(truncatingIfNeeded: twos.count)
        twos.append(Node(firstChild: Int32(truncatingIfNeeded: threes.count)))
      }
      if c == 0 {
        twos[twos.count - 1].feature = key.feature
        continue
      }
      if changed >> 11 != 0 {
        Self.add(codes[c], to: &twos[twos.count - 1])
        threes.append(Node(firstChild: Int32(truncatingIfNeeded: fours.count)))
      }
      if d == 0 {
        threes[threes.count - 1].feature = key.feature
        continue
      }
      Self.add(codes[d], to: &threes[threes.count - 1])
      fours.append(key.feature)
    }
  }

  private static func add(_ code: UInt8, to node: inout Node) {
    if code < 64 { node.low |= 1 << UInt64(code) } else { node.high |= 1 << UInt64(code & 63) }
  }

  @inline(__always)
  private static func child(_ node: Node, _ code: UInt8) -> Int {
    let bit: UInt64 = 1 << UInt64(code & 63)
    if code < 64 {
      if node.low & bit == 0 { return -1 }
      return Int(node.firstChild) + (node.low & (bit - 1)).nonzeroBitCount
    }
    if node.high & bit == 0 { return -1 }
    return Int(node.firstChild) + node.low.nonzeroBitCount + (node.high & (bit - 1)).nonzeroBitCount
  }

  /// The code of a letter; 0 where no piece here has it.
  @inline(__always)
  private func code(_ scalar: UInt32) -> UInt8 {
    scalar < UInt32(PieceTrie.scalarLimit) ? codes[Int(scalar)] : 0
  }

  /// The feature of a piece; nil where it is not in the tree.
  func find(_ piece: String) -> Int? {
    let letters = piece.unicodeScalars.map { code($0.value) }
    guard Subwords.lengths.contains(letters.count), !letters.contains(0) else { return nil }
    let pair = Int(pairs[Int(letters[0]) * codeCount + Int(letters[1])])
    if pair < 0 { return nil }
    var feature = twos[pair].feature
    if letters.count > 2 {
      let three = Self.child(twos[pair], letters[2])
      if three < 0 { return nil }
      feature = threes[three].feature
      if letters.count > 3 {
        let four = Self.child(threes[three], letters[3])
        if four < 0 { return nil }
        feature = fours[four]
      }
    }
    return feature < 0 ? nil : Int(feature)
  }

  /// Writes the codes of a word and the marks around it, as `Subwords` cuts it, to the first places of `word`.
  ///
  /// - Returns: the number of codes, and whether all letters have one.
  func encode(_ form: Span<UInt8>, into word: inout [UInt8]) -> (count: Int, isCoded: Bool) {
    word[0] = code(0x3C)
    var count = 1
    var isCoded = true
    if !form.isEmpty, form[0] >= 0x30, form[0] <= 0x39 {
      word[1] = code(0x30)
      count = 2
    } else {
      var i = 0
      while i < form.count, count <= Subwords.longestForm {
        let byte = form[i]
        var letter = byte < 0x80 ? code(UInt32(byte)) : 0
        i += 1
        if byte >= 0xC0, i < form.count {
          if byte < 0xE0 { letter = code(UInt32(byte & 0x1F) << 6 | UInt32(form[i] & 0x3F)) }
          while i < form.count, form[i] & 0xC0 == 0x80 { i += 1 }
        }
        if letter == 0 { isCoded = false }
        word[count] = letter
        count += 1
      }
    }
    word[count] = code(0x3E)
    return (count + 1, isCoded)
  }

  /// Writes the features of a word's pieces to the first places of `found`, shorter ones first and each length in order
  /// of place.
  ///
  /// - Parameters:
  ///   - word: its first `count` elements are what `encode` wrote.
  ///   - found: has room for a piece of each length at each letter.
  /// - Returns: the number of features.
  func find(in word: [UInt8], _ count: Int, into found: inout [Int32]) -> Int {
    precondition(count <= word.count && count * Subwords.lengths.count <= found.count)
    var (pieces, threePieces, fourPieces) = (0, count, 2 * count)
    var i = 0
    while i + 1 < count {
      let pair = Int(pairs[Int(word[i]) * codeCount + Int(word[i + 1])])
      i += 1
      if pair < 0 { continue }
      let two = twos[pair]
      if two.feature >= 0 {
        found[pieces] = two.feature
        pieces += 1
      }
      if i + 1 == count { break }
      let third = Self.child(two, word[i + 1])
      if third < 0 { continue }
      let three = threes[third]
      if three.feature >= 0 {
        found[threePieces] = three.feature
        threePieces += 1
      }
      if i + 2 == count { continue }
      let four = Self.child(three, word[i + 2])
      if four >= 0 {
        found[fourPieces] = fours[four]
        fourPieces += 1
      }
    }
    for place in count..<threePieces {
      found[pieces] = found[place]
      pieces += 1
    }
    for place in (2 * count)..<fourPieces {
      found[pieces] = found[place]
      pieces += 1
    }
    return pieces
  }
}
