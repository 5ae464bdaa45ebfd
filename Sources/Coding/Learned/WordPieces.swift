/// Finds the pieces of a word that a model knows. One per worker; it keeps its buffers.
struct WordPieces {
  /// Letters of a word with the marks around it.
  private static let longestWord = Subwords.longestForm + 2

  /// Number of the word's pieces, known or not.
  private(set) var count = 0
  private var word = [UInt8](repeating: 0, count: WordPieces.longestWord)
  private var found = [Int32](repeating: 0, count: WordPieces.longestWord * Subwords.lengths.count)
  private var foundCount = 0
  private var subwords = Subwords()

  /// The features of the word's pieces, shorter ones first and each length in order of place.
  var features: ArraySlice<Int32> { found[..<foundCount] }

  /// What the weights of the word's pieces are multiplied by.
  var norm: Float { 1 / Float(max(count, 1)).squareRoot() }

  /// Reads a folded form. Linear in its length.
  mutating func find(in form: Span<UInt8>, _ weights: PieceWeights) {
    let (letters, isCoded) = weights.trie.encode(form, into: &word)
    if !isCoded, weights.trie.isPartial {
      findOneByOne(in: form, weights)
      return
    }
    foundCount = weights.trie.find(in: word, letters, into: &found)
    count = 0
    for length in Subwords.lengths { count += max(letters - length + 1, 0) }
  }

  /// For words with letters that the tree has no room for.
  private mutating func findOneByOne(in form: Span<UInt8>, _ weights: PieceWeights) {
    foundCount = 0
    count = subwords.forEach(in: form) { piece in
      let name = piece.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      if let feature = weights.find(name) {
        found[foundCount] = Int32(truncatingIfNeeded: feature)
        foundCount += 1
      }
    }
  }
}
