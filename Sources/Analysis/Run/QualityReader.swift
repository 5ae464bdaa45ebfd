import Foundation
import Tabulation

/// Reads what `hattama evaluate --json` wrote, as far as tables need it: for each code and language alpha with its
/// interval, and the decisions against the gold.
enum QualityReader {
  private struct File: Decodable {
    var dimensions: [Dimension]
  }
  private struct Dimension: Decodable {
    var groups: [Group]
  }
  private struct Group: Decodable {
    var by: String
    var value: String
    var codes: [Code]
  }
  private struct Code: Decodable {
    var code: String
    var truePositives: Int
    var falsePositives: Int
    var falseNegatives: Int
    var trueNegatives: Int
    var alpha: Figure?
  }
  private struct Figure: Decodable {
    var value: Double?
    var low: Double?
    var high: Double?
  }

  /// - Returns: nil where the pipeline names no evaluation.
  /// - Throws: `PipelineError` where the file cannot be read or is none.
  static func quality(_ pipeline: Pipeline) throws(PipelineError) -> CoderQuality? {
    guard let path = pipeline.reliability else { return nil }
    func stop(_ message: String) -> PipelineError {
      PipelineError(problems: [.init(file: path, line: 1, message: message)])
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw stop("the evaluation cannot be read; make it with `hattama evaluate --json`")
    }
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: data)
    } catch {
      throw stop("is no evaluation as `hattama evaluate --json` writes it")
    }
    var quality = CoderQuality()
    for group in file.dimensions.lazy.flatMap(\.groups) where group.by == "all" || group.by == "language" {
      for code in group.codes {
        var interval: ClosedRange<Double>?
        if let low = code.alpha?.low, let high = code.alpha?.high, low <= high { interval = low...high }
        let name = group.by == "all" ? CoderQuality.allLanguages : group.value
        quality[code.code, language: name] = CoderQuality.Figures(
          alpha: code.alpha?.value, interval: interval,
          detection: Detection(
            truePositives: code.truePositives, falsePositives: code.falsePositives,
            falseNegatives: code.falseNegatives, trueNegatives: code.trueNegatives))
      }
    }
    return quality
  }
}
