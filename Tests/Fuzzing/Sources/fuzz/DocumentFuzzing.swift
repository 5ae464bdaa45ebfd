import Foundation
import Linguistics

@testable import Analysis
@testable import Coding
@testable import Ingestion

/// A file, through everything that a run does with it: decoding, its reader, structure, metadata, coding, and looking
/// every place up again in libxml2's own tree.
final class DocumentFuzzing {
  /// Readers that see every input, whatever its beginning looks like.
  private let forced: [SourceFormat]
  private let model: CodingModel
  private var worker: CodingWorker
  /// Documents that were read, and files that were refused with a reason.
  private(set) var read = 0
  private(set) var refused = 0

  init(forced: [SourceFormat]) {
    self.forced = forced
    do { model = try CodingModel(folder: "Lexicons/pest-rural-self-government", coder: .combined) } catch {
      let message = "fuzz: \(error)\nfuzz: start it in the repository's folder, as scripts/fuzz does\n"
      FileHandle.standardError.write(Data(message.utf8))
      exit(64)
    }
    worker = CodingWorker(model)
  }

  func test(_ bytes: [UInt8]) {
    do throws(IngestionError) {
      let source = try SourceLookup(bytes, path: "input")
      let documents = try worker.code(bytes, path: "input")
      expect(!documents.isEmpty, "a file gives documents or a reason")
      read += documents.count
      for coded in documents {
        report(DocumentInvariants.violations(of: coded.document, source: source))
        report(DocumentInvariants.violations(of: .init(document: coded.document, codings: coded.codings)))
      }
    } catch {
      refused += 1
      expect(!error.id.isEmpty && !error.message.isEmpty, "an error says what is wrong")
    }
    guard let decoded = try? SourceDecoder.decode(bytes, path: "input") else { return }
    for format in forced where format != SourceFormat.sniff(decoded.utf8) {
      guard let reading = try? DocumentReaders.read(decoded.utf8, as: format, path: "input") else { continue }
      let analyzer = TextAnalyzer()
      var structure = StructureParser()
      for (suffix, source) in reading.sources {
        var document = Document(path: "input" + suffix, sha256: "")
        structure.parse(source, analyzer: analyzer, into: &document)
        report(DocumentInvariants.violations(of: document))
      }
    }
  }

  private func report(_ violations: [String]) {
    expect(violations.isEmpty, violations.joined(separator: "\n"))
  }
}
