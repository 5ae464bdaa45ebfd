import Foundation
import Testing

@testable import Ingestion

/// What of a page's frame goes, and what of its text stays, where names and phrases do not tell them apart at once.
struct PageFrameTests {
  static let first = "Депутаттар ауылдың су құбырын жөндеу мәселесін қарап, қаржы бөлуді ұсынды."
  static let second = "Комиссия депутаты предложила вернуться к ремонту дороги в первом квартале года."
  static let third = "Үш тұрақты комиссия тоқсан ішінде отыз жеті отырыс өткізіп, сауалдарды қарады."

  private func blocks(_ html: String) -> [String] {
    let source = HTMLReader.read(Array(html.utf8).span)
    checkSourceText(source, html)
    return source.blocks.map { String(decoding: source.text[$0.text], as: UTF8.self) }
  }

  // MARK: Page builders

  /// Parts of the text that a builder calls as others call what stands beside it.
  static let builders: [(name: String, part: String)] = [
    (
      "Elementor",
      "<div class='elementor-widget elementor-widget-text-editor'><div class='elementor-widget-container'>%</div></div>"
    ),
    (
      "SiteOrigin",
      "<div class='so-panel widget widget_sow-editor'><div class='so-widget-sow-editor'>%</div></div>"
    ),
    ("WordPress text widgets", "<div class='widget widget_text'><div class=textwidget>%</div></div>"),
    ("Joomla modules", "<div class='moduletable'><div class=custom>%</div></div>"),
    ("print area", "<div class='print-area'>%</div>"),
    ("modal content", "<div class='modal-content'>%</div>"),
    ("tabs", "<section class='tabs-item'>%</section>"),
    ("slides", "<div class='slider-item'>%</div>"),
    ("information blocks", "<div class='info-block'>%</div>"),
    ("shown on large screens", "<div class='d-none d-md-block'>%</div>"),
    ("shown on large screens, utilities", "<div class='hidden lg:block'>%</div>"),
  ]

  @Test(arguments: builders) func partsOfTheTextStay(_ row: (name: String, part: String)) {
    let parts = [Self.first, Self.second, Self.third].map { text in
      row.part.replacing("%", with: "<p>\(text)</p>")
    }
    let found = blocks("<title>т</title><div class=page>" + parts.joined() + "</div>")
    #expect(found == [Self.first, Self.second, Self.third], "\(row.name)")
  }

  @Test(arguments: builders) func headingOfThePageStays(_ row: (name: String, part: String)) {
    let heading = row.part.replacing("%", with: "<h1>Мәслихат төрағасының есебі</h1>")
    let parts = [heading] + [Self.first, Self.second].map { row.part.replacing("%", with: "<p>\($0)</p>") }
    let found = blocks("<title>т</title><div class=page>" + parts.joined() + "</div>")
    #expect(found == ["Мәслихат төрағасының есебі", Self.first, Self.second], "\(row.name)")
  }

  /// The same names beside a text of its own are what they say.
  @Test(
    arguments: [
      (
        "sidebar widgets",
        "<div class='widget widget_text'><p>Бүгін ауданда жаңа дәрігерлік амбулатория ашылды деп хабарлады.</p></div>"
      ),
      (
        "module column",
        "<div class='moduletable'><p>Приглашаем жителей района на выставку ремесел в субботу утром.</p></div>"
      ),
      (
        "posts of Elementor",
        "<div class='elementor-widget elementor-widget-posts'><p>Ауданда тасқынға қарсы штаб құрылды, он бес маман кірді.</p></div>"
      ),
      (
        "modal window",
        "<div class='modal'><p>Оставьте заявку, и наш специалист перезвонит вам в течение дня.</p></div>"
      ),
      (
        "information about the site",
        "<div class='info'><p>Сайт районного маслихата работает с две тысячи девятого года.</p></div>"
      ),
      (
        "copy for telephones",
        "<div class='d-block d-md-none'><p>Депутаттар ауылдың су құбырын жөндеу мәселесін қарады.</p></div>"
      ),
      (
        "copy for telephones, utilities",
        "<div class='md:hidden'><p>Депутаттар ауылдың су құбырын жөндеу мәселесін қарады.</p></div>"
      ),
    ])
  func whatStandsBesideGoes(_ row: (name: String, part: String)) {
    let text = [Self.first, Self.second, Self.third].map { "<p>\($0)</p>" }.joined()
    let found = blocks(
      "<title>т</title><div class=page><div class=text>\(text)</div>\(row.part)\(row.part)</div>")
    #expect(found == [Self.first, Self.second, Self.third], "\(row.name)")
  }

  // MARK: Votes and polls

  static let votes: [(name: String, html: String, isKept: Bool)] = [
    (
      "table", "<table class=vote><tr><td>Ахметов</td><td>+</td></tr><tr><td>Ли</td><td>+</td></tr></table>",
      true
    ),
    (
      "table with links to deputies",
      "<table class=vote><tr><td><a href=1>Ахметов</a></td><td>за</td></tr><tr><td><a href=2>Ли</a></td><td>за</td></tr></table>",
      true
    ),
    ("line", "<div class='vote-result'><p>Голосовали: за – 15, против – нет.</p></div>", true),
    ("Kazakh line", "<div class=poll><p>Дауыс берілді: жақтап – 15, қарсы – жоқ.</p></div>", true),
    ("list", "<ul class=voting><li>Ахметов К. – за</li><li>Ли А. – воздержался</li></ul>", true),
    (
      "cell",
      "<table><tr><td>Ахметов</td><td class=vote>✓ қатыспады</td></tr><tr><td>Ли</td><td class=vote>1</td></tr></table>",
      true
    ),
    (
      "poll with buttons",
      "<div class=vote><p>Вы за новый парк?</p><label><input type=radio>За</label></div>", false
    ),
    (
      "poll with links",
      "<div class=opros><p>Вы за новый парк или против?</p><a href=1>Итоги опроса</a></div>", false
    ),
    ("poll with shares", "<div class=poll><p>Саябақ керек пе?</p><p>Иә – 45%</p></div>", false),
    (
      "Kazakh poll", "<div class=saualnama><p>Сізге сайт ұнай ма?</p><button>Жауап беру</button></div>", false
    ),
    ("marks for a text", "<div class=vote>+5</div>", false),
  ]

  @Test(arguments: votes) func votesStayAndPollsGo(_ row: (name: String, html: String, isKept: Bool)) {
    let source = HTMLReader.read(
      Array("<title>т</title><div><p>\(Self.first)</p>\(row.html)<p>\(Self.second)</p></div>".utf8).span)
    checkSourceText(source, row.name)
    #expect((source.losses.lost[.widget] == nil) == row.isKept, "\(row.name): \(outline(source))")
    if row.isKept {
      #expect(source.losses.kept == source.losses.visible - (source.losses.lost[.ornament] ?? 0))
    }
  }

  // MARK: Service lines

  /// Lines that go wherever they stand in a page, and in a fragment.
  static let anywhere = [
    "Просмотров: 412", "Просмотрено 412 раз", "Дата публикации: 12 марта 2024 г., 10:15",
    "Читайте также: Открыт мост",
    "Теги: бюджет, сессия", "Комментарии (0)", "Нет комментариев", "Версия для печати", "Закрыть окно",
    "Заметили ошибку? Выделите ее и нажмите Ctrl + Enter",
    "Сайт оптимизирован для просмотра в Internet Explorer 6.0 при разрешении 1024х768. Посетителей сегодня: 17",
    "Время чтения: 2 мин.", "Понравилась новость? Поделитесь с друзьями",
    "При перепечатке ссылка на сайт обязательна",
    "Жарияланған күні: 12.03.2024", "412 рет қаралды", "Тағы оқыңыз: Көпір ашылды", "Тэгтер: бюджет",
    "Пікірлер (3)",
    "Пікір қалдыру", "Басып шығару нұсқасы", "Терезені жабу",
    "Мәтінде қате байқасаңыз, Ctrl+Enter пернелерін басыңыз",
    "Оқу уақыты: 2 минут", "Достарыңызбен бөлісіңіз",
    "Сайттан материал көшіріп басқанда сілтеме жасау міндетті",
    "Бүгін: 12.02.2020 USD: 376.4 EUR: 411.1", "Сегодня: 22.01.2024, понедельник",
    "http://shet.example/print.php?id=331 | Басып шығарылған: 11.07.2023 14:05",
    "Распечатано с сайта 11.07.2023",
  ]

  @Test(arguments: anywhere) func serviceLineGoes(_ line: String) {
    for frame in ["<title>т</title>", ""] {
      let found = blocks(
        "\(frame)<div><p>\(Self.first)</p><p>\(Self.second)</p><p>\(line)</p><p>\(Self.third)</p></div>")
      #expect(found == [Self.first, Self.second, Self.third])
    }
  }

  /// Lines that go below the text only: in its midst they can be the text's own.
  static let below = [
    "Подписывайтесь на наш Telegram!", "Присоединяйтесь к нам в WhatsApp",
    "Читайте нас в нашем телеграм-канале",
    "Оцените статью", "Скачать (PDF, 2 МБ)", "Вернуться назад", "Все новости", "Следующая статья: О бюджете",
    "Обратная связь", "Telegram-арнамызға жазылыңыз!", "Instagram парақшамызға тіркеліңіз",
    "Жүктеу (PDF, 2 МБ)",
    "Барлық жаңалықтар", "Келесі жаңалық", "Кері байланыс", "Материалды бағалаңыз",
    "» Назад к списку решений", "← Скачать решение",
  ]

  @Test(arguments: below) func serviceLineBelowGoes(_ line: String) {
    for frame in ["<title>т</title>", ""] {
      let text = [Self.first, Self.second, Self.third].map { "<p>\($0)</p>" }.joined()
      #expect(blocks("\(frame)<div>\(text)<p>\(line)</p></div>") == [Self.first, Self.second, Self.third])
    }
    let inside = blocks("<title>т</title><div><p>\(Self.first)</p><p>\(line)</p><p>\(Self.second)</p></div>")
    #expect(inside == [Self.first, line, Self.second])
  }

  @Test func linkToAnotherPageGoesHoweverLongItsTitle() {
    let link = "<p><b>Читайте также:</b> <a href=1>\(Self.second) \(Self.second)</a></p>"
    #expect(
      blocks("<title>т</title><div><p>\(Self.first)</p>\(link)<p>\(Self.third)</p></div>") == [
        Self.first, Self.third,
      ])
  }

  // MARK: The foot of a page

  /// How to reach whoever runs the site; the same words in a sentence are the text's.
  static let contacts: [(line: String, isKept: Bool)] = [
    ("140300, Павлодарская область, село Баянаул, ул. Сатпаева, 45", false),
    ("071000, Аягөз қаласы, Дүйсенов көшесі, 84, тел. 8 (72237) 3-10-11", false),
    ("+7 (718 40) 9-11-22", false), ("maslihat@example.kz", false), ("Тел./факс: 8 (7282) 40-12-12", false),
    ("E-mail: maslihat@example.kz, телефон 8 727 222 33 44", false), ("Instagram Facebook TikTok", false),
    ("г. Кокшетау, ул. Абая, 96, +7 701 000 00 00, info@example.kz", false),
    ("Заявки принимаются по адресу: ул. Абая, 5, тел. 8 (7152) 46-11-22.", true),
    ("Телефон для справок: 8 (7152) 46-11-22", true), ("Исп. Ахметов К., тел. 2-14-15", true),
    ("Председатель маслихата К. Ахметов", true), ("145 000, 148 000 и 150 000 тенге", true),
    ("Депутат ведёт страницу в Instagram", true), ("2024 жылғы 12 наурыз № 12-3-4", true),
  ]

  @Test(arguments: contacts) func contactLine(_ row: (line: String, isKept: Bool)) {
    let text = "<p>\(Self.first)</p><p>\(Self.second)</p>"
    let found = blocks("<title>т</title><div class=page>\(text)<div class=t3>\(row.line)</div></div>")
    #expect(found == [Self.first, Self.second] + (row.isKept ? [row.line] : []))
    let inside = blocks("<title>т</title><div>\(text)<p>\(row.line)</p><p>\(Self.third)</p></div>")
    #expect(inside == [Self.first, Self.second, row.line, Self.third])
  }

  @Test func telephonesOfManyPersonsStay() {
    let cards = (1...9).map { "<div><p>Ахметов К. \($0)</p><p>Тел.: 8 (7152) 46-11-2\($0)</p></div>" }
      .joined()
    let found = blocks("<title>т</title><div class=page><p>\(Self.first)</p>\(cards)</div>")
    #expect(found.count == 19)
  }

  /// What stands below the text, and in the page's services; some of it is the text's own.
  static let services: [(name: String, html: String, kept: [String])] = [
    ("file", "<ul><li><a href=1>Хаттама.pdf</a> <span>214 КБ</span></li></ul>", []),
    ("file, size in brackets", "<p><a href=1>Решение № 12.docx</a> (0,2 Мб)</p>", []),
    ("file that a sentence names", "<p>Смета дана в файле смета.xlsx</p>", ["Смета дана в файле смета.xlsx"]),
    (
      "cards below a heading",
      "<section><h2>Басқа жаңалықтар</h2><a href=1><h3>Көпір ашылды</h3><p>Ауыл тұрғындары риза.</p></a></section>",
      []
    ),
    (
      "heading of the same rank",
      "<h2>Басқа жаңалықтар</h2><ul><li><a href=1>Көпір</a></li></ul><h2>Қорытынды</h2>",
      ["Қорытынды"]
    ),
    ("running line", "<marquee>\(third)</marquee>", []),
    ("form with words", "<form><p>Не нашли ответа?</p><label>Имя</label><textarea></textarea></form>", []),
    ("form with a choice only", "<form><p>Бірінші</p><input type=radio></form>", ["Бірінші"]),
    (
      "accordion",
      "<div class=item><button class=accordion-button aria-expanded=false>Су</button><div hidden>\(third)</div></div>",
      ["Су", third]
    ),
    (
      "accordion, button in a heading",
      "<h3><button aria-expanded=false>Су</button></h3><div style='display: none'>\(third)</div>",
      ["Су", third]
    ),
    (
      "spoiler",
      "<div class=spoiler-head>Су</div><div class=spoiler-body style='display:none'>\(third)</div>",
      ["Су", third]
    ),
    ("hidden for good", "<div>Су</div><div hidden>\(third)</div>", ["Су"]),
    ("button of the page", "<button aria-expanded=false>Мәзір</button>", []),
    ("advertisement by its word", "<p>На правах рекламы</p>", []),
    ("role of a foot", "<div role=contentinfo><p>\(third)</p></div>", []),
    ("role of a list of tabs", "<ul role=tablist><li>Мәтін</li><li>Құжаттар</li></ul>", []),
    ("role that says nothing", "<div role=region><p>\(third)</p></div>", [third]),
    (
      "information on an act",
      "<table><tr><td>Дата принятия</td><td>12.10.2023</td></tr><tr><td>Номер</td><td>8/71</td></tr><tr><td>Юридическая сила</td><td>Решение</td></tr></table>",
      []
    ),
    (
      "information on an act, kk",
      "<table><tr><td>Қабылдаған орган</td><td>Шет аудандық мәслихаты</td></tr><tr><td>Қабылданған күні</td><td>12.10.2023</td></tr><tr><td>Тіркеу нөмірі</td><td>6502-09</td></tr></table>",
      []
    ),
    (
      "a table of another matter",
      "<table><tr><td>Номер</td><td>Дом</td></tr><tr><td>12</td><td>улица Абая</td></tr><tr><td>14</td><td>улица Сатпаева</td></tr></table>",
      ["Номер Дом", "12 улица Абая", "14 улица Сатпаева"]
    ),
    (
      "owner's line, long",
      "<p>© 2012. РГП «Институт законодательства и правовой информации» Министерства юстиции Республики Казахстан</p>",
      []
    ),
    ("rates of a bank", "<div>Шымкент +7° 29 қараша, сәрсенбі USD 458.9 EUR 503.9 RUB 5.15</div>", []),
    ("rates by their signs", "<div>Орал -9 °C $ 523.8 € 551.2 ₽ 5.03 Кіру</div>", []),
    (
      "a sum in dollars", "<p>Грант в 5000 USD получила школа № 4 села Абай</p>",
      ["Грант в 5000 USD получила школа № 4 села Абай"]
    ),
    (
      "links without spaces",
      "<div><span>Поделиться</span><a href=1>Facebook</a><a href=2>Telegram</a></div>", []
    ),
    ("hashtags", "<p>#мәслихат #бюджет</p>", []), ("a number sign", "<p># 5 бойынша</p>", ["# 5 бойынша"]),
    ("pages before and after", "<p><a href=1>← Сенбілік өтті</a> <a href=2>Көпір ашылды →</a></p>", []),
    ("a button beside a file", "<p><a href=1>Хаттама.pdf</a><a href=1>Жүктеу</a></p>", []),
    ("invitation to comment", "<h3>Оставить комментарий</h3>", []),
    (
      "office of a paper",
      "<p>Адрес редакции: 140100, Павлодарская обл., г. Аксу, ул. Ауэзова, 12, тел. 6-05-45</p>", []
    ),
    ("who wrote it", "<div class=author-card><b>А. Досан</b><p>\(third)</p></div>", []),
    (
      "invitation before the comments",
      "<b>Следите за новостями в нашем <a href=1>Telegram-канале</a></b><h4>Комментарии</h4><div>\(third)</div>",
      []
    ),
    ("evaluation of the page", "<p>Бұл бет сізге пайдалы болды ма?</p>", []),
  ]

  @Test(arguments: services) func service(_ row: (name: String, html: String, kept: [String])) {
    let found = blocks(
      "<title>т</title><div class=page><p>\(Self.first)</p><p>\(Self.second)</p>\(row.html)</div>")
    #expect(found == [Self.first, Self.second] + row.kept, "\(row.name)")
  }

  @Test func footnotesBelowTheTextStay() {
    let text = [Self.first, Self.second].map { "<p>\($0)</p>" }.joined()
    let note = "[1] С учётом решений, принятых заочно."
    let found = blocks(
      "<title>т</title><body><div>\(text)</div><div><p>\(note)</p></div><div><p>[ дальше ]</p></div></body>")
    #expect(found == [Self.first, Self.second, note])
  }

  @Test func siteNameThatLinksToTheFrontPage() {
    let page =
      "<div><a href='/kaz'>ӘДІЛЕТ</a></div><div><a href='/kaz/docs/1'>Шешім</a></div><h1>Бюджет туралы</h1>"
    let found = blocks("<title>Бюджет туралы</title><body>\(page)<p>\(Self.first)</p></body>")
    #expect(found == ["Шешім", "Бюджет туралы", Self.first])
  }

  @Test func linksWithMarksBetweenThem() {
    let text = [Self.first, Self.second, Self.third].map { "<p>\($0)</p>" }.joined()
    let menu =
      "<b>Разделы</b><br>• <a href=1>История района</a><br>• <a href=2>Акимат</a><br>• <a href=3>Маслихат</a><br><br>Погода +14"
    let found = blocks("<title>т</title><table><tr><td>\(menu)</td><td>\(text)</td></tr></table>")
    #expect(found == [Self.first, Self.second, Self.third])
  }

  /// A breve or diaeresis that stands apart from its letter changes nothing.
  @Test(arguments: anywhere + below) func decomposedLineGoes(_ line: String) {
    let text = [Self.first, Self.second, Self.third].map { "<p>\($0)</p>" }.joined()
    let page = "<title>т</title><div>\(text)<p>\(line.decomposedStringWithCanonicalMapping)</p></div>"
    #expect(blocks(page) == [Self.first, Self.second, Self.third])
  }

  /// What begins or ends as service lines do and is the document's own.
  @Test(
    arguments: [
      "Ахметов К.Ж.: Подписывайтесь на районную газету, тираж её падает.",
      "Следующая статья расходов – образование.",
      "Печать и подпись", "Просмотрено 14 объектов в трех сельских округах.", "27.12.2019 ж. №58-246",
      "Қоғамдық тыңдауға қатысу үшін алдын ала тіркеліңіз", "15 000 теңге", "Фото пресс-службы маслихата.",
      "Пікір білдірген депутаттар жобаны қолдады.", "Комментарии к статье закона дал юрист аппарата.",
    ])
  func linesOfTheDocumentStay(_ line: String) {
    for frame in ["<title>т</title>", ""] {
      let found = blocks("\(frame)<div><p>\(Self.first)</p><p>\(line)</p><p>\(Self.second)</p></div>")
      #expect(found == [Self.first, line, Self.second])
    }
  }

  /// A reader's own day is not the page's; a day of publication is.
  @Test(
    arguments: [
      ("Бүгін: 12.02.2020 USD: 376.4", nil), ("Распечатано: 11.07.2023", nil), ("Просмотров: 15", nil),
      ("Опубликовано: 11.07.2023", "Опубликовано: 11.07.2023"), ("11.07.2023 10:15", "11.07.2023 10:15"),
      ("Дата создания: 11.07.2023", "Дата создания: 11.07.2023"),
    ] as [(String, String?)])
  func dayOfThePage(_ line: String, _ date: String?) {
    let source = HTMLReader.read(
      Array("<title>т</title><div><p>\(line)</p><p>\(Self.first)</p></div>".utf8).span)
    #expect(source.declared.dateText == date)
    #expect(source.blocks.count == 1)
  }
}
