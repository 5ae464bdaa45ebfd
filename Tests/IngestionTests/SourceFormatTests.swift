import Testing

@testable import Ingestion

struct SourceFormatTests {
  static let rows: [(name: String, source: String, format: SourceFormat)] = [
    (
      "Akoma Ntoso",
      "<?xml version='1.0'?><!-- a --><akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'>",
      .akomaNtoso
    ),
    (
      "Akoma Ntoso, WD17", "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17'/>",
      .akomaNtoso
    ),
    ("Akoma Ntoso 2.0", "<akomaNtoso xmlns='http://www.akomantoso.org/2.0'/>", .akomaNtoso),
    (
      "Akoma Ntoso with a prefix",
      "<akn:akomaNtoso xmlns:akn='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>", .akomaNtoso
    ),
    ("a lone debate", "<debate xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'/>", .akomaNtoso),
    (
      "TEI", "<?xml version='1.0'?>\n<?xml-model href='a.rng'?>\n<TEI xmlns='http://www.tei-c.org/ns/1.0'>",
      .tei
    ),
    ("TEI corpus", "<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>", .tei),
    (
      "TEI after a DOCTYPE with a subset", "<?xml version='1.0'?><!DOCTYPE TEI [<!ENTITY a \"b\">]><TEI>",
      .tei
    ),
    ("other XML", "<?xml version='1.0'?><bulletin version='2.0'><p>", .xml),
    ("RSS", "<?xml version='1.0'?><rss version='2.0'><channel>", .feed),
    (
      "RSS 1.0",
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>",
      .feed
    ),
    ("Atom", "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'>", .feed),
    ("another feed", "<?xml version='1.0'?><feed><animal/></feed>", .xml),
    ("XML without declaration", "<protocol><p>а</p></protocol>", .xml),
    ("XML with an HTML-like root", "<?xml version='1.0'?><table><row/></table>", .xml),
    ("declaration only", "<?xml version='1.0'?>", .xml),
    ("XHTML", "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'>", .html),
    ("HTML page", "\r\n<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><HTML>", .html),
    ("fragment", "<p align=\"center\">Шешім</p>", .html),
    ("comment first", "<!-- c --><div>а</div>", .html),
    ("HTML after a server's notice", "Notice: undefined index in a.php\n<div class='a'>мәтін</div>", .html),
    ("HTML saved as text", "Шешім туралы<br>бірінші<BR/>екінші", .html),
    ("text with a sign", "если a < b и c > d, то 5<6", .text),
    ("text with an address", "хат: <asan@example.kz>", .text),
    ("text in brackets", "[12 марта] Заседание", .text),
    ("text in braces", "{подпись}", .text),
    ("text", "Шешім туралы", .text),
    ("JSON object", " {\"title\": \"а\"}", .json),
    ("JSON array", "[\n{\"title\": \"а\"}]", .json),
    ("JSON over several lines", "{\"results\": [\n{\"title\": \"а\"},\n{\"title\": \"б\"}\n]}", .json),
    ("JSON Lines", "{\"title\": \"а\"}\n{\"title\": \"б\"}\n", .jsonLines),
    ("JSON Lines with CR", "{\"title\": \"а\"}\r\n\r\n{\"title\": \"б\"}", .jsonLines),
    ("one JSON line", "{\"title\": \"а\"}\n", .json),
    ("nothing", "  \n", .text),
  ]

  @Test(arguments: rows) func sniffed(_ row: (name: String, source: String, format: SourceFormat)) {
    #expect(SourceFormat.sniff(Array(row.source.utf8)) == row.format)
  }
}
