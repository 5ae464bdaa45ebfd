import Testing

@testable import Analysis

/// Gold names a document as people do, by its file, however the run names it.
@Suite struct PassageKeyTests {
  @Test(arguments: [
    ("a.html", "a.html"), ("pages/2024/a.html", "a.html"), ("pages/news.json!/content/0", "news.json"),
    ("news.json!/0", "news.json"), ("news.jsonl!/12", "news.jsonl"), ("feed.xml!/item/3", "feed.xml"),
    ("pages.zip!/2024/a.html", "a.html"), ("old/pages.tar.gz!/news.json!/content/7", "news.json"),
    ("crawl.warc!/https://maslihat.kz/a", "a"), ("", ""),
  ])
  func documentsAreKnownByTheirFile(_ path: String, _ name: String) {
    #expect(PassageKey.document(path) == name)
    #expect(PassageKey(path: path, text: "Су") == PassageKey(document: name, text: " Су"))
  }
}
