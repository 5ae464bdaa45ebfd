import Analysis
import Foundation
import Ingestion

/// `fuzz mutate COUNT FOLDER…`: damaged copies of real documents, each through all that a run does.
enum Mutations {
  static func run(_ arguments: [String]) {
    guard let count = arguments.first.flatMap({ Int($0) }), arguments.count > 1 else {
      print("use: fuzz mutate COUNT FILE-OR-FOLDER…")
      return
    }
    let documents = FileFinder(Array(arguments.dropFirst())).files.compactMap {
      try? SourceFile.bytes(of: $0)
    }
    guard !documents.isEmpty else { return print("no documents there") }
    let mutator = DocumentMutator(documents, seed: 2_026)
    let fuzzing = DocumentFuzzing(forced: [])
    for number in 0..<count {
      fuzzing.test(mutator.document(number))
    }
    print(
      "\(count) damaged copies of \(documents.count): \(fuzzing.read) documents read, \(fuzzing.refused) files refused"
    )
  }
}
