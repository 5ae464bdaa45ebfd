/// What a title or lead says of a session: `XII очередную сессию седьмого созыва`,
/// `VIII шақырылған кезекті ХІІ сессиясы`, `17-сессия 7-шақырылым`.
public struct SessionMention: Sendable, Equatable {
  public var number: Int?
  public var kind: Metadata.SessionKind?
  public var convocation: Int?

  public init(number: Int? = nil, kind: Metadata.SessionKind? = nil, convocation: Int? = nil) {
    self.number = number
    self.kind = kind
    self.convocation = convocation
  }
}

public struct SessionParser: Sendable {
  public init() {}

  /// The first number, kind and convocation that the text gives; nil where it gives none.
  ///
  /// A count of sessions (`11 сессий`, `11 сессия шақырылды`) is no number of a session.
  public func session(in text: String) -> SessionMention? {
    session(in: TextReading(text))
  }

  func session(in text: TextReading) -> SessionMention? { session(text.folded, text.terms) }

  func session(_ text: FoldedText, _ terms: [Term?]) -> SessionMention? {
    guard terms.contains(where: { $0 == .session || $0 == .convocation || $0 == .elected }) else {
      return nil
    }
    let reader = OrdinalReader(text)
    var result = SessionMention()
    for index in terms.indices {
      if terms[index] == .session {
        if result.number == nil {
          result.number = number(text, terms, reader, before: index) ?? number(text, after: index)
        }
        if result.kind == nil { result.kind = kind(terms, around: index) }
      } else if terms[index] == .convocation || terms[index] == .elected, result.convocation == nil {
        // «VII сайланған мәслихат»; in «30 сайланған депутат» the number counts deputies.
        let isCount = terms[index] == .elected
        result.convocation = ordinal(text, reader, endingAt: index).flatMap {
          $0.value <= 20 && ($0.isOrdinal || !isCount) ? $0.value : nil
        }
      }
    }
    return result == SessionMention() ? nil : result
  }

  /// The ordinal before `сессия`, past adjectives and a repeated number in brackets.
  private func number(_ text: FoldedText, _ terms: [Term?], _ reader: OrdinalReader, before index: Int)
    -> Int?
  {
    var end = index
    var steps = 0
    while steps < 6 {
      if let found = ordinal(text, reader, endingAt: end) {
        if found.isOrdinal || text.isHyphen(end - 1) { return found.value }
        return isCounted(text, terms, index) ? nil : found.value
      }
      if text.isMark(end - 1, 0x29), text.words[safe: end - 2]?.kind == .digits, text.isMark(end - 3, 0x28) {
        end -= 3
      } else {
        switch terms[safe: end - 1] ?? nil {
        case .regular, .extraordinary, .irregular, .beyond: end -= 1
        default: return nil
        }
      }
      steps += 1
    }
    return nil
  }

  /// `сессия № 12`.
  private func number(_ text: FoldedText, after index: Int) -> Int? {
    guard text.isMark(index + 1, 0x2116), let value = text.number(index + 2), (1...120).contains(value),
      !text.isHyphen(index + 3), !text.isMark(index + 3, 0x2F)
    else { return nil }
    return value
  }

  private func ordinal(_ text: FoldedText, _ reader: OrdinalReader, endingAt index: Int) -> OrdinalNumber? {
    reader.ending(at: text.isHyphen(index - 1) ? index - 1 : index)
  }

  /// `11 сессий`, `2 сессии`, `11 сессия шақырылды`: a bare number counts unless the form can only be a name.
  private func isCounted(_ text: FoldedText, _ terms: [Term?], _ index: Int) -> Bool {
    let word = text.words[index]
    let form = text.skeleton[word.start..<word.end]
    if SessionParser.possessive.contains(where: { form.starts(with: $0) }) { return false }
    let nearby = terms[min(index + 1, terms.count)..<min(index + 8, terms.count)]
    return !nearby.contains(.convocation)
  }

  private static let possessive = [Skeleton.of("сессиясы")]

  /// Regular or extraordinary, from the words beside `сессия`.
  private func kind(_ terms: [Term?], around index: Int) -> Metadata.SessionKind? {
    let nearby = terms[max(0, index - 7)..<min(index + 4, terms.count)]
    for position in nearby.indices.sorted(by: { abs($0 - index) < abs($1 - index) }) {
      switch terms[position] {
      case .extraordinary: return .extraordinary
      case .irregular where terms[safe: position + 1] == .beyond: return .extraordinary
      case .regular: return .regular
      default: continue
      }
    }
    return nil
  }
}
