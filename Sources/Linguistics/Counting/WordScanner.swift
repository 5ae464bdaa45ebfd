/// Finds the words of a text: letters and digits with the marks on them, cut as Unicode's word boundaries cut them (UAX #29,
/// revision 41, rules WB4 to WB13b), without the languages' own conventions that `TextAnalyzer` knows.
///
/// Hyphenated words are several. Scripts that are written without spaces and emoji, which those rules treat apart, are cut at
/// every change of class.
struct WordScanner: Sendable {
  /// What a code point is to the rules.
  enum Part {
    static let other: UInt8 = 0
    static let letter: UInt8 = 1
    static let digit: UInt8 = 2
    /// Combining marks and invisible characters: belong to what they follow.
    static let mark: UInt8 = 3
    /// `_`: joins letters and digits.
    static let underscore: UInt8 = 4
    /// Joins letters: middle dots. The colon parts, as CLDR has it for all languages but two.
    static let betweenLetters: UInt8 = 5
    /// Joins digits: the comma and semicolon.
    static let betweenDigits: UInt8 = 6
    /// Joins letters, and digits: the full stop and apostrophes.
    static let between: UInt8 = 7
    /// Ends a passage: the zero byte.
    static let end: UInt8 = 8
  }

  /// For each code point below `CharacterTable.limit`.
  let parts: [UInt8]

  init() { self.init(parts: Self.shared) }

  private init(parts: [UInt8]) { self.parts = parts }

  private static let shared: [UInt8] = {
    var parts = CharacterTable.shared.classes.map { kind -> UInt8 in
      switch CharacterClass(rawValue: kind) {
      case .letter: Part.letter
      case .digit: Part.digit
      case .mark: Part.mark
      default: Part.other
      }
    }
    for c in [0xB7, 0x387, 0x55F, 0x5F4, 0x2027] {
      parts[c] = Part.betweenLetters
    }
    for c in [
      0x2C, 0x3B, 0x37E, 0x589, 0x60C, 0x60D, 0x66C, 0x7F8, 0x2044, 0xFE10, 0xFE14, 0xFE50, 0xFE54, 0xFF0C,
      0xFF1B,
    ] {
      parts[c] = Part.betweenDigits
    }
    for c in [0x27, 0x2E, 0x2018, 0x2019, 0x2024, 0xFE52, 0xFF07, 0xFF0E] { parts[c] = Part.between }
    for c in [0x5F, 0x202F, 0x203F, 0x2040, 0x2054, 0xFE33, 0xFE34, 0xFE4D, 0xFE4E, 0xFE4F, 0xFF3F] {
      parts[c] = Part.underscore
    }
    parts[0] = Part.end
    return parts
  }()

  @inline(__always)
  func part(_ scalar: UInt32) -> UInt8 {
    scalar < UInt32(CharacterTable.limit) ? parts[Int(scalar)] : Self.rare(scalar)
  }

  private static func rare(_ scalar: UInt32) -> UInt8 {
    CharacterTable.shared.characterClass(scalar) == .mark ? Part.mark : Part.other
  }

  /// Whether a joiner at `i` joins a word that goes on behind it: what follows, marks left out, is of the same kind as what
  /// stands before.
  ///
  /// - Parameter last: the letter or digit before.
  func joins(_ text: Span<UInt8>, _ i: Int, _ joiner: UInt8, after last: UInt8) -> Bool {
    guard
      last == Part.letter && joiner != Part.betweenDigits
        || last == Part.digit && joiner != Part.betweenLetters
    else { return false }
    var next = i + text.scalar(at: i, end: text.count).length
    while next < text.count {
      let (scalar, length) = text.scalar(at: next, end: text.count)
      let part = part(scalar)
      if part != Part.mark { return part == last }
      next += length
    }
    return false
  }

  /// The words of a short text, one by one; for dictionaries and tests.
  func words(in bytes: [UInt8]) -> [[UInt8]] {
    let text = bytes.span
    var words: [[UInt8]] = []
    var i = 0
    while i < text.count {
      let end = endOfWord(text, i)
      guard end > i else {
        i += text.scalar(at: i, end: text.count).length
        continue
      }
      words.append(Array(bytes[i..<end]))
      i = end
    }
    return words
  }

  /// Where the word that begins at `start` ends; `start` where none begins.
  func endOfWord(_ text: Span<UInt8>, _ start: Int) -> Int {
    var i = start
    var last = Part.other
    var hasWord = false
    while i < text.count {
      let (scalar, length) = text.scalar(at: i, end: text.count)
      let part = part(scalar)
      switch part {
      case Part.letter, Part.digit:
        last = part
        hasWord = true
      case Part.mark where i > start: break
      case Part.underscore: last = part
      case Part.between, Part.betweenLetters, Part.betweenDigits:
        guard hasWord, joins(text, i, part, after: last) else { return hasWord ? i : start }
      default: return hasWord ? i : start
      }
      i += length
    }
    return hasWord ? i : start
  }
}
