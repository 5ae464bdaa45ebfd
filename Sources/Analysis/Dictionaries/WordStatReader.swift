/// Reads WordStat's `.cat`: categories indented by tabs, words and phrases (`_` for a space) with a weight in brackets, and
/// rules, `@NAME [A NEAR B /S5] (1)`.
///
/// Of a rule are understood: words, phrases and categories (`#NAME`) on both sides; NEAR, BEFORE, AFTER, AND, each with NOT
/// before it; `/S`, `/P`, `/C` for sentence, paragraph and text, `/W` or a number for a distance in words. What is
/// written otherwise is named as lost.
struct WordStatReader {
  private let file: String
  private var dictionary = ForeignDictionary()
  /// The categories that the line stands in, from the outermost: name, depth and place.
  private var path: [(name: String, depth: Int, place: Int)] = []

  static func read(_ text: String, file: String) -> ForeignDictionary {
    var reader = WordStatReader(file: file)
    for (index, line) in text.lines.enumerated() { reader.read(String(line), index + 1) }
    return reader.dictionary
  }

  private init(file: String) { self.file = file }

  private mutating func lose(_ line: Int, _ message: String) {
    dictionary.losses.append(DictionaryLoss(file: file, line: line, message: message))
  }

  private mutating func read(_ line: String, _ number: Int) {
    // Some files have spaces before the tabs.
    let indent = line.prefix { $0 == "\t" || $0 == " " || $0 == "\u{FEFF}" }
    let depth = indent.count { $0 == "\t" }
    var text = line[indent.endIndex...].trimmed
    if text.isEmpty { return }
    var weight: Double?
    if text.hasSuffix(")"), let open = text.lastIndex(of: "("),
      let value = Double(text[text.index(after: open)...].dropLast())
    {
      weight = value.isFinite ? value : nil
      text = text[..<open].trimmed
    }
    if text.hasPrefix("@") {
      addRule(text, weight ?? 1, depth, number)
    } else if let weight {
      guard let place = place(at: depth) else {
        lose(number, "'\(text)' stands in no category")
        return
      }
      let words = text.split { $0 == "_" || $0 == " " }.joined(separator: " ").lowercased()
      dictionary.add(ForeignDictionary.Pattern(text: words, weight: weight, line: number), to: place)
    } else {
      path.removeAll { $0.depth >= depth }
      path.append((text, depth, dictionary.categories.count))
      dictionary.categories.append(
        ForeignDictionary.Category(path: path.map(\.name), line: number))
    }
  }

  /// The place of the category that a line of a depth stands in.
  private mutating func place(at depth: Int) -> Int? {
    path.removeAll { $0.depth >= depth }
    return path.last?.place
  }

  // MARK: Rules

  private mutating func addRule(_ text: String, _ weight: Double, _ depth: Int, _ number: Int) {
    guard let place = place(at: depth) else {
      lose(number, "'\(text)' stands in no category")
      return
    }
    guard let open = text.firstIndex(where: { $0 == "[" || $0 == "(" }), let last = text.last,
      last == "]" || last == ")", let rule = Self.rule(text[text.index(after: open)...].dropLast())
    else {
      lose(number, "the rule '\(text)' is of a kind that cannot be carried")
      return
    }
    var named = rule
    named.name = text[text.index(after: text.startIndex)..<open].trimmed
    named.weight = weight
    named.line = number
    dictionary.categories[place].rules.append(named)
  }

  /// `A [NOT] NEAR B /S /W5`.
  private static func rule(_ text: Substring) -> ForeignDictionary.Rule? {
    var words = text.split(separator: " ").map(String.init)
    var rule = ForeignDictionary.Rule(
      name: "", first: "", second: "", relation: .near, isNegated: false, distance: nil, scope: .text, line: 0
    )
    var hasScope = false
    while let flag = words.last, flag.hasPrefix("/") || Int(flag) != nil {
      words.removeLast()
      let letters = flag.drop { $0 == "/" }.prefix { $0.isLetter }.uppercased()
      let digits = flag.filter(\.isNumber)
      if !digits.isEmpty {
        guard let distance = Int(digits), distance > 0 else { return nil }
        rule.distance = distance
      }
      switch letters {
      case "S":
        rule.scope = .sentence
        hasScope = true
      case "P":
        rule.scope = .paragraph
        hasScope = true
      case "C", "D": hasScope = true
      case "", "W": break
      default: return nil
      }
    }
    if rule.distance != nil, !hasScope { rule.scope = .sentence }
    guard
      let place = words.firstIndex(where: {
        ForeignDictionary.Rule.Relation(rawValue: $0.lowercased()) != nil && $0 == $0.uppercased()
      }), let relation = ForeignDictionary.Rule.Relation(rawValue: words[place].lowercased())
    else { return nil }
    rule.relation = relation
    var before = Array(words[..<place])
    var after = Array(words[(place + 1)...])
    if before.last == "NOT" {
      rule.isNegated = true
      before.removeLast()
    } else if after.first == "NOT" {
      rule.isNegated = true
      after.removeFirst()
    }
    guard let first = operand(before), let second = operand(after) else { return nil }
    rule.first = first
    rule.second = second
    return rule
  }

  /// A category's name keeps its capitals; words are lower-case, as everywhere.
  private static func operand(_ words: [String]) -> String? {
    let text = words.joined(separator: " ")
    guard !text.isEmpty, !text.contains(where: { "[]()".contains($0) }),
      !words.contains(where: { ["NEAR", "BEFORE", "AFTER", "AND", "OR", "NOT"].contains($0) })
    else { return nil }
    return text.hasPrefix("#") ? text : text.replacing("_", with: " ").lowercased()
  }
}
