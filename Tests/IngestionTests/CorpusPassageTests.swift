import Foundation
import Testing

@testable import Ingestion

struct CorpusPassageTests {
  @Test func dump() throws {
    guard let out = ProcessInfo.processInfo.environment["DUMP"] else { return }
    let finder = FileFinder(ProcessInfo.processInfo.environment["FILES"]!.split(separator: " ").map(String.init))
    let ingester = Ingester()
    var lines = ""
    for file in finder.files {
      do {
        for d in try ingester.documents(at: file) {
          let passages = d.passages.map { ["text": d.string(of: $0), "role": $0.role.rawValue] }
          let object: [String: Any] = ["document": d.path, "passages": passages, "visible": d.losses.visible, "kept": d.losses.kept, "lost": Dictionary(uniqueKeysWithValues: d.losses.lost.map { ($0.key.rawValue, $0.value) })]
          lines += String(decoding: try JSONSerialization.data(withJSONObject: object, options: [.withoutEscapingSlashes]), as: UTF8.self) + "\n"
        }
      } catch { print(error) }
    }
    try lines.write(toFile: out, atomically: true, encoding: .utf8)
  }
}
