import ArgumentParser
import Foundation
import Ingestion

/// Documents that are named in a list.
struct FileList: ParsableArguments {
  @Option(
    help: """
      A file that lists the documents, one path a line or, as `find -print0` writes them, with a zero byte after each; \
      - reads the list from standard input.
      """, completion: .file())
  var filesFrom: String?

  /// The paths that the user named with those of the list behind them.
  func joined(to paths: [String], mayBeEmpty: Bool = false) throws -> [String] {
    guard let filesFrom else {
      guard !paths.isEmpty || mayBeEmpty else {
        throw ValidationError("name files or folders, or a list of them with --files-from")
      }
      return paths
    }
    do throws(IngestionError) {
      return paths + PathList.paths(in: try SourceFile.bytes(of: filesFrom))
    } catch {
      throw Setup.stop("\(filesFrom): the list of files cannot be read: \(error.message)")
    }
  }
}
