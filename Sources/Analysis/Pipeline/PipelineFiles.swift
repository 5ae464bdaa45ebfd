import Foundation

/// What a pipeline names and must be there, by the line that names it.
public enum PipelineFiles {
  /// - Throws: `PipelineError` with everything that is missing.
  public static func check(_ pipeline: Pipeline) throws(PipelineError) {
    let packs = pipeline.lines["packs"] == nil ? nil : pipeline.packs
    let named = [
      ("codebook", pipeline.codebook + "/codebook.yaml"), ("packs", packs), ("project", pipeline.project),
    ]
    try check(named.compactMap { key, path in path.map { (key, $0) } }, pipeline)
  }

  /// - Throws: `PipelineError` with every source that does not exist.
  static func checkSources(_ pipeline: Pipeline) throws(PipelineError) {
    guard !pipeline.sources.isEmpty else {
      throw PipelineError(problems: [
        .init(
          file: pipeline.file, line: pipeline.lines["sources"],
          message: "there are no documents: name files or folders under 'sources', or on the command line")
      ])
    }
    try check(pipeline.sources.filter { $0 != "-" }.map { ("sources", $0) }, pipeline)
  }

  private static func check(_ named: [(key: String, path: String)], _ pipeline: Pipeline)
    throws(PipelineError)
  {
    let missing = named.filter { !FileManager.default.fileExists(atPath: $0.path) }
    guard !missing.isEmpty else { return }
    throw PipelineError(
      problems: missing.map { key, path in
        .init(
          file: pipeline.file, line: pipeline.lines[key],
          message: "'\(key)': there is no \(path); paths count from the pipeline's folder")
      })
  }
}
