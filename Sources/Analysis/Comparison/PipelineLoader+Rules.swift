import Tabulation
import Yams

/// The rules by which printed words are read off the counts.
extension PipelineLoader {
  private static let ruleKeys = ["word", "for", "reads", "note"]
  private static let testKeys = ["level", "stands-out", "share", "rate", "found", "figure"]
  private static let groupKeys = ["all", "any", "not"]

  mutating func rule(_ node: Node) -> ReadingRule? {
    guard let mapping = node.mapping else {
      problem("a rule needs keys: word, reads", at: node)
      return nil
    }
    checkKeys(mapping, Self.ruleKeys, "key of a rule")
    guard let word = string(mapping, "word", at: node) else { return nil }
    guard let reads = mapping["reads"] else {
      problem("the rule of '\(word)' does not say what it reads: the key 'reads' is missing", at: node)
      return nil
    }
    guard let condition = condition(reads) else { return nil }
    var rule = ReadingRule(word: word, condition: condition, line: node.mark?.line ?? 1)
    if let scope = mapping["for"] {
      guard let keys = scope.mapping else {
        problem("'for' needs keys: table, row, column", at: scope)
        return nil
      }
      checkKeys(keys, ["table", "row", "column"], "key of 'for'")
      rule.tables = strings(keys["table"], "table")
      rule.rows = strings(keys["row"], "row")
      rule.columns = strings(keys["column"], "column")
    }
    return rule
  }

  private mutating func condition(_ node: Node) -> ReadingCondition? {
    let known = Self.testKeys + Self.groupKeys
    guard let mapping = node.mapping else {
      problem("a condition is one of \(known.joined(separator: ", ")), such as {found: this}", at: node)
      return nil
    }
    let heads = mapping.keys.compactMap(\.string).filter(known.contains)
    guard heads.count == 1, let head = heads.first, let body = mapping[head] else {
      if heads.count > 1 {
        problem(
          "a condition is one of \(heads.sorted().joined(separator: " and ")), not both; put them under 'all' or 'any'",
          at: node)
      } else {
        let name = mapping.keys.first?.string ?? ""
        unknown(name, among: known, "condition", at: mapping.keys.first ?? node)
      }
      return nil
    }
    switch head {
    case "all", "any":
      checkKeys(mapping, [head], "key of '\(head)'")
      guard let parts = body.sequence, !parts.isEmpty else {
        problem("'\(head)' needs a list of conditions", at: body)
        return nil
      }
      let conditions = parts.map { condition($0) }
      guard !conditions.contains(nil) else { return nil }
      return head == "all" ? .all(conditions.compactMap { $0 }) : .any(conditions.compactMap { $0 })
    case "not":
      checkKeys(mapping, ["not"], "key of 'not'")
      return condition(body).map { .not($0) }
    default: return test(head, body, mapping).map { .test($0) }
    }
  }

  private mutating func test(_ head: String, _ code: Node, _ mapping: Node.Mapping) -> ReadingTest? {
    guard let name = code.string, !name.isEmpty else {
      problem("'\(head)' needs a code, or 'this' for the code of the printed cell", at: code)
      return nil
    }
    let keys = [head, "in"] + (Self.testOptions[head] ?? [])
    checkKeys(mapping, keys, "key of '\(head)'")
    guard let kind = kind(head, mapping, at: code) else { return nil }
    return ReadingTest(
      code: name == "this" ? nil : name, table: mapping["in"]?.string, kind: kind, line: code.mark?.line ?? 1)
  }

  private static let testOptions = [
    "level": ["is"], "stands-out": ["p", "ratio"], "share": ["over", "under"],
    "rate": ["per", "over", "under"], "found": ["at-least"], "figure": ["is", "year"],
  ]

  private mutating func kind(
    _ head: String, _ mapping: Node.Mapping, at node: Node
  ) -> ReadingTest.Kind? {
    switch head {
    case "level":
      guard let value = mapping["is"] else {
        problem("'level' needs 'is': low, medium, high, a list of them, or printed", at: node)
        return nil
      }
      if value.string == "printed" { return .level(nil) }
      let names = Level.allCases.map(\.rawValue)
      var levels: [Level] = []
      for item in value.sequence.map(Array.init) ?? [value] {
        if let level = item.string.flatMap(Level.init(rawValue:)) {
          levels.append(level)
        } else {
          unknown(item.string ?? "", among: names + ["printed"], "level", at: item)
        }
      }
      return levels.isEmpty ? nil : .level(levels)
    case "stands-out":
      let p = bound(mapping, "p", 0...1) ?? 0.05
      return .standsOut(p: p, ratio: bound(mapping, "ratio", 1...1e6) ?? 1)
    case "share":
      guard let (over, value) = side(mapping, 0...1, head, at: node) else { return nil }
      return .value(over: over, value, rate: nil)
    case "rate":
      let units = ["session": CountingUnit.perSession, "1000-words": .perThousandTokens]
      guard let per = mapping["per"]?.string, let unit = units[per] else {
        problem("'rate' needs 'per': session or 1000-words", at: mapping["per"] ?? node)
        return nil
      }
      guard let (over, value) = side(mapping, 0...1e9, head, at: node) else { return nil }
      return .value(over: over, value, rate: unit)
    case "found":
      return .found(Int(bound(mapping, "at-least", 1...1e9) ?? 1))
    default:
      let year = bound(mapping, "year", 1000...9999).map { Int($0) }
      if mapping["is"]?.string == "printed" { return .figure(nil, year: year) }
      guard let value = bound(mapping, "is", 0...1e15) else {
        if mapping["is"] == nil { problem("'figure' needs 'is': a number, or printed", at: node) }
        return nil
      }
      return .figure(value, year: year)
    }
  }

  /// Which of `over` and `under` is given, with its bound.
  private mutating func side(
    _ mapping: Node.Mapping, _ range: ClosedRange<Double>, _ head: String, at node: Node
  ) -> (over: Bool, Double)? {
    switch (mapping["over"], mapping["under"]) {
    case (_?, nil): bound(mapping, "over", range).map { (true, $0) }
    case (nil, _?): bound(mapping, "under", range).map { (false, $0) }
    default: sideProblem(head, at: node)
    }
  }

  private mutating func sideProblem(_ head: String, at node: Node) -> (over: Bool, Double)? {
    problem("'\(head)' needs one of 'over' and 'under'", at: node)
    return nil
  }

  /// A number of a key within a range; nil, and a problem where it is no such number.
  private mutating func bound(
    _ mapping: Node.Mapping, _ key: String, _ range: ClosedRange<Double>
  ) -> Double? {
    guard let node = mapping[key] else { return nil }
    if let value = node.float ?? node.int.map(Double.init), range.contains(value) { return value }
    problem("'\(key)' is a number from \(range.lowerBound) to \(range.upperBound)", at: node)
    return nil
  }
}
