import Foundation
import Testing

@testable import Ingestion

/// The documents of the bundled corpus against their gold: shares of right metadata and passages that must not sink.
///
/// The floors stand in `Corpus/floors.tsv`; raise one when its measure rises, lower none without saying why there.
struct CorpusMetadataTests {
  private struct Gold: Decodable {
    struct Vote: Decodable {
      var `for`: Int?
      var against: Int?
      var abstained: Int?
    }
    var doc: String
    var lang: String
    var kind: String
    var region: String
    var level: String?
    var date: String?
    var session: Int?
    var sessionKind: String?
    var convocation: Int?
    var decisionNumber: String?
    var chair: String?
    var agendaItems: Int
    var speakers: [String]
    var votes: [Vote]
  }

  private struct GoldPassage: Decodable {
    var doc: String
    var text: String
    var role: String?
  }

  /// Fields right and fields in all.
  private struct Score {
    var right = 0.0
    var all = 0.0

    mutating func add(_ isRight: Bool) {
      right += isRight ? 1 : 0
      all += 1
    }

    /// Lists weigh as many fields as they have entries, right by their F1.
    mutating func add(matched: Int, wanted: Int, found: Int) {
      guard wanted > 0 else { return }
      right += wanted + found > 0 ? Double(wanted) * 2 * Double(matched) / Double(wanted + found) : 0
      all += Double(wanted)
    }
  }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let regions = [
    "astana": "KZ-71", "almaty": "KZ-75", "east-kazakhstan": "KZ-63", "kostanay": "KZ-39",
    "mangystau": "KZ-47",
    "turkestan": "KZ-61",
  ]

  private func lines<T: Decodable>(_ language: String, _ name: String) throws -> [T] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let url = Self.root.appendingPathComponent("Corpus/gold/\(language)/\(name).jsonl")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .map { try decoder.decode(T.self, from: Data($0.utf8)) }
  }

  private func floor(_ measure: String) throws -> Double {
    let table = try String(contentsOf: Self.root.appendingPathComponent("Corpus/floors.tsv"), encoding: .utf8)
    let row = DataTable.parse(Array(table.utf8)).first { $0.first == measure }
    return try #require(row.flatMap { $0.count > 1 ? Double($0[1]) : nil }, "no floor for \(measure)")
  }

  private func document(_ language: String, _ name: String) throws -> Document {
    let path = Self.root.appendingPathComponent("Corpus/documents/\(language)/\(name)").path
    return try #require(try Ingester().documents(at: path).first)
  }

  @Test(arguments: ["kk", "ru"])
  func metadata(language: String) throws {
    var score = Score()
    for gold in try lines(language, "metadata") as [Gold] {
      let found = try document(language, gold.doc).metadata
      score.add(found.language.code == gold.lang)
      score.add(found.kind.rawValue == gold.kind)
      score.add(found.region == Self.regions[gold.region])
      score.add(found.level?.rawValue == gold.level)
      score.add(found.date == gold.date)
      score.add(found.agendaItems == gold.agendaItems)
      if let session = gold.session { score.add(found.session == session) }
      if let kind = gold.sessionKind { score.add(found.sessionKind?.rawValue == kind) }
      if let convocation = gold.convocation { score.add(found.convocation == convocation) }
      if let number = gold.decisionNumber { score.add(found.decisionNumber == number) }
      if let chair = gold.chair { score.add(found.chair.map { Self.agree(chair, $0) } ?? false) }
      let wanted = gold.votes.map { [$0.for ?? 0, $0.against ?? 0, $0.abstained ?? 0] }
      let votes = found.votes.map { [$0.inFavour, $0.against, $0.abstained] }
      score.add(matched: Self.matched(wanted, votes, ==), wanted: wanted.count, found: votes.count)
      score.add(
        matched: Self.matched(gold.speakers, found.speakers, Self.agree), wanted: gold.speakers.count,
        found: found.speakers.count)
    }
    #expect(score.right / score.all >= (try floor("metadata-\(language)")))
  }

  @Test(arguments: ["kk", "ru"])
  func passages(language: String) throws {
    var hits = 0
    var missed = 0
    var extra = 0
    let gold = Dictionary(grouping: try lines(language, "gold") as [GoldPassage], by: \.doc)
    for (name, rows) in gold {
      let document = try document(language, name)
      var allowed = Self.counts(rows.map(\.text))
      var needed = Self.counts(rows.filter { $0.role != "heading" }.map(\.text))
      for text in document.passages.map(document.string).map(Self.plain) {
        if let count = needed[text], count > 0 {
          needed[text] = count - 1
          hits += 1
        }
        if let count = allowed[text], count > 0 { allowed[text] = count - 1 } else { extra += 1 }
      }
      missed += needed.values.reduce(0, +)
    }
    let f1 = 2 * Double(hits) / Double(2 * hits + missed + extra)
    #expect(f1 >= (try floor("passages-\(language)")))
  }

  @Test(arguments: ["kk", "ru"])
  func noFalseContradiction(language: String) throws {
    for gold in try lines(language, "metadata") as [Gold] {
      let issues = try document(language, gold.doc).issues.filter { $0.id.hasSuffix("-disagrees") }
      #expect(issues.isEmpty, "\(gold.doc)")
    }
  }

  // MARK: Comparing

  private static func plain(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func counts(_ texts: [String]) -> [String: Int] {
    texts.reduce(into: [:]) { $0[plain($1), default: 0] += 1 }
  }

  /// Names agree where they share a word of four letters or more.
  private static func agree(_ a: String, _ b: String) -> Bool {
    func words(_ name: String) -> Set<String> {
      Set(name.split { $0 == " " || $0 == "." }.filter { $0.count >= 4 }.map { $0.lowercased() })
    }
    return a == b || !words(a).isDisjoint(with: words(b))
  }

  private static func matched<T>(_ wanted: [T], _ found: [T], _ isSame: (T, T) -> Bool) -> Int {
    var rest = found
    return wanted.count { want in
      guard let index = rest.firstIndex(where: { isSame(want, $0) }) else { return false }
      rest.remove(at: index)
      return true
    }
  }
}
