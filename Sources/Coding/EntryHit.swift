/// A term found whole: one stretch of tokens, or two where its halves are joined by `&`.
struct EntryHit {
  var term: Int
  var entry: Int
  /// First and last tokens, both included; the second stretch is empty where `secondFirst` is negative.
  var first: Int
  var last: Int
  var secondFirst = -1
  var secondLast = -1
  /// Index into the analysis' sentences.
  var sentence: Int
  var isNegated: Bool

  /// Tokens covered: what "longest" means between overlapping hits.
  var length: Int { last - first + 1 + (secondFirst < 0 ? 0 : secondLast - secondFirst + 1) }
  var start: Int { secondFirst < 0 ? first : min(first, secondFirst) }
  var end: Int { max(last, secondLast) }
  /// Those of both stretches.
  var tokens: [Int] { Array(first...last) + (secondFirst < 0 ? [] : Array(secondFirst...secondLast)) }

  /// Joins the hits of one sentence: whole terms as they are, halves to the first pair that does not overlap.
  ///
  /// - Parameter halves: for each term (or condition term) the number of its halves.
  static func join(
    _ hits: [TermHit], sentence: Int, halves: [Int], _ found: (EntryHit) -> Void
  ) {
    var pairs: [TermHit] = []
    for hit in hits {
      let term = Int(hit.output >> 1)
      if halves[term] == 1 {
        found(
          EntryHit(
            term: term, entry: 0, first: Int(hit.first), last: Int(hit.last), sentence: sentence,
            isNegated: hit.isNegated))
      } else {
        pairs.append(hit)
      }
    }
    if pairs.count < 2 { return }
    pairs.sort { ($0.output, $0.first, $0.last) < ($1.output, $1.first, $1.last) }
    var i = 0
    while i < pairs.count {
      let term = pairs[i].output >> 1
      var middle = i
      while middle < pairs.count, pairs[middle].output == term << 1 { middle += 1 }
      var end = middle
      while end < pairs.count, pairs[end].output >> 1 == term { end += 1 }
      if let (a, b) = firstDisjoint(pairs[i..<middle], pairs[middle..<end]) {
        found(
          EntryHit(
            term: Int(term), entry: 0, first: Int(a.first), last: Int(a.last), secondFirst: Int(b.first),
            secondLast: Int(b.last), sentence: sentence, isNegated: a.isNegated || b.isNegated))
      }
      i = end
    }
  }

  private static func firstDisjoint(
    _ left: ArraySlice<TermHit>, _ right: ArraySlice<TermHit>
  ) -> (TermHit, TermHit)? {
    for a in left {
      for b in right where a.last < b.first || b.last < a.first { return (a, b) }
    }
    return nil
  }
}
