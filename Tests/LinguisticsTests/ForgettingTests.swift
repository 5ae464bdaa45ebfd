import Testing

@testable import Linguistics

/// The analyzer forgets tokens to bound its memory; what it finds must not depend on that.
@Suite struct ForgettingTests {
  @Test(arguments: [0, 1, 7]) func passagesGiveTheSameWhateverWasForgotten(limit: Int) {
    let passages = [
      "Мәслихат сессиясы өтті. Депутаттар 51%-ын қолдады.",
      "Сессия маслихата Ростова-на-Дону прошла в 2022 г.",
      "Jáne qalalyq máslıhat sheshimi qabyldandy.", "Мәслихат сессиясы өтті. Әлеуметтік-экономикалық даму.",
    ]
    let remembering = TextAnalyzer()
    let forgetting = TextAnalyzer()
    forgetting.surfaceLimit = limit
    for text in passages + passages {
      let bytes = Array(text.utf8)
      var expected = TextAnalysis()
      var found = TextAnalysis()
      remembering.analyze(bytes.span, in: 0..<bytes.count, into: &expected)
      forgetting.analyze(bytes.span, in: 0..<bytes.count, into: &found)
      #expect(found.tokens.map(\.start) == expected.tokens.map(\.start))
      #expect(found.tokens.map(\.type) == expected.tokens.map(\.type))
      #expect(found.sentences.map(\.language) == expected.sentences.map(\.language))
      #expect(found.sentences.map(\.tokens) == expected.sentences.map(\.tokens))
    }
  }
}
