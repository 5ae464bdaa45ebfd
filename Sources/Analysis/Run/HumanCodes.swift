import Coding

/// The codes that people gave to passages of the corpus, found by document and text: what prediction-powered shares need.
struct HumanCodes {
  private var gold = GoldCodes()

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
    self.gold = GoldCodes(gold, codebook)
  }

  var isEmpty: Bool { gold.isEmpty }

  /// Sorted; nil where no person coded the passage.
  func codes(path: String, text: String) -> [String]? { gold[path, text]?.codes.sorted() }
}
