/// One reading of an ending.
struct RussianEnding: Sendable, Equatable {
  var text: String
  /// The pieces of the ending, left to right, each with its gloss.
  var reading: [Morpheme]
  /// 1 for a reading that gives way to others (imperative, participle against adjective).
  var penalty: UInt8 = 0
}

/// The ending sets of `RussianEndingTable`, compiled for reading a word from its last letter backwards.
///
/// A state of the trie is a string of letters from the end of a word; it stands for an ending where `ending(state)`
/// is not negative. About 2,000 endings, 300 KB, built once a process in some 5 ms.
struct RussianEndings: Sendable {
  /// What matching walks through.
  struct Trie: Sendable {
    /// Next state by `state * 32 + letter`, letter 0…31 for а…я; -1 where no ending goes on so.
    var next: [Int16] = Array(repeating: -1, count: 32)
    /// Index of the ending that a state stands for, or -1.
    var ending: [Int16] = [-1]
    /// The sets that hold an ending with the penalty of the reading, `set << 8 | penalty`:
    /// `members[firstMember[e]..<firstMember[e + 1]]` for ending `e`.
    var members: [UInt32] = []
    var firstMember: [Int32] = []
  }

  private(set) var trie = Trie()
  /// Rows of the tables that could not be read; empty, as the tests check.
  private(set) var problems: [String] = []

  private var names: [String: Int] = [:]
  private var twins: [Int: Int] = [:]
  private var contents: [[RussianEnding]] = []
  private var readings: [Int: [RussianEnding]] = [:]

  static let shared = RussianEndings(
    tables: [RussianEndingTable.rows, RussianVerbTable.endings, RussianNumeralTable.endings])

  init(tables: [String]) {
    var rows: [[Substring]] = []
    for table in tables {
      for line in table.split(separator: "\n") where !line.hasPrefix("#") {
        rows.append(line.split(separator: " ", omittingEmptySubsequences: true))
      }
    }
    var raw: [String: [Substring]] = [:]
    for row in rows { raw[String(row[0])] = Array(row.dropFirst()) }
    for row in rows {
      let name = String(row[0])
      names[name] = contents.count
      contents.append(row.dropFirst().flatMap { expand($0, raw: raw) })
    }
    for row in rows where row[0].hasPrefix("v") {
      let name = String(row[0])
      guard let plain = names[name] else { continue }
      twins[plain] = contents.count
      contents.append(contents[plain].compactMap(RussianEndings.reflexive))
    }
    var lists: [[UInt32]] = []
    for (set, list) in contents.enumerated() {
      for item in list { insert(item, set: set, &lists) }
    }
    for list in lists {
      trie.firstMember.append(Int32(trie.members.count))
      trie.members.append(contentsOf: list)
    }
    trie.firstMember.append(Int32(trie.members.count))
  }

  /// The set of a name for a stem that ends in `last`: its spelling variant where there is one.
  func set(_ name: String, after last: UInt32) -> Int? { family(name)?.set(after: last) }

  /// The spelling variants of a set, found once for a rule that gives it to many stems.
  struct Family: Sendable {
    let name: String
    /// The comparatives, which take по- (побольше).
    let isComparative: Bool
    /// By `RussianLetters.SpellingClass`.
    fileprivate let sets: [Int]

    func set(after last: UInt32) -> Int { sets[RussianLetters.SpellingClass(after: last).rawValue] }
  }

  /// Nil where no set has the name.
  func family(_ name: String) -> Family? {
    guard let plain = names[name] else { return nil }
    return Family(
      name: name, isComparative: name.hasPrefix("cmp"),
      sets: RussianLetters.SpellingClass.allCases.map { names[name + $0.mark] ?? plain })
  }

  /// The twin of a verb's set with -ся/-сь; nil for sets without (passive participles).
  func reflexiveTwin(_ set: Int) -> Int? { twins[set] }

  /// All readings of an ending in a set, in the order of the table.
  func readings(ending: Int, set: Int) -> [RussianEnding] { readings[ending << 16 | set] ?? [] }

  /// The endings of a set with their readings, in the order of the table.
  func endings(ofSet set: Int) -> [RussianEnding] { contents[set] }

  /// Reads `code:ending/ending…`, where `щ+adj` goes on with the endings of another set and `!` is a penalty.
  private mutating func expand(_ item: Substring, raw: [String: [Substring]]) -> [RussianEnding] {
    let penalty: UInt8 = item.hasPrefix("!") ? 1 : 0
    let parts = item.drop { $0 == "!" }.split(separator: ":")
    guard parts.count == 2, let gloss = RussianEndingTable.gloss(String(parts[0])) else {
      problems.append(String(item))
      return []
    }
    var out: [RussianEnding] = []
    for variant in parts[1].split(separator: "/") {
      let pieces = variant.split(separator: "+")
      let first = pieces[0] == "-" ? "" : String(pieces[0])
      let head = Morpheme(surface: first, gloss: gloss)
      guard pieces.count > 1 else {
        out.append(RussianEnding(text: first, reading: [head], penalty: penalty))
        continue
      }
      guard let inner = raw[String(pieces[1])] else {
        problems.append(String(item))
        continue
      }
      let tail = pieces.count > 2 ? String(pieces[2]) : ""
      let reflexive = tail.isEmpty ? [] : [Morpheme(surface: tail, gloss: "reflexive")]
      for ending in inner.flatMap({ expand($0, raw: raw) }) {
        let reading = (first.isEmpty ? [] : [head]) + ending.reading + reflexive
        out.append(
          RussianEnding(
            text: first + ending.text + tail, reading: reading, penalty: max(penalty, ending.penalty)))
      }
    }
    return out
  }

  /// -сь after a vowel, -ся after anything else and in every form of a participle; none on short forms, and the
  /// converb in -в takes -вшись only.
  private static func reflexive(_ ending: RussianEnding) -> RussianEnding? {
    if ending.text == "в" && ending.reading.last?.gloss == "converb" { return nil }
    let participle = ending.reading.count > 1
    if participle && ending.reading.last?.gloss.hasPrefix("short") == true { return nil }
    let vowelEnd = ending.text.unicodeScalars.last.map { RussianLetters.isVowel($0.value) } ?? false
    let suffix = vowelEnd && !participle ? "сь" : "ся"
    return RussianEnding(
      text: ending.text + suffix, reading: ending.reading + [Morpheme(surface: suffix, gloss: "reflexive")],
      penalty: ending.penalty)
  }

  private mutating func insert(_ item: RussianEnding, set: Int, _ lists: inout [[UInt32]]) {
    var state = 0
    for scalar in item.text.unicodeScalars.reversed() {
      let letter = Int(scalar.value) - 0x430
      guard letter >= 0 && letter < 32 else {
        problems.append(item.text)
        return
      }
      if trie.next[state * 32 + letter] < 0 {
        trie.next[state * 32 + letter] = Int16(trie.ending.count)
        trie.ending.append(-1)
        trie.next.append(contentsOf: repeatElement(-1, count: 32))
      }
      state = Int(trie.next[state * 32 + letter])
    }
    if trie.ending[state] < 0 {
      trie.ending[state] = Int16(lists.count)
      lists.append([])
    }
    let index = Int(trie.ending[state])
    readings[index << 16 | set, default: []].append(item)
    if let place = lists[index].firstIndex(where: { Int($0 >> 8) == set }) {
      lists[index][place] = UInt32(set) << 8 | min(lists[index][place] & 255, UInt32(item.penalty))
    } else {
      lists[index].append(UInt32(set) << 8 | UInt32(item.penalty))
    }
  }
}
