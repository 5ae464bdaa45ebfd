/// Aligned columns for a terminal; tabs would not align letters of different width.
enum TextTable {
  static func text(header: [String], rows: [[String]]) -> String {
    guard !rows.isEmpty else { return "" }
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      var line = row.indices.map { column in
        row[column] + String(repeating: " ", count: widths[column] - row[column].count)
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
