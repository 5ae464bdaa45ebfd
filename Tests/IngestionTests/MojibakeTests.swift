import Foundation
import Linguistics
import Testing

@testable import Ingestion

struct MojibakeTests {
  static let garbled: [(name: String, page: CodePage, cause: String)] = [
    ("as windows-1251", .windows1251, "windows-1251"), ("as windows-1252", .windows1252, "windows-1252"),
    ("as Greek", .windows1253, "windows-1253"), ("as KOI8-R", .koi8R, "KOI8-R"),
    ("as IBM866", .ibm866, "IBM866"),
    ("as ISO-8859-5", .iso88595, "ISO-8859-5"), ("as Mac Cyrillic", .macCyrillic, "Mac Cyrillic"),
  ]
  static let texts = [
    "Решение районного маслихата о бюджете на 2024 год",
    "Аудандық мәслихаттың шешімі: әкімнің есебі тыңдалсын",
  ]

  /// UTF-8 read in a single-byte encoding; bytes that it leaves open pass as control characters.
  @Test(arguments: garbled, texts) func recognised(
    _ row: (name: String, page: CodePage, cause: String), text: String
  ) {
    var out: [UInt8] = []
    for byte in text.utf8 {
      let scalar = row.page.scalars[Int(byte)]
      out.appendScalar(scalar == 0xFFFD ? UInt32(byte) : scalar)
    }
    #expect(Mojibake.cause(in: out[...]) == row.cause)
  }

  static let readable: [(name: String, text: String)] = [
    ("Russian", texts[0]), ("Kazakh", texts[1]),
    ("Kazakh capitals", "АУДАНДЫҚ БЮДЖЕТТІ БЕКІТУ ТУРАЛЫ: ТІЗІМ, СІЛТЕМЕ"),
    ("quotation", "«Су» – тіршілік, «С» – литер № 5…"),
    ("Spanish", "La sesión terminó: ¿aprobación unánime?"),
    ("German", "Über die Größe der Straße"), ("one accented word", "Œuvre àéîöü"),
    ("questions", "Кто? Что? Где?? Когда???"),
    ("Kazakh in Latin letters", "Qazaqstan Respýblıkasynyń máslıhaty sheshti"),
    ("Russian with stress marks", "за́мок и замо́к"), ("short", "РС"), ("empty", ""),
    ("Greek", "Η απόφαση του συμβουλίου της πόλης"),
    ("Ukrainian capitals", "УЇЗД ТЄ РЄ СЇ ПРО РІШЕННЯ РАДИ"),
  ]

  @Test(arguments: readable) func left(_ row: (name: String, text: String)) {
    #expect(Mojibake.cause(in: Array(row.text.utf8)[...]) == nil)
  }

  @Test func windows1251ReadAsWindows1252() {
    #expect(Mojibake.cause(in: Array("Ðåøåíèå ðàéîííîãî ìàñëèõàòà".utf8)[...]) == "windows-1252")
  }

  @Test func questionMarks() {
    #expect(Mojibake.cause(in: Array("??????? ????????? ????????? 2024".utf8)[...]) == "?")
  }

  /// Only the unreadable paragraph is taken out, counted and reported; the error shows it.
  @Test func unreadableBlocks() {
    let text = "Первый абзац читается.\n\nР’С‚РѕСЂРѕР№ Р°Р±Р·Р°С† РЅРµС‚.\n\nТретий читается.\n"
    let source = PlainTextReader.read(Array(text.utf8))
    #expect(outline(source) == ["paragraph/-: Первый абзац читается.", "paragraph/-: Третий читается."])
    #expect(source.losses.lost[.unreadable] == 29)
    #expect(source.issues.map(\.id) == ["mojibake"])
    #expect(source.issues.first?.message.contains("Р’С‚РѕСЂРѕР№") == true)
    checkSourceText(source, lines: text.components(separatedBy: "\n"), "mojibake")
  }
}
