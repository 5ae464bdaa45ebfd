/// Reads LIWC's dictionaries: `.dic` of 2001 to 2015 (a legend between two `%`, then a word a line with the numbers of
/// its categories) and `.dicx` of LIWC-22 (a table: words by categories, an `X` or a weight in a cell).
struct LIWCReader {
  private let file: String
  private var dictionary = ForeignDictionary()

  static func read(_ text: String, file: String) throws(DictionaryError) -> ForeignDictionary {
    var reader = LIWCReader(file: file)
    let lines = text.lines.map(String.init)
    if let first = lines.first,
      first.lowercased().drop(while: { $0 == "\u{FEFF}" || $0 == "\"" }).hasPrefix("dicterm")
    {
      reader.readTable(text)
    } else {
      try reader.readSections(lines)
    }
    return reader.dictionary
  }

  private init(file: String) { self.file = file }

  private mutating func lose(_ line: Int, _ message: String) {
    dictionary.losses.append(DictionaryLoss(file: file, line: line, message: message))
  }

  // MARK: .dic

  private mutating func readSections(_ lines: [String]) throws(DictionaryError) {
    let marks = lines.indices.filter { lines[$0].trimmed == "%" }
    guard marks.count >= 2 else {
      throw DictionaryError(
        file: file, line: 1,
        message: "a LIWC dictionary begins with a list of categories between two lines with '%'")
    }
    var places: [String: Int] = [:]
    var path: [String] = []
    for index in (marks[0] + 1)..<marks[1] where !lines[index].trimmed.isEmpty {
      let depth = lines[index].prefix { $0 == "\t" }.count
      let cells = lines[index].trimmed.split(maxSplits: 1) { $0 == "\t" || $0 == " " }.map(String.init)
      guard cells.count == 2, cells[0].allSatisfy(\.isNumber) else {
        lose(index + 1, "'\(lines[index].trimmed)' is no category: a number and a name are expected")
        continue
      }
      // 2015: "1	function (Function Words)".
      let name = cells[1].prefix { $0 != "(" }.trimmed
      path = Array(path.prefix(depth)) + [name.isEmpty ? cells[1].trimmed : name]
      if places[cells[0]] != nil {
        lose(index + 1, "the category number \(cells[0]) stands twice; the first counts")
        continue
      }
      places[cells[0]] = dictionary.categories.count
      dictionary.categories.append(ForeignDictionary.Category(path: path, line: index + 1))
    }
    for index in (marks[1] + 1)..<max(marks[1] + 1, lines.count) { readWord(lines[index], index + 1, places) }
  }

  private mutating func readWord(_ line: String, _ number: Int, _ places: [String: Int]) {
    let line = line.trimmed
    guard !line.isEmpty else { return }
    var cells = line.split(separator: "\t").map { $0.trimmed }
    if cells.count == 1 { cells = line.split(separator: " ").map(String.init) }
    if line.contains("<of>") || line.contains("(") || line.contains("/") {
      lose(number, "'\(line)': conditional categories of LIWC 2007 cannot be carried; the word is left out")
      return
    }
    guard let word = cells.first, cells.count > 1 else {
      lose(number, "'\(line)' has no category; it is left out")
      return
    }
    // Numbers may be parted by spaces as well.
    for id in cells.dropFirst().flatMap({ $0.split(separator: " ") }) {
      guard let place = places[String(id)] else {
        lose(number, "'\(word)': there is no category \(id)")
        continue
      }
      dictionary.add(ForeignDictionary.Pattern(text: word, line: number), to: place)
    }
  }

  // MARK: .dicx

  private mutating func readTable(_ text: String) {
    for (line, cells) in CommaSeparated.rows(text) {
      if dictionary.categories.isEmpty {
        for name in cells.dropFirst() {
          dictionary.categories.append(
            ForeignDictionary.Category(path: [name.trimmed], line: line))
        }
        continue
      }
      let word = cells[0].trimmed
      if word.isEmpty { continue }
      for (place, cell) in cells.dropFirst().enumerated() {
        let mark = cell.trimmed
        if mark.isEmpty { continue }
        guard place < dictionary.categories.count, let weight = mark.lowercased() == "x" ? 1 : Double(mark),
          weight.isFinite
        else {
          lose(line, "'\(word)': the cell '\(mark)' is neither X nor a weight of a category")
          continue
        }
        dictionary.add(ForeignDictionary.Pattern(text: word, weight: weight, line: line), to: place)
      }
    }
  }
}

/// Comma-separated values as RFC 4180 has them.
enum CommaSeparated {
  /// The rows with the lines that they begin at, from 1; empty lines are left out.
  static func rows(_ text: String) -> [(line: Int, cells: [String])] {
    var rows: [(line: Int, cells: [String])] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    var line = 1
    var start = 1
    var characters = text.makeIterator()
    var next = characters.next()
    func isEnd(_ character: Character) -> Bool {
      character == "\n" || character == "\r\n" || character == "\r"
    }
    func endRow() {
      cells.append(cell)
      if cells.count > 1 || !cell.isEmpty { rows.append((start, cells)) }
      cells = []
      cell = ""
    }
    while let character = next {
      next = characters.next()
      if isEnd(character) { line += 1 }
      if isQuoted {
        if character != "\"" {
          cell.append(character)
        } else if next == "\"" {
          cell.append(character)
          next = characters.next()
        } else {
          isQuoted = false
        }
      } else if character == "\"" {
        isQuoted = true
      } else if character == "," {
        cells.append(cell)
        cell = ""
      } else if isEnd(character) {
        endRow()
        start = line
      } else {
        cell.append(character)
      }
    }
    endRow()
    return rows
  }
}
