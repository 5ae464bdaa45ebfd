/// Words that steer the parsers of this folder, found by their skeleton (see `FoldedText`).
///
/// A term is a stem and the endings that it may have; `*` stands for any. Terms are looked up by first letter, and
/// their first four letters are compared at once, so a word costs a few comparisons.
struct Vocabulary<Meaning: Sendable & Equatable>: Sendable {
  private struct Term: Sendable {
    /// The first four letters of the stem, and ones where it has them.
    var head: UInt64
    var mask: UInt64
    /// The whole stem in `letters`.
    var stem: Range<Int>
    /// Indices into `endings`; nil: any ending.
    var endings: Range<Int>?
    var meaning: Meaning
  }

  private var letters: [UInt16] = []
  /// Ranges of `letters`.
  private var endings: [Range<Int>] = []
  private var buckets: [[Term]] = Array(repeating: [], count: 64)

  /// - Parameter terms: a line a meaning: stems separated by spaces; `stem*` takes any ending, `stem(a|b|)` the
  ///   listed ones, a bare word none. Earlier terms win.
  init(_ terms: [(Meaning, String)]) {
    for (meaning, line) in terms {
      for item in Array(line.utf8).split(separator: 0x20) { add(item, meaning) }
    }
  }

  private mutating func add(_ item: ArraySlice<UInt8>, _ meaning: Meaning) {
    var stem = item
    var endings: [ArraySlice<UInt8>]? = [[]]
    if stem.last == UInt8(ascii: "*") {
      stem.removeLast()
      endings = nil
    } else if let open = stem.firstIndex(of: UInt8(ascii: "(")), stem.last == UInt8(ascii: ")") {
      endings = stem[(open + 1)...].dropLast()
        .split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      stem = stem[..<open]
    }
    let units = Self.skeleton(stem)
    guard let first = units.first else { return }
    let (head, mask) = Skeleton.head(units[...])
    let stored = store(units)
    let allowed = endings.map { $0.map { store(Self.skeleton($0)) } }
    let start = self.endings.count
    self.endings += allowed ?? []
    buckets[Int(first & 63)].append(
      Term(
        head: head, mask: mask, stem: stored, endings: allowed.map { start..<start + $0.count },
        meaning: meaning))
  }

  private static func skeleton(_ utf8: ArraySlice<UInt8>) -> [UInt16] {
    Skeleton.of(String(decoding: utf8, as: UTF8.self))
  }

  private mutating func store(_ units: [UInt16]) -> Range<Int> {
    letters += units
    return letters.count - units.count..<letters.count
  }

  /// The meaning of a word of a folded text.
  func meaning(_ text: FoldedText, _ word: FoldedText.Word) -> Meaning? {
    guard word.kind == .letters else { return nil }
    let head = Skeleton.head(text.skeleton[word.start..<word.end]).letters
    let bucket = Int(text.skeleton[word.start] & 63)
    for index in buckets[bucket].indices {
      guard head & buckets[bucket][index].mask == buckets[bucket][index].head else { continue }
      if matches(text, word, buckets[bucket][index]) { return buckets[bucket][index].meaning }
    }
    return nil
  }

  private func matches(_ text: FoldedText, _ word: FoldedText.Word, _ term: Term) -> Bool {
    guard holds(text, word.start, word.end, term.stem) else { return false }
    guard let own = term.endings else { return true }
    let start = word.start + term.stem.count
    return own.contains { endings[$0].count == word.end - start && holds(text, start, word.end, endings[$0]) }
  }

  /// Whether a word's letters from `start` on begin with stored ones.
  private func holds(_ text: FoldedText, _ start: Int, _ end: Int, _ stored: Range<Int>) -> Bool {
    guard end - start >= stored.count else { return false }
    for k in 0..<stored.count where text.skeleton[start + k] != letters[stored.lowerBound + k] {
      return false
    }
    return true
  }
}

/// Skeletons of names and terms.
enum Skeleton {
  /// Lower-case letters of a name, Kazakh letters plain, everything else dropped: `Нұр-Сұлтан` → `нурсултан`.
  static func of(_ name: String) -> [UInt16] {
    name.unicodeScalars.compactMap { scalar in
      let lower = Letters.lowercase(scalar.value)
      guard lower <= 0xFFFF, Letters.isLetter(UInt16(lower)) else { return nil }
      return Letters.plain(UInt16(lower))
    }
  }

  /// The first four letters in one number, and ones in the places that are taken.
  @inline(__always)
  static func head(_ units: ArraySlice<UInt16>) -> (letters: UInt64, mask: UInt64) {
    var letters: UInt64 = 0
    var mask: UInt64 = 0
    var shift: UInt64 = 48
    for unit in units.prefix(4) {
      letters |= UInt64(unit) << shift
      mask |= 0xFFFF << shift
      shift &-= 16
    }
    return (letters, mask)
  }

  /// FNV-1a over the letters.
  static func hash(_ units: ArraySlice<UInt16>) -> UInt64 {
    units.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
