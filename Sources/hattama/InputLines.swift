import Foundation
import Ingestion

/// Lines of files, or of standard input.
enum InputLines {
  static func read(_ files: [String]) throws -> [String] {
    try bytes(files).split(whereSeparator: { $0 == 0x0a }).map { String(decoding: $0, as: UTF8.self) }
      .map { $0.hasSuffix("\r") ? String($0.dropLast()) : $0 }.filter { !$0.isEmpty }
  }

  /// All bytes of files, or of standard input.
  static func bytes(_ files: [String]) throws -> [UInt8] {
    if files.isEmpty { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    var all: [UInt8] = []
    for file in files {
      all += try Setup.orStop { try SourceFile.bytes(of: file) }
    }
    return all
  }
}
