/// The number of an act after `№`: `24-9`, `VIII-42/327`, `8С- 44/3`, `309-44/3`.
struct ActNumber: Sendable, Equatable {
  var words: Range<Int>
  var written: String
  /// Without inner spaces, roman parts in Latin letters.
  var normalized: String
  /// From a roman part that can be a convocation (I to XX) or a session mark such as `8С`.
  var convocation: Int?

  /// The number whose first word stands at the index; nil where there is none.
  init?(_ text: FoldedText, at start: Int) {
    var end = start
    while let word = text.words[safe: end], ActNumber.isPart(text, word) {
      if end > start, word.isAfterSpace, !ActNumber.continues(text, end) { break }
      end += 1
    }
    while end > start, text.words[end - 1].kind == .mark { end -= 1 }
    guard end > start, (start..<end).contains(where: { text.words[$0].kind == .digits }) else { return nil }
    words = start..<end
    written = text.string(text.span(words))
    normalized = ""
    for index in words {
      let word = text.words[index]
      let letters = text.fold[word.start..<word.end]
      if word.kind == .letters, let latin = Roman.latin(letters), let value = Roman.value(letters),
        value != 100
      {
        normalized += String(decoding: latin, as: UTF8.self)
        let isOutermost = index == words.lowerBound || index == words.upperBound - 1
        if isOutermost, value <= 20 { convocation = value }
      } else {
        normalized += text.string(text.span(index..<index + 1))
        if word.kind == .letters, letters.first == 0x441 || letters.first == 0x63, index == start + 1,
          let value = text.number(start), (1...20).contains(value)
        {
          convocation = value
        }
      }
    }
  }

  /// Digits, separators, and letters that are roman numerals or the session mark С.
  private static func isPart(_ text: FoldedText, _ word: FoldedText.Word) -> Bool {
    switch word.kind {
    case .digits: return true
    case .mark: return isSeparator(text.fold[word.start])
    case .letters where word.count == 1 && !word.isAfterSpace:
      return true  // a letter that marks the kind of act: «3-р»
    case .letters:
      return word.isUpperCase && word.count <= 6 && Roman.latin(text.fold[word.start..<word.end]) != nil
    }
  }

  private static func isSeparator(_ unit: UInt16) -> Bool { unit == 0x2F || Letters.isHyphen(unit) }

  /// A space inside a number stands beside a separator (`24- 65`, `30 /5`) or after a session mark (`8С 34/3`).
  private static func continues(_ text: FoldedText, _ index: Int) -> Bool {
    let word = text.words[index]
    let before = text.words[index - 1]
    if before.kind == .mark { return true }
    if word.kind == .mark {
      guard let after = text.words[safe: index + 1] else { return false }
      let isDash = text.fold[word.start] != 0x2F && text.fold[word.start] != 0x2D
      return isPart(text, after) && !(isDash && after.isAfterSpace)
    }
    return before.kind == .letters && word.kind == .digits && index >= 1
  }
}
