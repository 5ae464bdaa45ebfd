import Testing

@testable import Linguistics

struct LanguageTests {
  static let rows: [(text: String, language: Language)] = [
    ("Аудандық мәслихаттың кезекті сессиясы өтті.", .kk),
    ("Депутаттар бюджетті бірауыздан бекітті.", .kk),
    ("Казак тили туралы маселе каралды, депутаттар шешим кабылдады.", .kk),
    ("Qazaqstan Respýblıkasynyń memlekettik tili – qazaq tili jáne ol barlyq jerde qoldanylady.", .kk),
    ("Qazaqstan Respublikasynyñ memlekettık tılı – qazaq tılı jäne ol barlyq jerde qoldanylady.", .kk),
    ("Состоялась очередная сессия районного маслихата.", .ru),
    ("Депутаты единогласно утвердили бюджет.", .ru),
    (
      "Аудандык мәслихатта депутаттар сұрақ қойды, но председатель не смог ответить на этот вопрос по дорогам.",
      .mixed
    ),
    ("Шаардык кеңештин депутаттары бюджетти бекитишти жана көчөлөрдү оңдоо боюнча чечим кабыл алышты.", .ky),
    ("Халқ депутатлары Кенгашининг навбатдаги сессияси бўлиб ўтди ва қарор қабул қилинди.", .uz),
    ("Халық депутатлары Кеңесиниң гезектеги сессиясы болып өтти ҳәм қарар қабыл етилди.", .kaa),
    ("Район Советының чираттагы утырышында җирле бюджет һәм юллар турында сөйләштеләр.", .tt),
    ("Депутати районної ради затвердили бюджет та програму розвитку, яка діє з нового року.", .uk),
    ("The council approved the budget of the district for the next year.", .en),
    ("عاۋداندىق ماسليحاتتىڭ كەزەكتى سەسسياسى ءوتتى", .other),
    ("区议会批准了预算。", .other),
    ("2) затраты – 1 075 729,2 тысяч тенге;", .ru),
    ("1-мәселе", .kk),
    ("12 345,6", .other),
  ]

  @Test(arguments: rows) func sentence(_ row: (text: String, language: Language)) {
    #expect(Analysed(row.text).languages == [row.language], "\(row.text)")
  }

  @Test func shortSentencesTakeTheLanguageAroundThem() {
    let kazakh = Analysed(
      "Мәслихат депутаттары жаңа бюджетті бекітті. Сессия. Олар ауыл мәселесін де қарады.")
    #expect(kazakh.languages == [.kk, .kk, .kk])
    let russian = Analysed("Депутаты приняли новый бюджет. Сессия. Они обсудили и дороги.")
    #expect(russian.languages == [.ru, .ru, .ru])
  }

  @Test func languageOfAPassage() {
    func sentence(_ count: Int32, _ language: Language) -> Sentence {
      Sentence(tokens: 0..<count, language: language)
    }
    #expect(TextAnalyzer.passageLanguage(of: []) == .other)
    #expect(TextAnalyzer.passageLanguage(of: [sentence(9, .kk), sentence(1, .ru)]) == .kk)
    #expect(TextAnalyzer.passageLanguage(of: [sentence(9, .kk), sentence(6, .ru)]) == .mixed)
    #expect(TextAnalyzer.passageLanguage(of: [sentence(3, .other), sentence(2, .ky)]) == .ky)
  }

  @Test func codesRoundTrip() {
    for language in Language.allCases { #expect(Language(code: language.code) == language) }
    #expect(Language(code: "de") == nil)
  }
}
