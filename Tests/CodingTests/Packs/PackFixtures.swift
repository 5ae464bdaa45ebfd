import Foundation
import Linguistics

@testable import Coding

/// The packs that ship, and a finder over text.
enum ShippedPacks {
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/Lexicons/regions"
  static let homographs = Homographs(folder: folder)
  static let codes = RegionCode.all.sorted()

  static func gazetteer(_ code: String) -> PackGazetteer {
    PackGazetteer(pack: folder + "/" + code, code: code, homographs: homographs)
  }
}

/// Finds the names of one gazetteer in strings.
final class TextPlaces {
  private let analyzer = TextAnalyzer()
  let finder: PlaceFinder

  init(_ gazetteer: PackGazetteer) { finder = PlaceFinder(gazetteer, types: analyzer.types) }

  /// - Parameter isOneSentence: whether sentences are joined, so that where they are cut does not matter.
  func hits(_ text: String, _ language: Language? = nil, isOneSentence: Bool = false) -> [PlaceHit] {
    var analysis = TextAnalysis()
    let bytes = Array(text.utf8)
    analyzer.analyze(bytes.span, in: 0..<bytes.count, language: language, into: &analysis)
    if isOneSentence {
      analysis.sentences = [Sentence(tokens: 0..<Int32(analysis.tokens.count), language: language ?? .ru)]
    }
    return finder.places(in: analysis, sentences: 0..<analysis.sentences.count, text: bytes.span)
  }

  /// KATO codes found.
  func codes(_ text: String, _ language: Language? = nil) -> Set<String> {
    Set(hits(text, language).flatMap(\.rows).map { finder.gazetteer.rows[$0].kato })
  }
}
