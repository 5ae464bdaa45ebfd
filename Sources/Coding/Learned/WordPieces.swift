/// Finds the pieces of a word that a model knows. One per worker; it keeps its buffers.
struct WordPieces {
  /// The features of the word's pieces, shorter ones first and each length in order of place.
  private(set) var features: [Int32] = []
  /// Number of the word's pieces, known or not.
  private(set) var count = 0
  private var word: [UInt8] = []
  private var longer: (threes: [Int32], fours: [Int32]) = ([], [])
  private var subwords = Subwords()

  /// What the weights of the word's pieces are multiplied by.
  var norm: Float { 1 / Float(max(count, 1)).squareRoot() }

  /// Reads a folded form. Linear in its length.
  mutating func find(in form: Span<UInt8>, _ weights: PieceWeights) {
    features.removeAll(keepingCapacity: true)
    let isCoded = weights.trie.encode(form, into: &word)
    if !isCoded, weights.trie.isPartial {
      findOneByOne(in: form, weights)
      return
    }
    weights.trie.find(in: word, into: &features, &longer)
    count = Subwords.lengths.reduce(0) { $0 + max(word.count - $1 + 1, 0) }
  }

  /// For words with letters that the tree has no room for.
  private mutating func findOneByOne(in form: Span<UInt8>, _ weights: PieceWeights) {
    count = subwords.forEach(in: form) { piece in
      let name = piece.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      if let feature = weights.find(name) { features.append(Int32(truncatingIfNeeded: feature)) }
    }
  }
}
