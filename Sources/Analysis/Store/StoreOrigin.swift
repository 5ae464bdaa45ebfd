import Coding

/// Whether a store is of the run that someone takes it for: what another codebook or coder gave would be counted as
/// nothing, or as something else.
extension Store {
  /// Checks that the store is of a run of a pipeline, or of one that differs in what is counted of the codings alone:
  /// tables, period, regions.
  ///
  /// - Throws: `StoreError` with the codebook and coder of both where they are not the same.
  public func check(isOf pipeline: Pipeline, _ codebook: Codebook) throws(StoreError) {
    try check(
      [
        (Manifest.codebook, Manifest.name(of: codebook)), (Manifest.coder, pipeline.coder.rawValue),
        (Manifest.regionsAsOf, pipeline.regionsAsOf),
      ], pipeline.file)
  }

  /// Checks that the codes of the store are those of a codebook, in whatever version, by whatever coder.
  ///
  /// - Throws: `StoreError` that names both codebooks.
  public func check(hasCodesOf codebook: Codebook, _ pipeline: String) throws(StoreError) {
    let stored = try fact(Manifest.codebook)
    guard stored?.hasPrefix(codebook.id + " version ") != true else { return }
    try check([(Manifest.codebook, Manifest.name(of: codebook))], pipeline)
  }

  private func check(_ asked: [(key: String, value: String?)], _ pipeline: String) throws(StoreError) {
    var differences: [String] = []
    for (key, value) in asked {
      let stored = try fact(key)
      guard stored != value else { continue }
      differences.append(
        "its \(key) is \(stored.map { "'\($0)'" } ?? "not given"), that of \(pipeline) \(value.map { "'\($0)'" } ?? "not given")"
      )
    }
    guard !differences.isEmpty else { return }
    throw StoreError(
      path: path,
      message: "is no run of this pipeline: " + differences.joined(separator: "; ")
        + "; name the pipeline that was run, or run this one with an --output of its own")
  }

  private func fact(_ key: String) throws(StoreError) -> String? {
    try manifest().first { $0.key == key }?.value
  }
}
