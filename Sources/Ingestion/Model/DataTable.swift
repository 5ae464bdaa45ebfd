import Foundation

/// Rows of a tab-separated table that ships with the module: `#` begins a comment line, the first other line
/// is the header.
struct DataTable {
  let rows: [[String]]

  /// - Parameter name: file name in the module's `Data` folder, without `.tsv`. A table that is missing is
  ///   empty: `doctor` and the tests look, a run does not trap.
  init(_ name: String) { rows = DataTable.bytes(name).map { DataTable.parse($0) } ?? [] }

  /// The bytes of a table's file, or nil where it is missing.
  static func bytes(_ name: String) -> [UInt8]? {
    guard let url = Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Data"),
      let data = try? Data(contentsOf: url)
    else { return nil }
    return Array(data)
  }

  static func parse(_ text: [UInt8]) -> [[String]] {
    text.split(separator: 0x0a).filter { $0.first != UInt8(ascii: "#") }.dropFirst().map(cells)
  }

  /// The cells of a line.
  static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  }
}
