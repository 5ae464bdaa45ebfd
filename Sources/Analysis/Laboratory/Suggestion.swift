/// A word or phrase that might be added to a lexicon, with what speaks for it.
public struct Suggestion: Sendable, Equatable {
  /// Why it is suggested.
  public enum Kind: String, Sendable, CaseIterable {
    /// Key for the selection against the other passages.
    case key
    /// Stands beside words that an entry finds already.
    case collocate
    /// A rare spelling of words that an entry finds.
    case variant
    /// Short for words that the lexicon knows, or for words that stand before it in brackets.
    case abbreviation
    /// Says in one language what an entry finds in the other version of a document.
    case counterpart
  }

  public var kind: Kind
  /// What it goes with: the entry for collocates and counterparts, the covered form of a variant, the words that an
  /// abbreviation is short for; empty for key phrases.
  public var with: String
  /// In the syntax of lexicons.
  public var kazakh: String
  public var russian: String
  /// The code that it would give; empty where none is likely.
  public var code: String
  /// Passages and documents of the selection that have it.
  public var passages: Int
  public var documents: Int
  /// How unevenly it is spread over the selection's documents, from 0 (as their lengths are) to 1: see `Dispersion`.
  public var dispersion: Double
  /// Log-likelihood ratio, its probability after Holm's correction over all candidates of the kind, and log2 of the ratio of
  /// shares; nil where no test was made.
  public var keyness: Double?
  public var probability: Double?
  public var effect: Double?
  /// Share of its judged passages that have the code: the gold's where there is gold, else the run's.
  public var precision: Double?
  /// What the code's precision on gold would rise or fall by; nil without gold, or where the code has no precision yet.
  public var precisionChange: Double?
  /// Up to five, the words in brackets.
  public var contexts: [String]
}

/// How evenly hits are spread over documents of different length.
enum Dispersion {
  /// Gries' deviation of proportions, normalised: half the sum of the differences between each document's share of all words
  /// and its share of all hits, over the largest value that is possible. 0 is even, 1 is all in the shortest document.
  ///
  /// Sources: S. Th. Gries, "Dispersions and adjusted frequencies in corpora", International Journal of Corpus Linguistics 13(4)
  /// (2008), 403-437; the norm by J. Lijffijt and S. Th. Gries, the same journal 17(1) (2012), 147-149. 0 for one document.
  ///
  /// - Parameters:
  ///   - sizes: words of each document.
  ///   - hits: in those documents that have one, by their place.
  static func deviation(sizes: [Int], hits: [Int: Int]) -> Double {
    let words = Double(sizes.reduce(0, +))
    let all = Double(hits.values.reduce(0, +))
    guard words > 0, all > 0, let shortest = sizes.filter({ $0 > 0 }).min(), Double(shortest) < words else {
      return 0
    }
    // Documents without a hit differ by their own share.
    var sum = 1.0
    for (place, count) in hits.sorted(by: { $0.key < $1.key }) {
      let share = Double(sizes[place]) / words
      sum += abs(share - Double(count) / all) - share
    }
    return min(1, max(0, 0.5 * sum / (1 - Double(shortest) / words)))
  }
}
