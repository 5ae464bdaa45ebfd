@preconcurrency import CLibXML2
import Testing

@testable import Ingestion

/// The flat tree against libxml2's own DOM: every XPath finds its element, with the same string value.
struct MarkupTreeTests {
  static let pages: [(name: String, html: String)] = [
    ("fragment without html and body", "<p>бір</p>\r\n<p>екі <b>ү</b>ш</p>"),
    ("full page", "<!DOCTYPE html><html><head><title>т</title></head><body><p>а</p></body></html>"),
    ("unclosed paragraphs and items", "<ul><li>а<li>б<p>в<p>г</ul><div>д"),
    ("stray end tags", "</div><p>а</div>б</p></p></span>в</table>"),
    ("nested tables", "<table><tr><td>а<table><tr><td>б</table>в<td>г</table>"),
    ("text before anything", "жалаң мәтін <b>қалың</b> тағы"),
    ("two bodies", "<html><body>а</body></html><body>б<p>в</body>"),
    ("two bodies after a DOCTYPE", "<!DOCTYPE html><html><body>а</body></html><body>б<p>в</body>"),
    ("comment first", "<!-- а --><html><body>а</body></html><body>б<p>в</body>"),
    ("text after html", "<html><body>а</body></html> соңында <p>тағы"),
    ("entities", "<p>&laquo;а&raquo; &nbsp; &#1179; &unknown; & &lt;b&gt; &shy;"),
    ("script and comment", "<p>а<script>if(a<b)c()</script><!-- жоқ -->б</p><style>p{}</style>"),
    ("unknown elements", "<o:p>а</o:p><foo>б<foo>в</foo></foo><foo>г</foo>"),
    ("headings inside inline", "<strong><p>а</p><h2>б</h2></strong>в"),
    ("form and select", "<form><select><option>а<option>б</select>в</form>"),
    ("leading white space", "\n\n  <p>а</p>\n <p>б</p>\n"),
    ("br and hr", "<div>а<br>б<br/>в<hr>г</div>"),
    ("definition list", "<dl><dt>а<dd>б<dt>в<dd>г</dl>"),
    ("processing instruction first", "<?xml version=\"1.0\"?><html><body>а</body></html>б<p>в"),
    ("bodies side by side", "<html><body>а</body><p>б</p><body>в</body></html><body>г</body><body>д"),
    ("roots side by side", "<!DOCTYPE html><p>а</p></body></html>б<p>в</html>г"),
    ("white space between roots", "<html><body>а</body></html> \n <p>б</p> \n <p>в</p>"),
    ("broken start tags", "<div><p class=\"x\" <b>а</b><p>б</div><p title='<i>в</i><p>г"),
    ("broken tags that are left out", "<html><body><div>а<body <p>б</p>в</div><html <i>г</i>"),
  ]

  @Test(arguments: pages) func htmlAgreesWithDOM(_ page: (name: String, html: String)) {
    let source = Array(page.html.utf8)
    let tree = MarkupParser.parseHTML(source.span)
    let document = source.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, "UTF-8",
        Int32(HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue))
    }
    defer { xmlFreeDoc(document) }
    check(tree, document, page.name)
  }

  static let files: [(name: String, xml: String)] = [
    (
      "namespaces, CDATA, an unknown entity",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <a:doc xmlns:a="urn:a" xmlns="urn:b"><sec n="1">бір<p>екі</p>&amp;<p>үш <i>төрт</i></p></sec><a:sec><![CDATA[<бес>]]></a:sec>
      <sec/>&unknown;<!-- жоқ --></a:doc>
      """
    ),
    ("start tag without end", "<d><p class=\"x\" <b>а</b><p>б</p>в</d>"),
    ("start tags without end in one another", "<d><s><p <b <i>а</i></b>б</p></s>в</d>"),
    ("undeclared prefixes", "<d><a:p>а</a:p><p>б</p><p>в</p><b:p>г</b:p></d>"),
    ("wrong end tags", "<d><s><p>а</s>б</p><p>в</q></d>г</d>"),
    ("cut off", "<d><s><p>а</p><p>б <i>в"),
    ("two roots", "<?xml version='1.0'?><d><p>а</p></d><d><p>б</p></d>"),
  ]

  @Test(arguments: files) func xmlAgreesWithDOM(_ file: (name: String, xml: String)) {
    let source = Array(file.xml.utf8)
    let tree = MarkupParser.parseXML(source.span)
    let document = source.withUnsafeBytes { bytes in
      xmlReadMemory(
        bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), nil, nil,
        Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_RECOVER.rawValue))
    }
    defer { xmlFreeDoc(document) }
    check(tree, document, file.name)
  }

  @Test func xmlHasItsNamespaceAndComplaints() {
    let tree = MarkupParser.parseXML(Array("<a:doc xmlns:a='urn:a'>&unknown;</a:doc>".utf8).span)
    #expect(tree.rootNamespace == "urn:a")
    #expect(tree.complaints.contains { $0.message.contains("unknown") })
  }

  private func check(_ tree: MarkupTree, _ document: xmlDocPtr?, _ name: String) {
    #expect(!tree.elements.isEmpty, "\(name)")
    let context = xmlXPathNewContext(document)
    defer { xmlXPathFreeContext(context) }
    var elements = 0
    if let all = xmlXPathEvalExpression("//*", context) {
      elements = Int(all.pointee.nodesetval?.pointee.nodeNr ?? 0)
      xmlXPathFreeObject(all)
    }
    #expect(tree.elements.count == elements, "\(name): number of elements")
    for index in tree.elements.indices {
      let path = Places(.markup(tree)).path(of: Int32(index))
      guard let found = xmlXPathEvalExpression(path, context) else {
        Testing.Issue.record("\(name): \(path) is no XPath")
        continue
      }
      defer { xmlXPathFreeObject(found) }
      #expect(found.pointee.nodesetval?.pointee.nodeNr == 1, "\(name): \(path)")
      let value = xmlXPathCastToString(found)
      defer { xmlFree(value) }
      let element = tree.elements[index]
      let own = String(decoding: tree.text[Int(element.textStart)..<Int(element.textEnd)], as: UTF8.self)
      #expect(value.map { String(cString: $0) } == own, "\(name): \(path)")
    }
  }
}
