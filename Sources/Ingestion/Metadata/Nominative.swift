/// The nominative of a council's name, and the casing of a name in running text.
enum Nominative {
  /// `Кентауского городского маслихата` → `Кентауский городской маслихат`; `мәслихатының` → `мәслихаты`; what
  /// follows the council (`города Косшы`) stays as written. A name in capitals gets initials only.
  static func council(_ text: FoldedText, _ words: Range<Int>, place: Range<Int>) -> String {
    var out = ""
    let isUpper = words.allSatisfy { text.words[$0].kind != .letters || text.words[$0].isUpperCase }
    let council = words.first {
      switch Term.vocabulary.meaning(text, text.words[$0]) {
      case .council, .oblastCouncil, .cityCouncil, .districtCouncil: true
      default: false
      }
    }
    for index in words {
      let word = text.words[index]
      if word.isAfterSpace, index != words.lowerBound { out += " " }
      var written = text.string(text.span(index..<index + 1))
      if let council, word.kind == .letters {
        if index == council {
          written = Self.council(written)
        } else if index < council {
          written = adjective(written)
        }
      }
      if isUpper, word.kind == .letters {
        let isType = Term.vocabulary.meaning(text, word) != nil
        written =
          place.contains(index) && !isType
          ? written.prefix(1) + written.dropFirst().lowercased() : written.lowercased()
      }
      out += written
    }
    return out
  }

  /// `мәслихатының` → `мәслихаты`, `маслихата` → `маслихат`, `облмаслихата` → `облмаслихат`.
  private static func council(_ word: String) -> String {
    let letters = Array(word)
    let tees: Set<Character> = ["т", "Т", "T"]
    let ahs: Set<Character> = ["а", "А", "A", "a"]
    let t = letters.indices.first { $0 > 5 && tees.contains(letters[$0]) && ahs.contains(letters[$0 - 1]) }
    guard let t else { return word }
    var end = t + 1
    if letters.prefix(end).contains(where: { $0 == "ә" || $0 == "Ә" }), let next = letters[safe: end],
      next == "ы" || next == "Ы"
    {
      end += 1
    }
    return String(letters[..<end])
  }

  private static let endings = ["ого", "ому", "ом", "ым", "им"]

  /// `городского` → `городской`, `Кентауского` → `Кентауский`, `районного` → `районный`.
  private static func adjective(_ word: String) -> String {
    let lower = word.lowercased()
    guard let ending = endings.first(where: { lower.hasSuffix($0) && lower.count > $0.count + 3 }) else {
      return word
    }
    let base = lower.dropLast(ending.count)
    let isCapital = word.last?.isUppercase ?? false
    var new: String
    switch true {
    case base.hasSuffix("городск"): new = "ой"
    case base.hasSuffix("областн"): new = "ой"
    case base.hasSuffix("ск"), base.hasSuffix("цк"): new = "ий"
    case base.hasSuffix("н"): new = "ый"
    default: return word
    }
    if isCapital { new = new.uppercased() }
    return word.dropLast(ending.count) + new
  }
}
