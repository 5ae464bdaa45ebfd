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

  private static let words: [String: UInt8] = [
    "не": negatesNext, "без": negatesNext, "ни": negatesNext, "нет": negatesNext | negatesPrevious,
    "только": liftsNegation, "лишь": liftsNegation, "просто": liftsNegation, "менее": liftsNegation,
    "более": liftsNegation, "меньше": liftsNegation, "больше": liftsNegation, "реже": liftsNegation,
    "чаще": liftsNegation, "позднее": liftsNegation, "позже": liftsNegation, "ранее": liftsNegation,
    "раньше": liftsNegation, "ниже": liftsNegation, "выше": liftsNegation, "исключения": liftsNegation,
    "ғана": liftsNegationKazakh, "тек": liftsNegationKazakh, "қана": liftsNegationKazakh,
  ]

  /// No form of more bytes has a trait; a bound that spares most types the comparison.
  static let longest = 24

  /// Bits of a folded form. Called once per type.
  static func of(_ form: String) -> UInt8 {
    if Adjacency.isTransparent(form) { return transparent }
    if form == "–" || form == "—" { return dash }
    if form.hasPrefix("жоқ") { return negatesPreviousKazakh }
    if form.hasPrefix("емес") { return negatesPreviousKazakh | negatesAdjective }
    return words[form] ?? 0
  }
}
