import Foundation
import TestSupport
import Testing

@testable import Ingestion

/// HTML that is broken, hostile or huge: nothing traps or hangs, and all visible text stays accounted for.
struct HTMLRobustnessTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var html: @Sendable () -> String
    /// Passages that must come out, where that is worth saying.
    var passages: Int?
  }

  static let long = ProcessInfo.processInfo.environment["SKIP_LONG_TESTS"] == nil

  static let huge: [Case] = [
    Case(testDescription: "nested div", html: { nested("<div>", 200_000) + "мәтін" }, passages: 1),
    Case(testDescription: "nested div with text", html: { nested("<div>а ", 100_000) }),
    Case(testDescription: "nested span of a menu", html: { nested("<span class=menu>б", 100_000) }),
    Case(testDescription: "nested links", html: { nested("<div><a href=x>в</a>", 50_000) }),
    Case(testDescription: "nested tables", html: { nested("<table><tr><td>г", 20_000) }),
    Case(testDescription: "cells in divisions of cells", html: { nested("<td><div>д", 20_000) }),
    Case(testDescription: "nested headers", html: { nested("<header><h1>е</h1>", 20_000) }),
    Case(testDescription: "nested lists", html: { nested("<ul><li>ж", 50_000) }),
    Case(testDescription: "siblings", html: { nested("<p>мәтін</p>", 100_000) }, passages: 100_000),
    Case(
      testDescription: "headers beside each other",
      html: { "<h1>т</h1>" + nested("<div class=header>з</div>", 50_000) }),
    Case(
      testDescription: "main elements of a profile",
      html: { nested("<div class=container_gamma>и</div><p>к</p>", 50_000) }),
    Case(testDescription: "rows", html: { "<table>" + nested("<tr><td>1<td>2", 50_000) + "</table>" }),
    Case(
      testDescription: "list headings",
      html: { nested("<div><b>Читайте также</b><a href=x>л</a></div>", 30_000) }),
    Case(
      testDescription: "distinct names",
      html: { (0..<50_000).map { "<x\($0)>м</x\($0)>" }.joined() }, passages: 1),
    Case(testDescription: "line breaks", html: { nested("н<br>", 100_000) }, passages: 1),
    Case(testDescription: "a line", html: { String(repeating: "сөз ", count: 250_000) }, passages: 1),
    Case(
      testDescription: "huge attributes",
      html: {
        "<p class=\"\(String(repeating: "menu ", count: 400_000))\" id=\"\(nested("x", 1_000_000))\">о</p>"
      }),
    Case(
      testDescription: "many attributes",
      html: { "<p \((0..<3_000).map { "a\($0)=1" }.joined(separator: " "))>п</p>" }, passages: 1),
    Case(testDescription: "unclosed markers", html: { nested("<![if ", 100_000) + nested("<!", 50_000) }),
    Case(testDescription: "comments", html: { nested("<!-- -- а -->", 50_000) + "<p>р</p>" }, passages: 1),
  ]

  @Test(arguments: huge) func hugePagesAreReadInTime(_ page: Case) {
    let clock = ContinuousClock()
    var blocks = 0
    let duration = clock.measure { blocks = check(Array(page.html().utf8), page.testDescription) }
    if let passages = page.passages { #expect(blocks == passages) }
    // Generous for a debug build on a busy machine; what grows with the square takes minutes.
    #expect(duration < .seconds(60), "\(page.testDescription): \(duration)")
  }

  @Test(.enabled(if: long, "SKIP_LONG_TESTS is set")) func aMillionNestedElements() {
    #expect(check(Array((Self.nested("<div>", 1_000_000) + "түбі").utf8), "million") == 1)
  }

  @Test(.enabled(if: long, "SKIP_LONG_TESTS is set")) func aLineOfHundredMegabytes() {
    var bytes = Array("<p>".utf8)
    let words = Array("мәслихат сессиясы ".utf8)
    bytes.reserveCapacity(100_000_100)
    while bytes.count < 100_000_000 { bytes += words }
    #expect(check(bytes, "long line") >= 1)
  }

  static let broken: [(name: String, html: String)] = [
    ("empty", ""), ("space", " \n\t "), ("NUL", "<p>а\u{0}б</p>\u{0}<p>в"), ("only NUL", "\u{0}\u{0}"),
    ("end in a tag", "<p>а</p><div cla"), ("end in an attribute", "<p>а</p><div class=\"menu"),
    ("end in an entity", "<p>а &nbs"), ("end in a number", "<p>а &#10"), ("end in a comment", "<p>а<!-- б"),
    ("end in a script", "<p>а<script>if (b"), ("end in a doctype", "<!DOCTYPE ht"),
    ("lone marks", "< > & <> </> <!> <?>"),
    ("impossible numbers", "<p>&#0; &#x110000; &#xD800; &#99999999999; а</p>"),
    ("end tags only", "</p></div></table></body></html>а"), ("rows without a table", "<tr><td>а<td>б</tr>"),
    ("table in a paragraph", "<p>а<table><tr><td>б</table>в"),
    ("frames", "<frameset><frame src=x></frameset>а"),
    ("noncharacters", "<p>\u{FFFE}\u{FFFF} а \u{202E}б\u{200B}\u{AD}</p>"),
    ("text after html", "</html>а<p>б"),
  ]

  @Test(arguments: broken) func brokenPagesAreRead(_ page: (name: String, html: String)) {
    _ = check(Array(page.html.utf8), page.name)
  }

  /// Any page cut anywhere, in the middle of a character too, is read as far as it goes.
  @Test func cutPagesAreRead() throws {
    for page in AnnotatedPages.pages where page.name.hasSuffix("s") || page.name.hasPrefix("a") {
      guard let utf8 = try? SourceDecoder.decode(try AnnotatedPages.bytes(of: page), path: page.name).utf8
      else {
        continue
      }
      var end = 1
      while end < utf8.count {
        checkAccounts(HTMLReader.read(Array(utf8[..<end]).span), "\(page.name) up to \(end)")
        end += 97
      }
    }
  }

  /// Pages of random pieces of mark-up, and random bytes, by a seeded generator.
  @Test func randomPagesAreRead() {
    var generator = SeededGenerator(seed: 20_260_101)
    let pieces = [
      "<div>", "</div>", "<p>", "</p>", "<td>", "<tr>", "<table>", "</table>", "<b>", "</b>", "<a href=x>",
      "</a>",
      "<ul>", "<li>", "</ul>", "<br>", "<h1>", "</h1>", "<h3>", "<span class=date>", "</span>",
      "<div class=menu>",
      "<nav>", "</nav>", "<article>", "</article>", "<header>", "</header>", "<script>", "</script>",
      "<title>",
      "</title>", "мәтін ", "Сессия өтті. ", "12.05.2020 10:30", "&nbsp;", "&laquo;", "<!--", "-->",
      "<![if x]>", "\u{0}",
      "Читайте также", "©", "<time>", "</time>", "<form>", "<input>", "<dl><dt>", "<dd>", "<style>",
      "</style>", "—",
      "Депутаттар ауылдың су құбырын жөндеу мәселесін қарап, қаржы бөлуді ұсынды.", "<aside>", "</aside>",
      "<", "&",
    ]
    for round in 0..<400 {
      let count = Int.random(in: 1...60, using: &generator)
      let html = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
      _ = check(Array(html.utf8), "round \(round): \(html)")
    }
    for round in 0..<200 {
      let bytes = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      guard let utf8 = try? SourceDecoder.decode(bytes, path: "random").utf8 else { continue }
      _ = check(utf8, "bytes \(round)")
    }
  }

  /// Reads a page, checks all that must hold for it, and gives the number of its blocks.
  private func check(_ utf8: [UInt8], _ name: String) -> Int {
    let source = HTMLReader.read(utf8.span)
    if utf8.count < 10_000 { checkSourceText(source, name) } else { checkAccounts(source, name) }
    return source.blocks.count
  }

  private func checkAccounts(_ source: SourceText, _ name: String) {
    let losses = source.losses
    let lost = losses.lost.values.reduce(0, +)
    // Recording an expectation is slow; there are thousands.
    if losses.kept + lost != losses.visible || source.blocks.contains(where: \.text.isEmpty) {
      Testing.Issue.record("\(name): kept \(losses.kept) + lost \(lost) != visible \(losses.visible)")
    }
  }

  private static func nested(_ piece: String, _ count: Int) -> String {
    String(repeating: piece, count: count)
  }
}
