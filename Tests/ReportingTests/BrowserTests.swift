import Foundation
import Tabulation
import Testing

@testable import Reporting

/// The page in a real browser, under its own policy. Skipped where Chromium is not installed.
@Suite(.enabled(if: Browser.path != nil, "Chromium is not installed"))
struct BrowserTests {
  /// The document after the script has run, with a cell opened by the page's address.
  private func document(
    _ content: HTMLReport.Content, _ passages: [HTMLReport.Passage] = Sample.passages, address: String
  ) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hattama-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = try HTMLReport.bytes(of: content, passages: passages)
    try OutputFolder(folder.path()).write(page, to: "report.html")
    return try Browser.document(
      "file://\(folder.path())/report.html\(address)", profile: folder.path() + "/profile")
  }

  @Test func cellOpensItsPassagesWithTheEvidenceMarked() throws {
    let page = try document(Sample.content, address: "#cell-0.0.0")
    #expect(page.contains("<html lang=\"ru\" class=\"js\">"))
    #expect(page.contains("<dialog id=\"panel\" aria-labelledby=\"panel-title\" open=\"\">"))
    #expect(page.contains(">г. Астана · Публичные слушания и приём граждан</h2>"))
    #expect(page.contains("на <mark class=\"own\">публичных слушаниях</mark> жители"))
    #expect(page.contains("<code>hearings.public</code>"))
    #expect(page.contains("astana/2022-12-09.html · № 1"))
    #expect(
      page.contains("aria-label=\"1 (33,3\u{A0}%): г. Астана · Публичные слушания и приём граждан\"")
        || page.contains("aria-label=\"1 (33,3&nbsp;%): г. Астана · Публичные слушания и приём граждан\""))
  }

  /// The panel of a cell with every statistic, in a frame as wide as a telephone: nothing runs out of it sideways, and its
  /// text stands off its edge.
  @Test(arguments: [390, 420]) func panelFitsNarrowScreens(_ width: Int) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "hattama-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var content = Sample.content
    content.tables = [Sample.analysed]
    let frame = """
      <iframe id="f" width="\(width)" height="900" src="report.html#cell-0.0.0"></iframe><p id="found"></p><script>
      setTimeout(() => {
        const page = f.contentDocument, panel = page.getElementById("panel");
        const values = page.querySelectorAll("#panel-facts dd").length;
        const edge = parseFloat(f.contentWindow.getComputedStyle(panel).paddingLeft);
        found.textContent = `${values} values, ${panel.scrollWidth - panel.clientWidth} out, edge ${edge}`;
      }, 5000);
      </script>
      """
    let out = try OutputFolder(folder.path())
    try out.write(try HTMLReport.bytes(of: content, passages: Sample.passages), to: "report.html")
    try out.write(Array(frame.utf8), to: "frame.html")
    let page = try Browser.document("file://\(folder.path())/frame.html", profile: folder.path() + "/profile")
    let found = try #require(page.firstMatch(of: />(\d+) values, (-?\d+) out, edge ([\d.]+)</)?.output)
    #expect((Int(found.1) ?? 0) > 8 && found.2 == "0" && (Double(found.3) ?? 0) >= 16, "\(found.0)")
  }

  @Test func overlappingEvidenceIsMarkedOnce() throws {
    let page = try document(Sample.content, address: "#cell-0.0.2")
    #expect(page.contains("<mark class=\"own\">две школы на 1 200 мест сданы</mark>"))
    #expect(page.contains("<mark class=\"other\">Многодетным семьям</mark>"))
  }

  /// The words of the passage are left alone where it is coded for its titles.
  @Test func titlesAreMarkedWhereTheyAreTheEvidence() throws {
    var passages = Sample.passages
    let agenda = HTMLReport.Title(.agenda, "О слушаниях")
    let heading = HTMLReport.Title(.heading, "Разное")
    passages[0].codes[0].evidence = [
      .init(.title(agenda), entry: "context:civil-society.hearings", rule: "learned")
    ]
    passages[0].codes.append(
      .init("results.vulnerable", evidence: [.init(.title(heading), entry: "context:x", rule: "learned")]))
    let page = try document(Sample.content, passages, address: "#cell-0.0.0")
    #expect(page.contains("<span class=\"kind\">Повестка дня</span><mark class=\"own\""))
    #expect(page.contains(">О слушаниях</mark>"))
    #expect(page.contains("<span class=\"kind\">Заголовок</span><mark class=\"other\""))
    #expect(page.contains("<dd>Повестка дня · заголовок над фрагментом (обученный кодировщик)</dd>"))
    #expect(page.components(separatedBy: "<mark ").count == 3)
    #expect(!page.contains("<code>context:"))
  }

  /// Rows are codes: the row's evidence is the cell's. Neither is a code: all evidence is.
  @Test func evidenceOfTheCellIsFoundByItsKeys() throws {
    let label = TrilingualLabel(untranslated: "x")
    for (row, others) in [("results.vulnerable", 1), ("2022", 0)] {
      var tally = Tally(
        CrossTableRequest(
          id: "t", label: label, rows: .init(id: "r", label: label, keys: .discovered([])),
          columns: .init(id: "c", label: label, keys: .discovered([]))))
      tally.add(document: 0, rows: [], passages: [.init(3, rows: [row], columns: ["KZ-71"])])
      var content = Sample.content
      content.tables = [tally.table()]
      let page = try document(content, address: "#cell-0.0.0")
      #expect(page.contains("<mark class=\"own\">Многодетным семьям</mark>"))
      #expect(page.components(separatedBy: "<mark class=\"other\">").count == 1 + others)
    }
  }

  /// Statements of tables in words open their passages as numbers do, with the evidence of their code marked.
  @Test(arguments: ["ru", "en"]) func statementsOpenTheirPassages(language: String) throws {
    var content = Sample.content
    content.tables = []
    content.statements = [
      .init(
        id: "w", label: .init(untranslated: "W"), rowLabel: .init(untranslated: "R"),
        columns: [.init(kk: "Б", ru: "Столбец", en: "Column")],
        rows: [
          .init(
            Sample.regions[0],
            [
              [
                .init(.init(untranslated: "без фрагментов")),
                .init(
                  .init(untranslated: "число"), passages: [PassageReference(document: 0, passage: 1)],
                  code: "civil-society.hearings"),
                .init(
                  .init(untranslated: ""), quotation: .init("цитата", language: "ru", source: "где-то"),
                  passages: [PassageReference(document: 0, passage: 3)], code: "results.vulnerable"),
              ]
            ])
        ])
    ]
    let number = try document(content, address: "?lang=\(language)#statement-0")
    #expect(number.contains(language == "ru" ? ">г. Астана · Столбец</h2>" : ">Astana · Column</h2>"))
    #expect(number.contains("на <mark class=\"own\">публичных слушаниях</mark> жители"))
    let quotation = try document(content, address: "?lang=\(language)#statement-1")
    #expect(quotation.contains("<mark class=\"own\">Многодетным семьям</mark>"))
    #expect(quotation.components(separatedBy: "<article>").count == 2)
  }

  @Test func totalsOpenThePassagesOfAllRows() throws {
    let page = try document(Sample.content, address: "#cell-0.3.0")
    #expect(page.contains(">Всего · Публичные слушания и приём граждан</h2>"))
    #expect(page.components(separatedBy: "<article>").count == 3)
  }

  /// What the reader sees in the cells of the first table is what the CSV says, in each language and as shares.
  @Test(arguments: ["kk", "ru", "en"]) func numbersOfThePageAreThoseOfTheTable(language: String) throws {
    let page = try document(Sample.content, address: "?lang=\(language)")
    #expect(page.contains("<html lang=\"\(language)\" class=\"js\">"))
    let body = try #require(
      page.firstMatch(of: /<tbody>\n<tr><th scope="row"><span class="t">[\s\S]*?<\/tbody>/)?.output)
    let shown = body.matches(of: /<span class="n">([0-9]+)<\/span>/).map { String($0.output.1) }
    let shares = body.matches(of: /<span class="s en">([0-9.]+)%/).map { String($0.output.1) }
    let csv = String(
      decoding: CSVExporter(byteOrderMark: false).bytes(of: Sample.table, in: .en), as: UTF8.self)
    let lines = csv.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let count = try #require(lines[0].firstIndex(of: "passages"))
    let share = try #require(lines[0].firstIndex(of: "share"))
    #expect(shown == lines.dropFirst().map { String($0[count]) })
    let expected = lines.dropFirst().compactMap { Double($0[share]) }
    #expect(zip(shares, expected).allSatisfy { abs((Double($0) ?? -1) / 100 - $1) <= 0.0005 })
    #expect(shares.count == expected.count && shares.count == 8)
  }

  @Test func languageSwitchReachesTitleListsAndNames() throws {
    let page = try document(Sample.content, address: "?lang=kk")
    #expect(page.contains("<title>Мәслихаттар және әлеуметтік бағдарланған мемлекет</title>"))
    #expect(page.contains("<option value=\"1\">ҮЕҰ-мен өзара іс-қимыл</option>"))
    #expect(page.contains(": Астана қаласы · Қоғамдық тыңдаулар мен азаматтарды қабылдау\""))
  }

  /// Long blocks are compressed: the browser unpacks the one that it needs.
  @Test func compressedPassagesOpen() throws {
    var passages = Sample.passages
    passages[0].text = String(repeating: "Сессия. ", count: 2_000) + "Последнее слово."
    let page = try document(Sample.content, passages, address: "#cell-0.0.0")
    #expect(page.contains("data-encoding=\"deflate+base64\" id=\"passages-0\""))
    #expect(page.contains("Последнее слово.</blockquote>"))
  }

  @Test func markUpInADocumentIsShownAsText() throws {
    var passages = Sample.passages
    passages[0].text = "<img src=x onerror=\"document.title='broken'\"></script><b>\u{202E}x"
    let page = try document(Sample.content, passages, address: "#cell-0.0.0")
    #expect(!page.contains("<img"))
    #expect(!page.contains("<title>broken"))
    #expect(page.contains("&lt;/script&gt;") && page.contains("<span class=\"control\">U+202E</span>"))
  }
}

private enum Browser {
  static let path: String? = ["chromium", "chromium-browser", "google-chrome"]
    .map { "/usr/bin/\($0)" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static func document(_ url: String, profile: String) throws -> String {
    let process = Process()
    // A browser that hangs must not hang the tests.
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = [
      "60", try #require(path), "--headless=new", "--no-sandbox", "--disable-gpu",
      "--disable-background-networking",
      // Time runs as the page asks for it, and the document is taken when nothing is left to do.
      "--virtual-time-budget=10000",
      // A page may look into a frame with another file.
      "--allow-file-access-from-files",
      "--user-data-dir=\(profile)", "--dump-dom", url,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
