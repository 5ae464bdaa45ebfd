import Linguistics

/// Fields of meaning: words of both languages that speak of one matter, such as `water`, `reception`, `lateness`.
///
/// They let the learned coder know a word that no training passage had by what it means, and let each language learn
/// from the other's passages. A TSV file has a row for each field, `id`, `kk`, `ru`: beginnings of words, parted by
/// spaces, where `=` marks a whole word and `-` an ending of three letters or more. Lines that begin with `#` are
/// comments; rows with the same id are one field.
///
/// ```
/// water    құдық ұңғым =су =суы    скважин колонк =кран
/// ```
///
/// A whole word counts before any beginning, a longer beginning before a shorter one. Beginnings of two letters are
/// whole words, and those of three begin words of at most six letters, or they would begin too much. An ending counts
/// beside what the word begins with: Kazakh negates by a suffix (`-мады`). Numbers have no field, for all of them are one
/// word to the coder.
///
/// A class, since a copy of so many arrays for each word would cost more than the look-up.
public final class WordFields: Sendable {
  /// Sorted; field f is `ids[f]`.
  public let ids: [String]
  private let wholes: ByteKeys
  private let beginnings: ByteKeys
  private let fieldsOfWhole: [[Int]]
  private let fieldsOfBeginning: [[Int]]
  /// Letters of each beginning.
  private let lettersOfBeginning: [Int]
  private let endings: ByteKeys
  private let fieldsOfEnding: [[Int]]

  /// No fields.
  public static let none = WordFields([:], [:], [:])

  /// - Throws: `CodebookError` with file, line and remedy of the first row that is none.
  public convenience init(_ bytes: [UInt8], file: String) throws(CodebookError) {
    var wholes: [String: Set<String>] = [:]
    var beginnings: [String: Set<String>] = [:]
    var endings: [String: Set<String>] = [:]
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 3, Self.isID(cells[0]) else {
        throw CodebookError([
          LexiconIssue(
            .error, "unreadable-fields", file: file, line: number + 1, column: 1,
            "a row is id (small Latin letters and hyphens), Kazakh and Russian beginnings of words, parted by tabs"
          )
        ])
      }
      if cells[0] == "id" { continue }
      for word in cells[1...].joined(separator: " ").split(separator: " ") {
        let isEnding = word.hasPrefix("-") && word.count > 3
        let isWhole = word.hasPrefix("=") || word.count < 3
        let letters = Self.folded(word.hasPrefix("=") || isEnding ? word.dropFirst() : word)
        if isEnding {
          endings[letters, default: []].insert(String(cells[0]))
        } else if isWhole {
          wholes[letters, default: []].insert(String(cells[0]))
        } else {
          beginnings[letters, default: []].insert(String(cells[0]))
        }
      }
    }
    self.init(wholes, beginnings, endings)
  }

  private static func isID(_ cell: Substring) -> Bool {
    !cell.isEmpty && cell.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7a || $0 == UInt8(ascii: "-") }
  }

  /// With е for ё, as folded forms have it.
  private static func folded(_ word: Substring) -> String {
    guard word.utf8.contains(0xD1), word.unicodeScalars.contains("ё") else { return String(word) }
    return String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
  }

  private init(
    _ wholes: [String: Set<String>], _ beginnings: [String: Set<String>], _ endings: [String: Set<String>]
  ) {
    let ids = Set([wholes, beginnings, endings].flatMap { $0.values.joined() }).sorted()
    let numbers = Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func keys(_ words: [String: Set<String>]) -> (names: [String], fields: [[Int]]) {
      let names = words.keys.sorted()
      return (names, names.map { (words[$0] ?? []).compactMap { numbers[$0] }.sorted() })
    }
    let (wholeNames, wholeFields) = keys(wholes)
    let (beginningNames, beginningFields) = keys(beginnings)
    let (endingNames, endingFields) = keys(endings)
    self.ids = ids
    self.wholes = ByteKeys(wholeNames)
    self.beginnings = ByteKeys(beginningNames)
    fieldsOfWhole = wholeFields
    fieldsOfBeginning = beginningFields
    lettersOfBeginning = beginningNames.map { $0.unicodeScalars.count }
    self.endings = ByteKeys(endingNames)
    fieldsOfEnding = endingFields
  }

  func write(to writer: inout CompiledWriter) {
    writer.list(ids)
    wholes.write(to: &writer)
    beginnings.write(to: &writer)
    writer.lists(fieldsOfWhole.map { $0.map(Int32.init) })
    writer.lists(fieldsOfBeginning.map { $0.map(Int32.init) })
    writer.ints(lettersOfBeginning)
    endings.write(to: &writer)
    writer.lists(fieldsOfEnding.map { $0.map(Int32.init) })
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    ids = try reader.list()
    wholes = try ByteKeys(from: &reader)
    beginnings = try ByteKeys(from: &reader)
    fieldsOfWhole = try reader.lists().map { $0.map(Int.init) }
    fieldsOfBeginning = try reader.lists().map { $0.map(Int.init) }
    lettersOfBeginning = try reader.ints()
    endings = try ByteKeys(from: &reader)
    fieldsOfEnding = try reader.lists().map { $0.map(Int.init) }
  }

  /// The fields of a folded form, ascending; most forms have none or one.
  public func fields(of form: Span<UInt8>) -> [Int] {
    if WordBeginnings.isNumber(form) { return [] }
    let begun = fieldsOfBeginning(of: form)
    let ended = fieldsOfEnding(of: form)
    return ended.isEmpty ? begun : begun.isEmpty ? ended : Set(begun + ended).sorted()
  }

  /// The fields of the longest ending that a form has after two letters at least.
  private func fieldsOfEnding(of form: Span<UInt8>) -> [Int] {
    if fieldsOfEnding.isEmpty { return [] }
    var letters = 0
    for i in form.indices where form[i] & 0xc0 != 0x80 {
      letters += 1
      if letters > 2, let ending = endings.find(form.extracting(i...)) { return fieldsOfEnding[ending] }
    }
    return []
  }

  private func fieldsOfBeginning(of form: Span<UInt8>) -> [Int] {
    if let whole = wholes.find(form) { return fieldsOfWhole[whole] }
    var longest = -1
    beginnings.forEachPrefix(of: form) { longest = $0 }
    guard longest >= 0 else { return [] }
    if lettersOfBeginning[longest] == 3 {
      var letters = 0
      for i in form.indices where form[i] & 0xc0 != 0x80 { letters += 1 }
      if letters > 6 { return [] }
    }
    return fieldsOfBeginning[longest]
  }
}
