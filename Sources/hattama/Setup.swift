import Analysis
import ArgumentParser
import Coding
import Foundation
import Ingestion
import Synchronization

/// What commands share: finding the project's files, loading a model, naming what is wrong.
enum Setup {
  /// The model of a pipeline, or of the study's, with its own coder or another.
  ///
  /// - Parameter cache: where compiled models are kept; nil for none.
  static func model(
    pipeline: String?, coder: CoderKind? = nil, cache: ModelCache? = .ofUser()
  ) throws -> CodingModel {
    let file = try pipelineFile(pipeline)
    if let model = cache?.model(ofPipeline: file, coder: coder) {
      report(model)
      return model
    }
    return try orStop {
      let loaded = try PipelineLoader.load(file)
      let compiled = try model(loaded, coder: coder, cache: cache)
      cache?.remember(loaded, coder: coder)
      return compiled
    }
  }

  static func model(
    _ pipeline: Pipeline, coder: CoderKind? = nil, cache: ModelCache? = .ofUser()
  ) throws -> CodingModel {
    try orStop {
      try PipelineFiles.check(pipeline)
      let model = try CodingModel(pipeline, coder: coder, cache: cache)
      report(model)
      return model
    }
  }

  private static func report(_ model: CodingModel) {
    for issue in model.errors { Output.message("\(issue)") }
  }

  /// The pipeline file that the user named, or the study's.
  static func pipelineFile(_ named: String?) throws -> String {
    try named ?? projectFile("Pipelines/socially-oriented-state.yaml")
  }

  /// A file that ships with the project: below the working folder or one above it, else beside the program.
  static func projectFile(_ name: String) throws -> String {
    if let path = findProjectFile(name) { return path }
    throw stop("\(name) was not found here or above; name a pipeline with --pipeline")
  }

  /// The same; nil where it is nowhere there.
  static func findProjectFile(_ name: String) -> String? {
    let start = [FileManager.default.currentDirectoryPath, CommandLine.arguments.first ?? ""]
    for path in start + [Bundle.main.bundlePath] {
      var folder = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
      while folder.path != "/" {
        let candidate = folder.appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: candidate) {
          let here = FileManager.default.currentDirectoryPath + "/"
          return candidate.hasPrefix(here) ? String(candidate.dropFirst(here.count)) : candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return nil
  }

  /// Says what was not read of what the user named, and ends with the exit code for what was.
  static func finish(_ reader: InputReader, _ paths: [String], problems: Int) throws {
    if let remark = reader.passedOver.remark { Output.message(remark) }
    if reader.taken == 0 { throw stop("\(NothingToRead(sources: paths))") }
    if problems > 0 { throw ExitCode(1) }
  }

  /// Does what may end the program: an exit code is passed on, any other error is printed and gives the one of `stop`.
  static func orStop<Value>(_ work: () throws -> Value) throws -> Value {
    do { return try work() } catch let code as ExitCode { throw code } catch { throw stop("\(error)") }
  }

  static func orStop<Value>(
    isolation: isolated (any Actor)? = #isolation, _ work: () async throws -> Value
  ) async throws -> Value {
    do { return try await work() } catch let code as ExitCode {
      throw code
    } catch { throw stop("\(error)") }
  }

  /// Prints why nothing could be done and gives the exit code for that.
  static func stop(_ message: String) -> ExitCode {
    for line in message.split(separator: "\n") { Output.message("\(line)") }
    return ExitCode(2)
  }
}

/// A count shared by workers.
final class ProblemCount: Sendable {
  private let count: Atomic<Int>

  init(_ start: Int) { count = Atomic(start) }

  func add(_ n: Int) { count.add(n, ordering: .relaxed) }

  var value: Int { count.load(ordering: .relaxed) }
}
