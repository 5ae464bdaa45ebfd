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
  /// Those of the issues for which an entry, a file or a pack counts for nothing.
  public var errors: [LexiconIssue] { issues.filter { $0.severity == .error } }
  /// Sorted by code.
  public let packs: [RegionPack]
  public let layers: Layers
  /// The learned model; nil where none is used.
  public let learned: LearnedLink?
  public let coder: CoderKind
  /// What was found out about words; nil where nothing is kept.
  let words: KeptWords?
  /// The dimension of each code, by the code's index, for output.
  let dimensions: [String]

  /// Loads and compiles a codebook folder: a quarter of a second for 7,000 terms and a learned model, some twenty
  /// milliseconds from the cache.
  ///
  /// - Parameters:
  ///   - coder: for `learned` and `combined` the model is read from `model/` in the folder.
  ///   - layers: region packs and project; their problems are issues of the model.
  ///   - without: ids of entries that are left out.
  ///   - cache: where compiled models are kept; the result is the same with and without.
  /// - Throws: `CodebookError` where the codebook, or the model that the coder needs, cannot be used.
  public init(
    folder: String, coder: CoderKind = .lexicon, layers: Layers = Layers(), without: Set<String> = [],
    cache: ModelCache? = nil
  ) throws(CodebookError) {
    let request = ModelCache.Request(folder: folder, coder: coder, layers: layers, without: without)
    try self.init(request, cache)
  }

  private init(_ request: ModelCache.Request, _ cache: ModelCache?) throws(CodebookError) {
    if let cache {
      let tables = try cache.tables(for: request)
      try self.init(tables.compiled, request, words: tables.words)
    } else {
      try self.init(Self.compiled(request), request)
    }
  }

  init(
    _ tables: CompiledTables, _ request: ModelCache.Request, words: KeptWords? = nil
  ) throws(CodebookError) {
    self.words = words
    lexicon = tables.lexicon
    issues = tables.issues
    packs = tables.packs
    layers = request.layers
    coder = request.coder
    let codebook = tables.lexicon.schemes[0].codebook
    if let model = tables.learned {
      learned = try LearnedLink(model, codebook, folder: request.folder + "/model")
    } else {
      learned = nil
    }
    dimensions = codebook.codes.map { codebook.dimensions[$0.dimension].id }
  }

  /// Reads and compiles the files themselves.
  static func compiled(_ request: ModelCache.Request) throws(CodebookError) -> CompiledTables {
    let (folder, layers, without) = (request.folder, request.layers, request.without)
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
    let lexicon = CompiledLexicon(scheme)
    return CompiledTables(
      lexicon: lexicon, packs: found.packs,
      learned: request.coder == .lexicon ? nil : try LearnedModelFolder.load(folder + "/model"),
      issues: base.issues + found.issues + project.issues + conflicts + lexicon.issues)
  }

  /// The model of a pipeline.
  public init(
    _ pipeline: Pipeline, coder: CoderKind? = nil, without: Set<String> = [], cache: ModelCache? = nil
  ) throws(CodebookError) {
    try self.init(ModelCache.Request(pipeline, coder: coder, without: without), cache)
  }

  /// The same codebook and lexicons with another learned model.
  init(_ other: CodingModel, learned: LearnedLink, coder: CoderKind) {
    lexicon = other.lexicon
    issues = other.issues
    packs = other.packs
    layers = other.layers
    dimensions = other.dimensions
    words = nil
    self.learned = learned
    self.coder = coder
  }

  public var codebook: Codebook { lexicon.schemes[0].codebook }

  public func dimension(of assignment: CodeAssignment) -> String { dimensions[assignment.code] }

  private static func project(_ file: String) throws(CodebookError) -> PackLexicon {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw CodebookError([
        LexiconIssue(
          .error, "unreadable-file", file: file, line: 0, column: 0,
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
    var codes: Set<String> = []
    for folder in folders(in: parent(of: folder)) {
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
    folders(in: parent(of: folder)).reduce(into: Set<String>()) { ids, folder in
      guard let loaded = try? LexiconLoader.load(folder: folder) else { return }
      ids.formUnion(loaded.scheme.layers.flatMap(\.entries).map(\.id))
    }
  }

  static func parent(of folder: String) -> String {
    URL(fileURLWithPath: folder).standardizedFileURL.deletingLastPathComponent().path
  }

  /// The folders with a codebook, sorted.
  static func folders(in parent: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []).sorted().map { parent + "/" + $0 }
      .filter { FileManager.default.fileExists(atPath: $0 + "/codebook.yaml") }
  }
}
