import Foundation
import Tabulation
import Testing

@testable import Analysis

/// The lexicon coder on the bundled gold: no figure sinks below its floor in `Corpus/floors.tsv`. A floor is raised
/// when the coder got better, and lowered only knowingly, with the reason in its note.
@Suite struct EvaluationFloorTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  struct Floor: Sendable, CustomTestStringConvertible {
    var measure: String
    var floor: Double
    var testDescription: String { measure }
  }

  static let floors = rows("coding/")

  /// The rows of a test; others have theirs in the same file.
  static func rows(_ prefix: String) -> [Floor] {
    let text = (try? String(contentsOfFile: root + "/Corpus/floors.tsv", encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count > 1, cells[0].hasPrefix(prefix), let floor = Double(cells[1]) else { return nil }
      return Floor(measure: String(cells[0]), floor: floor)
    }
  }

  /// Measures by name: `coding/<codebook>/<dimension>/<language>/<figure>`.
  static let measured: [String: Double] = {
    var measured: [String: Double] = [:]
    let gold = GoldReader.read([root + "/Corpus/gold"])
    for folder in ["socially-oriented-state", "pest-rural-self-government"] {
      guard let model = try? CodingModel(folder: root + "/Lexicons/" + folder) else { continue }
      let evaluation = Evaluator(
        gold, GoldCoder(model).code(gold), groupings: [.language], bootstrap: DocumentBootstrap(resamples: 0)
      ).evaluation(of: model.codebook)
      for dimension in evaluation.dimensions {
        for group in dimension.groups {
          let name = "coding/\(folder)/\(dimension.dimension)/\(group.group.value)/"
          measured[name + "micro-f1"] = group.microF1.measure.value
          measured[name + "macro-f1"] = group.macroF1.measure.value
          measured[name + "mean-alpha"] = group.meanAlpha.measure.value
          measured[name + "found"] = Double(group.group.found) / Double(max(1, group.group.passages))
        }
      }
    }
    return measured
  }()

  @Test func bothCodebooksAndLanguagesHaveFloors() {
    for codebook in ["socially-oriented-state", "pest-rural-self-government"] {
      for language in ["ru", "kk"] {
        for figure in ["micro-f1", "macro-f1"] {
          let name = "coding/\(codebook)/indicator/\(language)/\(figure)"
          #expect(Self.floors.contains { $0.measure == name }, "\(name) has no row in Corpus/floors.tsv")
        }
      }
    }
  }

  @Test(arguments: floors) func holds(floor: Floor) throws {
    let value = try #require(Self.measured[floor.measure], "Corpus/floors.tsv names what is not measured")
    #expect(
      value >= floor.floor, "\(floor.measure) is \(value); hattama evaluate --errors 20 shows what went wrong"
    )
  }
}
