/// The passages of one document, their keys as numbers of one tally (`Tally.rowNumber`, `Tally.columnNumber`): what
/// counting works on.
///
/// Numbers in flat arrays: a corpus has millions of marks, each counted in every table. Meant to be emptied and filled
/// again from document to document.
public struct NumberedPassages: Sendable {
  /// Of a mark whose key is no row or column of the table.
  public static let missing: Int32 = -1

  struct Passage: Sendable {
    var number: Int
    var language: Int32
    var tokens: Int
    /// Its first marks; those of the next passage end its own.
    var firstRow: Int
    var firstColumn: Int
    /// Index into `human`; -1 where no person coded the passage.
    var human: Int32 = -1
  }

  struct Mark: Sendable {
    /// A number of the tally, or `missing`.
    var key: Int32
    /// Index into `details`; -1 where there are none.
    var detail: Int32
    var strength: Double
  }

  struct Detail: Sendable {
    var entries: [String]
    var figures: [StatedFigure]
  }

  private(set) var passages: [Passage] = []
  private(set) var rowMarks: [Mark] = []
  private(set) var columnMarks: [Mark] = []
  private(set) var details: [Detail] = []
  /// Column numbers that people gave to a passage.
  private(set) var human: [[Int]] = []

  public init() {}

  public mutating func removeAll() {
    passages.removeAll(keepingCapacity: true)
    rowMarks.removeAll(keepingCapacity: true)
    columnMarks.removeAll(keepingCapacity: true)
    details.removeAll(keepingCapacity: true)
    human.removeAll(keepingCapacity: true)
  }

  /// Begins a passage; what is added next is its own.
  ///
  /// - Parameters:
  ///   - number: in its document, from 1.
  ///   - language: from `Tally.languageNumber`, or `missing`.
  public mutating func begin(_ number: Int, language: Int32 = missing, tokens: Int = 0) {
    passages.append(
      Passage(
        number: number, language: language, tokens: tokens, firstRow: rowMarks.count,
        firstColumn: columnMarks.count))
  }

  /// A row key that the passage carries. Empty lists cost nothing.
  public mutating func addRow(
    _ key: Int32, strength: Double = 0, entries: [String] = [], figures: [StatedFigure] = []
  ) {
    rowMarks.append(Mark(key: key, detail: detail(entries, figures), strength: strength))
  }

  /// A column key that the passage carries: one coding.
  public mutating func addColumn(
    _ key: Int32, strength: Double = 0, entries: [String] = [], figures: [StatedFigure] = []
  ) {
    columnMarks.append(Mark(key: key, detail: detail(entries, figures), strength: strength))
  }

  /// The columns that people gave to the passage: numbers of the tally, those that it has.
  public mutating func setHuman(_ columns: [Int32]) {
    guard !passages.isEmpty else { return }
    passages[passages.count - 1].human = Int32(human.count)
    human.append(columns.filter { $0 >= 0 }.map(Int.init))
  }

  private mutating func detail(_ entries: [String], _ figures: [StatedFigure]) -> Int32 {
    guard !entries.isEmpty || !figures.isEmpty else { return -1 }
    details.append(Detail(entries: entries, figures: figures))
    return Int32(details.count - 1)
  }

  // MARK: Of a passage, by its index

  func rowMarks(of passage: Int) -> Range<Int> {
    passages[passage]
      .firstRow..<(passage + 1 < passages.count ? passages[passage + 1].firstRow : rowMarks.count)
  }

  func columnMarks(of passage: Int) -> Range<Int> {
    passages[passage]
      .firstColumn..<(passage + 1 < passages.count ? passages[passage + 1].firstColumn : columnMarks.count)
  }

  func entries(of mark: Mark) -> [String] { mark.detail < 0 ? [] : details[Int(mark.detail)].entries }
  func figures(of mark: Mark) -> [StatedFigure] { mark.detail < 0 ? [] : details[Int(mark.detail)].figures }
}

extension Tally {
  /// The number of a row key, a new one where rows are discovered; `missing` where the table has no such row.
  public mutating func rowNumber(of key: String) -> Int32 {
    rowKeys.index(of: key).map { Int32($0) } ?? NumberedPassages.missing
  }

  /// The number of a column key, a new one where columns are discovered; `missing` where the table has no such column.
  public mutating func columnNumber(of key: String) -> Int32 {
    columnKeys.index(of: key).map { Int32($0) } ?? NumberedPassages.missing
  }

  /// The number of a passage's language.
  public mutating func languageNumber(of language: String) -> Int32 {
    languages.index(of: language).map { Int32($0) } ?? NumberedPassages.missing
  }

  /// Counts a document.
  ///
  /// - Complexity: O(passages × rows of a passage × codings of a passage).
  public mutating func add(_ document: Document, passages: [Passage]) {
    var numbered = NumberedPassages()
    for passage in passages {
      numbered.begin(
        passage.number, language: passage.language.map { languageNumber(of: $0) } ?? NumberedPassages.missing,
        tokens: passage.tokens)
      for mark in passage.rows {
        numbered.addRow(
          rowNumber(of: mark.key), strength: mark.strength, entries: mark.entries, figures: mark.figures)
      }
      for mark in passage.columns {
        numbered.addColumn(
          columnNumber(of: mark.key), strength: mark.strength, entries: mark.entries, figures: mark.figures)
      }
      if let human = passage.human { numbered.setHuman(human.map { columnNumber(of: $0) }) }
    }
    add(document, passages: numbered)
  }

  /// Counts a document of which nothing but rows and columns is known.
  public mutating func add(document: Int, rows: [String], columns: [String] = [], passages: [Passage]) {
    add(Document(document, rows: rows, columns: columns), passages: passages)
  }
}
