import Foundation
import Testing

/// Expected files in `Goldens`, next to the tests. `RECORD_GOLDENS=1 swift test` writes them anew and fails once, so
/// that a new expectation is never taken for a passed test; its diff is then reviewed like code.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws
{
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  let file = folder.appending(path: name)
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    Issue.record("recorded \(name); run again without RECORD_GOLDENS", sourceLocation: sourceLocation)
    return
  }
  let expected = [UInt8](try Data(contentsOf: file))
  if expected == bytes { return }
  let old = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  let line =
    zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
  Issue.record(
    """
    \(name) differs from line \(line + 1) on; RECORD_GOLDENS=1 swift test records it anew
    - \(line < old.count ? old[line].prefix(400) : "end of file")
    + \(line < new.count ? new[line].prefix(400) : "end of file")
    """, sourceLocation: sourceLocation)
}
