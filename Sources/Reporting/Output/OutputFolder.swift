import Glibc

/// A file that could not be written.
public struct OutputError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as the user gave it, with the name inside of the folder.
  public var path: String
  /// What failed and what to do.
  public var message: String

  public init(path: String, message: String) {
    self.path = path
    self.message = message
  }

  public var description: String { "\(path): \(message)" }
}

/// The folder that a run writes to. Each file appears whole or not at all: it is written aside and renamed.
///
/// Names may have subfolders (`tables/region-indicator.csv`), which are made. Nothing is written outside of the folder:
/// names with `..` or a leading `/` are refused, and subfolders that are links are not followed.
///
/// ```swift
/// let folder = try OutputFolder("out")
/// try folder.write(bytes, to: "tables/region-indicator.csv")
/// ```
public struct OutputFolder: Sendable {
  public let path: String

  /// Makes the folder where it does not exist, its parents too.
  public init(_ path: String) throws(OutputError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw OutputError(path: path, message: "is no name of a folder")
    }
    self.path = path
    var parent = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      parent += part
      if mkdir(parent, 0o777) != 0, errno != EEXIST, errno != EISDIR {
        // A parent that may not be made but exists (a read-only mount) is no problem; opening tells.
        let code = errno
        var status = stat()
        if stat(parent, &status) != 0 { throw OutputFolder.failure(parent, "cannot make the folder", code) }
      }
      parent += "/"
    }
    let folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw OutputFolder.failure(path, "cannot open the folder", errno) }
    Glibc.close(folder)
  }

  /// Writes a file whole; one of the same name is replaced.
  public func write(_ bytes: [UInt8], to name: String) throws(OutputError) {
    var file = try open(name)
    try file.append(bytes)
    try file.commit()
  }

  /// Begins a file that is written piece by piece, such as JSON Lines. It appears when it is committed.
  public func open(_ name: String) throws(OutputError) -> PendingFile {
    let shown = path.hasSuffix("/") ? path + name : path + "/" + name
    if let problem = OutputFolder.problem(with: name) { throw OutputError(path: shown, message: problem) }
    var parts = name.split(separator: "/").map(String.init)
    let last = parts.removeLast()
    var folder = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder < 0 { throw OutputFolder.failure(path, "cannot open the folder", errno) }
    for part in parts {
      let isMade = mkdirat(folder, part, 0o777) == 0 || errno == EEXIST
      let next = isMade ? openat(folder, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) : -1
      let code = errno
      Glibc.close(folder)
      if next < 0 {
        throw OutputFolder.failure(
          shown, "cannot make the subfolder \(part), or it is a file or a link", code)
      }
      folder = next
    }
    return try PendingFile(folder: folder, name: last, shown: shown)
  }

  /// Why a name is refused, or nil.
  static func problem(with name: String) -> String? {
    if name.isEmpty { return "the file has no name" }
    if name.hasPrefix("/") {
      return "the name must not start with /, since it is inside of the output folder"
    }
    for part in name.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isEmpty || part == "." || part == ".." {
        return "the name has an empty part, . or ..; files stay inside of the output folder"
      }
      if part.utf8.count > 200 { return "a part of the name is longer than 200 bytes" }
      if part.unicodeScalars.contains(where: { $0.value < 0x20 || $0 == "\\" || $0.value == 0x7F }) {
        return "the name has a control character or a backslash"
      }
    }
    return nil
  }

  /// - Parameter code: of `errno`.
  public static func failure(_ path: String, _ message: String, _ code: Int32) -> OutputError {
    OutputError(path: path, message: "\(message): \(String(cString: strerror(code)))")
  }

  /// Removes files that programs which no longer run were writing in this folder when they ended.
  public func removeAbandoned() { PendingFile.removeAbandoned(.ofEndedProcesses, in: path, depth: 1) }

  /// Removes files that other programs were writing when they ended, in this folder and in some of its subfolders with all
  /// below them. For whoever has not begun to write yet.
  ///
  /// - Parameter own: a subfolder that nobody else may write to, as whoever holds its lock can tell.
  public func removeAbandoned(below subfolders: [String], own: String) {
    PendingFile.removeAbandoned(.ofEarlierProcesses, in: path, depth: 1)
    for name in subfolders {
      PendingFile.removeAbandoned(.ofEarlierProcesses, in: path + "/" + name, depth: 3)
    }
    PendingFile.removeAbandoned(.ofAnybody, in: path + "/" + own, depth: 1)
  }
}
