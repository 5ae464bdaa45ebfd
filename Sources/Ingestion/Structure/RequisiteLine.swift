/// A line that tells place, date or number and no more: `г. Семей`, `№ 5`, `30 мая 2024 года`, `Область Абай`,
/// `ҚАЗАҚСТАН РЕСПУБЛИКАСЫ`. It may stand in bold type like a heading, and heads nothing.
enum RequisiteLine {
  static func isOne(_ line: String) -> Bool {
    guard line.utf8.count < 200 else { return false }
    let text = FoldedText(line)
    var tells = false
    for (index, word) in text.words.enumerated() {
      switch word.kind {
      case .mark:
        if text.isMark(index, 0x2116) { tells = true }
      case .digits:
        // A number in a subject stands beside its words, which the next case finds.
        if word.count == 4 || text.isMark(index + 1, 0x2E) && index > 0 { tells = true }
      case .letters:
        if requisites.meaning(text, word) != nil {
          tells = true
        } else if !word.isCapitalised || index == 0 && word.count == 1 {
          return false
        }
      }
    }
    return tells
  }

  private static let requisites = Vocabulary<Bool>([
    (
      true,
      """
      г с п а қ ж город село поселок аул район область республика республики зал часов час минут время место начало \
      облысы ауданы қаласы ауылы кенті республикасы округі года год жыл жылы жылғы сағат \
      января февраля марта апреля мая июня июля августа сентября октября ноября декабря \
      қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан
      """
    )
  ])
}
