import Foundation
import Tabulation
import Testing

@testable import Reporting

@Suite struct HTMLReportTests {
  private func page(
    _ content: HTMLReport.Content, _ passages: [HTMLReport.Passage] = Sample.passages
  ) throws -> String {
    String(decoding: try HTMLReport.bytes(of: content, passages: passages), as: UTF8.self)
  }

  /// The content of a data block, read by an independent reader.
  private func block(_ id: String, _ page: String) throws -> Any {
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"\(id)\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    return try JSONSerialization.jsonObject(with: Data(page[start.upperBound..<end.lowerBound].utf8))
  }

  @Test func pageAgreesWithItsGolden() throws {
    try expectGolden(try HTMLReport.bytes(of: Sample.content, passages: Sample.passages), "report.html")
  }

  @Test func orderOfPassagesDoesNotMatter() throws {
    let other = try page(Sample.content, Sample.passages.reversed())
    let page = try page(Sample.content)
    #expect(other == page)
  }

  @Test func policyNamesThePagesOwnStyleAndScript() throws {
    let page = try page(Sample.content)
    let style = try #require(page.firstMatch(of: /<style>([\s\S]*?)<\/style>/)?.output.1)
    let script = try #require(page.firstMatch(of: /<script>([\s\S]*?)<\/script>/)?.output.1)
    #expect(page.contains("style-src 'sha256-\(SHA256.base64(of: Array(style.utf8)))'"))
    #expect(page.contains("script-src 'sha256-\(SHA256.base64(of: Array(script.utf8)))'"))
    #expect(!page.contains("unsafe-inline"))
    #expect(!page.contains(" style=\""))
  }

  @Test func nothingIsLoadedFromAnywhere() throws {
    let page = try page(Sample.content)
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
    #expect(!page.contains("url(") && !page.contains("@import"))
    for sink in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
      #expect(!ReportScript.text.contains(sink))
    }
  }

  @Test func numbersStandInThePageWithoutScript() throws {
    let page = try page(Sample.content)
    #expect(
      page.contains(
        #"data-cell="0.0.0"><span class="n">1</span><span class="s en">33.3%<small>6.1–79.2</small>"#))
    #expect(page.contains(#"<span class="s kr">33,3\#u{A0}%<small>6,1–79,2</small>"#))
    #expect(page.contains(#"<span class="cell"><span class="n">0</span><span class="s">–</span></span>"#))
  }

  @Test func cellsLeadToTheirPassages() throws {
    let page = try page(Sample.content)
    let cells = try #require(try block("cells-0", page) as? [[Any]])
    let passages = try #require(try block("passages-0", page) as? [[String: Any]])
    #expect(cells.count == 16)
    let hearings = try #require(cells[4][1] as? [Int])
    #expect(cells[4][0] as? Int == 1)
    #expect(hearings.map { passages[$0]["n"] as? Int } == [1])
    #expect(hearings.map { passages[$0]["document"] as? Int } == [1])
    // A total has its count; its passages are those of its column.
    #expect(cells[12][0] as? Int == 2)
    #expect((cells[12][1] as? [Int])?.isEmpty == true)
    // Passages that no cell leads to are left out.
    #expect(passages.count == 4)
  }

  @Test(arguments: [
    "</script><script>alert(1)</script>", "<!--<script>", "]]><img src=x onerror=alert(1)>", "\" onclick=\"x",
    "&lt;b&gt;",
    "'; alert(1)//", "\u{202E}эк\u{2066}x", "\u{2028}\u{2029}", "\u{0}\u{1}\u{7F}",
  ])
  func hostileTextStaysText(text: String) throws {
    var content = Sample.content
    let label = TrilingualLabel(untranslated: text)
    content.title = label
    content.facts.append(.init(label, label))
    content.codeLabels["results.vulnerable"] = label
    content.documents[0] = .init(path: text, title: text, region: label, date: text)
    content.diagram = HTMLReport.Diagram(title: label, outcome: label, groups: [(label, [label])])
    content.keyFigures = [.init(label, label)]
    content.methods = [.init(label, label)]
    var passages = Sample.passages
    passages[0].text = text
    passages[0].speaker = text
    passages[0].role = text
    passages[0].codes[0].evidence[0].entry = text
    passages[0].codes[0].evidence[0].place = .words(0..<9_999)
    passages[0].codes[0].evidence.append(.init(.title(.init(.heading, text)), entry: text, rule: text))
    var request = Sample.request()
    request.label = label
    request.rows.keys = .given([TableKey("KZ-71", label)])
    var tally = Tally(request)
    tally.add(document: 0, rows: ["KZ-71"], passages: [.init(1, columns: ["civil-society.hearings"])])
    content.tables = [tally.table()]

    let page = try page(content, passages)
    let written = try #require(try block("passages-0", page) as? [[String: Any]])
    #expect((written[0]["text"] as? String).map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    // The page has the same elements as with harmless text.
    #expect(tags(page) == tags(try self.page(harmless(content))))
    #expect(!page.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x7F })
  }

  private func harmless(_ content: HTMLReport.Content) -> HTMLReport.Content {
    var content = content
    let label = TrilingualLabel(untranslated: "x")
    content.title = label
    content.facts[content.facts.count - 1] = .init(label, label)
    content.diagram = HTMLReport.Diagram(title: label, outcome: label, groups: [(label, [label])])
    content.keyFigures = [.init(label, label)]
    content.methods = [.init(label, label)]
    var request = Sample.request()
    request.label = label
    request.rows.keys = .given([TableKey("KZ-71", label)])
    var tally = Tally(request)
    tally.add(document: 0, rows: ["KZ-71"], passages: [.init(1, columns: ["civil-society.hearings"])])
    content.tables = [tally.table()]
    return content
  }

  /// Tags but those of lines in pictures, of which a longer text has more.
  private func tags(_ page: String) -> [Substring] {
    page.matches(of: /<[!\/a-zA-Z][^\s>]*/).map(\.output).filter { $0 != "<tspan" && $0 != "</tspan" }
  }

  /// A page that would be too large keeps the first passages of every cell and the whole count.
  @Test func passagesAreLimitedFairly() throws {
    var tally = Tally(Sample.request())
    let keys = Sample.indicators.prefix(2).map(\.key)
    for document in 0..<100 {
      tally.add(
        document: document, rows: ["KZ-71"], passages: [.init(1, columns: [keys[document < 90 ? 0 : 1]])])
    }
    var content = Sample.content
    content.tables = [tally.table()]
    var asked: [PassageReference] = []
    var page: [UInt8] = []
    try HTMLReport.write(
      content,
      passages: {
        asked += $0
        return []
      }, limit: 50, to: { page += $0 })
    // 90 and 10 are too many, 45 and 10 too; 22 and 10 fit.
    #expect(asked.count == 32 && asked == asked.sorted())
    let cells = try #require(try block("cells-0", String(decoding: page, as: UTF8.self)) as? [[Any]])
    #expect(cells[0][0] as? Int == 90 && (cells[0][1] as? [Int])?.count == 22)
    #expect(cells[1][0] as? Int == 10 && (cells[1][1] as? [Int])?.count == 10)
  }

  @Test func validityStandsInThePage() throws {
    var content = Sample.content
    content.validity = ValidityPage(dimensions: [], method: .init(untranslated: "m"), resamples: 10)
    let page = try page(content)
    #expect(page.contains("<a href=\"#validity\">") && page.contains("<h2 id=\"validity\">"))
    let style = try #require(page.firstMatch(of: /<style>([\s\S]*?)<\/style>/)?.output.1)
    #expect(page.contains("style-src 'sha256-\(SHA256.base64(of: Array(style.utf8)))'"))
  }

  private static let tidy = "/usr/bin/tidy"

  /// The W3C's HTML Tidy has nothing to say of the page.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: tidy), "HTML Tidy is not installed"))
  func pageIsTidy() throws {
    var content = Sample.content
    content.tables = [Sample.analysed]
    content.keyFigures = content.facts
    content.methods = [.init(.init(untranslated: "m"), .init(untranslated: "t"))]
    content.diagram = HTMLReport.Diagram(
      title: .init(untranslated: "t"), outcome: .init(untranslated: "o"),
      groups: [(.init(untranslated: "g"), [.init(untranslated: "i")])])
    let folder = FileManager.default.temporaryDirectory.appending(path: "hattama-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try OutputFolder(folder.path()).write(
      try HTMLReport.bytes(of: content, passages: Sample.passages), to: "r.html")
    let process = Process()
    process.executableURL = URL(filePath: Self.tidy)
    process.arguments = ["-e", "-q", folder.path() + "/r.html"]
    let output = Pipe()
    process.standardError = output
    try process.run()
    let remarks = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(remarks.isEmpty)
    #expect(process.terminationStatus == 0)
  }

  @Test func emptyReportIsAPage() throws {
    let page = try page(HTMLReport.Content(title: .init(untranslated: "x")))
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
    #expect(page.contains("There are no tables."))
    #expect(!page.contains("class=\"banner\""))
  }

  @Test func groupsNeedALabelForEveryColumn() throws {
    #expect(try page(Sample.content).contains("class=\"group\" colspan=\"2\""))
    var content = Sample.content
    content.codeLabels["results"] = nil
    #expect(try !page(content).contains("class=\"group\""))
  }

  @Test(arguments: [
    (nil, 1.0, "h0"), (0.0, 1.0, "h0"), (0.001, 1.0, "h1"), (0.5, 1.0, "h3"), (1.0, 1.0, "h6"),
    (0.3, 0.3, "h6"),
    (0.3, 0.0, "h0"),
  ])
  func shadesRiseInSixSteps(share: Double?, largest: Double, shade: String) {
    #expect(ReportFigure.shade(share, largest) == shade)
  }

  @Test(arguments: [
    (0, "0"), (9999, "9999"), (10_000, "10\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"),
    (-123_456, "-123\u{202F}456"),
  ])
  func thousandsAreSetApart(count: Int, text: String) { #expect(ReportTable.grouped(count) == text) }

  @Test func levelsAndMarksAreExplained() throws {
    var content = Sample.content
    content.tables = [Sample.analysed]
    let page = try page(content)
    #expect(page.contains("<sup>▼†</sup><span class=\"level\">"))
    #expect(page.contains("▲ significantly more than in the other rows"))
    #expect(page.contains("‡ Krippendorff&#39;s alpha on gold is below .667"))
    #expect(page.contains("<h2 id=\"sensitivity\">") && page.contains("<td>2 / 8</td>"))
    let details = CellDetails(Sample.analysed, row: 0, column: 0).lines
    #expect(details.count == 11 && Set(details.map(\.name.en)).count == 11)
    #expect(details.contains { $0.value.en == "2022-06-08: 25.0% → 75.0%; p (Holm) = 0.005" })
  }

  @Test(arguments: [
    (0.075, "7.5%", "7,5\u{A0}%"), (1, "100.0%", "100,0\u{A0}%"), (0.0004, "0.0%", "0,0\u{A0}%"),
  ])
  func percentagesFollowTheLanguage(share: Double, en: String, ru: String) {
    #expect(ValueText.text(share, .passages, .en) == en)
    #expect(ValueText.text(share, .passages, .ru) == ru)
    #expect(ValueText.text(share, .passages, .kk) == ru)
  }

  @Test func everyWordIsInThreeLanguages() {
    for word in ReportWording.allCases {
      #expect(!word.label.kk.isEmpty && !word.label.ru.isEmpty && !word.label.en.isEmpty)
      #expect(word.label.en != word.label.ru && word.label.en != word.label.kk)
    }
  }

  /// FIPS 180-4 examples, and lengths around the padding's edges from `printf 'a%.0s' {1..55} | sha256sum`.
  @Test(arguments: [
    ("", "e3b0c442"), ("abc", "ba7816bf"),
    ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61"),
    (String(repeating: "a", count: 55), "9f4390f8"), (String(repeating: "a", count: 56), "b35439a4"),
    (String(repeating: "a", count: 64), "ffe054fe"), (String(repeating: "a", count: 1_000), "41edece4"),
  ])
  func digestsAreTheStandards(message: String, start: String) {
    let digest = SHA256.digest(of: Array(message.utf8))
    #expect(digest.count == 32)
    #expect(digest.prefix(4).map { String(Int($0) + 0x100, radix: 16).suffix(2) }.joined() == start)
  }
}
