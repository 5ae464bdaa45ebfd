import Coding
import Foundation
import Ingestion
import Testing

@testable import Analysis

/// Damaged documents through ingestion and coding: nothing traps, every file gives documents or a reason, and what is
/// read keeps its promises, so that every place is found again in libxml2's own tree. `Tests/Fuzzing` runs as many of them as one likes, with the address sanitizer.
struct MutatedDocumentTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// `MUTATIONS=10000 swift test --filter MutatedDocument` for more.
  static let count = ProcessInfo.processInfo.environment["MUTATIONS"].flatMap { Int($0) } ?? 300

  /// No time at all is over before the first passage, on any machine.
  @Test func codingStopsWhenADocumentsTimeIsOver() throws {
    let worker = CodingWorker(
      try CodingModel(folder: Self.root.appendingPathComponent("Lexicons/pest-rural-self-government").path))
    let documents = try Ingester().documents(of: Array("<p>бюджет</p>".utf8), path: "a.html")
    var limits = Limits()
    limits.seconds = 0
    let error = #expect(throws: IngestionError.self) { try worker.code(documents, Deadline(limits)) }
    #expect(error?.id == "too-slow" && error?.path == "a.html")
  }

  @Test func damagedDocumentsAreListedAndKeepTheirPromises() throws {
    let files = FileFinder([Self.root.appendingPathComponent("Corpus/documents").path]).files
    let documents = try files.map { try SourceFile.bytes(of: $0) }
    try #require(documents.count >= 30)
    let mutator = DocumentMutator(documents, seed: 2_026)
    let worker = CodingWorker(
      try CodingModel(folder: Self.root.appendingPathComponent("Lexicons/pest-rural-self-government").path))
    var passages = 0
    var codes = 0
    for number in 0..<Self.count {
      let bytes = mutator.document(number)
      do throws(IngestionError) {
        let found = try worker.code(bytes, path: "document-\(number)")
        #expect(!found.isEmpty, "document \(number) is lost")
        let source = try SourceLookup(bytes, path: "document-\(number)")
        for coded in found {
          let broken =
            DocumentInvariants.violations(of: coded.document, source: source)
            + DocumentInvariants.violations(of: .init(document: coded.document, codings: coded.codings))
          #expect(broken.isEmpty, "document \(number): \(broken.prefix(3))")
          passages += coded.document.passages.count
          codes += coded.codings.reduce(0) { $0 + $1.codes.count }
        }
      } catch {
        #expect(!error.id.isEmpty && !error.message.isEmpty)
      }
    }
    // Most damage leaves most of a document readable.
    #expect(passages > Self.count * 10 && codes > Self.count)
  }
}
