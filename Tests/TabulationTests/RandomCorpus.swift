import Tabulation
import TestSupport

/// Documents with zero, one or two row keys and passages with any number of codes, repeated ones included.
struct RandomCorpus {
  struct Document {
    var index: Int
    var rows: [String]
    var columns: [String]
    var passages: [Tally.Passage]
  }

  static let regions = ["KZ-10", "KZ-39", "KZ-47", "KZ-61", "KZ-71", "KZ-75"]
  static let codes = ["a.one", "a.two", "b.one", "b.two", "c.one", "unlisted"]

  var documents: [Document] = []

  /// - Parameter overlapping: whether documents and passages may stand in several rows.
  init(seed: UInt64, documents count: Int = 40, overlapping: Bool = true) {
    var random = SeededGenerator(seed: seed)
    func some(_ keys: [String], _ count: Int) -> [String] {
      (0..<count).map { _ in keys[Int.random(in: 0..<keys.count, using: &random)] }
    }
    for index in 0..<count {
      let rows = some(Self.regions, Int.random(in: 0...(overlapping ? 2 : 1), using: &random))
      let columns = some(Self.codes, Int.random(in: 0...9, using: &random) == 0 ? 1 : 0)
      var passages: [Tally.Passage] = []
      for number in 0..<Int.random(in: 0...12, using: &random) {
        let own = overlapping && Int.random(in: 0...7, using: &random) == 0 ? 1 : 0
        passages.append(
          Tally.Passage(
            number + 1, rows: some(Self.regions, own),
            columns: some(Self.codes, Int.random(in: 0...4, using: &random))))
      }
      documents.append(Document(index: index, rows: rows, columns: columns, passages: passages))
    }
  }

  func tally(_ request: CrossTableRequest, _ part: some Sequence<Document>) -> Tally {
    var tally = Tally(request)
    for document in part {
      tally.add(
        document: document.index, rows: document.rows, columns: document.columns,
        passages: document.passages)
    }
    return tally
  }

  /// Requests that differ in everything that counting and merging depend on.
  static var requests: [CrossTableRequest] {
    func keys(_ names: some Sequence<String>) -> [TableKey] {
      names.map { TableKey($0, TrilingualLabel(untranslated: $0.uppercased())) }
    }
    let label = TrilingualLabel(kk: "Кесте", ru: "Таблица", en: "Table")
    var result: [CrossTableRequest] = []
    let rowKeys: [TableDimension.Keys] = [
      .discovered(keys(["KZ-75"])), .given(keys(["KZ-71", "KZ-10", "KZ-99"])),
    ]
    let columnKeys: [TableDimension.Keys] = [.discovered([]), .given(keys(codes.dropLast()))]
    for row in rowKeys {
      for column in columnKeys {
        for references in [ReferenceLimit.all, .first(3), .none] {
          result.append(
            CrossTableRequest(
              id: "t\(result.count)", label: label,
              rows: TableDimension(id: "region", label: label, keys: row),
              columns: TableDimension(id: "code", label: label, keys: column), references: references))
        }
      }
    }
    return result
  }
}
