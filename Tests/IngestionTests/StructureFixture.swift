import Foundation
import Testing

@testable import Ingestion

/// A document as a table, a passage a row with its role, and what the program should find in it.
///
/// Lines before the first blank one are metadata (key, tab, value). The rows after it are role (`any`: not tested;
/// `none`: no passage), agenda item, speaker, mark-up and text. Mark-up is an element's name, `bold` or `center` or
/// `right` paragraphs, `date` for a page's date line, or `td` and `th` for rows of a table with cells between `¦`.
struct StructureFixture: Sendable, CustomTestStringConvertible {
  struct Row: Sendable {
    var role: String
    var item: Int?
    var speaker: String?
    var markup: String
    var text: String
  }

  var name: String
  var metadata: [String: String] = [:]
  var rows: [Row] = []

  var testDescription: String { name }

  /// All fixtures of the folder, by name.
  static let all: [StructureFixture] = {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Fixtures/structure")
    let urls = folder.flatMap {
      try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }
    return (urls ?? []).filter { $0.pathExtension == "tsv" }.compactMap { url in
      (try? String(contentsOf: url, encoding: .utf8)).map {
        StructureFixture(url.deletingPathExtension().lastPathComponent, $0)
      }
    }
    .sorted { $0.name < $1.name }
  }()

  private init(_ name: String, _ table: String) {
    self.name = name
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    let blank = lines.firstIndex(of: "") ?? lines.endIndex
    for line in lines[..<blank] {
      let cells = line.split(separator: "\t", maxSplits: 1).map(String.init)
      if cells.count == 2 { metadata[cells[0]] = cells[1] }
    }
    for line in lines[blank...].dropFirst(2) where !line.isEmpty {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 5 else { continue }
      rows.append(
        Row(
          role: cells[0], item: Int(cells[1]), speaker: cells[2].isEmpty ? nil : cells[2], markup: cells[3],
          text: cells[4]))
    }
  }

  /// The rows that are passages.
  var passages: [Row] { rows.filter { $0.role != "none" } }

  /// The document as a fragment of HTML.
  var html: String {
    var out = ""
    var open = ""
    for row in rows {
      let outer = ["td", "th"].contains(row.markup) ? "table" : row.markup == "li" ? "ul" : ""
      if outer != open {
        if !open.isEmpty { out += "</\(open)>\n" }
        if !outer.isEmpty { out += "<\(outer)>\n" }
        open = outer
      }
      out += element(row) + "\n"
    }
    return open.isEmpty ? out : out + "</\(open)>\n"
  }

  private func element(_ row: Row) -> String {
    switch row.markup {
    case "td", "th":
      let cells = row.text.split(separator: "¦", omittingEmptySubsequences: false)
      return "<tr>" + cells.map { "<\(row.markup)>\($0)</\(row.markup)>" }.joined() + "</tr>"
    case "bold": return "<p align=\"center\"><strong>\(row.text)</strong></p>"
    case "center", "right": return "<p align=\"\(row.markup)\">\(row.text)</p>"
    case "date": return "<span class=\"date\">\(row.text)</span>"
    default: return "<\(row.markup)>\(row.text)</\(row.markup)>"
    }
  }

  /// What the program makes of it.
  func document() throws -> Document {
    let documents = try Ingester().documents(of: Array(html.utf8), path: name + ".html")
    return try #require(documents.first)
  }
}
