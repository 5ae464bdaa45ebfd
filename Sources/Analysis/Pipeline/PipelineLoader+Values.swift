import Tabulation
import Yams

/// Values of the kinds that a pipeline has. What stands there is of another kind: that is a problem, never a guess.
extension PipelineLoader {
  /// A name that must be there.
  mutating func string(_ mapping: Node.Mapping, _ key: String, at node: Node? = nil) -> String? {
    guard let value = mapping[key] else {
      problem("the key '\(key)' is missing", at: node)
      return nil
    }
    return name(value, key)
  }

  /// A name or path that may be missing.
  mutating func optionalString(_ mapping: Node.Mapping, _ key: String) -> String? {
    mapping[key].flatMap { name($0, key) }
  }

  private mutating func name(_ node: Node, _ key: String) -> String? {
    guard let text = node.string else {
      problem("'\(key)' is one name, not \(Self.kind(of: node))", at: node)
      return nil
    }
    if text.isEmpty { problem("the key '\(key)' is empty", at: node) }
    return text.isEmpty ? nil : text
  }

  /// Whether an id can name files; a problem where it cannot.
  mutating func namesFiles(_ id: String, _ what: String, at node: Node) -> Bool {
    let isName = id.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
    if !isName {
      problem("the \(what)'s id '\(id)' names files: small Latin letters, digits and hyphens only", at: node)
    }
    return isName
  }

  /// A list of names; one alone need not stand in brackets.
  mutating func strings(_ node: Node?, _ key: String) -> [String] {
    nodes(node, key).compactMap(\.string)
  }

  /// The items of a list of names.
  mutating func nodes(_ node: Node?, _ key: String) -> [Node] {
    guard let node else { return [] }
    if node.mapping != nil {
      problem("'\(key)' is a list of names, such as [a, b]", at: node)
      return []
    }
    if node.sequence?.isEmpty == true {
      problem("'\(key)' is an empty list; name something, or leave the key out", at: node)
    }
    return (node.sequence.map(Array.init) ?? [node]).filter { item in
      guard let text = item.string else {
        problem("an item of '\(key)' is one name, not \(Self.kind(of: item))", at: item)
        return false
      }
      return !text.isEmpty
    }
  }

  /// The items of a list of declarations, such as tables.
  mutating func declarations(_ mapping: Node.Mapping, _ key: String) -> [Node] {
    guard let node = mapping[key], node.string?.isEmpty != true else { return [] }
    guard let sequence = node.sequence else {
      problem("'\(key)' is a list: each of its items begins with '- '", at: node)
      return []
    }
    return Array(sequence)
  }

  mutating func flag(_ mapping: Node.Mapping, _ key: String) -> Bool? {
    guard let node = mapping[key] else { return nil }
    if let value = node.bool { return value }
    problem("'\(key)' is true or false", at: node)
    return nil
  }

  mutating func label(_ node: Node) -> TrilingualLabel {
    if let text = node.string { return TrilingualLabel(untranslated: text) }
    if let mapping = node.mapping { checkKeys(mapping, ["en", "ru", "kk"], "language of a label") }
    let english = node.mapping?["en"]?.string
    let any = english ?? node.mapping?["ru"]?.string ?? node.mapping?["kk"]?.string
    guard let any else {
      problem("a label is a text, or texts in en, ru and kk", at: node)
      return TrilingualLabel(untranslated: "")
    }
    return TrilingualLabel(
      kk: node.mapping?["kk"]?.string ?? any, ru: node.mapping?["ru"]?.string ?? any, en: english ?? any)
  }

  /// `{from: 2020-01-01, to: 2024-12-31}`, one of them at least.
  mutating func period(_ node: Node) -> Pipeline.Period {
    guard let mapping = node.mapping else {
      problem("a period needs keys: {from: 2020-01-01, to: 2024-12-31}", at: node)
      return Pipeline.Period()
    }
    checkKeys(mapping, ["from", "to"], "key of the period")
    let period = Pipeline.Period(from: day(mapping["from"]), to: day(mapping["to"]))
    check(period, at: node)
    return period
  }

  mutating func check(_ period: Pipeline.Period, at node: Node) {
    guard let from = period.from, let to = period.to, from > to else { return }
    problem("the period ends before it begins", at: node)
  }

  mutating func day(_ node: Node?) -> String? {
    guard let node else { return nil }
    let text = node.string ?? ""
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard text.utf8.count == 10, parts.count == 3, (1...12).contains(parts[1]),
      (1...Self.days(of: parts[1], in: parts[0])).contains(parts[2])
    else {
      problem("'\(text)' is no date; write it as 2020-01-31", at: node)
      return nil
    }
    return text
  }

  private static func days(of month: Int, in year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Names keys that do not exist.
  mutating func checkKeys(_ mapping: Node.Mapping, _ known: [String], _ what: String) {
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      unknown(key.string ?? "", among: known, what, at: key)
    }
  }

  private static func kind(of node: Node) -> String {
    node.mapping != nil ? "keys with values" : node.sequence != nil ? "a list" : "nothing"
  }
}
