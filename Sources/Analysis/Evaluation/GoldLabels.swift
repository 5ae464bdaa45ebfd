import Coding
import Tabulation

/// One dimension of a codebook on the gold's passages: who gave which codes, as numbers.
struct GoldLabels {
  struct Passage {
    var gold: Set<Int>
    var assigned: Set<Int>
    /// Codes that are not scored here.
    var disputed: Set<Int>
    /// The answers of people; nil where one did not answer.
    var people: [Set<Int>?]
  }

  let dimension: String
  /// The codes that the gold has, in the order of the codebook; their places are the numbers.
  let codes: [String]
  /// One for each of the gold's passages.
  let passages: [Passage]
  /// By document.
  let strays: [String: Int]
  let notInGold: [(code: String, assigned: Int)]
  /// The most people that coded any passage.
  let people: Int

  /// - Returns: nil where the gold has no code of the dimension.
  init?(_ dimension: Codebook.Dimension, of codebook: Codebook, gold: GoldStandard, answers: GoldAnswers) {
    let all = codebook.codes[dimension.codes].filter { !$0.isGroup }.map(\.id)
    let names = CodeNames(dimension, of: codebook)
    let given = gold.passages.map { names.codes(of: $0.fields) }
    let inGold = given.reduce(into: Set<String>()) { $0.formUnion($1) }
    let codes = all.filter(inGold.contains)
    guard !codes.isEmpty else { return nil }
    var numbers: [String: Int] = [:]
    for (number, code) in codes.enumerated() { numbers[code] = number }
    func set(_ names: some Sequence<String>) -> Set<Int> { Set(names.compactMap { numbers[$0] }) }

    var people = 0
    var passages: [Passage] = []
    passages.reserveCapacity(gold.passages.count)
    for (index, passage) in gold.passages.enumerated() {
      let coders = passage.coders.map { $0.map { names.codes(of: ["codes": $0]) } }
      passages.append(
        Passage(
          gold: set(given[index]), assigned: set(answers.answers[index]?.codes.map(\.code) ?? []),
          disputed: set(passage.disputed.compactMap(names.code)), people: coders.map { $0.map(set) }))
      people = max(people, coders.count)
    }
    // Coders answered on one field of indicators; for another codebook their answers say nothing.
    let answered = passages.contains { $0.people.contains { !($0 ?? []).isEmpty } }

    self.dimension = dimension.id
    self.codes = codes
    self.passages = passages
    self.people = answered && people > 1 ? people : 0
    strays = answers.strays.mapValues { $0.filter { numbers[$0.code] != nil }.count }
    var unexpected: [String: Int] = [:]
    for answer in answers.answers {
      for code in answer?.codes ?? [] where numbers[code.code] == nil {
        unexpected[code.code, default: 0] += 1
      }
    }
    notInGold = all.filter { !inGold.contains($0) }.map { ($0, unexpected[$0] ?? 0) }
  }
}

/// Finds a dimension's codes in the fields of gold.
struct CodeNames {
  private let fields: Set<String>
  private let codes: [String: String]

  /// Fields that hold codes by their full ids, whatever the codebook.
  static let indicatorFields = ["codes", "pest"]

  init(_ dimension: Codebook.Dimension, of codebook: Codebook) {
    fields = Set(Self.indicatorFields + [dimension.id])
    var names: [String: String] = [:]
    for code in codebook.codes[dimension.codes].lazy.filter({ !$0.isGroup }).map(\.id) {
      names[code] = code
      let prefix = dimension.id + "."
      if code.hasPrefix(prefix) { names[String(code.dropFirst(prefix.count))] = code }
    }
    codes = names
  }

  /// One for each dimension of a codebook, in its order.
  static func all(of codebook: Codebook) -> [CodeNames] {
    codebook.dimensions.map { CodeNames($0, of: codebook) }
  }

  /// The id of a code as gold writes it, with or without the dimension before it.
  func code(_ name: String) -> String? { codes[name] }

  func codes(of fields: [String: [String]]) -> Set<String> {
    var result: Set<String> = []
    for (field, names) in fields where self.fields.contains(field) {
      for name in names { if let code = codes[name] { result.insert(code) } }
    }
    return result
  }
}
