import Foundation

/// Rows of a tab-separated table that ships with the module: `#` begins a comment line, the first other line
/// is the header.
struct DataTable {
  let rows: [[String]]

  /// - Parameter name: file name in the module's `Data` folder, without `.tsv`. A table that is missing is
  ///   empty: `doctor` and the tests look, a run does not trap.
  init(_ name: String) {
    guard let url = Bundle.module.url(forResource: name, withExtension: "tsv", subdirectory: "Data"),
      let data = try? Data(contentsOf: url)
    else {
      rows = []
      return
    }
    rows = DataTable.parse(String(decoding: data, as: UTF8.self))
  }

  static func parse(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
