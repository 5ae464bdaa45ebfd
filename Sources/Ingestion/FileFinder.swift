/// Expands what the user names into files, all at once; see `InputWalk`.
public struct FileFinder: Sendable {
  /// Files in the order of their paths' bytes within each folder named by the user.
  public private(set) var files: [String] = []
  public private(set) var problems: [IngestionError] = []

  /// - Parameter paths: files, folders and patterns; `-` is standard input.
  public init(_ paths: [String]) {
    for found in InputWalk(paths) {
      switch found {
      case .file(let path): files.append(path)
      case .problem(let problem): problems.append(problem)
      }
    }
  }
}
