/// A place named in a text.
public struct PlaceMention: Sendable, Equatable {
  /// Bytes of the UTF-8 text, the type word included (`Уланского района`).
  public var span: Range<Int>
  /// As written.
  public var text: String
  /// The place where it is certain: one candidate is left after the region named beside it and the date.
  public var place: Place?
  /// All places that the name may stand for, one a KATO code, in the order of the table.
  public var candidates: [Place]
  /// The region of all candidates, ISO 3166-2; nil where they differ.
  public var region: String?

  /// Indices into the folded text's words.
  var words: Range<Int> = 0..<0
}

extension Gazetteer {
  /// The places that a text names by their type (`Абайский район`, `г. Семей`, `Абай ауданы`), and cities by name
  /// alone (`в Актау`, `Ақтауда`), in text order.
  ///
  /// - Parameters:
  ///   - text: one passage or title.
  ///   - date: ISO 8601; names and regions valid then are preferred. Nil takes today's region unless the text names
  ///     another.
  public func places(in text: String, on date: String? = nil) -> [PlaceMention] {
    places(in: TextReading(text), on: date)
  }

  func places(in text: TextReading, on date: String?) -> [PlaceMention] {
    mentions(in: text.folded, terms: text.terms, on: date)
  }

  func mentions(in text: FoldedText, terms: [Term?], on date: String?) -> [PlaceMention] {
    resolve(hits(in: text, terms: terms), in: text, on: date)
  }

  /// Words that name a place, and the rows of the table that they may stand for.
  typealias Hit = (words: Range<Int>, rows: [Int32])

  /// The names of places in a text, in text order; which place each stands for depends on the date (`resolve`).
  func hits(in text: FoldedText, terms: [Term?]) -> [Hit] {
    var found: [Hit] = []
    var index = 0
    while index < terms.count {
      if let hit = typedMention(text, terms, at: index, after: found.last?.words.upperBound ?? 0) {
        found.append(hit)
        index = max(index + 1, hit.words.upperBound)
      } else {
        index += 1
      }
    }
    found += bareCities(text, terms, outside: found.map(\.words))
    return found.sorted { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// A name with the type word at `index`: before it, or for Russian nouns after it.
  private func typedMention(
    _ text: FoldedText, _ terms: [Term?], at index: Int, after limit: Int
  ) -> Hit? {
    guard let term = terms[index] else { return nil }
    let kinds: [Place.Kind]
    var isKazakh = false
    var takesNameAfter = false
    switch term {
    case .oblast: (kinds, takesNameAfter) = ([.oblast], true)
    case .oblastAdjective: kinds = [.oblast]
    case .district: (kinds, takesNameAfter) = ([.district, .urbanDistrict], true)
    case .districtAdjective: kinds = [.district, .urbanDistrict]
    case .city: (kinds, takesNameAfter) = ([.city], true)
    case .cityAdjective: kinds = [.city]
    case .kazakhOblast, .kazakhOblastAdjective: (kinds, isKazakh) = ([.oblast], true)
    case .kazakhDistrict, .kazakhDistrictAdjective: (kinds, isKazakh) = ([.district, .urbanDistrict], true)
    case .kazakhCity, .kazakhCityAdjective: (kinds, isKazakh) = ([.city], true)
    default: return nil
    }
    if isKazakh {
      var end = index
      if terms[safe: end - 1] == .named { end -= 1 }
      if let start = nameBefore(
        text, end, limit, kinds, { key in rows(bases[Skeleton.hash(key[...])], kinds) })
      {
        return (withInitials(text, start.from, limit)..<index + 1, start.rows)
      }
      return nil
    }
    if let start = nameBefore(text, index, limit, kinds, { key in adjectiveRows(key, kinds) }) {
      return (start.from..<index + 1, start.rows)
    }
    guard takesNameAfter else { return nil }
    return nameAfter(text, terms, index, kinds)
  }

  /// Up to three words before `end`, joined, the longest that is a name.
  private func nameBefore(
    _ text: FoldedText, _ end: Int, _ limit: Int, _ kinds: [Place.Kind], _ lookUp: ([UInt16]) -> [Int32]
  ) -> (from: Int, rows: [Int32])? {
    var best: (from: Int, rows: [Int32])?
    var key: [UInt16] = []
    var index = end - 1
    var words = 0
    while index >= limit, words < 3 {
      guard let word = text.words[safe: index] else { break }
      if text.isHyphen(index), words > 0 {
        index -= 1
        continue
      }
      guard word.kind == .letters else { break }
      key.insert(contentsOf: text.skeleton[word.start..<word.end], at: 0)
      words += 1
      let rows = lookUp(key)
      if !rows.isEmpty { best = (index, rows) }
      index -= 1
    }
    // «Форт-Шевченко» is not Шевченко.
    guard let best, !isSecondPart(text, best.from) else { return nil }
    return best
  }

  /// The start of a person's name with its initials (`Т. Рысқұлов ауданы`).
  private func withInitials(_ text: FoldedText, _ start: Int, _ limit: Int) -> Int {
    var start = start
    while start - 2 >= limit, text.isMark(start - 1, 0x2E), let initial = text.words[safe: start - 2],
      initial.count == 1,
      initial.isCapitalised
    {
      start -= 2
    }
    return start
  }

  /// Whether a hyphen without spaces joins a word to a word before it.
  private func isSecondPart(_ text: FoldedText, _ index: Int) -> Bool {
    text.isHyphen(index - 1) && text.words[safe: index]?.isAfterSpace == false
      && text.words[safe: index - 1]?.isAfterSpace == false && text.words[safe: index - 2]?.kind == .letters
  }

  /// Up to three words after a Russian type word, past `имени` and initials, the longest that is a name.
  private func nameAfter(
    _ text: FoldedText, _ terms: [Term?], _ type: Int, _ kinds: [Place.Kind]
  ) -> Hit? {
    var index = type + 1
    if text.isMark(index, 0x2E) { index += 1 }
    if terms[safe: index] == .named {
      index += 1
      if text.isMark(index, 0x2E) { index += 1 }
    }
    while let word = text.words[safe: index], word.kind == .letters, word.count <= 2, word.isUpperCase,
      text.isMark(index + 1, 0x2E)
    {
      index += 2
    }
    var best: Hit?
    var key: [UInt16] = []
    var words = 0
    while words < 3, let word = text.words[safe: index] {
      if text.isHyphen(index), words > 0 {
        index += 1
        continue
      }
      guard word.kind == .letters, words > 0 || word.isCapitalised else { break }
      key += text.skeleton[word.start..<word.end]
      words += 1
      index += 1
      let rows = inflectedRows(key[...], kinds)
      if !rows.isEmpty { best = (type..<index, rows) }
    }
    return best
  }

  /// Cities named without a type word, capitalised, in any case of either language; and oblasts as abbreviations (`ВКО`, `ШҚО`).
  private func bareCities(
    _ text: FoldedText, _ terms: [Term?], outside typed: [Range<Int>]
  ) -> [Hit] {
    var found: [Hit] = []
    var taken = typed[...]
    var index = 0
    while index < text.words.count {
      if let next = taken.first, index >= next.lowerBound {
        index = max(index, next.upperBound)
        taken.removeFirst()
        continue
      }
      let word = text.words[index]
      if word.count == 3, word.isUpperCase, word.kind == .letters {
        let oblast = rows(bases[Skeleton.hash(text.skeleton[word.start..<word.end])], [.oblast])
        if !oblast.isEmpty { found.append((index..<index + 1, oblast)) }
      }
      guard word.kind == .letters, word.isCapitalised, word.count >= 4, terms[index] == nil,
        !text.isMark(index - 1, 0xAB), !text.isMark(index - 1, 0x22), !isSecondPart(text, index),
        !isAfterInitial(text, index)
      else {
        index += 1
        continue
      }
      var key = text.skeleton[word.start..<word.end]
      var end = index + 1
      var rows = cityRows(key)
      if text.isHyphen(end), let second = text.words[safe: end + 1], second.isCapitalised {
        key += text.skeleton[second.start..<second.end]
        rows = cityRows(key)
        end += 2
      }
      if !rows.isEmpty { found.append((index..<end, rows)) }
      index = end
    }
    return found
  }

  /// `В. Шевченко` is a person.
  private func isAfterInitial(_ text: FoldedText, _ index: Int) -> Bool {
    guard text.isMark(index - 1, 0x2E), let initial = text.words[safe: index - 2] else { return false }
    return initial.count == 1 && initial.isCapitalised
  }

  private func rows(_ indices: [Int32]?, _ kinds: [Place.Kind]) -> [Int32] {
    guard let indices else { return [] }
    return indices.filter { kinds.contains(places[Int($0)].kind) }
  }

  private func adjectiveRows(_ key: [UInt16], _ kinds: [Place.Kind]) -> [Int32] {
    rows(of: key[...], adjectives, kinds, endings: Inflections.adjective, 2...3, shortest: 4)
  }

  /// Whether a skeleton is a city's name in the nominative.
  func isCity(_ key: [UInt16]) -> Bool { !rows(bases[Skeleton.hash(key[...])], [.city]).isEmpty }

  /// Whether a skeleton is the adjective of a place, in any case.
  func isAdjective(_ key: [UInt16]) -> Bool { !adjectiveRows(key, Place.Kind.allCases).isEmpty }

  /// A name as it stands, or with a Russian case ending.
  private func inflectedRows(_ key: ArraySlice<UInt16>, _ kinds: [Place.Kind]) -> [Int32] {
    let exact = rows(bases[Skeleton.hash(key)], kinds)
    if !exact.isEmpty { return exact }
    let inflected = rows(of: key, stems, kinds, endings: Inflections.noun, 0...3, shortest: 3)
    if !inflected.isEmpty { return inflected }
    return rows(of: key, adjectivalNames, kinds, endings: Inflections.adjective, 2...3, shortest: 3)
  }

  /// The rows of a name without one of the endings, the shortest that leaves a name of at least so many letters.
  private func rows(
    of key: ArraySlice<UInt16>, _ names: HashTable<[Int32]>, _ kinds: [Place.Kind],
    endings: HashTable<Bool>, _ lengths: ClosedRange<Int>, shortest: Int
  ) -> [Int32] {
    for length in lengths where key.count >= length + shortest {
      guard endings[Skeleton.hash(key.suffix(length))] != nil else { continue }
      let found = rows(names[Skeleton.hash(key.dropLast(length))], kinds)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Rows of a city named without its type word. Names that ended before 2000 are left out: most of them (Шевченко,
  /// Ермак, Гурьев) are surnames in today's texts; so are the cities that bear a person's name.
  private func cityRows(_ key: ArraySlice<UInt16>) -> [Int32] {
    var found = inflectedRows(key, [.city])
    if found.isEmpty {
      found = rows(of: key, bases, [.city], endings: Inflections.kazakh, 2...4, shortest: 4)
    }
    let isRecent = found.contains { (places[Int($0)].to ?? "9999") >= "2000" }
    guard isRecent else { return [] }
    return Inflections.surname.contains { key.starts(with: $0) } ? [] : found
  }
}

/// Case endings, by the hashes of their skeletons.
enum Inflections {
  static let adjective = endings(
    "ий ый ой ого ому им ым ом ом ая ую ою ое ие ые их ых ими ыми его ему")
  /// The nominative has none.
  static let noun = endings("а ы и у е я ю ой ою ом ем ей ью ь й", orNone: true)
  static let surname = ["қонаев", "кунаев", "сәтбаев", "сатпаев", "курчатов"].map(Skeleton.of)
  static let kazakh = endings(
    "да де та те нда нде дан ден тан тен нан нен га ге ка ке нын нин дын дин тын тин ны ни ды ди ты ти дагы деги тагы теги"
  )

  private static func endings(_ list: String, orNone: Bool = false) -> HashTable<Bool> {
    var table = HashTable<Bool>()
    if orNone { table[Skeleton.hash([])] = true }
    for ending in list.split(separator: " ") { table[Skeleton.hash(Skeleton.of(String(ending))[...])] = true }
    return table
  }
}
