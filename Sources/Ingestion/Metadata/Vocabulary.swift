/// Words that steer the parsers of this folder, found by their skeleton (see `FoldedText`).
///
/// A term is a stem and the endings that it may have; `*` stands for any. Terms are looked up by first letter, so
/// a word costs a few comparisons.
struct Vocabulary<Meaning: Sendable & Equatable>: Sendable {
  private struct Term: Sendable {
    var stem: [UInt16]
    /// nil: any ending.
    var endings: [[UInt16]]?
    var meaning: Meaning
  }

  private var buckets: [[Term]] = Array(repeating: [], count: 64)

  /// - Parameter terms: a line a meaning: stems separated by spaces; `stem*` takes any ending, `stem(a|b|)` the
  ///   listed ones, a bare word none. Earlier terms win.
  init(_ terms: [(Meaning, String)]) {
    for (meaning, line) in terms {
      for item in line.split(separator: " ") {
        var stem = String(item)
        var endings: [[UInt16]]? = [[]]
        if stem.hasSuffix("*") {
          stem.removeLast()
          endings = nil
        } else if let open = stem.firstIndex(of: "("), stem.hasSuffix(")") {
          endings = stem[stem.index(after: open)...].dropLast()
            .split(separator: "|", omittingEmptySubsequences: false).map { Skeleton.of(String($0)) }
          stem = String(stem[..<open])
        }
        let units = Skeleton.of(stem)
        guard let first = units.first else { continue }
        buckets[Int(first & 63)].append(Term(stem: units, endings: endings, meaning: meaning))
      }
    }
  }

  /// The meaning of a word of a folded text.
  func meaning(_ text: FoldedText, _ word: FoldedText.Word) -> Meaning? {
    guard word.kind == .letters else { return nil }
    let units = text.skeleton[word.start..<word.end]
    guard let first = units.first else { return nil }
    terms: for term in buckets[Int(first & 63)] {
      guard units.count >= term.stem.count, units.starts(with: term.stem) else { continue }
      guard let endings = term.endings else { return term.meaning }
      let rest = units.dropFirst(term.stem.count)
      for ending in endings where rest.elementsEqual(ending) { return term.meaning }
    }
    return nil
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
}
