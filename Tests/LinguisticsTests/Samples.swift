@testable import Linguistics

/// A text analysed by a new analyzer, with the answers as strings.
struct Analysed {
  let text: [UInt8]
  let analyzer = TextAnalyzer()
  var analysis = TextAnalysis()

  init(_ string: String, language: Language? = nil) {
    self.init(bytes: Array(string.utf8), language: language)
  }

  init(bytes: [UInt8], language: Language? = nil) {
    text = bytes
    analyzer.analyze(bytes.span, in: 0..<bytes.count, language: language, into: &analysis)
  }

  func form(_ token: Token) -> String {
    String(decoding: text[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  var tokens: [String] { analysis.tokens.map(form) }
  var types: [String] { analysis.tokens.map { analyzer.types.form($0.type) } }
  var languages: [Language] { analysis.sentences.map(\.language) }

  /// Each sentence as written, from its first to its last token.
  var sentences: [String] {
    analysis.sentences.map { sentence in
      let tokens = analysis.tokens[Int(sentence.tokens.lowerBound)..<Int(sentence.tokens.upperBound)]
      guard let first = tokens.first, let last = tokens.last else { return "" }
      return String(decoding: text[Int(first.start)..<Int(last.end)], as: UTF8.self)
    }
  }
}

/// Sentences of the project's own, in the manner of the documents that Hattama reads.
let sampleParagraphs = [
  "Аудандық мәслихаттың кезекті ХХІІ сессиясы 2022 жылғы 9 желтоқсанда өтті. Күн тәртібінде 6 мәселе қаралды.",
  "Депутаттар т.б. мәселелерді, сондай-ақ 24-9 шешімді талқылады: бюджеттің 51%-ы ауылға бөлінді.",
  "Решение маслихата № 9/9-VIII от 02.10.2020 г. вводится в действие со дня опубликования.",
  "– Кто за? – спросил А.Ж. Ахметов. – Единогласно! Расходы составили 1 043 322,0 тыс. тенге.",
  "1) жергiлiктi бюджет; 2) «Ауыл – ел бесігі» жобасы (3,5 млн. теңге).",
  "Сайт: https://example.kz/a?b=1, почта: kense@example.kz. 👍👍🏻 #маслихат Казак тили, Qazaq tili.",
]
