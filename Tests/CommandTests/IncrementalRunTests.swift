import Foundation
import GRDB
import Testing

/// A run codes what has changed, and its results are those of a run that starts from nothing.
struct IncrementalRunTests {
  /// What happens to a study between two runs, and how many files are coded then.
  static let changes: [(name: String, coded: Int, change: @Sendable (RunStudy) throws -> Void)] = [
    ("a new page in the middle", 1, { try $0.page(105) }),
    ("a page that says something else", 1, { try $0.page(11, edition: 7) }),
    (
      "a page that is gone", 0,
      { try FileManager.default.removeItem(at: $0.scratch.url("pages/page-10.html")) }
    ),
    ("all pages written anew with the same bytes", 0, { study in for n in 10..<40 { try study.page(n) } }),
    (
      "a page under another name", 1,
      {
        try FileManager.default.moveItem(
          at: $0.scratch.url("pages/page-12.html"), to: $0.scratch.url("pages/zz.html"))
      }
    ),
    ("words that all pages have", 30, { try $0.lexicon("дом", "үй") }),
    ("a word more that Russian pages have", 20, { try $0.lexicon("вода ; дом", "жол") }),
    ("a number that six pages have", 6, { try $0.lexicon("вода ; 15", "жол") }),
    ("a word more that no page has", 0, { try $0.lexicon("вода ; колонка", "жол") }),
    ("another word in the place of one that Kazakh pages have", 10, { try $0.lexicon("вода", "көше") }),
    (
      "another table", 0,
      { study in
        let text = try String(contentsOfFile: study.pipeline, encoding: .utf8)
        try study.scratch.write(
          "study.yaml",
          text.replacing("{id: languages, rows: language", with: "{id: regions, rows: region").utf8)
      }
    ),
    (
      "a result that is gone", 0,
      { try FileManager.default.removeItem(at: $0.scratch.url("out/report.html")) }
    ),
    (
      "a file that cannot be read", 1,
      {
        try $0.scratch.write("pages/page-13.html", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2])
      }
    ),
  ]

  /// Files whose documents bear the mark that the test put on them.
  private static let kept =
    "JOIN passage ON passage.document = file.first AND file.documents > 0 AND polarity = 'kept'"

  @Test(arguments: changes.indices) func onlyWhatChangedIsCoded(_ index: Int) throws {
    let (name, coded, change) = Self.changes[index]
    let study = try RunStudy()
    for number in 10..<40 { try study.page(number) }
    let first = try study.run()
    #expect(first.status == 0, "\(name): \(first.errors)")
    // A mark that no coding gives: documents that are coded anew lose it.
    let store = study.scratch.url("out/analysis.sqlite").path
    try RunStudy.execute("UPDATE passage SET polarity = 'kept'", in: store)
    try change(study)
    try study.run()
    let kept = try RunStudy.files(
      in: store, Self.kept)
    let files = try RunStudy.files(in: store, "")
    #expect(files - kept == coded, "\(name): \(files) files, \(kept) of them taken over")
    try study.run("out", "--fresh")
    #expect(
      try RunStudy.files(in: store, Self.kept) == 0)
  }

  @Test(arguments: changes.indices) func resultsAreThoseOfARunFromNothing(_ index: Int) throws {
    let (name, _, change) = Self.changes[index]
    let study = try RunStudy()
    for number in 10..<40 { try study.page(number) }
    try study.run()
    try change(study)
    let again = try study.run()
    let fresh = try study.run("fresh")
    let (results, expected) = (try study.results(), try study.results("fresh"))
    #expect(results.keys.sorted() == expected.keys.sorted(), "\(name)")
    for (file, bytes) in expected { #expect(results[file] == bytes, "\(name): \(file)") }
    #expect(again.status == fresh.status && again.errors == fresh.errors, "\(name)")
    #expect(expected.count > 10)
  }

  @Test func nothingIsDoneWhereNothingChanged() throws {
    let study = try RunStudy()
    for number in 10..<20 { try study.page(number) }
    try study.scratch.write("pages/broken.json", "{\"title\": ".utf8)
    let first = try study.run()
    #expect(first.status == 1)
    // Stamps of files that are younger than two seconds say nothing.
    Thread.sleep(forTimeInterval: 2.1)
    try study.run()
    let before = try study.scratch.contents(of: "out")
    let again = try study.run()
    #expect(again.output.contains("nothing has changed"))
    #expect(again.status == 1 && again.errors == first.errors)
    #expect(try study.scratch.contents(of: "out") == before)
    let verified = try study.run("out", "--verify-input")
    #expect(!verified.output.contains("nothing has changed"))
    #expect(try study.scratch.contents(of: "out").keys == before.keys)
  }

  @Test func tableThatIsNoLongerAskedForGoes() throws {
    let study = try RunStudy()
    try study.page(1)
    try study.run()
    try study.scratch.write("out/tables/mine.csv", "a".utf8)
    let text = try String(contentsOfFile: study.pipeline, encoding: .utf8)
    try study.scratch.write(
      "study.yaml",
      text.split(separator: "\n").filter { !$0.contains("languages") }.joined(separator: "\n").utf8)
    try study.run()
    let files = try study.scratch.contents(of: "out").keys
    #expect(!files.contains("tables/languages.csv") && files.contains("tables/kinds.csv"))
    #expect(files.contains("tables/mine.csv"), "a file that no run wrote is nobody's to remove")
  }
}

extension RunStudy {
  static func execute(_ sql: String, in store: String) throws {
    try DatabaseQueue(path: store).write { try $0.execute(sql: sql) }
  }

  /// Number of files with documents in a store.
  static func files(in store: String, _ join: String) throws -> Int {
    try DatabaseQueue(path: store).read {
      try Int.fetchOne($0, sql: "SELECT count(DISTINCT file.id) FROM file \(join)") ?? 0
    }
  }
}
