import Tabulation
import Testing

@testable import Analysis

struct StatedFiguresTests {
  /// The evidence stands in brackets.
  static let rows: [(text: String, figures: [String: Double])] = [
    ("В 2023 году проведено 1 400 [приёмов граждан].", ["1 400 приёмов граждан": 1400]),
    ("Проведено 1\u{A0}400 личных [приёмов].", ["1\u{A0}400 личных приёмов": 1400]),
    ("За год поступило [обращений] – 2315, из них устных 12.", ["обращений – 2315": 2315]),
    ("[Обращений граждан]: 57.", ["Обращений граждан: 57": 57]),
    ("Рассмотрено 1,4 тыс. [обращений].", ["1,4 тыс. обращений": 1400]),
    ("Депутаттар 350 [азаматты қабылдады].", ["350 азаматты қабылдады": 350]),
    ("2 мың [өтініш] қаралды.", ["2 мың өтініш": 2000]),
    ("[Приёмы граждан] ведутся в 2023 году.", [:]),
    ("12 декабря состоялись [слушания].", [:]),
    ("Согласно пункту 5 [приём граждан] обязателен.", [:]),
    ("Решение № 45 [слушания] одобрило.", [:]),
    ("Выделено 300 тенге на [приём].", [:]),
    ("Всего 40 % [обращений] решены.", [:]),
    ("В зале 15 депутатов, [слушания] прошли.", [:]),
    ("Итоги за 2020–2024 [приёмы].", [:]),
    ("Проведено 25 [слушаний] и 30 [приёмов].", ["25 слушаний": 25, "30 приёмов": 30]),
    ("[Слушания] прошли без замечаний жителей города 10 раз.", [:]),
    ("", [:]),
  ]

  @Test(arguments: rows) func numbersBesideTheEvidence(_ row: (text: String, figures: [String: Double])) {
    var text = String.UnicodeScalarView()
    var evidence: [Range<Int>] = []
    var start = 0
    for scalar in row.text.unicodeScalars {
      switch scalar {
      case "[": start = text.count
      case "]": evidence.append(start..<text.count)
      default: text.append(scalar)
      }
    }
    let reference = PassageReference(document: 0, passage: 1)
    let found = StatedFigures(String(text)).figures(near: evidence, reference)
    var figures: [String: Double] = [:]
    for figure in found { figures[figure.text] = figure.value }
    #expect(figures == row.figures)
    #expect(found.allSatisfy { $0.reference == reference })
  }
}
