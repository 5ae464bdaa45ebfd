import TestSupport
import Testing

@testable import Ingestion

/// libxml2 reads marks in the place of long texts, and the tree is the one of the file without them.
struct PlainStretchesTests {
  static let pages: [(name: String, html: String)] = [
    (
      "paragraphs",
      "<html><body><p>Сессия ашылды, депутаттар толық жиналды.</p><p>бюджет туралы мәселе қаралды</p></body></html>"
    ),
    (
      "entities",
      "<p>Ауыл &laquo;Болашақ&raquo; мектебінің құрылысы &#1179;алай &nbsp жүріп жатыр &белгісіз мәтін</p>"
    ),
    (
      "quotation marks",
      "<p>газеті \"Егемен Қазақстан\" басылымында жарияланған хабарлама</p><b>жалғасы осында тұр</b>"
    ),
    (
      "attributes",
      "<a title=\"x > ұзын атау мұнда тұрады деп есептейік\" href='/а?б=в'>сілтеменің ұзын мәтіні осында</a>"
    ),
    (
      "unclosed attribute",
      "<a title=\"x>ұзын атау мұнда тұрады</a> тағы да мәтін <p class=\"y\">және соңында мәтін бар</p>"
    ),
    ("comments", "<p>а<!-- <b> түсіндірме мәтін мұнда -- тұрады --> енді ашық мәтін қайтадан басталады</p>"),
    (
      "scripts",
      "<script>if (a<b && c>d) { мәтін = \"ұзын мәтін сценарий ішінде\"; }</script><p>кейінгі мәтін осылай</p>"
    ),
    (
      "white space",
      "<div>                                        <p>                          </p>\n\t </div>"
    ),
    ("long text", "<p>" + String(repeating: "Мәслихат хатшысы есеп берді. ", count: 200) + "</p>"),
    ("the sign itself", "<p>мәтін \u{7f}aaaaa және ұзын жалғасы осында тұрады</p><b>тағы бір ұзын мәтін</b>"),
    (
      "the sign by reference",
      "<p>ұзын мәтін осында тұрады &#x7F;aaaaa</p><b>тағы &#0127;aaaab бір ұзын мәтін</b>"
    ),
    ("text outside", "кіріспе > мәтін тегтерсіз тұрған жерде <b>қалың</b> және соңы да тегтерсіз қалады"),
  ]

  @Test(arguments: pages) func treeIsTheSame(_ page: (name: String, html: String)) {
    check(Array(page.html.utf8), page.name)
  }

  /// Pages with pieces of mark-up thrown in and bytes taken out, so that tags, values and comments stay open.
  @Test(arguments: pages) func treeOfDamagedPagesIsTheSame(_ page: (name: String, html: String)) {
    let pieces = [
      "<", ">", "\"", "'", "&", ";", "=", "--", "<!--", "-->", "<script>", "</", "<p ", "<![", "/>",
      "\u{FFFF}", "\u{7f}", "&#127;aaaaa",
    ]
    var random = SeededGenerator(seed: 7)
    for round in 0..<60 {
      var html = Array(page.html.utf8)
      for _ in 0...round % 4 {
        let at = Int.random(in: 0...html.count, using: &random)
        html.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8, at: at)
        html.removeSubrange(at..<min(html.count, at + Int.random(in: 0...2, using: &random)))
      }
      // Readers get valid UTF-8 only.
      check(Array(String(decoding: html, as: UTF8.self).utf8), "\(page.name), round \(round)")
    }
  }

  static let files: [(name: String, xml: String)] = [
    (
      "akoma ntoso",
      "<?xml version=\"1.0\"?>\n<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><debate name=\"a > ұзын атау мұнда тұрады\">\n"
        + "<p>Сессия ашылды, депутаттар толық жиналды.</p>\n<p>бюджет туралы <b>мәселе қаралды ма? иә, қаралды ғой</b></p></debate></akomaNtoso>"
    ),
    ("entities", "<p>Ауыл &amp; мектептің құрылысы &#1179;алай жүріп жатыр &unknown; белгісіз мәтін тұр</p>"),
    (
      "character data",
      "<d><p><![CDATA[a > b ұзын мәтін осында [тұр] деп, ]] одан кейін де]]></p><p>кейінгі мәтін осылай тұр</p></d>"
    ),
    (
      "instructions and comments",
      "<d><?go a > ұзын мәтін нұсқауда тұрады ма ?><!-- x > түсіндірме мәтін мұнда тұрады --><p>ашық мәтін қайтадан басталады</p></d>"
    ),
    (
      "a document type",
      "<!DOCTYPE d [<!ELEMENT d ANY > %бұл-ұзын-параметр-есімі; <!ENTITY e 'x > ұзын мәтін осында'>]><d>&e; мәтіннің жалғасы осында тұр</d>"
    ),
    (
      "not closed",
      "<d>\n<p>ұзын мәтін осында тұрады екен</q>\n<r a=b>тағы бір ұзын мәтін тұр</d>\n<p>тағы бір ұзын мәтін соңында</p>"
    ),
    (
      "lines",
      "<d>\r\n<p>бірінші жолдағы ұзын мәтін осында\r\nекінші жолдағы ұзын мәтін осында\t\tтұр</p>\r\n</e></d>"
    ),
  ]

  @Test(arguments: files) func treeOfXMLIsTheSame(_ file: (name: String, xml: String)) {
    checkXML(Array(file.xml.utf8), file.name)
  }

  @Test(arguments: files) func treeOfDamagedXMLIsTheSame(_ file: (name: String, xml: String)) {
    let pieces = [
      "<", ">", "\"", "'", "&", ";", "=", "--", "<!--", "-->", "<![CDATA[", "]]>", "]", "<?", "?>", "</",
      "<p ", "/>",
      "<!DOCTYPE d [", "<!ENTITY", "\u{FFFF}", "\u{7f}", "&#127;aaaaa", "\u{1}",
    ]
    var random = SeededGenerator(seed: 11)
    for round in 0..<120 {
      var xml = Array(file.xml.utf8)
      for _ in 0...round % 4 {
        let at = Int.random(in: 0...xml.count, using: &random)
        xml.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8, at: at)
        xml.removeSubrange(at..<min(xml.count, at + Int.random(in: 0...2, using: &random)))
      }
      checkXML(Array(String(decoding: xml, as: UTF8.self).utf8), "\(file.name), round \(round)")
    }
  }

  @Test func marksStandForMostOfAText() {
    let html = Array("<p>\(String(repeating: "Сессия ашылды. ", count: 100))</p>".utf8)
    #expect(PlainStretches(of: html.span).marked.count < 20)
    #expect(PlainStretches(of: Array("<p>\u{7f} Сессия ашылды, депутаттар жиналды.</p>".utf8).span).isEmpty)
  }

  private func check(_ html: [UInt8], _ name: String) {
    compare(MarkupParser.parseHTML(html.span), MarkupParser.parseHTML(html.span, skipsText: false), name)
  }

  private func checkXML(_ xml: [UInt8], _ name: String) {
    let quick = MarkupParser.parseXML(xml.span)
    let whole = MarkupParser.parseXML(xml.span, skipsText: false)
    compare(quick, whole, name)
    let isSame = quick.complaints.elementsEqual(whole.complaints) {
      ($0.line, $0.isFatal, $0.message) == ($1.line, $1.isFatal, $1.message)
    }
    #expect(isSame, "\(name): complaints")
  }

  private func compare(_ quick: MarkupTree, _ whole: MarkupTree, _ name: String) {
    // Not compared by #expect itself, which would print every byte.
    let isSame = quick.text == whole.text && quick.attributeText == whole.attributeText
    #expect(isSame, "\(name): text")
    #expect(
      quick.attributes.map { [$0.name, $0.start, $0.end] }
        == whole.attributes.map { [$0.name, $0.start, $0.end] })
    #expect(quick.elements.map(describe) == whole.elements.map(describe), "\(name)")
  }

  private func describe(_ element: MarkupTree.Element) -> [Int32] {
    [
      element.name, element.parent, element.ordinal, element.end, element.textStart, element.textEnd,
      element.attributeCount,
    ]
  }
}
