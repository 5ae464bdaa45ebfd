import Coding
import Yams

/// Writes a lexicon as another program's dictionary, and lists what that cannot say.
///
/// Both formats have exact words, words with `*` at their end, and phrases. A choice is unfolded. Dictionary forms are written as they stand:
/// those programs do not inflect, so they will find less. Gaps, halves, conditions, overlap policies and weights have no
/// counterpart: what would match too much without them is left out.
public struct LexiconExport: Sendable {
  public enum Format: String, Sendable, CaseIterable { case quanteda, liwc }

  /// Unfolded choices of one term.
  private static let variantLimit = 1000

  public private(set) var text = ""
  public private(set) var losses: [DictionaryLoss] = []
  public private(set) var patterns = 0

  /// By code: the patterns of each language, in order.
  private var kazakh: [String: [String]] = [:]
  private var russian: [String: [String]] = [:]

  /// - Parameters:
  ///   - scheme: entries as loaded, references resolved.
  public init(_ scheme: CodingScheme, format: Format) throws(DictionaryError) {
    for entry in scheme.layers.flatMap(\.entries).sorted(by: { ($0.file, $0.line) < ($1.file, $1.line) }) {
      add(entry)
    }
    let codes = scheme.codebook.codes.filter { !$0.isGroup }.map(\.id)
      .filter { kazakh[$0] != nil || russian[$0] != nil }
    switch format {
    case .quanteda: text = try quanteda(codes)
    case .liwc: text = liwc(codes)
    }
  }

  private mutating func lose(_ entry: LexiconEntry, _ message: String) {
    losses.append(DictionaryLoss(file: entry.file, line: entry.line, message: "\(entry.id): \(message)"))
  }

  // MARK: Terms

  private mutating func add(_ entry: LexiconEntry) {
    guard entry.conditions.isEmpty, entry.overlap == .withinCode else {
      lose(entry, "its conditions cannot be said; the entry is left out")
      return
    }
    guard entry.weight > 0 else {
      lose(entry, "its weight \(entry.weight) cannot be said; the entry is left out")
      return
    }
    if entry.weight != 1 { lose(entry, "its weight \(entry.weight) became 1") }
    var inflected = 0
    for (language, terms) in [("kk", entry.kazakh), ("ru", entry.russian)] {
      for term in terms {
        guard let words = Self.patterns(of: term, &inflected) else {
          lose(entry, "the term '\(term.text)' has a gap, halves or too many choices; it is left out")
          continue
        }
        for code in entry.codes {
          let isKazakh = language == "kk"
          let known = Set((isKazakh ? kazakh[code] : russian[code]) ?? [])
          let new = words.filter { !known.contains($0) }
          if isKazakh { kazakh[code, default: []] += new } else { russian[code, default: []] += new }
          patterns += new.count
        }
      }
    }
    if inflected > 0 {
      lose(entry, "\(inflected) dictionary forms are written as they stand; their inflected forms are lost")
    }
  }

  /// The phrases that a term stands for; nil where it cannot be said.
  private static func patterns(of term: Term, _ inflected: inout Int) -> [String]? {
    guard term.halves.count == 1 else { return nil }
    var count = 0
    guard let phrases = phrases(term.halves[0], &count) else { return nil }
    inflected += count
    var seen: Set<String> = []
    return phrases.filter { seen.insert($0).inserted }
  }

  private static func phrases(_ elements: [TermElement], _ inflected: inout Int) -> [String]? {
    var phrases = [""]
    for element in elements {
      var options: [String] = []
      switch element {
      case .gap, .reference: return nil
      case .word(let word):
        if word.mark == .inflected { inflected += 1 }
        options = [word.text.lowercased() + (word.mark == .prefix ? "*" : "")]
      case .choice(let alternatives):
        for alternative in alternatives {
          guard let found = Self.phrases(alternative, &inflected) else { return nil }
          options += found
        }
      }
      guard phrases.count * options.count <= variantLimit else { return nil }
      phrases = phrases.flatMap { head in options.map { head.isEmpty ? $0 : head + " " + $0 } }
    }
    return phrases
  }

  // MARK: Formats

  /// A category for each code, with `kk` and `ru` in it.
  private func quanteda(_ codes: [String]) throws(DictionaryError) -> String {
    func list(_ words: [String]) -> Node {
      Node.sequence(Node.Sequence(words.map { Node($0, Tag(.str), .doubleQuoted) }))
    }
    let pairs = codes.map { code -> (Node, Node) in
      let languages = [("kk", kazakh[code]), ("ru", russian[code])].compactMap { name, words in
        words.map { (Node(name), list($0)) }
      }
      return (Node(code), Node.mapping(Node.Mapping(languages)))
    }
    do {
      return try Yams.serialize(node: Node.mapping(Node.Mapping(pairs)), width: -1, allowUnicode: true)
    } catch {
      throw DictionaryError(file: "", line: 1, message: "the dictionary cannot be written: \(error)")
    }
  }

  /// The 2015 format: a legend between two `%`, then a word a line with the numbers of its categories.
  private func liwc(_ codes: [String]) -> String {
    var lines = ["%"] + codes.enumerated().map { "\($0 + 1)\t\($1)" } + ["%"]
    var numbers: [String: [Int]] = [:]
    for (index, code) in codes.enumerated() {
      for word in Set((kazakh[code] ?? []) + (russian[code] ?? [])) {
        numbers[word, default: []].append(index + 1)
      }
    }
    for (word, categories) in numbers.sorted(by: { $0.key < $1.key }) {
      lines.append(([word] + categories.map(String.init)).joined(separator: "\t"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
