import Foundation
import Testing

@testable import Ingestion

/// How mark-up becomes blocks, one rule a case.
struct HTMLReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var html: String
    var blocks: [String]
  }

  static let blocks: [Case] = [
    Case(
      testDescription: "words cut by inline tags are joined", html: "<p>1. <b>Б</b>ек<i>i</i>т&shy;iлсiн</p>",
      blocks: ["paragraph/-: 1. Бекiтiлсiн"]),
    Case(
      testDescription: "one line break joins, two part", html: "<div>а<br>б<br><br>в<br> &nbsp; <br>г</div>",
      blocks: ["paragraph/-: а б", "paragraph/-: в", "paragraph/-: г"]),
    Case(
      testDescription: "text around a nested block is of its own", html: "<div>а<p>б</p>в</div>",
      blocks: ["paragraph/-: а", "paragraph/-: б", "paragraph/-: в"]),
    Case(
      testDescription: "a nested list parts its item", html: "<ul><li>а<ul><li>б</li></ul>в</li></ul>",
      blocks: ["listItem/-: а", "listItem/-: б", "listItem/-: в"]),
    Case(
      testDescription: "a row is a passage, its cells in order",
      html:
        "<table><tr><th>Аты</th><th>Саны</th></tr><tr><td><p>Мектеп</p><p>жаңа</p></td><td>3</td></tr></table>",
      blocks: ["tableHeader/-: Аты Саны", "tableRow/-: Мектеп жаңа 3"]),
    Case(
      testDescription: "a table of one column lays out",
      html: "<table><tr><td>бірінші</td></tr><tr><td>екінші</td></tr></table>",
      blocks: ["paragraph/-: бірінші", "paragraph/-: екінші"]),
    Case(
      testDescription: "Word's conditions are not shown",
      html: "<p><![if !supportLists]>1. <![endif]>Ремонт 2 < 3 жолдан</p>",
      blocks: ["paragraph/-: 1. Ремонт 2 < 3 жолдан"]),
    Case(
      testDescription: "ornaments are lost", html: "<p>* * *</p><p>—</p><p>мәтін</p>",
      blocks: ["paragraph/-: мәтін"]),
    Case(
      testDescription: "a fragment keeps what a page would lose",
      html: "<p>Реклама ережесі</p><p>12.05.2019 10:00</p>",
      blocks: ["paragraph/-: Реклама ережесі", "paragraph/-: 12.05.2019 10:00"]),
    Case(
      testDescription: "messages of the page's program are lost",
      html: "<b>Notice</b>: Undefined index in <b>/a.php</b> on line <b>7</b><p>Notice: мәтін</p>",
      blocks: ["paragraph/-: Notice: мәтін"]),
  ]

  @Test(arguments: blocks) func marksUpBecomesBlocks(_ page: Case) {
    let source = HTMLReader.read(Array(page.html.utf8).span)
    #expect(outline(source) == page.blocks)
    checkSourceText(source, page.testDescription)
  }

  static let losses: [(name: String, html: String, reasons: [LossReason])] = [
    ("nav", "<nav>а</nav><p>б</p>", [.navigation]),
    ("script is not visible", "<script>а</script><p>б</p>", []),
    ("hidden", "<p style='display:none'>а</p><p hidden>б</p><p>в</p>", [.hidden]),
    ("form controls", "<form><label>а</label><p>б</p><button>в</button></form>", [.form]),
    ("class", "<div class=\"block-share\">а</div><p>б</p>", [.social]),
    ("negated class", "<div class=\"no-sidebar\">а</div><p>б</p>", []),
    ("camel case", "<div id=leftMenu>а</div><p>б</p>", [.navigation]),
    ("published", "<title>т</title><p>Жарияланды: 12 мамыр 2020</p><p>б</p>", [.pageMetadata]),
    ("a date in words is text", "<title>т</title><p>2024 жылғы 21 ақпан</p><p>б</p>", []),
    ("date and hour before the text", "<title>т</title><p>21.02.2024, 10:30</p><p>б</p>", [.pageMetadata]),
    (
      "read also", "<title>т</title><div><p>а</p><div><b>Читайте также</b><p>в</p></div><p>б</p></div>",
      [.related]
    ),
    (
      "read also amid the text",
      "<title>т</title><div><article><p>\(Self.sentence)</p><p>\(Self.sentence)</p><h3>Читайте также:</h3><ul><li><a href=1>Өзге хабар</a></li></ul><p>\(Self.sentence)</p><p>\(Self.sentence)</p></article></div>",
      [.related]
    ),
    (
      "a discussion that is the text",
      "<title>т</title><div><p>\(Self.sentence)</p><h3>Обсуждение</h3><p>\(Self.sentence)</p><p>\(Self.sentence)</p></div>",
      []
    ),
    ("comments", "<title>т</title><div class=comments><p>а</p></div><p>\(Self.sentence)</p>", [.social]),
  ]
  static let sentence = "Депутаттар ауылдың су құбырын жөндеу мәселесін қарап, қаржы бөлуді ұсынды."

  @Test(arguments: losses) func lossesHaveReasons(_ page: (name: String, html: String, reasons: [LossReason]))
  {
    let source = HTMLReader.read(Array(page.html.utf8).span)
    #expect(Set(source.losses.lost.keys) == Set(page.reasons), "\(page.name): \(outline(source))")
    // Whatever is left out around them, sentences of the text stay.
    let sentences = page.html.components(separatedBy: "<p>\(Self.sentence)").count - 1
    let kept = String(decoding: source.text, as: UTF8.self).components(separatedBy: Self.sentence).count - 1
    #expect(kept == sentences, "\(page.name)")
    checkSourceText(source, page.name)
  }

  @Test func cuesOfTheFrameDoNotHoldInTheMiddleOfTheText() {
    let page =
      "<title>т</title><div><p>\(Self.sentence)</p><p>Реклама на улицах;</p><p>\(Self.sentence)</p></div>"
    let source = HTMLReader.read(Array(page.utf8).span)
    #expect(outline(source).contains("paragraph/-: Реклама на улицах;"))
  }

  @Test func textStaysWhateverItsContainerIsCalled() {
    let page =
      "<title>т</title><div class=sidebar><p>\(Self.sentence)</p><p>\(Self.sentence)</p></div><div>а</div>"
    let source = HTMLReader.read(Array(page.utf8).span)
    #expect(outline(source).count == 2)
    #expect(source.losses.lost == [.chrome: 1])
  }
}
