/// One row of a table of rules: which lemmas, which stem, which endings.
///
/// A class, since lemmas by the thousand choose among rules with many fields, which nobody then copies.
final class RussianRule: Sendable {
  enum Anchor: Int, Sendable { case suffix, prefixed, whole }

  let anchor: Anchor
  let pattern: [UInt32]
  let cut: Int
  let add: [UInt32]
  let softens: Bool
  let sets: [String]
  /// The sets themselves; those that no table has, which the tests exclude, are left out.
  let families: [RussianEndings.Family]
  /// The longer pattern goes first, then the one with narrower letters, then `=`, `+`, `-`.
  let rank: Int
  let penalty: UInt8
  /// Applies besides the rows of the longest pattern (`&`).
  let additional: Bool
  /// Takes its sets away from the rows that apply (`!`).
  let removes: Bool
  /// Examples: each a lemma, then forms of it.
  let examples: [[String]]

  /// Reads a row; nil where it is not one.
  init?(_ line: Substring) {
    var columns = line.split(separator: " ", omittingEmptySubsequences: true)
    let additional = columns.first == "&"
    let removes = columns.first == "!"
    if additional || removes { columns.removeFirst() }
    guard columns.count >= 4, let mark = columns[0].first, let penalty = UInt8(columns[3]) else { return nil }
    switch mark {
    case "-": anchor = .suffix
    case "+": anchor = .prefixed
    case "=": anchor = .whole
    default: return nil
    }
    (self.penalty, self.additional, self.removes) = (penalty, additional, removes)
    pattern = columns[0].dropFirst().unicodeScalars.map(\.value)
    let narrowness = pattern.reduce(0) { $0 + RussianLetters.narrowness($1) }
    rank = pattern.count * 256 + narrowness * 4 + anchor.rawValue
    sets = columns[2].split(separator: ",").map(String.init)
    families = sets.compactMap(RussianEndings.shared.family)
    examples = columns.dropFirst(4).split(separator: "/").map { $0.map(String.init) }
    let change = columns[1].split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
    let removed = change[0] == "." ? "" : change[0]
    let added = change.count > 1 ? change[1] : ""
    guard columns[1] == "." || change.count == 2 else { return nil }
    let removedScalars = removed.unicodeScalars.map(\.value)
    guard removedScalars.count <= pattern.count,
      zip(removedScalars.reversed(), pattern.reversed()).allSatisfy({ RussianLetters.fits($1, $0) })
    else { return nil }
    cut = removedScalars.count
    softens = added == "~"
    add = softens ? [] : added.unicodeScalars.map(\.value)
  }

  func fits(_ lemma: [UInt32], prefixes: WordSet, first: WordSet) -> Bool {
    guard lemma.count >= pattern.count else { return false }
    let start = lemma.count - pattern.count
    var i = pattern.count - 1
    while i >= 0 {
      guard RussianLetters.fits(pattern[i], lemma[start + i]) else { return false }
      i -= 1
    }
    if anchor == .suffix || start == 0 || lemma[start - 1] == 0x2D { return true }
    return anchor == .prefixed && RussianRule.isPrefixed(lemma[..<start], prefixes, first)
  }

  /// Whether `head` is one prefix or two (по-вы-).
  private static func isPrefixed(
    _ head: ArraySlice<UInt32>, _ prefixes: WordSet, _ first: WordSet
  ) -> Bool {
    guard head.count <= 12 else { return false }
    if prefixes.contains(head) { return true }
    for split in 1..<max(1, head.count)
    where first.contains(head.prefix(split)) && prefixes.contains(head.dropFirst(split)) {
      return true
    }
    return false
  }

  func stem(of lemma: [UInt32]) -> [UInt32] {
    var stem = Array(lemma.dropLast(cut))
    if softens { RussianLetters.soften(&stem) }
    return stem + add
  }
}

/// A table of rules, and the choice among its rows.
struct RussianRules: Sendable {
  private(set) var rules: [RussianRule] = []
  /// Rows that could not be read; empty, as the tests check.
  private(set) var problems: [String] = []
  private var byLast: [UInt32: [Int]] = [:]
  private var anyLast: [Int] = []
  private let prefixes: WordSet
  private let firstPrefixes: WordSet

  static let nouns = RussianRules([
    RussianNounTable.masculineRows, RussianNounTable.otherRows,
  ])
  static let properNouns = RussianRules([
    RussianNounTable.masculineRows, RussianNounTable.otherRows, RussianNounTable.properRows,
  ])
  static let adjectives = RussianRules([RussianAdjectiveTable.rows])
  static let numerals = RussianRules([RussianNumeralTable.rows])
  static let verbs = RussianRules([RussianVerbTable.rowsInA, RussianVerbTable.otherRows])

  init(_ tables: [String]) {
    prefixes = WordSet(RussianVerbTable.prefixes)
    firstPrefixes = WordSet(RussianVerbTable.firstPrefixes)
    for line in tables.joined(separator: "\n").split(separator: "\n") where !line.hasPrefix("#") {
      guard let rule = RussianRule(line), let last = rule.pattern.last else {
        problems.append(String(line))
        continue
      }
      if last < 0x80 { anyLast.append(rules.count) } else { byLast[last, default: []].append(rules.count) }
      rules.append(rule)
    }
  }

  /// The rows that apply to a lemma, those of the longest pattern and the additional ones, each with the sets of endings
  /// that no other row takes away.
  func applying(to lemma: [UInt32]) -> [(rule: RussianRule, families: [RussianEndings.Family])] {
    guard let last = lemma.last else { return [] }
    var best = -1
    var chosen: [RussianRule] = []
    var additional: [RussianRule] = []
    var removed: [String] = []
    for index in (byLast[last] ?? []) + anyLast {
      let rule = rules[index]
      guard rule.fits(lemma, prefixes: prefixes, first: firstPrefixes) else { continue }
      if rule.removes {
        removed += rule.sets
      } else if rule.additional {
        additional.append(rule)
      } else {
        if rule.rank > best {
          best = rule.rank
          chosen = []
        }
        if rule.rank == best { chosen.append(rule) }
      }
    }
    return (chosen + additional).map { rule in
      (rule, removed.isEmpty ? rule.families : rule.families.filter { !removed.contains($0.name) })
    }
  }
}
