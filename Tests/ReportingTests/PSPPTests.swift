import Foundation
import Tabulation
import Testing

@testable import Reporting

/// The syntax as PSPP runs it: what it reads from the CSV beside it is what the table holds. Skipped where PSPP is not
/// installed.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pspp"), "PSPP is not installed"))
struct PSPPTests {
  /// A table whose texts have what syntax and CSV could take for their own.
  private static var hostile: CrossTable {
    func key(_ name: String, _ label: String) -> TableKey { TableKey(name, .init(untranslated: label)) }
    let label = TrilingualLabel(untranslated: "It's \"so\". 100 %")
    var tally = Tally(
      CrossTableRequest(
        id: "hostile", label: label,
        rows: .init(
          id: "region", label: label, keys: .given([key("r'1", "Ә, \"қ\" 'ң'"), key("=r2", "=1+1")])),
        columns: .init(
          id: "my code!", label: label,
          keys: .given([key("a.b", String(repeating: "ұ", count: 300)), key("c", "x.\nEXECUTE.")]))))
    tally.add(document: 0, rows: ["r'1"], passages: [.init(1, columns: ["a.b"]), .init(2)])
    return tally.table()
  }

  static let tables = ["plain", "analysed", "hostile"]

  @Test(arguments: tables) func readsTheTable(_ name: String) throws {
    let table = name == "plain" ? Sample.table : name == "analysed" ? Sample.analysed : Self.hostile
    let folder = FileManager.default.temporaryDirectory.appending(path: "hattama-\(UUID().uuidString)").path()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let output = try OutputFolder(folder)
    try output.write(CSVExporter().bytes(of: table, in: .en), to: "\(table.id).csv")
    try output.write(SPSSExporter().bytes(of: table, in: .en), to: "\(table.id).sps")
    let syntax = """
      INSERT FILE='\(table.id).sps'.
      SAVE TRANSLATE /OUTFILE='back.csv' /TYPE=CSV /REPLACE /FIELDNAMES.

      """
    try output.write(Array(syntax.utf8), to: "all.sps")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/pspp")
    process.arguments = ["-o", "messages.txt", "all.sps"]
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let messages = try? String(contentsOfFile: folder + "/messages.txt", encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(messages ?? "")")
    #expect(messages?.contains("rror") != true && messages?.contains("arning") != true, "\(messages ?? "")")
    let (written, read) = (try lines(folder + "/\(table.id).csv"), try lines(folder + "/back.csv"))
    try #require(written.count == read.count && written.count == 1 + table.cells.count)
    for (line, back) in zip(written.dropFirst(), read.dropFirst()) {
      try #require(line.count == back.count)
      for (column, (value, found)) in zip(line, back).enumerated() {
        let found = found.trimmingCharacters(in: .whitespaces)
        if let number = Double(value), let other = Double(found) {
          #expect(abs(number - other) <= 1e-12 * max(1, abs(number)), "\(written[0][column])")
        } else {
          #expect(value == found, "\(written[0][column])")
        }
      }
    }
  }

  /// The cells of a CSV file.
  private func lines(_ path: String) throws -> [[String]] {
    var lines: [[String]] = []
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for scalar in try String(contentsOfFile: path, encoding: .utf8).unicodeScalars where scalar != "\u{FEFF}"
    {
      switch scalar {
      case "\"": isQuoted.toggle()
      case ",", "\n":
        if isQuoted {
          cell.unicodeScalars.append(scalar)
          continue
        }
        cells.append(cell)
        cell = ""
        if scalar == "\n" {
          lines.append(cells)
          cells = []
        }
      case "\r": break
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return lines
  }
}
