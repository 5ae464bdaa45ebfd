import Foundation
import Testing

/// The built program, run as users run it.
enum Program {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
    /// Lines on standard error.
    var messages: [Substring] { errors.split(separator: "\n") }
  }

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The tests' environment, in which compiled lexicons are kept apart from the user's own.
  static let environment = ProcessInfo.processInfo.environment.merging([
    "XDG_CACHE_HOME": FileManager.default.temporaryDirectory.appendingPathComponent("hattama-tests").path
  ]) { _, new in new }

  /// Runs `hattama` with arguments in a folder (the repository's root by default).
  static func run(_ arguments: [String], input: String = "", in folder: URL = root) throws -> Outcome {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    let scratch = try Scratch()
    let (outURL, errURL, inURL) = (scratch.url("out"), scratch.url("err"), scratch.url("in"))
    try Data(input.utf8).write(to: inURL)
    for url in [outURL, errURL] { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
    process.standardInput = try FileHandle(forReadingFrom: inURL)
    process.standardOutput = try FileHandle(forWritingTo: outURL)
    process.standardError = try FileHandle(forWritingTo: errURL)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program was ended by a signal: \(arguments)")
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: outURL), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errURL), as: UTF8.self))
  }

  /// Starts `hattama` and does not wait for it; its output is lost.
  static func start(_ arguments: [String], in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs a line of shell with `hattama` in its path and the repository as `$HATTAMA`.
  static func shell(_ command: String, in folder: URL) throws -> (
    output: String, errors: String, status: Int32
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    var environment = environment
    environment["HATTAMA"] = root.path
    environment["PATH"] =
      try executable().deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "")
    process.environment = environment
    let scratch = try Scratch()
    let (outURL, errURL) = (scratch.url("out"), scratch.url("err"))
    for url in [outURL, errURL] { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outURL)
    process.standardError = try FileHandle(forWritingTo: errURL)
    try process.run()
    process.waitUntilExit()
    return (
      String(decoding: try Data(contentsOf: outURL), as: UTF8.self),
      String(decoding: try Data(contentsOf: errURL), as: UTF8.self), process.terminationStatus
    )
  }

  static func executable() throws -> URL {
    // The tests and the program are built into one folder.
    let candidates = [Bundle.main.executableURL, URL(fileURLWithPath: CommandLine.arguments[0])].compactMap {
      $0
    }
    for start in candidates {
      var folder = start.deletingLastPathComponent()
      for _ in 0..<3 {
        let program = folder.appendingPathComponent("hattama")
        if FileManager.default.isExecutableFile(atPath: program.path) { return program }
        folder.deleteLastPathComponent()
      }
    }
    let built = root.appendingPathComponent(".build/debug/hattama")
    try #require(FileManager.default.isExecutableFile(atPath: built.path), "the program is not built")
    return built
  }
}

/// A folder for one test, removed with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = url(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Every file below the folder with its bytes, by relative path.
  func contents(of name: String) throws -> [String: Data] {
    let base = url(name)
    var files: [String: Data] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: base.path)
    for path in paths {
      var isFolder: ObjCBool = false
      let full = base.appendingPathComponent(path).path
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[path] = try Data(contentsOf: URL(fileURLWithPath: full))
    }
    return files
  }
}
