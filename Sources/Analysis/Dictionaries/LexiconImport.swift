import Coding
import Linguistics

/// Makes a lexicon file of another program's dictionary, and lists what could not be carried.
///
/// Those programs match forms and do not inflect, so `бюджет` becomes `=бюджет` (or, where asked for, the dictionary form
/// `бюджет`), `бюджет*` stays. A wildcard elsewhere has no counterpart. Words with Kazakh letters go to the Kazakh
/// column, Latin ones to both, others to the Russian one, unless the language is stated. A category becomes an
/// entry for each weight. A WordStat rule becomes an entry with a condition, or an ordered term where it says BEFORE or AFTER
/// within ten words.
public struct LexiconImport: Sendable {
  public struct Options: Sendable {
    /// nil: by the letters.
    public var language: Language?
    /// Takes words for dictionary forms that inflect.
    public var inflects = false

    public init(language: Language? = nil, inflects: Bool = false) {
      self.language = language
      self.inflects = inflects
    }
  }

  /// The lexicon file: TSV.
  public private(set) var text = ""
  public private(set) var entries = 0
  public private(set) var terms = 0
  /// In the order of the dictionary's lines.
  public private(set) var losses: [DictionaryLoss]

  private let file: String
  private let options: Options
  private let map: CategoryMap
  private let faults: [String: String]
  private var ids: Set<String> = []
  /// The reference for each category by its name, for rules: `#NAME`.
  private var references: [String: String] = [:]

  /// - Parameter file: the dictionary's name: the source of the entries.
  public init(_ dictionary: ForeignDictionary, map: CategoryMap, options: Options, file: String) {
    self.file = file
    self.options = options
    self.map = map
    losses = dictionary.losses
    faults = Self.faults(dictionary, inflects: options.inflects)
    let name = file.split(separator: "/").last.map(String.init) ?? file
    text = "# Made by 'hattama lexicon import' from \(name).\n"
    text += "id\tcodes\tkk\tru\tpos\tconditions\tweight\tsource\tnote\n"
    writeReferences(dictionary, source: name)
    for category in dictionary.categories { write(category, source: name) }
    losses.sort { ($0.line, $0.message) < ($1.line, $1.message) }
  }

  private mutating func lose(_ line: Int, _ message: String) {
    losses.append(DictionaryLoss(file: file, line: line, message: message))
  }

  // MARK: Entries

  private struct Columns {
    var kazakh: [String] = []
    var russian: [String] = []
    var isEmpty: Bool { kazakh.isEmpty && russian.isEmpty }
  }

  /// Categories that rules name become references, so that a rule may use those without a code too.
  private mutating func writeReferences(_ dictionary: ForeignDictionary, source: String) {
    let named = Set(dictionary.categories.flatMap(\.rules).flatMap { [$0.first, $0.second] })
      .filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }.sorted()
    for name in named {
      let members = dictionary.categories.filter { $0.path.contains(name) }
      var columns = Columns()
      for pattern in members.flatMap(\.patterns) { add(pattern, to: &columns, language: nil) }
      if columns.isEmpty { continue }
      let id = id(of: ["category", name])
      references[name] = id
      writeRow(id, "reference", columns, condition: "", weight: 1, source: source)
    }
    // Their patterns are read again with their category, which names what is lost.
    losses = dictionary.losses
  }

  private mutating func write(_ category: ForeignDictionary.Category, source: String) {
    var path = category.path
    var language = options.language
    if let last = path.last, path.count > 1, let stated = Language(code: last.lowercased()),
      stated == .kk || stated == .ru
    {
      language = stated
      path.removeLast()
    }
    let codes = map.codes(of: path)
    guard !codes.isEmpty else {
      lose(
        category.line,
        "the category '\(path.joined(separator: "/"))' is the name of no code: its \(category.patterns.count) words and "
          + "\(category.rules.count) rules are left out; name its codes with --map")
      return
    }
    let cell = codes.joined(separator: " ")
    for weight in Set(category.patterns.map(\.weight)).sorted() {
      var columns = Columns()
      for pattern in category.patterns where pattern.weight == weight {
        add(pattern, to: &columns, language: language)
      }
      writeRow(id(of: path), cell, columns, condition: "", weight: weight, source: source)
    }
    for rule in category.rules { write(rule, cell, path, language, source: source) }
  }

  private mutating func writeRow(
    _ id: String, _ codes: String, _ columns: Columns, condition: String, weight: Double, source: String
  ) {
    if columns.isEmpty { return }
    guard weight.magnitude <= 100 else {
      lose(1, "the weight \(weight) of '\(id)' is beyond 100; the entry is left out")
      return
    }
    let number = weight == weight.rounded() ? "\(Int(weight))" : "\(weight)"
    let cells = [
      id, codes, columns.kazakh.joined(separator: " ; "), columns.russian.joined(separator: " ; "), "",
      condition,
      weight == 1 ? "" : number, source, "",
    ]
    text += cells.joined(separator: "\t") + "\n"
    entries += 1
    terms += columns.kazakh.count + columns.russian.count
  }

  /// A kebab-case id of what names have of ASCII letters and digits, made distinct by a number.
  private mutating func id(of path: [String]) -> String {
    let letters = path.joined(separator: "-").lowercased().unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        ? Character(scalar) : "-"
    }
    let name = letters.split(separator: "-").map { String($0) }.joined(separator: "-")
    let base = name.isEmpty ? "category" : name
    var id = base
    var number = 2
    while !ids.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  // MARK: Terms

  private mutating func add(
    _ pattern: ForeignDictionary.Pattern, to columns: inout Columns, language: Language?
  ) {
    guard let term = term(pattern.text, pattern.line) else { return }
    let scalars = pattern.text.unicodeScalars
    let isKazakh = scalars.contains { "әғқңөұүһі".unicodeScalars.contains($0) }
    let isCyrillic = scalars.contains { (0x400...0x52F).contains($0.value) }
    if language == .kk || (language == nil && (isKazakh || !isCyrillic)), !columns.kazakh.contains(term) {
      columns.kazakh.append(term)
    }
    if language == .ru || (language == nil && !isKazakh), !columns.russian.contains(term) {
      columns.russian.append(term)
    }
  }

  /// A pattern in the language of terms; nil, and a loss, where it cannot be said there.
  private mutating func term(_ pattern: String, _ line: Int) -> String? {
    guard let term = Self.term(pattern, inflects: options.inflects) else {
      lose(line, "'\(pattern)': a wildcard counts only at the end of a word; the pattern is left out")
      return nil
    }
    if let fault = faults[term] {
      lose(line, "'\(pattern)': \(fault); the pattern is left out")
      return nil
    }
    if term.contains("~1") { lose(line, "'\(pattern)': '*' for one word became '~1', at most one word") }
    return term
  }

  private static func term(_ pattern: String, inflects: Bool) -> String? {
    var words: [String] = []
    for word in pattern.lowercased().split(separator: " ") {
      let body = word.last == "*" ? word.dropLast() : word
      if word == "*" {
        words.append("~1")
      } else if body.contains("*") || body.contains("?") {
        return nil
      } else {
        words.append(word.last == "*" || inflects ? String(word) : "=" + word)
      }
    }
    return words.joined(separator: " ")
  }

  /// What is wrong with terms, by term: all are read and compiled once, as entries of a lexicon.
  private static func faults(_ dictionary: ForeignDictionary, inflects: Bool) -> [String: String] {
    let operands = dictionary.categories.flatMap(\.rules).flatMap { [$0.first, $0.second] }
    let patterns =
      dictionary.categories.flatMap(\.patterns).map(\.text) + operands.filter { !$0.hasPrefix("#") }
    let terms = Set(patterns.compactMap { term($0, inflects: inflects) }).sorted()
    let label = Codebook.Label(en: "x", ru: "x", kk: "x")
    let code = Codebook.Code(
      id: "x", label: label, dimension: 0, line: 1)
    let codebook = Codebook(
      id: "x", version: 1, title: label, source: "",
      dimensions: [Codebook.Dimension(id: "x", label: label, codes: 0..<1)], codes: [code])
    let rows = terms.enumerated().map { "t\($0)\tx\t\t\($1)\n" }.joined()
    let file = LexiconFile(Array(("id\tcodes\tkk\tru\n" + rows).utf8), name: "")
    let (layer, issues) = LexiconLoader.layer("x", of: [file], codebook: codebook)
    let lexicon = CompiledLexicon(CodingScheme(codebook: codebook, layers: [layer]))
    var faults: [String: String] = [:]
    for issue in issues + lexicon.issues where terms.indices.contains(issue.line - 2) {
      faults[terms[issue.line - 2]] = issue.message
    }
    return faults
  }

  // MARK: Rules

  private mutating func write(
    _ rule: ForeignDictionary.Rule, _ codes: String, _ path: [String], _ language: Language?, source: String
  ) {
    guard let first = operand(rule.first, rule), let second = operand(rule.second, rule) else { return }
    let isOrdered = rule.relation == .before || rule.relation == .after
    var terms = [first]
    var condition = ""
    if isOrdered, !rule.isNegated, let distance = rule.distance, distance <= 10 {
      let gap = distance > 1 ? " ~\(distance - 1) " : " "
      terms = [rule.relation == .before ? first + gap + second : second + gap + first]
    } else {
      if isOrdered { lose(rule.line, "the rule '\(rule.name)': the order of its two sides is not asked for") }
      let not = rule.isNegated ? "not " : ""
      if let distance = rule.distance, rule.relation != .and {
        if distance > 50 { lose(rule.line, "the rule '\(rule.name)': \(distance) words became 50") }
        condition = "\(not)near \(min(distance, 50)): \(second)"
      } else {
        condition = not + (rule.scope == .sentence ? "sentence: " : "passage: ") + second
        if rule.scope == .text {
          lose(rule.line, "the rule '\(rule.name)': the whole text became the passage")
        }
      }
    }
    var columns = Columns()
    let both = [rule.first, rule.second].joined(separator: " ").unicodeScalars
    let isKazakh = both.contains { "әғқңөұүһі".unicodeScalars.contains($0) }
    if language == .kk || (language == nil && isKazakh) {
      columns.kazakh = terms
    } else {
      columns.russian = terms
    }
    let check = LexiconFile(
      Array("id\tcodes\tkk\tru\tconditions\nx\tx\t\t\(terms[0])\t\(condition)\n".utf8), name: file)
    if let issue = check.issues.first {
      lose(rule.line, "the rule '\(rule.name)': \(issue.message); it is left out")
      return
    }
    writeRow(
      id(of: path + [rule.name]), codes, columns, condition: condition, weight: rule.weight, source: source)
  }

  private mutating func operand(_ text: String, _ rule: ForeignDictionary.Rule) -> String? {
    guard text.hasPrefix("#") else { return term(text, rule.line) }
    let name = String(text.dropFirst())
    guard let id = references[name] else {
      lose(rule.line, "the rule '\(rule.name)': there is no category '\(name)' with words")
      return nil
    }
    return "@" + id
  }
}
