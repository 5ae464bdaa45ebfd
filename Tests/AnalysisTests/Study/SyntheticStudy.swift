import Foundation
import Tabulation

@testable import Analysis

/// Tables of the study's own pipeline, counted from made-up documents: so many passages of each code in each region.
struct SyntheticStudy {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let passages = 1000
  static let documentsOfARegion = 4

  /// Compiled once for all tests.
  private static let model = Result {
    try CodingModel(folder: root.appendingPathComponent("Lexicons/socially-oriented-state").path)
  }

  let pipeline: Pipeline
  let model: CodingModel

  /// - Parameter yaml: a pipeline; nil for the study's own.
  init(_ yaml: String? = nil) throws {
    let file = Self.root.appendingPathComponent("Pipelines/socially-oriented-state.yaml").path
    var pipeline =
      try yaml.map { try PipelineLoader.load(Array($0.utf8), file: file) } ?? PipelineLoader.load(file)
    // Neither bears on levels and keyness, and both take their time.
    for index in pipeline.tables.indices {
      pipeline.tables[index].analysis.bootstrap = nil
      pipeline.tables[index].analysis.leavesEntriesOut = false
    }
    self.pipeline = pipeline
    model = try Self.model.get()
  }

  /// - Parameters:
  ///   - counts: passages by region and code.
  ///   - figures: numbers that documents of a region state beside a code.
  ///   - shuffled: the order in which documents are counted.
  func tables(
    _ counts: [String: [String: Int]], figures: [String: [String: Double]] = [:],
    shuffled: (inout [Int]) -> Void = { _ in }
  ) throws -> [CrossTable] {
    var builder = try TableBuilder(pipeline, model)
    var documents: [CountedDocument] = []
    for (region, codes) in counts.sorted(by: { $0.key < $1.key }) {
      for part in 0..<Self.documentsOfARegion {
        var document = CountedDocument(
          region: region, level: "oblast", kind: "protocol", language: "ru", date: "2023-0\(part + 1)-10",
          session: part + 1, passages: [])
        for n in stride(from: part, to: Self.passages, by: Self.documentsOfARegion) {
          var passage = CountedPassage(n: n + 1, language: "ru", tokens: 10, codes: [])
          for (index, code) in model.codebook.codes.enumerated() where n < codes[code.id] ?? 0 {
            var counted = CountedCode(code: index, score: 1)
            if n == 0, let value = figures[region]?[code.id] {
              let reference = PassageReference(document: documents.count, passage: n + 1)
              counted.figures = [StatedFigure(value: value, text: "\(Int(value))", reference: reference)]
            }
            passage.codes.append(counted)
          }
          document.passages.append(passage)
        }
        documents.append(document)
      }
    }
    var order = Array(documents.indices)
    shuffled(&order)
    for number in order { builder.add(documents[number], number: number) }
    return builder.tables
  }

  func comparison(_ tables: [CrossTable]) throws -> Comparison {
    let study = try PublishedReader.read(Self.root.appendingPathComponent("Corpus/study").path)
    return comparison(tables, study)
  }

  func comparison(_ tables: [CrossTable], _ study: PublishedStudy) -> Comparison {
    let dates = [String?](repeating: "2023-01-10", count: 100)
    return ComparisonBuilder(
      study: study, rules: pipeline.rules,
      evaluator: RuleEvaluator(readings: TableReadings(tables), dates: dates),
      regions: pipeline.regions, isDemonstration: true
    ).comparison
  }
}

extension SyntheticStudy {
  static let regions = ["KZ-71", "KZ-75", "KZ-63", "KZ-39", "KZ-47", "KZ-61"]
  static let indicators = [
    "reforms.programmes", "autonomy.budget-approval", "autonomy.oversight", "autonomy.independence",
    "civil-society.hearings", "civil-society.ngo", "civil-society.openness", "consolidation.values",
    "consolidation.political-culture", "consolidation.conflict", "results.infrastructure",
    "results.vulnerable", "results.budget-control",
  ]

  /// Everything as the study prints it.
  static var asPrinted: [String: [String: Int]] {
    var counts: [String: [String: Int]] = [:]
    for region in regions {
      for code in indicators { counts[region, default: [:]][code] = 30 }
      counts[region]?["form.deputy-report"] = 31
      counts[region]?["form.appeals"] = 40
      for code in ["form.hearing", "form.reception", "form.discussion"] { counts[region]?[code] = 2 }
    }
    func set(_ code: String, _ count: Int, _ regions: String...) {
      for region in regions { counts[region]?[code] = count }
    }
    for (region, topics) in [
      "KZ-71": ["youth", "housing", "social-aid"], "KZ-75": ["social-aid", "health", "inclusive-education"],
      "KZ-63": ["rural-support", "large-families"],
      "KZ-39": ["education", "rural-medicine", "service-access"],
      "KZ-47": ["water", "housing", "energy-subsidies"],
      "KZ-61": ["medical-infrastructure", "migration", "youth"],
    ] {
      for topic in topics { counts[region]?["topic." + topic] = 60 }
    }
    set("reforms.programmes", 60, "KZ-75", "KZ-61")
    set("reforms.programmes", 5, "KZ-63", "KZ-47")
    set("autonomy.oversight", 5, "KZ-71", "KZ-61")
    set("autonomy.independence", 1, "KZ-61")
    set("civil-society.ngo", 60, "KZ-75")
    set("consolidation.conflict", 60, "KZ-47", "KZ-61")
    set("results.infrastructure", 60, "KZ-39", "KZ-61")
    set("form.hearing", 60, "KZ-75", "KZ-71", "KZ-39")
    set("form.reception", 150, "KZ-61", "KZ-47")
    set("form.appeals", 150, "KZ-47")
    set("form.discussion", 89, "KZ-75", "KZ-39")
    set("barrier.legal", 60, "KZ-61", "KZ-39")
    set("barrier.executive-dominance", 150, "KZ-71", "KZ-75", "KZ-47", "KZ-63")
    set("barrier.low-initiative", 60, "KZ-63", "KZ-61")
    set("barrier.low-participation", 60, "KZ-39")
    set("barrier.budget", 60, "KZ-47")
    return counts
  }

  /// Nothing as the study prints it: all regions alike, and where print has a medium, another level.
  static var otherThanPrinted: [String: [String: Int]] {
    var counts: [String: [String: Int]] = [:]
    for region in regions {
      for code in indicators { counts[region, default: [:]][code] = 30 }
      for (code, count) in [
        ("hearing", 1), ("deputy-report", 2), ("appeals", 3), ("reception", 3), ("discussion", 10),
      ] { counts[region]?["form." + code] = count }
    }
    for region in ["KZ-71", "KZ-39"] { counts[region]?["reforms.programmes"] = 60 }
    counts["KZ-75"]?["civil-society.hearings"] = 1
    return counts
  }
}
