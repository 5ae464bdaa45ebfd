/// Assemblies of local communities, the councils of rural districts.
extension BodyParser {
  /// `собрание местного сообщества Кокпектинского сельского округа`,
  /// `Рахат ауылдық округінің жергілікті қоғамдастық жиналысы`, around the word for the community at `index`. District
  /// and region are those that the text names; the gazetteer knows no rural districts.
  func assembly(_ text: FoldedText, _ terms: [Term?], _ mentions: [PlaceMention], at index: Int) -> Body? {
    let words: Range<Int>
    if terms[safe: index - 2] == .assembly {
      let following = index + 1..<min(index + 7, terms.count)
      let end = following.last { terms[$0] == .ruralDistrict }
      words = index - 2..<(end ?? index) + 1
    } else if terms[safe: index + 1] == .assembly {
      let isNamed =
        terms[safe: index - 2] == .ruralDistrict && text.words[safe: index - 4]?.isCapitalised == true
      var start = isNamed ? index - 4 : max(0, index - 1)
      // «Ақсу-Аюлы»
      while isNamed, text.isHyphen(start - 1), !text.words[start].isAfterSpace,
        !text.words[start - 1].isAfterSpace,
        text.words[safe: start - 2]?.kind == .letters
      {
        start -= 2
      }
      words = start..<index + 2
    } else {
      return nil
    }
    let span = text.span(words)
    let written = text.string(span)
    var body = Body(
      span: span, text: written, name: written, level: .ruralDistrict, candidates: [], words: words,
      wordsWithRegion: words)
    complete(&body, .ruralDistrict, from: mentions)
    return body
  }
}
