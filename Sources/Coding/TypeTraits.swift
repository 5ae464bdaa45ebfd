/// Punctuation between the words of a term.
enum Adjacency {
  /// Quotation marks, brackets and hyphens; every other punctuation mark ends a match.
  static let transparent: Set<String> = [
    "\"", "'", "«", "»", "“", "”", "„", "‟", "‘", "’", "‚", "‹", "›", "(", ")", "[", "]", "{", "}", "-", "‐",
    "‑",
  ]

  static func isTransparent(_ form: String) -> Bool { transparent.contains(form) }
}

/// What matching must know of a type beside its word tests; one byte of bits.
enum TypeTraits {
  /// A quotation mark, bracket or hyphen: a term goes on across it.
  static let transparent: UInt8 = 1
  /// A dash, transparent only where white space stands on neither side of it (социально–экономический).
  static let dash: UInt8 = 2
  /// не, нет, без, ни: negates what follows.
  static let negatesNext: UInt8 = 4
  /// нет: negates what stands before it too.
  static let negatesPrevious: UInt8 = 8
  /// емес, жоқ in all their forms: negates what stands before.
  static let negatesPreviousKazakh: UInt8 = 16
  /// только, менее, …: takes the negation from a «не» before it (не только, не менее).
  static let liftsNegation: UInt8 = 32
  /// ғана, тек: takes the negation from an «емес» after it (ғана емес).
  static let liftsNegationKazakh: UInt8 = 64

  /// емес: two words off it counts only at the end of a clause, where it is the predicate (су таза емес) and no part
  /// of an attribute (үкіметтік емес ұйым).
  static let negatesAdjective: UInt8 = 128

  private static let words: [(form: String, bits: UInt8)] =
    Adjacency.transparent.sorted().map { ($0, transparent) } + [("–", dash), ("—", dash)]
    + negations.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }

  private static let negations: [String: UInt8] = [
    "не": negatesNext, "без": negatesNext, "ни": negatesNext, "нет": negatesNext | negatesPrevious,
    "только": liftsNegation, "лишь": liftsNegation, "просто": liftsNegation, "менее": liftsNegation,
    "более": liftsNegation, "меньше": liftsNegation, "больше": liftsNegation, "реже": liftsNegation,
    "чаще": liftsNegation, "позднее": liftsNegation, "позже": liftsNegation, "ранее": liftsNegation,
    "раньше": liftsNegation, "ниже": liftsNegation, "выше": liftsNegation, "исключения": liftsNegation,
    "ғана": liftsNegationKazakh, "тек": liftsNegationKazakh, "қана": liftsNegationKazakh,
  ]

  private static let beginnings: [(form: String, bits: UInt8)] = [
    ("жоқ", negatesPreviousKazakh), ("емес", negatesPreviousKazakh | negatesAdjective),
  ]

  /// The words and beginnings by their bytes; a worker keeps a copy.
  struct Table {
    private let wordKeys = ByteKeys(TypeTraits.words.map(\.form))
    private let wordBits = TypeTraits.words.map(\.bits)
    private let beginningKeys = ByteKeys(TypeTraits.beginnings.map(\.form))
    private let beginningBits = TypeTraits.beginnings.map(\.bits)

    /// Bits of a folded form. Called once per type; nearly all have none and take some nanoseconds.
    func of(_ form: Span<UInt8>) -> UInt8 {
      // No form of more bytes has a trait.
      guard form.count <= 24 else { return 0 }
      if let key = wordKeys.find(form) { return wordBits[key] }
      var bits: UInt8 = 0
      beginningKeys.forEachPrefix(of: form) { bits = beginningBits[$0] }
      return bits
    }
  }
}
