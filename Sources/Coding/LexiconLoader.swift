import Foundation

/// Reads a codebook folder: `codebook.yaml` and every `*.tsv` beside it.
public struct LexiconLoader {
  /// A codebook's scheme and the problems of its lexicon files.
  public struct Result: Sendable {
    public var scheme: CodingScheme
    /// Sorted by place.
    public var issues: [LexiconIssue]
  }

  /// Reads a folder into one layer named "base".
  ///
  /// - Throws: `CodebookError` where the folder or codebook cannot be used; problems of entries are
  ///   issues of the result and leave the entry out.
  public static func load(folder: String) throws(CodebookError) -> Result {
    let path = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    let book = path + "/codebook.yaml"
    let codebook = try CodebookLoader.load(String(decoding: try bytes(of: book), as: UTF8.self), file: book)
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".tsv") }
        .sorted()
    } catch {
      throw unreadable(path, error)
    }
    var files: [LexiconFile] = []
    for name in names { files.append(LexiconFile(try bytes(of: path + "/" + name), name: path + "/" + name)) }
    let (layer, issues) = layer("base", of: files, codebook: codebook)
    return Result(scheme: CodingScheme(codebook: codebook, layers: [layer]), issues: issues)
  }

  /// Joins files into a layer and looks up what entries refer to. Ids that stand twice, codes that the codebook lacks
  /// and references that lead nowhere or in a circle are reported and their entries left out: both of a pair, so
  /// that the order of files and rows never matters.
  ///
  /// - Parameter base: a layer whose entries these may refer to as well.
  public static func layer(
    _ name: String, of files: [LexiconFile], codebook: Codebook, base: LexiconLayer? = nil
  ) -> (layer: LexiconLayer, issues: [LexiconIssue]) {
    var issues = files.flatMap(\.issues)
    let all = files.flatMap(\.entries).sorted { ($0.id, $0.file, $0.line) < ($1.id, $1.file, $1.line) }
    let codes = Dictionary(codebook.codes.map { ($0.id, $0.isGroup) }, uniquingKeysWith: { a, _ in a })
    var entries: [LexiconEntry] = []
    var i = 0
    while i < all.count {
      var end = i + 1
      while end < all.count, all[end].id == all[i].id { end += 1 }
      for entry in all[(i + 1)..<end] {
        issues.append(
          LexiconIssue(
            .error, "duplicate-id", entry,
            "the id '\(entry.id)' stands also in \(all[i].file):\(all[i].line); both entries are left out"))
      }
      let unusable = codeIssues(all[i], codes)
      issues.append(contentsOf: unusable)
      if end == i + 1, unusable.isEmpty { entries.append(all[i]) }
      i = end
    }
    let visible = (base?.entries ?? []) + (base?.definitions ?? [])
    let (layer, wrong) = LexiconReferences.layer(
      name, entries, visible: visible, leftOut: Set(all.map(\.id)))
    return (layer, (issues + wrong).sorted(by: LexiconIssue.precedes))
  }

  private static func codeIssues(_ entry: LexiconEntry, _ codes: [String: Bool]) -> [LexiconIssue] {
    entry.codes.compactMap { code in
      let message: String
      switch codes[code] {
      case .none: message = "the codebook has no code '\(code)'"
      case .some(true): message = "'\(code)' is a group; name one of the codes in it"
      case .some(false): return nil
      }
      return LexiconIssue(.error, "unknown-code", entry, column: entry.codesColumn, message)
    }
  }

  private static func bytes(of path: String) throws(CodebookError) -> [UInt8] {
    do { return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
      throw unreadable(path, error)
    }
  }

  private static func unreadable(_ path: String, _ error: any Error) -> CodebookError {
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    let message =
      switch (isThere, isFolder.boolValue) {
      case (false, _): "there is no such file; is the name of the codebook's folder right?"
      case (true, true): "is a folder where a file was expected"
      case (true, false): "cannot be read: \(error.localizedDescription)"
      }
    return CodebookError([
      LexiconIssue(.error, "unreadable-file", file: path, line: 0, column: 0, message)
    ])
  }
}
