import Coding

/// Which codes the categories of a foreign dictionary stand for: as a table says, else by their names.
///
/// By name: a code's id, written with dots or as nested categories (`results` › `infrastructure`); what stands after the
/// dots of an id, if one code alone ends so; a label in any language. Case does not matter. An innermost category `kk`
/// or `ru` says the language of its words.
public struct CategoryMap: Sendable {
  private var stated: [String: [String]] = [:]
  private var byName: [String: String] = [:]
  private var codes: Set<String> = []

  /// - Parameters:
  ///   - table: lines of a category (nested ones with `/` or `.` between the names), a tab, and codes parted by spaces;
  ///     nil for names alone.
  ///   - file: the table's name, for messages.
  /// - Throws: `DictionaryError` at the first line that names no code of the codebook.
  public init(_ codebook: Codebook, table: String? = nil, file: String = "") throws(DictionaryError) {
    let ids = codebook.codes.filter { !$0.isGroup }
    codes = Set(ids.map(\.id))
    var shared: Set<String> = []
    func add(_ name: String, _ id: String) {
      let key = Self.key([name])
      if let known = byName[key], known != id { shared.insert(key) }
      byName[key] = id
    }
    for code in ids {
      for label in [code.label.en, code.label.ru, code.label.kk] { add(label, code.id) }
      if let dot = code.id.lastIndex(of: ".") { add(String(code.id[code.id.index(after: dot)...]), code.id) }
    }
    for name in shared { byName[name] = nil }
    for code in ids { byName[Self.key([code.id])] = code.id }
    for (number, line) in (table ?? "").lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t").map(String.init)
      let named = cells.count == 2 ? cells[1].split(separator: " ").map(String.init) : []
      guard !named.isEmpty else {
        throw DictionaryError(
          file: file, line: number + 1,
          message: "'\(line)': a line is a category, a tab, and codes parted by spaces")
      }
      if let unknown = named.first(where: { !codes.contains($0) }) {
        throw DictionaryError(
          file: file, line: number + 1,
          message: "the codebook has no code '\(unknown)' (groups take no words)")
      }
      stated[Self.key([cells[0]])] = named.sorted()
    }
  }

  /// The codes of a category; empty where it is unknown.
  func codes(of path: [String]) -> [String] {
    let whole = Self.key(path)
    if let codes = stated[whole] { return codes }
    if let last = path.last, let codes = stated[Self.key([last])] { return codes }
    if let code = byName[whole] { return [code] }
    return path.last.flatMap { byName[Self.key([$0])] }.map { [$0] } ?? []
  }

  /// Names joined by dots, in small letters: `Results › Infrastructure` and `results/infrastructure` are one.
  private static func key(_ path: [String]) -> String {
    path.joined(separator: ".").lowercased().replacing("/", with: ".").split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }
}
