import Foundation

/// Reads region packs from a folder such as `Lexicons/regions`.
public struct RegionPackLoader {
  /// Packs that can be used, sorted by code, and the problems of all, sorted by place.
  public struct Result: Sendable {
    public var packs: [RegionPack] = []
    public var issues: [LexiconIssue] = []

    public init() {}
  }

  /// Reads every pack below a folder; a folder that is not there has none. The places of the gazetteers are left for
  /// `PackGazetteer`.
  public static func load(folder: String) -> Result {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    var result = Result()
    for name in names where FileManager.default.fileExists(atPath: "\(folder)/\(name)/pack.yaml") {
      let (pack, issues) = load(pack: "\(folder)/\(name)")
      if let pack { result.packs.append(pack) }
      result.issues += issues
    }
    return result
  }

  /// Reads one pack; nil where its `pack.yaml` cannot be used.
  public static func load(pack folder: String) -> (pack: RegionPack?, issues: [LexiconIssue]) {
    var manifest = PackManifest(file: folder + "/pack.yaml")
    guard let bytes = bytes(of: folder + "/pack.yaml") else {
      return (
        nil,
        [
          LexiconIssue(
            .error, "unreadable-file", file: folder + "/pack.yaml", line: 1, column: 1,
            "cannot be read; 'hattama lexicon new-region' makes it")
        ]
      )
    }
    let text = SpreadsheetText(bytes, name: folder + "/pack.yaml")
    let read = manifest.read(String(decoding: text.bytes, as: UTF8.self), folder: folder)
    var issues = manifest.issues
    guard var pack = read else { return (nil, issues) }
    if let bytes = self.bytes(of: folder + "/lexicon.tsv") {
      pack.lexicon = PackLexicon(bytes, name: folder + "/lexicon.tsv")
      issues += pack.lexicon.issues
    }
    if let bytes = self.bytes(of: folder + "/gazetteer.tsv") {
      let reader = GazetteerReader(bytes, name: folder + "/gazetteer.tsv", code: pack.code, namedOnly: true)
      pack.named = reader.rows
      issues += reader.issues
    }
    if let bytes = self.bytes(of: folder + "/tests.tsv") {
      let (tests, found) = PackTest.read(bytes, name: folder + "/tests.tsv")
      pack.tests = tests
      issues += found
    }
    return (pack, issues.sorted(by: LexiconIssue.precedes))
  }

  /// What is wrong with one table of a pack, alone: syntax, ids that stand twice or belong to another region.
  ///
  /// - Parameters:
  ///   - name: `lexicon.tsv`, `gazetteer.tsv` or `tests.tsv`.
  ///   - folder: of the pack, named after its region.
  public static func issues(table name: String, _ bytes: [UInt8], pack folder: String) -> [LexiconIssue] {
    let code = folder.split(separator: "/").last.map(String.init) ?? ""
    switch name {
    case "gazetteer.tsv":
      return GazetteerReader(bytes, name: name, code: code, namedOnly: false).issues
    case "tests.tsv": return PackTest.read(bytes, name: name).issues
    default:
      let lexicon = PackLexicon(bytes, name: name)
      var first: [String: Int] = [:]
      var issues = lexicon.issues
      for entry in lexicon.entries {
        if let line = first.updateValue(entry.line, forKey: entry.id) {
          issues.append(
            LexiconIssue(
              .error, "duplicate-id", entry,
              "the id '\(entry.id)' stands in row \(line) already"))
        }
        if !entry.id.hasPrefix(code.lowercased() + "-") {
          issues.append(
            LexiconIssue(
              .error, "foreign-id", entry,
              "the id '\(entry.id)' must begin with '\(code.lowercased())-'"))
        }
      }
      return issues
    }
  }

  static func bytes(of path: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map { [UInt8]($0) }
  }
}
