/// Reads citations of councils' acts in Russian and Kazakh.
///
/// ```swift
/// CitationParser().parse("Қостанай облысы Қостанай қаласы мәслихатының 2020 жылғы 8 қыркүйектегі № 514 шешімі")
/// // body "Қостанай қаласы мәслихатының", region KZ-39, district 391000000, date 2020-09-08, number 514
/// ```
public struct CitationParser: Sendable {
  private let bodies: BodyParser

  public init(gazetteer: Gazetteer = .shared) { bodies = BodyParser(gazetteer: gazetteer) }

  /// The citation that a line is; nil where the line names neither a council nor a dated number.
  ///
  /// More lenient than `citations(in:)`: any of body, date and number may be missing, and a district or city without
  /// the word `маслихат` stands for its council.
  public func parse(_ line: String) -> Citation? { parse(TextReading(line)) }

  func parse(_ line: TextReading) -> Citation? {
    let reading = Reading(line, bodies)
    if let first = citations(reading).first, first.body != nil { return first }
    return lenient(reading)
  }

  /// The citations in running text: a council or a bare `маслихат`, its date and number, and the word for the act.
  /// A number with a date but without that word is none.
  public func citations(in text: String) -> [Citation] { citations(in: TextReading(text)) }

  func citations(in text: TextReading) -> [Citation] {
    // Reading one needs a number sign and a date.
    guard !text.dates.isEmpty, text.folded.words.indices.contains(where: { isNumberSign(text.folded, $0) })
    else { return [] }
    return citations(Reading(text, bodies))
  }

  /// What the parts of a citation are looked for in.
  private struct Reading {
    let text: FoldedText
    let terms: [Term?]
    let dates: [ParsedDate]
    private let hits: [Gazetteer.Hit]
    private let parser: BodyParser

    init(_ line: TextReading, _ parser: BodyParser) {
      (text, terms, dates) = (line.folded, line.terms, line.dates)
      self.parser = parser
      hits = parser.gazetteer.hits(in: text, terms: terms)
    }

    /// The places, as they were on an ISO date.
    func mentions(on date: String?) -> [PlaceMention] {
      parser.gazetteer.resolve(hits, in: text, on: date)
    }

    func bodies(_ mentions: [PlaceMention], on date: String?) -> [Body] {
      parser.bodies(text, terms, mentions, on: date)
    }
  }

  private func citations(_ reading: Reading) -> [Citation] {
    let text = reading.text
    var found: [Citation] = []
    var limit = 0
    for index in text.words.indices where index >= limit && isNumberSign(text, index) {
      guard let number = ActNumber(text, at: signEnd(text, index)),
        let date = date(reading, from: limit, sign: index, number: number)
      else { continue }
      guard let act = act(reading, from: limit, date: date, number: number) else { continue }
      let citation = citation(reading, act: act, date: date, number: number, from: limit)
      found.append(citation)
      limit = max(number.words.upperBound, date.words.upperBound, act.index + 1)
    }
    return found
  }

  /// The date right before the number sign, or `от` and a date right after the number.
  private func date(_ reading: Reading, from limit: Int, sign: Int, number: ActNumber) -> ParsedDate? {
    let before = reading.dates.last { $0.words.upperBound <= sign && sign - $0.words.upperBound <= 2 }
    if let before, before.words.lowerBound >= limit { return before }
    let end = number.words.upperBound
    guard reading.terms[safe: end] == .from else { return nil }
    return reading.dates.first { (end + 1...end + 2).contains($0.words.lowerBound) }
  }

  /// The word for the act: in Kazakh right after the number, in Russian before date and number. An act of an akim is
  /// no act of a council.
  private func act(
    _ reading: Reading, from limit: Int, date: ParsedDate, number: ActNumber
  ) -> (kind: Citation.Kind, index: Int)? {
    let end = min(date.words.lowerBound, number.words.lowerBound)
    let start = max(limit, end - 16)
    guard start < end else { return nil }
    if let kind = CitationParser.kind(reading.terms[safe: number.words.upperBound] ?? nil) {
      return isOfCouncil(reading, start..<end) ? (kind, number.words.upperBound) : nil
    }
    for index in stride(from: end - 1, through: start, by: -1) {
      guard let kind = CitationParser.kind(reading.terms[index]) else { continue }
      return isOfCouncil(reading, index..<end) ? (kind, index) : nil
    }
    return nil
  }

  private func isOfCouncil(_ reading: Reading, _ words: Range<Int>) -> Bool {
    let isNamed = words.contains { index in
      switch reading.terms[index] {
      case .council, .oblastCouncil, .cityCouncil, .districtCouncil: true
      default: false
      }
    }
    if isNamed { return true }
    return !words.contains { CitationParser.others.meaning(reading.text, reading.text.words[$0]) != nil }
  }

  /// Bodies other than councils that decide, and that stand where a council would.
  private static let others = Vocabulary<Bool>([
    (true, "аким* әкім* суд* сот* правительств* үкімет* министр* комисси* президент* департамент* басқарма*")
  ])

  private func citation(
    _ reading: Reading, act: (kind: Citation.Kind, index: Int), date: ParsedDate, number: ActNumber,
    from limit: Int
  ) -> Citation {
    let end = min(date.words.lowerBound, number.words.lowerBound)
    let start = act.index < end ? act.index : max(limit, end - 16)
    let body = reading.bodies(reading.mentions(on: date.iso), on: date.iso)
      .last { $0.words.lowerBound >= start && $0.words.upperBound <= end }
    var words = act.index..<act.index + 1
    for part in [date.words, number.words, body?.wordsWithRegion].compactMap({ $0 }) {
      words = min(words.lowerBound, part.lowerBound)..<max(words.upperBound, part.upperBound)
    }
    return citation(reading, words, act.kind, body, date, number)
  }

  /// The citation that some words are, from its parts.
  private func citation(
    _ reading: Reading, _ words: Range<Int>, _ kind: Citation.Kind?, _ body: Body?, _ date: ParsedDate?,
    _ number: ActNumber?
  ) -> Citation {
    Citation(
      span: reading.text.span(words), body: body?.text, bodyName: body?.name, level: body?.level,
      region: body?.region, district: body?.district, kind: kind, date: date?.iso,
      number: number?.normalized, numberAsWritten: number?.written,
      convocation: convocation(reading, words) ?? number?.convocation)
  }

  /// `VIII созыва` inside the citation.
  private func convocation(_ reading: Reading, _ words: Range<Int>) -> Int? {
    guard let index = words.first(where: { reading.terms[$0] == .convocation }) else { return nil }
    return OrdinalReader(reading.text).ending(at: index).flatMap { $0.value <= 20 ? $0.value : nil }
  }

  private func lenient(_ reading: Reading) -> Citation? {
    let text = reading.text
    let date = reading.dates.first { $0.year != nil }
    let number = text.words.indices.lazy.filter { isNumberSign(text, $0) }
      .compactMap { ActNumber(text, at: signEnd(text, $0)) }.first
    let mentions = reading.mentions(on: date?.iso)
    let named = reading.bodies(mentions, on: date?.iso)
    let body = named.first { !$0.candidates.isEmpty } ?? named.first
    let place =
      body == nil
      ? mentions.first { $0.candidates.contains { $0.kind == .district || $0.kind == .city } } : nil
    let kind = reading.terms.lazy.compactMap(CitationParser.kind).first
    guard body != nil || (place != nil && kind != nil) || (date != nil && number != nil) else { return nil }
    var citation = citation(reading, 0..<text.words.count, kind, body, date, number)
    if let place {
      citation.body = place.text
      citation.level = place.candidates.first?.kind == .city ? .city : .district
      citation.region = place.region
      citation.district = place.place.flatMap { $0.isRegion ? nil : $0.kato }
    }
    return citation
  }

  static func kind(_ term: Term?) -> Citation.Kind? {
    switch term {
    case .decision: .decision
    case .ruling: .ruling
    case .order: .order
    default: nil
    }
  }

  /// `№`, `N` or `No` before a number.
  private func isNumberSign(_ text: FoldedText, _ index: Int) -> Bool {
    let word = text.words[index]
    if word.kind == .mark { return text.fold[word.start] == 0x2116 }
    guard word.isCapitalised, word.count <= 2, text.fold[word.start] == 0x6E else { return false }
    return word.count == 1 || text.fold[word.start + 1] == 0x6F
  }

  private func signEnd(_ text: FoldedText, _ index: Int) -> Int {
    text.isMark(index + 1, 0x2E) ? index + 2 : index + 1
  }
}
