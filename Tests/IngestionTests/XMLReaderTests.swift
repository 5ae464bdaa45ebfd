import Testing

@testable import Ingestion

struct XMLReaderTests {
  @Test func akomaNtosoDebate() throws {
    let source = AkomaNtosoReader.read(try fixture("xml/debate.xml"))
    #expect(
      outline(source) == [
        "title/heading: Протокол X сессии Тестовского районного маслихата",
        "paragraph/-: Село Тестово, 14 марта 2024 года",
        "paragraph/attendance: Из 21 депутата присутствуют 20.",
        "heading/heading: Повестка дня",
        "listItem/agenda: 1. О дорогах.",
        "listItem/agenda: 2. Разное.",
        "heading/heading §1: О дорогах",
        "paragraph/speech [Ахметов Е.Б.] §1: Дорога к селу разбита, ремонт начат.",
        "paragraph/note §1: См. акт осмотра.",
        "listItem/speech [Ахметов Е.Б.] §1: первый участок;",
        "listItem/speech [Ахметов Е.Б.] §1: второй участок.",
        "paragraph/speech [Голос из зала] §1: Когда?",
        "paragraph/speech [Председатель сессии] §1: Весной.",
        "paragraph/resolution §1: Отчёт принять к сведению.",
        "paragraph/vote §1: За – 17, против – 2, воздержались – 1.",
        "paragraph/- §1: Вопрос снят.",
        "paragraph/note §1: (Перерыв.)",
        "paragraph/- §1: Депутаты осмотрели карту.",
        "tableRow/- §1: Село Сумма",
        "tableRow/- §1: Тестово 12,5 млн",
        "heading/heading §2: Разное",
        "paragraph/- §2: Вопросов нет.",
        "paragraph/signature: Председатель сессии Е. Ахметов",
        "paragraph/-: Закрыто в 13.00",
      ])
    let declared = source.declared
    #expect(declared.title == "Протокол X сессии Тестовского районного маслихата")
    #expect(declared.date == "2024-03-14")
    #expect(declared.language == "ru")
    #expect(declared.body == "Тестовский районный маслихат")
    #expect(declared.kind == .protocol)
    #expect(declared.chair == "Ахметов Е.Б.")
    #expect(
      declared.votes == [
        Metadata.Vote(item: 1, inFavour: 17, against: 2, abstained: 1),
        Metadata.Vote(item: 2, inFavour: 20, against: 0, abstained: 0),
      ])
    #expect(source.losses.lost == [.header: 17, .speakerLabel: 24, .ornament: 3])
    #expect(source.issues.isEmpty)
    checkSourceText(source, "debate")
  }

  /// Numbers and headings come before what they number, after a space, as segments of their own.
  @Test func akomaNtosoAct() throws {
    let source = AkomaNtosoReader.read(try fixture("xml/act.xml"))
    #expect(
      outline(source) == [
        "title/heading: Аудандық бюджет туралы",
        "paragraph/-: Бюджет кодексіне сәйкес мәслихат ШЕШТІ:",
        "heading/heading: 1-бап. Көлемі",
        "paragraph/-: 1. Бюджет бекітілсін.",
        "paragraph/-: 2. Мыналар ескерілсін:",
        "paragraph/-: 1) кірістер;",
        "paragraph/-: 2) шығындар.",
        "paragraph/-: 2-бап. Шешім 2024 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
      ])
    #expect(source.declared.kind == .decision)
    #expect(source.declared.language == "kk")
    #expect(source.blocks[3].segments.count == 2)
    let path = source.places.path(of: source.segments[source.blocks[3].segments.lowerBound].node)
    #expect(path.hasSuffix("*[local-name()='paragraph'][1]/*[local-name()='num'][1]"))
    checkSourceText(source, "act")
  }

  @Test func tei() throws {
    let source = TEIReader.read(try fixture("xml/parliament.tei.xml"))
    #expect(
      outline(source) == [
        "title/heading: Стенограмма",
        "heading/heading: Ашылуы",
        "paragraph/attendance: Қатысқаны – 15 депутат.",
        "listItem/agenda: 1. Жол туралы.",
        "paragraph/speech [Сейітова Айгүл]: Бастаймыз.",
        "heading/heading §1: Жол туралы",
        "paragraph/speech [Марат Оспанов] §1: Жол нашар екенін айттық.",
        "paragraph/note §1: (күлкі)",
        "paragraph/speech [Марат Оспанов] §1: Повторяю по-русски.",
        "paragraph/note §1: Шапалақ.",
        "paragraph/speech [Залдан] §1: Рас.",
        "paragraph/vote §1: Жақтап – 15.",
        "paragraph/resolution §1: Есеп тыңдалсын.",
        "tableRow/- §1: Ауыл Шақырым",
        "paragraph/note: (шығып)",
        "paragraph/speech [Оқырман.]: Бірінші жол,",
        "paragraph/speech [Оқырман.]: екінші жол.",
        "paragraph/signature: Сессия төрайымы А. Сейітова",
      ])
    let declared = source.declared
    #expect(declared.title == "Сынақ мәслихатының сессиясы")
    #expect(declared.date == "2024-04-18")
    #expect(declared.language == "kk")
    #expect(declared.session == 12)
    #expect(declared.convocation == 8)
    #expect(declared.body == "Сынақ аудандық мәслихаты")
    #expect(declared.chair == "Сейітова Айгүл")
    #expect(declared.kind == .protocol)
    #expect(Set(source.losses.lost.keys) == [.header, .speakerLabel])
    checkSourceText(source, "tei")
  }

  @Test func unknownVocabulary() throws {
    let source = UnknownXMLReader.read(try fixture("xml/unknown.xml"))
    #expect(
      outline(source) == [
        "heading/-: Жаңалықтар", "paragraph/-: Сессия өтті депутаттармен.", "paragraph/-: Екінші жол.",
        "tableRow/-: Ауыл 120", "paragraph/-: Абзац с", "paragraph/-: абзацем", "paragraph/-: внутри.",
      ])
    #expect(source.issues.map(\.id) == ["unknown-xml"])
    #expect(source.issues.first?.message.contains("bulletin in the namespace urn:example:bulletin") == true)
    checkSourceText(source, "unknown")
  }

  /// Small pieces of mark-up and the blocks that they give.
  static let pieces: [(name: String, source: String, blocks: [String])] = [
    (
      "several signatures in one paragraph",
      "<akomaNtoso><conclusions><p>Село, <date>1 марта</date><signature>А. Бе</signature><signature>В. Ге</signature></p>"
        + "<signature>Д. Е</signature></conclusions></akomaNtoso>",
      [
        "paragraph/-: Село, 1 марта", "paragraph/signature: А. Бе", "paragraph/signature: В. Ге",
        "paragraph/signature: Д. Е",
      ]
    ),
    (
      "sections by name",
      "<akomaNtoso><debateSection name='decisions'><p>Принять.</p></debateSection></akomaNtoso>",
      ["paragraph/resolution: Принять."]
    ),
    (
      "a table's paragraphs stay in their row",
      "<akomaNtoso><table><tr><td><p>а</p><p>б</p></td><td>в<br/>г</td></tr></table></akomaNtoso>",
      ["tableRow/-: а б в г"]
    ),
    (
      "a number with nothing after it",
      "<akomaNtoso><paragraph><num>1.</num></paragraph><p>а</p></akomaNtoso>",
      ["paragraph/-: 1.", "paragraph/-: а"]
    ),
    (
      "text between blocks", "<akomaNtoso><body>а<p>б</p>в<i>г</i><p>д</p></body></akomaNtoso>",
      ["paragraph/-: а", "paragraph/-: б", "paragraph/-: вг", "paragraph/-: д"]
    ),
    (
      "TEI: text of a turn without segments",
      "<TEI><u>Текст <note>(шум)</note> дальше<vocal><desc>кашель</desc></vocal>.</u></TEI>",
      ["paragraph/speech: Текст дальше.", "paragraph/note: (шум)", "paragraph/note: кашель"]
    ),
    (
      "TEI: segments inside of a paragraph",
      "<TEI><p>Один <seg>два</seg>, <seg>три</seg>.</p><signed>Подпись</signed></TEI>",
      ["paragraph/-: Один два, три.", "paragraph/signature: Подпись"]
    ),
    (
      "TEI: divisions by type", "<TEI><div type='agenda'><head>Күн тәртібі</head><p>1. Жол.</p></div></TEI>",
      ["heading/heading: Күн тәртібі", "paragraph/agenda: 1. Жол."]
    ),
  ]

  @Test(arguments: pieces) func piece(_ row: (name: String, source: String, blocks: [String])) {
    let utf8 = Array(row.source.utf8)
    let source = row.source.hasPrefix("<TEI") ? TEIReader.read(utf8) : AkomaNtosoReader.read(utf8)
    #expect(outline(source) == row.blocks)
    checkSourceText(source, row.name)
  }

  static let languages: [(code: String?, language: String?)] = [
    ("kaz", "kk"), ("KK-KZ", "kk"), ("kz", "kk"), ("rus", "ru"), ("ru_RU", "ru"), ("eng", "en"),
    ("spa", "spa"), ("", nil),
    ("русский", nil), (nil, nil),
  ]

  @Test(arguments: languages) func declaredLanguage(_ row: (code: String?, language: String?)) {
    #expect(XMLDeclared.language(row.code) == row.language)
  }

  static let dates: [(text: String?, date: String?)] = [
    ("2024-03-05", "2024-03-05"), (" 2024-03-05T10:00:00+05:00", "2024-03-05"),
    ("05.03.2024 10:00", "2024-03-05"),
    ("05/03/2024", "2024-03-05"), ("2024-13-05", nil), ("2024-03-0", nil), ("0001-01-01", nil),
    ("5 марта", nil), (nil, nil),
  ]

  @Test(arguments: dates) func declaredDate(_ row: (text: String?, date: String?)) {
    #expect(XMLDeclared.date(row.text) == row.date)
  }
}
