import Yams

/// Reads `codebook.yaml`.
///
/// Every problem of the file is collected, so that one reading shows them all.
public struct CodebookLoader {
  private let file: String
  private var issues: [LexiconIssue] = []
  private var seen: [String: Int] = [:]
  private var visited = 0

  /// Aliases can make a small file unfold into a huge tree; no honest codebook comes near this.
  private static let nodeLimit = 200_000

  private init(file: String) { self.file = file }

  /// - Parameters:
  ///   - text: the file's content.
  ///   - file: its name, for messages.
  /// - Throws: `CodebookError` with every problem, each with line and column.
  public static func load(_ text: String, file: String) throws(CodebookError) -> Codebook {
    var loader = CodebookLoader(file: file)
    let root: Node?
    do {
      // Editors on Windows put a byte order mark in front.
      let scalars = text.unicodeScalars
      root = try Yams.compose(yaml: scalars.first == "\u{FEFF}" ? String(scalars.dropFirst()) : text)
    } catch {
      throw CodebookError([loader.syntaxIssue(error)])
    }
    guard let root else {
      throw CodebookError([
        LexiconIssue(.error, "empty-codebook", file: file, line: 1, column: 1, "the file holds no codebook")
      ])
    }
    let codebook = loader.codebook(root)
    guard let codebook, loader.issues.isEmpty else {
      throw CodebookError(loader.issues.sorted(by: LexiconIssue.precedes))
    }
    return codebook
  }

  private func syntaxIssue(_ error: any Error) -> LexiconIssue {
    let problem: String
    switch error as? YamlError {
    case .scanner(_, let found, _, _), .parser(_, let found, _, _), .composer(_, let found, _, _):
      problem = found
    case .duplicatedKeysInMapping(let keys, _):
      problem = "the key '\(keys.map(\.description).sorted().joined(separator: "', '"))' stands twice"
    default: problem = String(describing: error)
    }
    let mark = YamlError.mark(of: error)
    return LexiconIssue(
      .error, "yaml-syntax", file: file, line: mark?.line ?? 1, column: mark?.column ?? 1,
      "not readable as YAML: \(problem)")
  }

  // MARK: The levels of the file

  private mutating func codebook(_ root: Node) -> Codebook? {
    let keys = ["codebook", "version", "title", "source", "dimensions"]
    guard let map = mapping(root, "the codebook", keys) else { return nil }
    var book = Codebook(
      id: string(map["codebook"], "codebook", of: root) ?? "", version: 1,
      title: label(map["title"], "title", of: root), source: "", dimensions: [], codes: [])
    if let node = map["version"] {
      if let version = node.int, version > 0 {
        book.version = version
      } else {
        report("bad-version", node, "version must be a whole number above 0")
      }
    }
    if let node = map["source"] { book.source = string(node, "source", of: root) ?? "" }
    for node in list(map["dimensions"], "dimensions", of: root) { dimension(node, into: &book) }
    return book
  }

  private mutating func dimension(_ node: Node, into book: inout Codebook) {
    guard let map = mapping(node, "a dimension", ["id", "label", "codes"]) else { return }
    let id = identifier(map["id"], of: node)
    let first = book.codes.count
    let index = book.dimensions.count
    book.dimensions.append(
      Codebook.Dimension(id: id, label: label(map["label"], "label", of: node), codes: first..<first))
    for child in list(map["codes"], "codes", of: node) {
      code(child, dimension: index, group: nil, into: &book)
    }
    book.dimensions[index].codes = first..<book.codes.count
  }

  private mutating func code(_ node: Node, dimension: Int, group: Int?, into book: inout Codebook) {
    visited += 1
    guard visited < Self.nodeLimit else {
      if visited == Self.nodeLimit {
        report("codebook-too-large", node, "more than \(Self.nodeLimit) codes; are aliases nested?")
      }
      return
    }
    let keys = ["id", "label", "definition", "include", "exclude", "threshold", "rows", "codes"]
    guard let map = mapping(node, "a code", keys) else { return }
    var code = Codebook.Code(
      id: identifier(map["id"], of: node), label: label(map["label"], "label", of: node),
      dimension: dimension,
      group: group, isGroup: map["codes"] != nil, definition: "", include: [], exclude: [], threshold: 1,
      line: node.mark?.line ?? 1)
    if let value = map["definition"] { code.definition = string(value, "definition", of: node) ?? "" }
    if let value = map["include"] { code.include = strings(value, "include", of: node) }
    if let value = map["exclude"] { code.exclude = strings(value, "exclude", of: node) }
    if let value = map["threshold"] {
      if let threshold = value.float, threshold.isFinite, threshold > 0 {
        code.threshold = threshold
      } else {
        report("bad-threshold", value, "the threshold '\(text(value))' must be a number above 0")
      }
    }
    if let value = map["rows"] {
      code.isTakenByRows = string(value, "rows", of: node) == "heading"
      if !code.isTakenByRows {
        report("bad-rows", value, "'rows' is 'heading' or left out, not '\(text(value))'")
      }
    }
    let index = book.codes.count
    book.codes.append(code)
    guard let children = map["codes"] else { return }
    for child in list(children, "codes", of: node) {
      self.code(child, dimension: dimension, group: index, into: &book)
    }
  }

  // MARK: Checked values

  private mutating func report(_ id: String, _ node: Node, _ message: String) {
    let mark = node.mark
    issues.append(
      LexiconIssue(.error, id, file: file, line: mark?.line ?? 1, column: mark?.column ?? 1, message))
  }

  /// The values of a mapping by key; unknown keys are reported with the known ones.
  private mutating func mapping(_ node: Node, _ what: String, _ known: [String]) -> [String: Node]? {
    guard case .mapping(let mapping) = node else {
      report("not-a-mapping", node, "\(what) must be written as 'key: value', not '\(text(node))'")
      return nil
    }
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      let name = text(key)
      if known.contains(name) {
        values[name] = value
      } else {
        report(
          "unknown-key", key, "\(what) has no key '\(name)'; known keys: \(known.joined(separator: ", "))")
      }
    }
    return values
  }

  private mutating func list(_ node: Node?, _ key: String, of parent: Node) -> [Node] {
    guard let node else {
      report("missing-key", parent, "'\(key)' is missing")
      return []
    }
    guard case .sequence(let sequence) = node, !sequence.isEmpty else {
      report("not-a-list", node, "'\(key)' must be a list with at least one item")
      return []
    }
    return Array(sequence)
  }

  private mutating func string(_ node: Node?, _ key: String, of parent: Node) -> String? {
    guard let node else {
      report("missing-key", parent, "'\(key)' is missing")
      return nil
    }
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      report("not-a-text", node, "'\(key)' must be a text")
      return nil
    }
    return scalar.string
  }

  private mutating func strings(_ node: Node, _ key: String, of parent: Node) -> [String] {
    guard case .sequence(let sequence) = node else {
      report("not-a-list", node, "'\(key)' must be a list of texts, [ …, … ]")
      return []
    }
    return sequence.compactMap { string($0, key, of: node) }
  }

  /// An id that no other dimension or code of the file has.
  private mutating func identifier(_ node: Node?, of parent: Node) -> String {
    guard let node, let id = string(node, "id", of: parent) else {
      if node == nil { report("missing-key", parent, "'id' is missing") }
      return ""
    }
    if !Identifier.isValid(id, allowingDots: true) {
      report("bad-id", node, "the id '\(id)' may hold only a-z, 0-9, '-' and '.'")
    } else if let line = seen[id] {
      report(
        "duplicate-id", node, "the id '\(id)' stands already in line \(line); give one of them another id")
    } else {
      seen[id] = node.mark?.line ?? 1
    }
    return id
  }

  private mutating func label(_ node: Node?, _ key: String, of parent: Node) -> Codebook.Label {
    var label = Codebook.Label(en: "", ru: "", kk: "")
    guard let node else {
      report("missing-label", parent, "'\(key)' is missing; write \(key): {en: …, ru: …, kk: …}")
      return label
    }
    guard let map = mapping(node, "a label", ["en", "ru", "kk"]) else { return label }
    func value(_ language: String) -> String {
      if case .scalar(let scalar)? = map[language], !scalar.string.isEmpty { return scalar.string }
      return ""
    }
    label = Codebook.Label(en: value("en"), ru: value("ru"), kk: value("kk"))
    for (language, value) in [("en", label.en), ("ru", label.ru), ("kk", label.kk)] where value.isEmpty {
      report("missing-label", node, "'\(key)' has no \(language) text; labels stand in en, ru and kk")
    }
    return label
  }

  private func text(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.string
    case .mapping: "{…}"
    case .sequence: "[…]"
    case .alias: "*…"
    }
  }
}

extension YamlError {
  /// Where a text is no YAML; nil where an error does not say.
  static func mark(of error: any Error) -> Mark? {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
    case .duplicatedKeysInMapping(_, let context): context.mark
    default: nil
    }
  }
}
