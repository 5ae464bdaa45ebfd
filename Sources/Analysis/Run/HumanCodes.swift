import Coding

/// The codes that people gave to passages of the corpus, found by document and text: what prediction-powered shares need.
struct HumanCodes {
  private var codes: [PassageKey: [String]] = [:]

  init() {}

  /// Reads gold files; passages that stand alone are none of the corpus.
  ///
  /// - Throws: `PipelineError` where a gold file cannot be used.
  init(_ pipeline: Pipeline, _ codebook: Codebook) throws(PipelineError) {
    guard !pipeline.gold.isEmpty else { return }
    let gold = GoldReader.read(pipeline.gold)
    // Files that cannot be used at all; single passages that cannot are left out, and `evaluate` names them.
    let unreadable = gold.problems.filter { problem in
      gold.files.isEmpty || (problem.line == nil && gold.files.contains(problem.file))
    }
    guard unreadable.isEmpty else {
      throw PipelineError(
        problems: unreadable.map { .init(file: $0.file, line: $0.line ?? 1, message: $0.message) })
    }
    let names = codebook.dimensions.map { dimension in
      CodeNames(
        dimension: dimension.id, codes: codebook.codes[dimension.codes].filter { !$0.isGroup }.map(\.id))
    }
    for passage in gold.passages {
      guard let document = passage.document else { continue }
      let given = names.reduce(into: Set<String>()) { $0.formUnion($1.codes(of: passage.fields)) }
      codes[PassageKey(document: document, text: passage.text)] = given.sorted()
    }
  }

  var isEmpty: Bool { codes.isEmpty }

  /// nil where no person coded the passage.
  func codes(path: String, text: String) -> [String]? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return codes[PassageKey(document: name, text: text)]
  }
}
