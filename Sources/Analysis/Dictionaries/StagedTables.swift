import Coding
import Foundation

/// New tables of a codebook or pack looked at together with all that they refer to, before they are written: what
/// `hattama lexicon lint` would say of them, and would say too late.
struct StagedTables {
  /// - Parameters:
  ///   - tables: the new text of tables, by file name.
  ///   - folder: of the codebook or pack that they are for.
  /// - Returns: errors in these tables, `file` being the table's name; none where nothing else is there to refer to.
  /// - Throws: an error of the file system.
  static func errors(_ tables: [String: String], into folder: String) throws -> [LexiconIssue] {
    let folder = URL(fileURLWithPath: folder).standardizedFileURL
    let files = FileManager.default
    let scratch = files.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)")
    defer { try? files.removeItem(at: scratch) }
    // The folder as it would be: its other files are links.
    let stage = scratch.appendingPathComponent(folder.lastPathComponent)
    try files.createDirectory(at: stage, withIntermediateDirectories: true)
    for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? [] where tables[name] == nil {
      try files.createSymbolicLink(
        at: stage.appendingPathComponent(name), withDestinationURL: folder.appendingPathComponent(name))
    }
    for (name, text) in tables { try Data(text.utf8).write(to: stage.appendingPathComponent(name)) }

    var found: [LexiconIssue] = []
    for issue in issues(folder, stage.path, scratch.path)
    where issue.severity == .error && issue.file.hasPrefix(stage.path + "/") {
      var issue = issue
      issue.file = String(issue.file.dropFirst(stage.path.count + 1))
      issue.message = issue.message.replacing(stage.path, with: folder.lastPathComponent)
      if tables[issue.file] != nil, !found.contains(issue) { found.append(issue) }
    }
    return found.sorted(by: LexiconIssue.precedes)
  }

  private static func issues(_ folder: URL, _ stage: String, _ scratch: String) -> [LexiconIssue] {
    if FileManager.default.fileExists(atPath: stage + "/pack.yaml") {
      // Packs stand in `regions`, beside the codebooks that they serve.
      let packs = folder.deletingLastPathComponent()
      guard packs.lastPathComponent == "regions" else { return [] }
      return SiblingCodebooks.folders(in: packs.deletingLastPathComponent().path)
        .flatMap { issues($0, packs: scratch) }
    }
    guard FileManager.default.fileExists(atPath: stage + "/codebook.yaml") else { return [] }
    return issues(stage, packs: nil)
  }

  private static func issues(_ codebook: String, packs: String?) -> [LexiconIssue] {
    let request = ModelCache.Request(
      folder: codebook, coder: .lexicon, layers: .init(packs: packs), without: [])
    do { return try CodingModel.compiled(request).issues } catch { return error.issues }
  }
}
