import Coding
import Foundation
import Linguistics

/// A codebook with its lexicons, compiled: shared by all workers of a run.
public struct CodingModel: Sendable {
  /// What stands over the base lexicon.
  public struct Layers: Sendable {
    /// Folder of region packs; nil for none.
    public var packs: String?
    /// The analysis' own lexicon file; nil for none.
    public var project: String?
    /// The day whose regional division counts; nil for that of each document's date.
    public var regionsAsOf: String?

    public init(packs: String? = nil, project: String? = nil, regionsAsOf: String? = nil) {
      self.packs = packs
      self.project = project
      self.regionsAsOf = regionsAsOf
    }
  }

  public let lexicon: CompiledLexicon
  /// Problems of lexicon files: the entries concerned are left out.
  public let issues: [LexiconIssue]
  /// Sorted by code.
  public let packs: [RegionPack]
  public let layers: Layers
  /// The learned model; nil where none is used.
  public let learned: LearnedLink?
  public let coder: CoderKind
  /// The dimension of each code, by the code's index, for output.
  let dimensions: [String]

  /// Loads and compiles a codebook folder.
  ///
  /// - Parameters:
  ///   - coder: for `learned` and `combined` the model is read from `model/` in the folder.
  ///   - layers: region packs and project; their problems are issues of the model.
  ///   - without: ids of entries that are left out.
  /// - Throws: `CodebookError` where the codebook, or the model that the coder needs, cannot be used.
  public init(
    folder: String, coder: CoderKind = .lexicon, layers: Layers = Layers(), without: Set<String> = []
  ) throws(CodebookError) {
    let base = try LexiconLoader.load(folder: folder)
    let found = layers.packs.map { RegionPackLoader.load(folder: $0) } ?? .init()
    let project = try layers.project.map(Self.project) ?? PackLexicon()
    var (scheme, conflicts) = LexiconLayering.join(
      base.scheme, packs: found.packs, project: project,
      foreignCodes: { SiblingCodebooks.codes(beside: folder) },
      foreignEntries: { SiblingCodebooks.entries(beside: folder) })
    for i in scheme.layers.indices where !without.isEmpty {
      scheme.layers[i].entries.removeAll { without.contains($0.id) }
    }
    lexicon = CompiledLexicon(
      [scheme], kazakh: { KazakhMatcher(lexemes: $0) }, russian: { RussianMatcher(lexemes: $0) })
    issues = base.issues + found.issues + project.issues + conflicts + lexicon.issues
    packs = found.packs
    self.layers = layers
    self.coder = coder
    learned = coder == .lexicon ? nil : try LearnedModelFolder.load(folder + "/model", scheme.codebook)
    dimensions = scheme.codebook.codes.map { scheme.codebook.dimensions[$0.dimension].id }
  }

  /// The model of a pipeline.
  public init(
    _ pipeline: Pipeline, coder: CoderKind? = nil, without: Set<String> = []
  ) throws(CodebookError) {
    try self.init(
      folder: pipeline.codebook, coder: coder ?? pipeline.coder,
      layers: Layers(packs: pipeline.packs, project: pipeline.project, regionsAsOf: pipeline.regionsAsOf),
      without: without)
  }

  /// The same codebook and lexicons with another learned model.
  init(_ other: CodingModel, learned: LearnedLink, coder: CoderKind) {
    lexicon = other.lexicon
    issues = other.issues
    packs = other.packs
    layers = other.layers
    dimensions = other.dimensions
    self.learned = learned
    self.coder = coder
  }

  public var codebook: Codebook { lexicon.schemes[0].codebook }

  public func dimension(of assignment: CodeAssignment) -> String { dimensions[assignment.code] }

  private static func project(_ file: String) throws(CodebookError) -> PackLexicon {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw CodebookError([
        LexiconIssue(
          .error, "unreadable-file", file: file, line: 1, column: 1,
          "the project's lexicon cannot be read; is the name in the pipeline right?")
      ])
    }
    return PackLexicon([UInt8](bytes), name: file)
  }
}

/// The other codebooks in the folder that a codebook stands in: packs serve them all.
enum SiblingCodebooks {
  /// The ids of their codes; codebooks that cannot be read have none.
  static func codes(beside folder: String) -> Set<String> {
    let parent = URL(fileURLWithPath: folder).standardizedFileURL.deletingLastPathComponent().path
    var codes: Set<String> = []
    for folder in folders(in: parent) {
      let file = folder + "/codebook.yaml"
      guard let data = FileManager.default.contents(atPath: file),
        let codebook = try? CodebookLoader.load(String(decoding: data, as: UTF8.self), file: file)
      else { continue }
      codes.formUnion(codebook.codes.lazy.filter { !$0.isGroup }.map(\.id))
    }
    return codes
  }

  /// The ids of their entries.
  static func entries(beside folder: String) -> Set<String> {
    let parent = URL(fileURLWithPath: folder).standardizedFileURL.deletingLastPathComponent().path
    return folders(in: parent).reduce(into: Set<String>()) { ids, folder in
      guard let loaded = try? LexiconLoader.load(folder: folder) else { return }
      ids.formUnion(loaded.scheme.layers.flatMap(\.entries).map(\.id))
    }
  }

  /// The folders with a codebook, sorted.
  static func folders(in parent: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).sorted().map { parent + "/" + $0 }
      .filter { FileManager.default.fileExists(atPath: $0 + "/codebook.yaml") }
  }
}
