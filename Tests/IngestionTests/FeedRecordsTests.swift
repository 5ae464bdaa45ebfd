import Testing

@testable import Ingestion

struct FeedRecordsTests {
  static let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>Маслихат города Семей области Абай</title><link>https://example.kz</link><language>ru-RU</language>
    <item><title>Сессия &amp; бюджет</title><link>https://example.kz/1</link><pubDate>Thu, 14 Mar 2024 09:20:00 +0500</pubDate>
    <description>Коротко о сессии</description>
    <content:encoded><![CDATA[<p>Депутаты утвердили <b>бюджет</b> города.</p><p>Вопрос о воде отложен.</p>]]></content:encoded></item>
    <item><title>Прием граждан</title><pubDate>нет</pubDate>
    <description>&lt;p&gt;Депутат принял 12 граждан.&lt;/p&gt;&lt;p&gt;Жаловались на дороги.&lt;/p&gt;</description></item>
    </channel></rss>
    """
  static let atom = """
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="kk"><title>Мәслихат</title>
    <entry xml:lang="kk"><title>Тыңдау</title><published>2023-09-05T11:00:00+06:00</published>
    <content type="html">&lt;div&gt;Қоғамдық тыңдау өтті.&lt;/div&gt;</content></entry></feed>
    """

  private func documents(_ text: String) throws -> [Document] {
    try Ingester().documents(of: Array(text.utf8), path: "feed.xml")
  }

  @Test func itemsAreDocuments() throws {
    let documents = try documents(Self.rss)
    #expect(documents.map(\.path) == ["feed.xml!/item/1", "feed.xml!/item/2"])
    #expect(documents.map(\.metadata.title) == ["Сессия & бюджет", "Прием граждан"])
    #expect(documents.map(\.metadata.date) == ["2024-03-14", nil])
    #expect(documents.map(\.metadata.region) == ["KZ-10", "KZ-10"])
    #expect(
      documents.map { document in document.passages.map { document.string(of: $0) } } == [
        ["Депутаты утвердили бюджет города.", "Вопрос о воде отложен."],
        ["Депутат принял 12 граждан.", "Жаловались на дороги."],
      ])
    let atom = try #require(try self.documents(Self.atom).first)
    #expect(atom.metadata.title == "Тыңдау" && atom.metadata.date == "2023-09-05")
    #expect(atom.passages.map { atom.string(of: $0) } == ["Қоғамдық тыңдау өтті."])
  }

  /// Every passage is found again by libxml2's own tree.
  @Test(arguments: [rss, atom]) func placesAreFoundAgain(_ text: String) throws {
    let lookup = try SourceLookup(Array(text.utf8), path: "feed.xml")
    for document in try documents(text) {
      for segment in document.segments {
        let found = lookup.text(
          at: document.places.path(of: segment.node), from: Int(segment.start), to: Int(segment.end))
        let piece = try #require(found)
        #expect(!piece.isEmpty)
        #expect(String(decoding: document.text, as: UTF8.self).contains(piece))
      }
    }
  }

  @Test func feedWithoutItemsIsNamed() {
    #expect {
      try documents("<?xml version='1.0'?><rss version='2.0'><channel><title>а</title></channel></rss>")
    } throws: { ($0 as? IngestionError)?.id == "feed-without-items" }
  }

  static let dates: [(text: String, date: String?)] = [
    ("Thu, 14 Mar 2024 09:20:00 +0500", "2024-03-14"), ("5 September 2023", "2023-09-05"),
    ("2023-09-05T11:00:00Z", "2023-09-05"), ("31 Feb 2023", nil), ("вчера", nil), ("", nil),
  ]

  @Test(arguments: dates) func date(_ row: (text: String, date: String?)) {
    #expect(FeedRecords.date(row.text) == row.date)
  }
}
