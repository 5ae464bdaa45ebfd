/// CSV of plain text lines: quoted where needed, never a formula, readable by Excel.
public enum LinesCSV {
  public static func bytes(headings: [String], lines: [[String]]) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: true)
    for line in [headings] + lines {
      for cell in line { csv.text(cell) }
      csv.endLine()
    }
    return csv.bytes
  }
}
