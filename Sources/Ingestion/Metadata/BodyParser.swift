/// Finds the councils that a text names, in either language and any case.
///
/// ```swift
/// let body = BodyParser().body(in: "Решение Кентауского городского маслихата Туркестанской области")
/// // level city, region KZ-61, district 612000000, name "Кентауский городской маслихат"
/// ```
public struct BodyParser: Sendable {
  let gazetteer: Gazetteer

  public init(gazetteer: Gazetteer = .shared) { self.gazetteer = gazetteer }

  /// The first council that is named with its place, else the first whose level is named.
  ///
  /// - Parameters:
  ///   - text: one title or passage.
  ///   - date: ISO 8601; decides between periods.
  public func body(in text: String, on date: String? = nil) -> Body? {
    let all = bodies(in: text, on: date)
    return all.first { !$0.candidates.isEmpty } ?? all.first { $0.level != nil }
  }

  /// The council that several texts of one document name together, such as title, lead and first passages.
  ///
  /// The first council with its place; else the first with a level, completed by the only place of that level in all
  /// the texts (`Алматы қаласы` above `қалалық мәслихат`, `Мангистауской области` below `сессия облмаслихата`).
  public func body(inAnyOf texts: [String], on date: String? = nil) -> (body: Body, text: Int)? {
    body(inAnyOf: texts.map { TextReading($0) }, on: date)
  }

  func body(inAnyOf texts: [TextReading], on date: String?) -> (body: Body, text: Int)? {
    var first: (body: Body, text: Int)?
    for (index, text) in texts.enumerated() {
      let found = bodies(in: text, on: date)
      if let named = found.first(where: { !$0.candidates.isEmpty && $0.region != nil }) {
        return (named, index)
      }
      if first == nil { first = found.first { $0.level != nil }.map { ($0, index) } }
    }
    guard let (found, index) = first else { return nil }
    var body = found
    if body.region == nil, let level = body.level {
      let mentions = texts.flatMap { gazetteer.mentions(in: $0.folded, terms: $0.terms, on: date) }
      complete(&body, level, from: mentions)
    }
    return (body, index)
  }

  /// All councils, in text order; a bare `маслихат` without level and place is none.
  public func bodies(in text: String, on date: String? = nil) -> [Body] {
    bodies(in: TextReading(text), on: date)
  }

  func bodies(in text: TextReading, on date: String?) -> [Body] {
    // Places are looked for only where they may be a council's.
    guard text.terms.contains(where: { $0.map(Self.namesBody) ?? false }) else { return [] }
    let mentions = gazetteer.mentions(in: text.folded, terms: text.terms, on: date)
    return bodies(text.folded, text.terms, mentions, on: date)
  }

  private static func namesBody(_ term: Term) -> Bool {
    switch term {
    case .council, .oblastCouncil, .cityCouncil, .districtCouncil, .community: true
    default: false
    }
  }

  func bodies(_ text: FoldedText, _ terms: [Term?], _ mentions: [PlaceMention], on date: String?) -> [Body] {
    terms.indices.compactMap { index in
      switch terms[index] {
      case .council: council(text, terms, mentions, at: index)
      case .oblastCouncil: short(.oblast, text, mentions, at: index)
      case .cityCouncil: short(.city, text, mentions, at: index)
      case .districtCouncil: short(.district, text, mentions, at: index)
      case .community: assembly(text, terms, mentions, at: index)
      default: nil
      }
    }
  }

  private func council(_ text: FoldedText, _ terms: [Term?], _ mentions: [PlaceMention], at index: Int)
    -> Body?
  {
    if let before = terms[safe: index - 1] ?? nil, let level = BodyParser.level(of: before) {
      let mention = mentions.first { $0.words.upperBound == index }
      let start = mention?.words.lowerBound ?? index - 1
      return body(level, mention, text, mentions, start..<index + 1, council: index)
    }
    if let mention = mentions.first(where: { $0.words.upperBound == index }) {  // «Астана мәслихаты»
      return body(nil, mention, text, mentions, mention.words.lowerBound..<index + 1, council: index)
    }
    if let mention = mentions.first(where: { $0.words.lowerBound == index + 1 }) {
      let type = mention.words.compactMap { terms[$0] }.compactMap(BodyParser.level).first
      guard let type else { return nil }
      return body(type, mention, text, mentions, index..<mention.words.upperBound, council: index)
    }
    if let after = terms[safe: index + 1] ?? nil, [.city, .district, .oblast].contains(after) {
      return body(BodyParser.level(of: after), nil, text, mentions, index..<index + 2, council: index)
    }
    return nil
  }

  private func short(_ level: Metadata.Level, _ text: FoldedText, _ mentions: [PlaceMention], at index: Int)
    -> Body?
  {
    body(
      level, mentions.first { $0.words.upperBound == index }, text, mentions, index..<index + 1,
      council: index)
  }

  private func body(
    _ level: Metadata.Level?, _ mention: PlaceMention?, _ text: FoldedText, _ mentions: [PlaceMention],
    _ words: Range<Int>, council: Int
  ) -> Body {
    let candidates = (mention?.candidates ?? []).filter { $0.kind != .urbanDistrict }
    let span = text.span(words)
    var body = Body(
      span: span, text: text.string(span),
      name: Nominative.council(text, words, place: mention?.words ?? 0..<0), level: level,
      candidates: candidates,
      words: words, wordsWithRegion: words)
    if level == nil { body.level = candidates.first.map { $0.kind == .oblast ? .oblast : .city } }
    if candidates.count == 1, let place = candidates.first {
      body.region = place.region
      body.district = place.isRegion ? nil : place.kato
    } else if Set(candidates.map(\.region)).count == 1 {
      body.region = candidates[0].region
    }
    if mention == nil, let level = body.level { complete(&body, level, from: mentions) }
    for other in mentions where other.candidates.allSatisfy({ $0.kind == .oblast }) {
      if other.words.lowerBound == words.upperBound {
        body.wordsWithRegion = words.lowerBound..<other.words.upperBound
      } else if other.words.upperBound == words.lowerBound {
        body.wordsWithRegion = other.words.lowerBound..<words.upperBound
      }
    }
    return body
  }

  /// A council without its own place (`сессия облмаслихата`) is that of the only region, or for its level the only
  /// city or district, that the text names; an ambiguous district is one of the only region named.
  func complete(_ body: inout Body, _ level: Metadata.Level, from mentions: [PlaceMention]) {
    let kind: Place.Kind = level == .oblast ? .oblast : level == .city ? .city : .district
    let regions = Set(
      mentions.filter { $0.candidates.allSatisfy { $0.kind == .oblast } }.compactMap(\.region))
    let region = regions.count == 1 ? regions.first : nil
    let named = mentions.filter { !$0.candidates.isEmpty && $0.candidates.allSatisfy { $0.kind == kind } }
    var options = body.candidates
    if options.isEmpty, let first = named.first, named.allSatisfy({ $0.candidates == first.candidates }) {
      options = first.candidates
    } else if let other = named.first(where: { $0.place.map(options.contains) ?? false }) {
      options = other.candidates
    }
    if options.count > 1, let region { options = options.filter { $0.region == region } }
    if options.count == 1, let place = options.first {
      body.region = place.region
      body.district = place.isRegion ? nil : place.kato
    } else if level != .oblast, options.isEmpty == body.candidates.isEmpty {
      body.region = region
    }
  }

  static func level(of term: Term) -> Metadata.Level? {
    switch term {
    case .oblast, .oblastAdjective, .kazakhOblast, .kazakhOblastAdjective: .oblast
    case .city, .cityAdjective, .kazakhCity, .kazakhCityAdjective: .city
    case .district, .districtAdjective, .kazakhDistrict, .kazakhDistrictAdjective: .district
    default: nil
    }
  }
}
