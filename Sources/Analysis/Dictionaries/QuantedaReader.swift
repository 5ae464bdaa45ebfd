import Yams

/// Reads quanteda's YAML dictionaries (`dictionary(file = "x.yml")`, `as.yaml`): categories in categories, patterns in
/// lists; a pattern's words are parted by spaces.
struct QuantedaReader {
  /// Aliases can make a small file unfold into a huge tree.
  private static let nodeLimit = 1_000_000

  private let file: String
  private var dictionary = ForeignDictionary()
  private var visited = 0

  static func read(_ text: String, file: String) throws(DictionaryError) -> ForeignDictionary {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw syntaxError(error, file)
    }
    guard let root, case .mapping(let map) = root else {
      throw DictionaryError(
        file: file, line: 1, message: "a YAML dictionary is a mapping of categories to lists of words")
    }
    var reader = QuantedaReader(file: file)
    for (key, value) in map { try reader.category(value, path: [reader.name(key)], line: reader.line(key)) }
    return reader.dictionary
  }

  private init(file: String) { self.file = file }

  private static func syntaxError(_ error: any Error, _ file: String) -> DictionaryError {
    if let error = error as? YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        return DictionaryError(file: file, line: mark.line, message: "not readable as YAML: \(problem)")
      case .duplicatedKeysInMapping(let keys, let context):
        let names = keys.map(\.description).sorted().joined(separator: "', '")
        return DictionaryError(
          file: file, line: context.mark.line, message: "the category '\(names)' stands twice; join them")
      default: break
      }
    }
    return DictionaryError(file: file, line: 1, message: "not readable as YAML: \(error)")
  }

  private mutating func category(_ node: Node, path: [String], line: Int) throws(DictionaryError) {
    let place = dictionary.categories.count
    dictionary.categories.append(ForeignDictionary.Category(path: path, line: line))
    try values(node, of: place, path)
  }

  private mutating func values(_ node: Node, of place: Int, _ path: [String]) throws(DictionaryError) {
    visited += 1
    guard visited <= Self.nodeLimit else {
      throw DictionaryError(
        file: file, line: line(node), message: "more than \(Self.nodeLimit) words; are aliases nested?")
    }
    switch node {
    case .scalar(let scalar):
      let text = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !text.isEmpty {
        dictionary.add(ForeignDictionary.Pattern(text: text, line: line(node)), to: place)
      }
    case .sequence(let sequence): for item in sequence { try values(item, of: place, path) }
    case .mapping(let map):
      for (key, value) in map { try category(value, path: path + [name(key)], line: line(key)) }
    case .alias: break
    }
  }

  private func name(_ node: Node) -> String {
    if case .scalar(let scalar) = node { return scalar.string }
    return ""
  }

  private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }
}
