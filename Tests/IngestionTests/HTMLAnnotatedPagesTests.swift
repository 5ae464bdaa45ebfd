import Foundation
import Testing

@testable import Ingestion

/// How well the main text is found on pages of many designs, with floors that only rise knowingly.
struct HTMLAnnotatedPagesTests {
  @Test(arguments: ["tune", "held-out"]) func scoreKeepsToItsFloor(_ set: String) throws {
    let floor = try #require(AnnotatedPages.floors[set], "floor.tsv has no floor for \(set)")
    let pages = AnnotatedPages.pages.filter { $0.isHeldOut == (set == "held-out") }
    try #require(pages.count >= 15)
    var total = AnnotatedPages.Score()
    var errors: [String] = []
    for page in pages {
      let (score, lines) = AnnotatedPages.score(page, try passages(of: page).map(\.text))
      total = total + score
      errors += lines
    }
    let figures = "precision \(total.precision), recall \(total.recall), F1 \(total.f1)"
    #expect(total.f1 >= floor, "\(set): \(figures), below \(floor)\n\(errors.joined(separator: "\n"))")
    // A floor that lags behind guards nothing.
    #expect(total.f1 < floor + 0.01, "\(set): \(figures): raise the floor in floor.tsv from \(floor)")
  }

  @Test(arguments: AnnotatedPages.pages) func annotationsStandInThePage(_ page: AnnotatedPages.Page) throws {
    #expect(!page.present.isEmpty)
    let utf8 = try SourceDecoder.decode(try AnnotatedPages.bytes(of: page), path: page.name).utf8
    let source = HTMLReader.read(utf8.span)
    guard case .markup(let tree) = source.places.kind else { return }
    // Scripts are text of the tree too; comments are not, and Word's conditions stand between words.
    let whole = Self.solid(String(decoding: tree.text, as: UTF8.self)).replacing(/<!\[.*?\]>/, with: "")
    let file = String(decoding: utf8, as: UTF8.self)
    for text in page.present { #expect(whole.contains(Self.solid(text)), "\(page.name): \(text)") }
    for text in page.absent {
      #expect(whole.contains(Self.solid(text)) || file.contains(text), "\(page.name): \(text)")
    }
  }

  @Test(arguments: AnnotatedPages.pages) func everyPassageIsAccountedForAndFound(_ page: AnnotatedPages.Page)
    throws
  {
    let bytes = try AnnotatedPages.bytes(of: page)
    let utf8 = try SourceDecoder.decode(bytes, path: page.name).utf8
    checkSourceText(HTMLReader.read(utf8.span), page.name)
    let lookup = try SourceLookup(bytes, path: page.name)
    for passage in try passages(of: page) {
      for (segment, expected) in passage.segments {
        let found = lookup.text(
          at: passage.places.path(of: segment.node), from: Int(segment.start), to: Int(segment.end))
        #expect(found == expected, "\(page.name): \(passage.text)")
      }
    }
  }

  private struct Found {
    var text: String
    var places: Places
    /// Segments with their part of the text.
    var segments: [(Segment, String)]
  }

  private func passages(of page: AnnotatedPages.Page) throws -> [Found] {
    let documents = try Ingester().documents(of: try AnnotatedPages.bytes(of: page), path: page.name)
    return documents.flatMap { document in
      document.passages.map { passage in
        let text = document.string(of: passage)
        let points = Array(text.unicodeScalars)
        let segments = Array(document.segments[passage.segments])
        let parts = segments.indices.map { index in
          let end = index + 1 < segments.count ? Int(segments[index + 1].textStart) : points.count
          var view = String.UnicodeScalarView()
          view.append(contentsOf: points[Int(segments[index].textStart)..<end])
          return (segments[index], String(view).trimmingCharacters(in: .whitespaces))
        }
        return Found(text: text, places: document.places, segments: parts)
      }
    }
  }

  /// Without white space and soft hyphens.
  private static func solid(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    view.append(
      contentsOf: text.unicodeScalars.filter {
        !$0.properties.isWhitespace && $0 != "\u{ad}" && $0 != "\u{200b}"
      })
    return String(view)
  }
}
