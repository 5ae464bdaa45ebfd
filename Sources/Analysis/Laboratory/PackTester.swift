import Coding
import Linguistics

/// Runs the tests of region packs: `hattama lexicon test`.
public final class PackTester {
  /// A test whose sentence did not give what it should.
  public struct Failure: Sendable, Equatable, CustomStringConvertible {
    public var test: PackTest
    /// Codes and places that should be there and are not, and the other way round.
    public var missing: [String]
    public var unwanted: [String]
    /// All that was found.
    public var found: [String]

    /// The place, the sentence, and a line with `-` or `+` for each difference.
    public var description: String {
      var lines = ["\(test.file):\(test.line): \(test.text)"]
      lines += missing.map { "  - \($0)" }
      lines += unwanted.map { "  + \($0)" }
      lines.append("  found: " + (found.isEmpty ? "nothing" : found.joined(separator: ", ")))
      return lines.joined(separator: "\n")
    }
  }

  private let models: [CodingModel]
  private let packs: String
  private let homographs: Homographs
  private let analyzer = TextAnalyzer()
  private lazy var coders = models.map { LexiconCoder($0.lexicon, types: analyzer.types) }

  /// - Parameters:
  ///   - models: of all codebooks that the packs serve, with the packs as layers.
  ///   - packs: the packs' folder.
  public init(_ models: [CodingModel], packs: String) {
    self.models = models
    self.packs = packs
    homographs = Homographs(folder: packs)
  }

  /// The failed tests of a pack, in the order of the file. The lexicons alone are tested, not the learned coder.
  public func failures(of pack: RegionPack) -> [Failure] {
    let needsPlaces = pack.tests.contains { !$0.places.isEmpty || !$0.notPlaces.isEmpty }
    let finder =
      needsPlaces
      ? PlaceFinder(
        PackGazetteer(pack: pack.folder, code: pack.code, homographs: homographs), types: analyzer.types)
      : nil
    return pack.tests.compactMap { failure($0, region: pack.code, finder) }
  }

  private func failure(_ test: PackTest, region: String, _ finder: PlaceFinder?) -> Failure? {
    let bytes = Array(test.text.utf8)
    let analysis = analyzer.analysis(of: bytes)
    let sentences = analysis.allSentences
    var codes: Set<String> = []
    for (model, coder) in zip(models, coders) {
      let coding = coder.code(analysis, sentences: sentences, context: PassageContext(region: region))
      codes.formUnion(coding.codes.map { model.lexicon.code($0).id })
      if coding.polarity != .neutral { codes.insert("polarity." + coding.polarity.rawValue) }
    }
    var places: Set<String> = []
    if let finder {
      for row in finder.places(in: analysis, sentences: sentences, text: bytes.span).flatMap(\.rows) {
        places.formUnion(finder.gazetteer.rows[row].kazakh + finder.gazetteer.rows[row].russian)
      }
    }
    let missing = test.codes.filter { !codes.contains($0) } + test.places.filter { !places.contains($0) }
    let unwanted = test.notCodes.filter(codes.contains) + test.notPlaces.filter(places.contains)
    guard !missing.isEmpty || !unwanted.isEmpty else { return nil }
    return Failure(test: test, missing: missing, unwanted: unwanted, found: codes.sorted() + places.sorted())
  }
}

/// The codebooks of a folder such as `Lexicons`, with its packs.
public struct LexiconFolder {
  public let packs: String
  /// A model for each codebook folder, sorted by name.
  public let models: [CodingModel]

  /// - Throws: `CodebookError` where a codebook cannot be used.
  public init(_ folder: String) throws(CodebookError) {
    packs = folder + "/regions"
    var models: [CodingModel] = []
    for codebook in SiblingCodebooks.folders(in: folder) {
      models.append(try CodingModel(folder: codebook, layers: .init(packs: packs)))
    }
    self.models = models
  }
}
