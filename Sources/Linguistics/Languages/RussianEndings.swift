/// One reading of an ending: its pieces, left to right, each with its gloss.
typealias EndingReading = [Morpheme]

/// The ending sets of `RussianEndingTable`, compiled for reading a word from its last letter backwards.
///
/// A state of the trie is a string of letters from the end of a word; it stands for an ending where `ending(state)`
/// is not negative. About 2,000 endings, 300 KB, built once a process in some 5 ms.
struct RussianEndings: Sendable {
  /// Next state by `state * 32 + letter`, letter 0…31 for а…я; -1 where no ending goes on so.
  private(set) var next: [Int16] = Array(repeating: -1, count: 32)
  /// Index of the ending that a state stands for, or -1.
  private(set) var ending: [Int16] = [-1]
  /// Bits of the sets that hold an ending, `words` for each ending.
  private(set) var sets: [UInt64] = []
  private(set) var words = 0
  /// Rows of the tables that could not be read; empty, as the tests check.
  private(set) var problems: [String] = []

  private var names: [String: Int] = [:]
  private var twins: [Int: Int] = [:]
  private var contents: [[(text: String, reading: EndingReading)]] = []
  private var readings: [Int: [EndingReading]] = [:]

  static let shared = RussianEndings(tables: [RussianEndingTable.rows, RussianVerbTable.endings])

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
      contents.append(contents[plain].flatMap { RussianEndings.reflexive($0.text, $0.reading) })
    }
    words = (contents.count + 63) / 64
    for (set, list) in contents.enumerated() {
      for item in list { insert(item.text, item.reading, set: set) }
    }
  }

  /// The set of a name for a stem that ends in `last`: its spelling variant where there is one.
  func set(_ name: String, after last: UInt32) -> Int? {
    if let variant = RussianLetters.spellingClass(last), let index = names[name + variant] { return index }
    return names[name]
  }

  /// The twin of a verb's set with -ся/-сь; nil for sets without (passive participles).
  func reflexiveTwin(_ set: Int) -> Int? { twins[set] }

  /// All readings of an ending in a set, in the order of the table.
  func readings(ending: Int, set: Int) -> [EndingReading] { readings[ending << 16 | set] ?? [] }

  /// The endings of a set with their readings, in the order of the table.
  func endings(ofSet set: Int) -> [(text: String, reading: EndingReading)] { contents[set] }

  var setCount: Int { contents.count }

  /// Reads `code:ending/ending…`, where `щ+adj` goes on with the endings of another set.
  private mutating func expand(_ item: Substring, raw: [String: [Substring]]) -> [(text: String, reading: EndingReading)]
  {
    let parts = item.split(separator: ":")
    guard parts.count == 2, let gloss = RussianEndingTable.gloss(String(parts[0])) else {
      problems.append(String(item))
      return []
    }
    var out: [(text: String, reading: EndingReading)] = []
    for variant in parts[1].split(separator: "/") {
      let pieces = variant.split(separator: "+")
      let first = pieces[0] == "-" ? "" : String(pieces[0])
      guard pieces.count > 1 else {
        out.append((first, first.isEmpty && gloss == "listed form" ? [] : [Morpheme(surface: first, gloss: gloss)]))
        continue
      }
      guard let inner = raw[String(pieces[1])] else {
        problems.append(String(item))
        continue
      }
      let tail = pieces.count > 2 ? String(pieces[2]) : ""
      for (text, reading) in inner.flatMap({ expand($0, raw: raw) }) {
        var all = first.isEmpty ? reading : [Morpheme(surface: first, gloss: gloss)] + reading
        if !tail.isEmpty { all.append(Morpheme(surface: tail, gloss: "reflexive")) }
        out.append((first + text + tail, all))
      }
    }
    return out
  }

  /// -сь after a vowel, -ся after anything else and in every form of a participle; none on short forms, and the
  /// converb in -в takes -вшись only.
  private static func reflexive(_ text: String, _ reading: EndingReading) -> [(text: String, reading: EndingReading)] {
    guard !(text == "в" && reading.last?.gloss == "converb") else { return [] }
    let participle = reading.count > 1
    if participle && reading.last?.gloss.hasPrefix("short") == true { return [] }
    let vowelEnd = text.unicodeScalars.last.map { RussianLetters.isVowel($0.value) } ?? false
    let suffix = vowelEnd && !participle ? "сь" : "ся"
    return [(text + suffix, reading + [Morpheme(surface: suffix, gloss: "reflexive")])]
  }

  private mutating func insert(_ text: String, _ reading: EndingReading, set: Int) {
    var state = 0
    for scalar in text.unicodeScalars.reversed() {
      let letter = Int(scalar.value) - 0x430
      guard letter >= 0 && letter < 32 else {
        problems.append(text)
        return
      }
      if next[state * 32 + letter] < 0 {
        next[state * 32 + letter] = Int16(ending.count)
        ending.append(-1)
        next.append(contentsOf: repeatElement(-1, count: 32))
      }
      state = Int(next[state * 32 + letter])
    }
    if ending[state] < 0 {
      ending[state] = Int16(sets.count / words)
      sets.append(contentsOf: repeatElement(0, count: words))
    }
    let index = Int(ending[state])
    sets[index * words + set / 64] |= 1 << UInt64(set % 64)
    readings[index << 16 | set, default: []].append(reading)
  }
}
