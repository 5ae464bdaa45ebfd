/// One row of `KazakhSuffixTable`, read.
struct KazakhSuffixRow {
  var from: [String]
  /// Those of the states from which the suffix is rare.
  var rareFrom: [String]
  var shape: KazakhSuffixShape
  var gloss: String
  var to: String
  var marks: KazakhAutomaton.Marks

  /// Reads rows; lines without four columns (comments, blank lines) are passed over.
  static func parse(_ rows: String) -> [KazakhSuffixRow] {
    rows.split(separator: "\n").compactMap { line in
      if line.first == "#" { return nil }
      // `|` inside a shape stands without spaces.
      let columns = fields(line)
      guard columns.count >= 4 else { return nil }
      var states = expand(columns[0])
      let rare = states.filter { $0.hasPrefix("?") }.map { String($0.dropFirst()) }
      states = states.filter { !$0.hasPrefix("?") } + rare
      var marks: KazakhAutomaton.Marks = []
      if columns.count > 4 {
        if columns[4].contains("negative") { marks.insert(.negative) }
        if columns[4].contains("voice") { marks.insert(.voice) }
        if columns[4].contains("even") { marks.insert(.even) }
        if columns[4].contains("rare") { marks.insert(.rare) }
        if columns[4].contains("passive") { marks.insert(.passive) }
      }
      return KazakhSuffixRow(
        from: states, rareFrom: rare, shape: KazakhSuffixShape(columns[1]), gloss: columns[2], to: columns[3],
        marks: marks)
    }
  }

  /// The states of a column, names of sets replaced.
  private static func expand(_ column: String) -> [String] {
    column.split(separator: " ").flatMap { word in
      KazakhSuffixTable.groups[String(word)].map(expand) ?? [String(word)]
    }
  }

  /// The columns of a line: separated by a bar that has a space on at least one side.
  private static func fields(_ line: Substring) -> [String] {
    var columns: [String] = [""]
    for word in line.split(separator: " ") {
      if word == "|" {
        columns.append("")
      } else if let last = columns.indices.last {
        columns[last] += columns[last].isEmpty ? String(word) : " \(word)"
      }
    }
    return columns
  }
}
