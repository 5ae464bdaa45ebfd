import Analysis
import ArgumentParser
import Coding
import Foundation

/// `hattama lexicon new-region`: a region pack to fill.
struct LexiconNewRegionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new-region",
    abstract: "Make a region pack, or complete one; nothing that a file has is changed.",
    discussion: """
      Examples:
        hattama lexicon new-region KZ-55 --lexicons my-study/Lexicons
        hattama lexicon new-region KZ-55 --classifier kato.csv     names from a newer classifier
      """)

  @Argument(help: "ISO 3166-2 codes of regions, such as KZ-55.")
  var regions: [String]

  @Option(help: "Folder of the codebooks and packs; the pack goes to its folder regions.")
  var lexicons = "Lexicons"

  @Option(
    help:
      "The classifier of territorial units as CSV: kato, level, name_ru, name_kk. Without it, the names that ship."
  )
  var classifier: String?

  @Flag(help: "Only pack.yaml and gazetteer.tsv.")
  var gazetteerOnly = false

  func run() throws {
    let rows = try source()
    let maker = NewRegion(packs: lexicons + "/regions", rows: rows)
    for region in regions {
      try Setup.orStop {
        for (file, outcome) in try maker.make(region, withTemplates: !gazetteerOnly) {
          switch outcome {
          case .made: Output.write("\(file): made\n")
          case .unchanged: Output.write("\(file): is there, unchanged\n")
          case .completed(let names): Output.write("\(file): \(names) names added at the end\n")
          }
        }
      }
    }
  }

  /// The places of a region: the classifier's, or those of the packs that ship.
  private func source() throws -> (String) -> [GazetteerRow] {
    if let file = classifier {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw Setup.stop("\(file): the classifier cannot be read")
      }
      let classifier = Classifier([UInt8](data), name: file)
      for issue in classifier.issues { Output.message("\(issue)") }
      guard !classifier.rows.isEmpty else { throw Setup.stop("\(file): the classifier has no places") }
      return { classifier.rows[String($0.suffix(2))] ?? [] }
    }
    let shipped = try Setup.projectFile("Lexicons/regions")
    return { region in
      PackGazetteer.rows(pack: shipped + "/" + region, code: region).filter {
        $0.kind.isPlace && $0.to == nil
      }
    }
  }
}
