import Foundation

/// Reads the tables that ship with the module: UTF-8, a record a line, tab-separated, `#` for comments.
package enum DataFile {
  /// All files in `Data`, sorted: what a word is depends on them.
  package static func paths() -> [String] {
    let folder = Bundle.module.bundlePath + "/Data"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted().map {
      folder + "/" + $0
    }
  }

  /// The bytes of a file in `Data`. The files are part of the program: without them it is not installed.
  static func bytes(_ name: String) -> [UInt8] {
    let path = Bundle.module.bundlePath + "/Data/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      preconditionFailure("\(path) is missing: install the program's resource folders beside it")
    }
    return [UInt8](data)
  }

  /// The records of a table: each line's columns.
  static func records(_ name: String) -> [[String]] {
    String(decoding: bytes(name), as: UTF8.self).split(separator: "\n").compactMap { line in
      line.hasPrefix("#")
        ? nil : line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
