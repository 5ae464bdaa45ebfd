import Foundation
import Testing

@testable import Ingestion

/// The pages of `Corpus/annotated` and what the reader must and must not make of them.
struct AnnotatedPages {
  struct Page: Sendable, CustomTestStringConvertible {
    var name: String
    var isHeldOut: Bool
    /// Passages that must be there, word for word.
    var present: [String] = []
    /// Texts that no passage may hold.
    var absent: [String] = []

    var testDescription: String { name }
  }

  /// How many annotations hold, over any number of pages.
  struct Score: Equatable {
    var found = 0
    var missed = 0
    var leaked = 0

    var precision: Double { Double(found) / Double(max(1, found + leaked)) }
    var recall: Double { Double(found) / Double(max(1, found + missed)) }
    var f1: Double { Double(2 * found) / Double(max(1, 2 * found + missed + leaked)) }

    static func + (a: Score, b: Score) -> Score {
      Score(found: a.found + b.found, missed: a.missed + b.missed, leaked: a.leaked + b.leaked)
    }
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Corpus/annotated").standardizedFileURL

  static let pages: [Page] = {
    var pages = rows("pages.tsv").map { Page(name: $0[0], isHeldOut: $0[1] == "held-out") }
    var places: [String: Int] = [:]
    for (index, page) in pages.enumerated() { places[page.name] = index }
    for row in rows("annotations.tsv") {
      guard row.count == 3, let place = places[row[0]] else { continue }
      if row[1] == "+" { pages[place].present.append(row[2]) } else { pages[place].absent.append(row[2]) }
    }
    return pages
  }()

  /// The lowest F1 that passes, by set.
  static let floors: [String: Double] = Dictionary(
    rows("floor.tsv").compactMap { row in Double(row[1]).map { (row[0], $0) } }, uniquingKeysWith: min)

  static func bytes(of page: Page) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: "pages/\(page.name).html")))
  }

  /// The score of a page, and a line for each annotation that does not hold.
  static func score(_ page: Page, _ passages: [String]) -> (score: Score, errors: [String]) {
    var score = Score()
    var errors: [String] = []
    let texts = Set(passages)
    for text in page.present {
      if texts.contains(text) {
        score.found += 1
      } else {
        score.missed += 1
        errors.append("\(page.name): lost: \(text)")
      }
    }
    for text in page.absent where passages.contains(where: { $0.contains(text) }) {
      score.leaked += 1
      errors.append("\(page.name): leaked: \(text)")
    }
    return (score, errors)
  }

  /// The rows of a table below its header.
  private static func rows(_ file: String) -> [[String]] {
    guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }
}
