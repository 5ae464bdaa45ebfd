/// Decides where a token ends once its first run of letters and digits has been read: hyphens, stops, decimal
/// marks, addresses, abbreviations, numbers with units. Only words followed by something other than a space
/// or a comma come here.
struct Cutter {
  struct Piece {
    var range: Range<Int>
    var kind: Token.Kind
    /// Kazakh and Russian cut it differently; settled when the language of the sentence is known.
    var needsLanguage = false
  }

  /// The passage: nothing outside of it is looked at.
  let begin: Int
  let end: Int
  let table: CharacterTable
  let lists: TokenLists
  /// Open round brackets; closing ones beyond them are smileys.
  var depth = 0

  init(range: Range<Int>, table: CharacterTable, lists: TokenLists) {
    begin = range.lowerBound
    end = range.upperBound
    self.table = table
    self.lists = lists
  }

  /// Bytes after which nothing more is joined to a token or looked for in an address: they are looked through again at each
  /// joint. No word, number or domain name is as long.
  static let longestJoined = 256
  /// Letters and stops; no listed one has as many.
  private static let longestAbbreviation = 24

  // MARK: Words and numbers

  /// The token that starts with the run `text[start..<runEnd]`; the next one starts where it ends.
  func cut(
    _ text: Span<UInt8>, start: Int, runEnd: Int, analyzer: TextAnalyzer,
    surfaces: inout SurfaceTable
  ) -> Piece {
    var j = runEnd
    var hyphen = false
    var stop = false
    scan: while j < end, j - start < Self.longestJoined {
      let (c, length) = text.scalar(at: j, end: end)
      let after = j + length
      switch c {
      case 0x2D, 0x2010, 0x2011:  // hyphens
        guard isWordCharacter(text, after) else {
          // одно- и двухэтажный
          if !isNumeric(text, start, j), after < end, text[after] == 0x20, isConjunction(text, after + 1) {
            j = after
          }
          break scan
        }
        if isNumeric(text, start, j) && !joinsNumber(text, start: start, hyphen: j, after: after) {
          break scan
        }
        hyphen = true
        j = wordEnd(text, after)
      case 0x27, 0x2019, 0x5F:  // apostrophe, low line
        guard isWordCharacter(text, after), c == 0x5F || isLetter(text, after) else { break scan }
        j = wordEnd(text, after)
      case 0x2C, 0x3A, 0x2F:  // , : / between digits
        if c == 0x3A, let address = urlEnd(text, start: start, colon: j) {
          return Piece(range: start..<address, kind: .symbol)
        }
        guard after < end, isDigit(text[after]), endsInDigit(text, start, j) else { break scan }
        guard c != 0x2C || isNumeric(text, start, j) else { break scan }
        j = wordEnd(text, after)
      case 0x40:  // @
        guard after < end, isASCIILetter(text[after]) else { break scan }
        return Piece(range: start..<addressEnd(text, after), kind: .symbol)
      case 0x25, 0x2030, 0xB0:  // percent and degree with an ending: 90%-ына, 19,4°С-қа
        guard isNumeric(text, start, j) else { break scan }
        var suffix = after
        if c == 0xB0 && isLetter(text, suffix) { suffix = wordEnd(text, suffix) }
        guard suffix < end, text[suffix] == 0x2D, isLetter(text, suffix + 1) else { break scan }
        return Piece(range: start..<wordEnd(text, suffix + 1), kind: .word)
      case 0x2E:  // full stop
        if after < end, isDigit(text[after]), isNumeric(text, start, j) {
          j = wordEnd(text, after)
          continue
        }
        if let address = domainEnd(text, start: start, stop: j) {
          return Piece(range: start..<address, kind: .symbol)
        }
        if hyphen == false, let abbreviation = longAbbreviation(text, start: start, stop: j) {
          return Piece(range: start..<abbreviation, kind: .word)
        }
        if let number = gluedNumber(text, start: start, end: j) { return number }
        stop = true
        break scan
      default: break scan
      }
    }
    if let number = gluedNumber(text, start: start, end: j) { return number }
    if stop && ownsStop(text, start: start, stop: j, analyzer: analyzer, surfaces: &surfaces) { j += 1 }
    let kind: Token.Kind = isNumeric(text, start, j) ? .number : .word
    return Piece(range: start..<j, kind: kind, needsLanguage: hyphen)
  }

  /// 200г, 2016ж, 11тыс: the number is one token, the unit is read again as the next one.
  private func gluedNumber(_ text: Span<UInt8>, start: Int, end unitEnd: Int) -> Piece? {
    guard isDigit(text[start]) else { return nil }
    var k = start
    while k < unitEnd, text[k] < 0x80, !isASCIILetter(text[k]), text[k] != 0x2D { k += 1 }
    guard k < unitEnd, k > start, isDigit(text[k - 1]), isLower(text, k) else { return nil }
    // A listed unit, or a whole Cyrillic word whose space got lost (53бабының).
    let word = folded(text, k..<unitEnd)
    guard
      lists.gluedUnits.contains(word) || word.count >= 4 && word.allSatisfy({ table.script($0) == .cyrillic })
    else { return nil }
    return Piece(range: start..<k, kind: .number)
  }

  /// Whether the hyphen after a number belongs to it: 55-ші, 3-й, 24-сильный, № 24-9, 9/9-VIII; but not
  /// 17-үйде, 2008-2009.
  private func joinsNumber(_ text: Span<UInt8>, start: Int, hyphen: Int, after: Int) -> Bool {
    let partEnd = wordEnd(text, after)
    if isDigit(text[after]) {
      // A citation after №, a number with a slash, or three parts and more (telephone numbers, ISO dates).
      if followsNumberSign(text, start) || text.contains(0x2F, in: start..<hyphen) { return true }
      return partEnd + 1 < end && text[partEnd] == 0x2D && isDigit(text[partEnd + 1])
    }
    let word = folded(text, after..<partEnd)
    if word.count <= 3 || lists.numberSuffixes.contains(word) { return true }
    // Roman numerals of either alphabet and Latin words.
    if word.allSatisfy({ $0 < 0x80 || $0 == 0x456 || $0 == 0x445 }) { return true }
    // Kazakh words may end like Russian adjectives (6-шақырылым): their letters tell.
    if word.contains(where: { $0 > 0x45F || $0 == 0x456 }) { return false }
    return Cutter.adjectiveEndings.contains { word.suffix($0.count).elementsEqual($0) }
  }

  private static let adjectiveEndings: [[UInt32]] = [
    "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ая", "яя", "ую", "юю", "ое", "ее", "ые", "ие",
    "ых", "их",
    "ыми", "ими", "летие", "летия", "летию", "летием",
  ].map { $0.unicodeScalars.map(\.value) }

  // MARK: Full stops

  /// б.з.б., т.б., м.а.: letters and stops that are listed together. The end of the token, its last stop included.
  private func longAbbreviation(_ text: Span<UInt8>, start: Int, stop: Int) -> Int? {
    // Capitals after the stop are initials (А.Ж. Ахметов), small letters an abbreviation (а.ж.).
    guard isLower(text, stop + 1) else { return nil }
    var parts = folded(text, start..<stop)
    guard parts.count <= 3 else { return nil }
    var at = stop
    var found: Int?
    while at + 1 < end, parts.count < Self.longestAbbreviation, text[at] == 0x2E, isLower(text, at + 1) {
      let partEnd = wordEnd(text, at + 1)
      let part = folded(text, (at + 1)..<partEnd)
      guard part.count <= 3 else { break }
      parts.append(0x2E)
      parts += part
      at = partEnd
      if !lists.abbreviation(parts).isEmpty { found = at }
    }
    guard let found else { return nil }
    return found < end && text[found] == 0x2E ? found + 1 : found
  }

  /// Whether the full stop at `stop` belongs to the word before it.
  private func ownsStop(
    _ text: Span<UInt8>, start: Int, stop: Int, analyzer: TextAnalyzer, surfaces: inout SurfaceTable
  ) -> Bool {
    // `...` never belongs to a word.
    if stop + 1 < end && text[stop + 1] == 0x2E { return false }
    let surface = analyzer.surface(text, start, stop, &surfaces)
    let traits = surfaces.surfaces[surface].traits
    let follower = follower(text, stop + 1)
    if traits.contains(.singleLetter) && traits.contains(.startsUpper) {
      return follower != .nothing
    }
    let kinds = traits.abbreviation
    if kinds.isEmpty { return false }
    if !kinds.isDisjoint(with: [.final, .year, .inner]) { return true }
    if kinds.contains(.name) && follower != .nothing && follower != .other { return true }
    let goesOn = follower == .lower || follower == .digit || follower == .mark
    if kinds.contains(.word) && goesOn { return true }
    return kinds.contains(.unit) && goesOn && followsDigit(text, start)
  }

  private enum Follower { case nothing, lower, upper, digit, mark, opening, other }

  /// What stands after a full stop, white space aside.
  private func follower(_ text: Span<UInt8>, _ from: Int) -> Follower {
    var i = from
    while i < end {
      let (c, length) = text.scalar(at: i, end: end)
      switch table.characterClass(c) {
      case .space: i += length
      case .letter: return table.isUpper(c) ? .upper : .lower
      case .digit: return .digit
      case .punctuation: return [0x2C, 0x3B, 0x3A, 0x29, 0x2F].contains(c) ? .mark : .opening
      default: return .other
      }
    }
    return .nothing
  }
}
