import Foundation
import Tabulation
import Testing

@testable import Analysis

struct PublishedReaderTests {
  private static let head = PublishedReader.factColumns.joined(separator: "\t") + "\n"
  private static let good =
    "a\t2\tKZ-71\tc\tKZ-71\ttopic.youth\twords\tdirection\t-\tжастар\tмолодёжь\tyouth\tTable 2\n"
  private static let regions = PublishedReader.regionColumns.joined(separator: "\t") + "\n"

  private func study(_ facts: String, regions: String = regions) throws -> PublishedStudy {
    try PublishedReader.study(
      TabbedFile(Array(facts.utf8), file: "published.tsv", columns: PublishedReader.factColumns),
      TabbedFile(Array(regions.utf8), file: "regions.tsv", columns: PublishedReader.regionColumns))
  }

  @Test func commentsLineEndsAndByteOrderMarksAreHarmless() throws {
    let plain = try study(Self.head + Self.good)
    let other = try study(
      "\u{FEFF}# comment\r\n" + (Self.head + "\n" + Self.good).replacingOccurrences(of: "\n", with: "\r\n"))
    #expect(plain.facts.map(\.id) == ["a"])
    #expect(plain.facts[0].label == TrilingualLabel(kk: "жастар", ru: "молодёжь", en: "youth"))
    #expect(other.facts.map(\.label) == plain.facts.map(\.label))
    #expect(plain.facts[0].expected.isEmpty && plain.facts[0].code == "topic.youth")
  }

  static let bad: [(facts: String, line: Int, message: String)] = [
    ("", 1, "is empty"),
    ("fact\ttabel\n", 1, "'tabel' is no column; did you mean 'table'?"),
    (head + "a\t2\n", 2, "has 2 cells, the first line has 13"),
    (head + good.replacingOccurrences(of: "words", with: "wrods"), 2, "did you mean 'words'?"),
    (
      head + good.replacingOccurrences(of: "\tKZ-71\ttopic", with: "\tKZ-72\ttopic"), 2,
      "'KZ-72' is no region"
    ),
    (head + good + good, 3, "'a' is the name of the fact in line 2 too"),
    (
      head + good.replacingOccurrences(of: "words\tdirection\t-", with: "level\tf\thihg"), 2,
      "did you mean 'high'?"
    ),
    (
      head + good.replacingOccurrences(of: "words\tdirection\t-", with: "figure\tf\t1 400"), 2, "is no number"
    ),
    (head + good.replacingOccurrences(of: "direction", with: ""), 2, "the column 'word' is empty"),
  ]

  @Test(arguments: bad) func badFactsAreNamedWithTheirLine(
    _ row: (facts: String, line: Int, message: String)
  ) {
    let error = #expect(throws: PipelineError.self) { try study(row.facts) }
    #expect(error?.problems.first?.line == row.line || row.facts.hasPrefix("fact\ttabel"))
    #expect(error?.description.contains(row.message) == true, "\(error?.description ?? "")")
  }

  @Test func badRegionsAreNamed() {
    let row = "KZ-7\ta\ta\ta\tb\tb\tb\tTable 1\n"
    let error = #expect(throws: PipelineError.self) {
      try study(Self.head + Self.good, regions: Self.regions + row)
    }
    #expect(error?.description.contains("regions.tsv:2: 'KZ-7' is no region") == true)
  }

  @Test func theBundledFactsFitTheStudysPipeline() throws {
    let study = try SyntheticStudy()
    let folder = SyntheticStudy.root.appendingPathComponent("Corpus/study").path
    let published = try PublishedReader.read(folder)
    let requests = try StoredTables.requests(study.pipeline, study.model)
    try StudyResults.check(study.pipeline, study.model.codebook, requests)
    #expect(published.facts.count == 135)
    #expect(published.regions.map(\.code) == study.pipeline.regions)
    for fact in published.facts {
      #expect(!fact.place.isEmpty && fact.label.kk != fact.label.en && fact.label.ru != fact.label.en)
    }
    let ruled = published.facts.filter { fact in study.pipeline.rules.contains { $0.fits(fact) } }
    #expect(published.facts.count - ruled.count == 1)
  }
}
