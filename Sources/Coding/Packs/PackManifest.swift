import Yams

/// Reads `pack.yaml`.
///
/// ```yaml
/// pack: KZ-10
/// version: 1
/// names: {kk: Абай облысы, ru: область Абай, en: Abai}
/// kato: "100000000"
/// from: 2022-06-08
/// parent: KZ-63
/// former: [{kk: Семей облысы, ru: Семипалатинская область, to: 1997-05-03}]
/// author: Hattama
/// licence: Apache-2.0
/// ```
struct PackManifest {
  private let file: String
  private(set) var issues: [LexiconIssue] = []

  private static let keys = [
    "pack", "version", "names", "kato", "from", "to", "parent", "former", "author", "licence",
  ]

  init(file: String) { self.file = file }

  /// The pack without its tables; nil where the file cannot be used, which `issues` explain.
  mutating func read(_ text: String, folder: String) -> RegionPack? {
    // A byte order mark or CR is harmless to YAML.
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      let mark = YamlError.mark(of: error)
      report(
        "yaml-syntax", mark?.line ?? 1, mark?.column ?? 1, "not readable as YAML: \(Self.summary(error))")
      return nil
    }
    guard let map = root?.mapping else {
      report("empty-pack", 1, 1, "the file holds no pack; it begins with 'pack: KZ-10'")
      return nil
    }
    for (key, _) in map where !Self.keys.contains(key.string ?? "") {
      report(
        "unknown-key", key, "'\(key.string ?? "")' is no key; keys: \(Self.keys.joined(separator: ", "))")
    }
    guard let code = required(map, "pack"), let kato = required(map, "kato") else { return nil }
    if !RegionCode.all.contains(code) {
      report("bad-region", map["pack"], "'\(code)' is no ISO 3166-2 code of a region, such as KZ-10")
      return nil
    }
    if folder.split(separator: "/").last.map(String.init) != code {
      report("wrong-folder", map["pack"], "the pack says '\(code)' and stands in the folder \(folder)")
      return nil
    }
    if kato.utf8.count != 9 || !kato.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      report("bad-kato", map["kato"], "'\(kato)' is no KATO code: nine digits, in quotation marks")
    } else if kato.prefix(2) != code.suffix(2) {
      report(
        "bad-kato", map["kato"],
        "'\(kato)' is not the KATO code of \(code), which begins with \(code.suffix(2))")
    }
    let names = map["names"]?.mapping
    let label = Codebook.Label(
      en: names?["en"]?.string ?? "", ru: names?["ru"]?.string ?? "", kk: names?["kk"]?.string ?? "")
    if label.en.isEmpty || label.ru.isEmpty || label.kk.isEmpty {
      report("no-names", map["names"], "names: {kk: …, ru: …, en: …} are needed, in all three languages")
    }
    var pack = RegionPack(
      code: code, folder: folder, version: map["version"]?.int ?? 1, names: label, kato: kato,
      author: map["author"]?.string ?? "", licence: map["licence"]?.string ?? "")
    pack.from = day(map["from"])
    pack.to = day(map["to"])
    pack.parent = map["parent"]?.string
    if let parent = pack.parent, !RegionCode.all.contains(parent) || parent == code {
      report("bad-region", map["parent"], "'\(parent)' is no other region, such as KZ-63")
      pack.parent = nil
    }
    for node in map["former"]?.sequence ?? [] {
      guard let kazakh = node.mapping?["kk"]?.string, let russian = node.mapping?["ru"]?.string else {
        report("bad-former", node, "a former name has kk and ru, and from and to where known")
        continue
      }
      pack.formerNames.append(
        .init(
          kazakh: kazakh, russian: russian, from: day(node.mapping?["from"]), to: day(node.mapping?["to"])))
    }
    return pack
  }

  private mutating func required(_ map: Node.Mapping, _ key: String) -> String? {
    if let value = map[key]?.string, !value.isEmpty { return value }
    report("missing-key", map[key], "the key '\(key)' is missing")
    return nil
  }

  private mutating func day(_ node: Node?) -> String? {
    guard let node, let text = node.string else { return nil }
    if let day = ISODay.read(text) { return day }
    report("bad-date", node, "'\(text)' is no date; write it as 2022-06-08")
    return nil
  }

  private mutating func report(_ id: String, _ node: Node?, _ message: String) {
    report(id, node?.mark?.line ?? 1, node?.mark?.column ?? 1, message)
  }

  private mutating func report(_ id: String, _ line: Int, _ column: Int, _ message: String) {
    issues.append(LexiconIssue(.error, id, file: file, line: line, column: column, message))
  }

  private static func summary(_ error: any Error) -> String {
    String(describing: error).split(separator: "\n").first.map(String.init) ?? "it cannot be parsed"
  }
}

/// Days as tables have them.
enum ISODay {
  /// `2022-06-08`, or the `08.06.2022` that spreadsheets make of it, as `2022-06-08`; nil for anything else.
  static func read(_ text: String) -> String? {
    let iso = text.split(separator: "-", omittingEmptySubsequences: false)
    let dotted = text.split(separator: ".", omittingEmptySubsequences: false)
    let parts = iso.count == 3 ? iso : dotted.count == 3 ? dotted.reversed() : []
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    return parts.joined(separator: "-")
  }
}
