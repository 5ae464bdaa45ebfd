import Linguistics

/// A table of votes. Its header names the sides (`Депутат`, `За`, `Против`), and its rows are agenda items, groups or
/// single deputies, with figures or marks; or it names deputies and how each voted (`Депутат`, `Голос`).
struct VoteTable {
  typealias Counts = (inFavour: Int, against: Int, abstained: Int)

  private enum Form {
    case sides(inFavour: Int, against: Int, abstained: Int?)
    /// A side in words, in this column.
    case choice(Int)
  }

  private let form: Form
  /// Rows are agenda items rather than groups.
  let listsItems: Bool
  /// The item that the table stands under, 0 for none.
  var item = 0
  private var sum: Counts = (0, 0, 0)
  private var total: Counts?
  private(set) var rows = 0

  /// - Parameter cells: the header's, in order.
  init?(header cells: [String]) {
    let forms = cells.map { String(decoding: FoldedBytes.lower($0), as: UTF8.self) }
    func column(_ beginnings: [String]) -> Int? {
      forms.firstIndex { form in beginnings.contains { form.hasPrefix($0) } }
    }
    let sides = (column(["за", "«за»", "жақта", "қолда"]), column(["против", "«против»", "қарсы"]))
    if let inFavour = sides.0, let against = sides.1 {
      form = .sides(
        inFavour: inFavour, against: against, abstained: column(["возд", "«возд", "қалыс"]))
    } else if column(Self.persons) != nil, let choice = column(["голос", "дауыс", "результат", "нәтиже"]),
      sides.0 == nil, sides.1 == nil
    {
      form = .choice(choice)
    } else {
      return nil
    }
    listsItems = column(["вопрос", "мәселе", "повестк", "күн тәртіб"]) != nil
  }

  private static let persons = [
    "депутат", "фио", "ф.и.о", "ф. и. о", "фамилия", "аты-жөн", "аты жөн", "т.а.ә", "тегі",
  ]
  private static let totals = ["итого", "всего", "барлығы", "жиыны", "қорытынды"]

  /// The counts of a row, or nil where it has none.
  mutating func read(row cells: [String]) -> Counts? {
    let label = FoldedBytes.lower(cells.first { !$0.isEmpty } ?? "")
    let isTotal = Self.totals.contains { label.starts(with: $0.utf8) }
    guard let counts = counts(cells, isTotal) else { return nil }
    rows += 1
    if isTotal {
      total = counts
    } else {
      sum = (
        sum.inFavour + counts.inFavour, sum.against + counts.against, sum.abstained + counts.abstained
      )
    }
    return counts
  }

  private func counts(_ cells: [String], _ isTotal: Bool) -> Counts? {
    switch form {
    case .sides(let inFavour, let against, let abstained):
      let columns = [inFavour, against, abstained].map { $0.flatMap { cells[safe: $0] } ?? "" }
      guard columns.contains(where: { !$0.isEmpty }), let first = Self.count(columns[0]) else { return nil }
      let others = columns.dropFirst().map { Self.count($0) ?? 0 }
      // Blank cells all along are no vote.
      guard !columns[0].isEmpty || others.contains(where: { $0 > 0 }) else { return nil }
      return (first, others[0], others[1])
    case .choice(let column):
      let cell = cells[safe: column] ?? ""
      if isTotal { return VoteParser.parse(cells.dropFirst().joined(separator: " ")) }
      let text = FoldedText(cell)
      guard text.words.count <= 4 else { return nil }
      switch text.words.lazy.compactMap({ VoteParser.words.meaning(text, $0) }).first {
      case .inFavour: return (1, 0, 0)
      case .against: return (0, 1, 0)
      case .abstained: return (0, 0, 1)
      case nil: return nil
      }
    }
  }

  /// A figure, a mark as one vote, a dash or nothing as none; nil for anything else.
  private static func count(_ cell: String) -> Int? {
    if cell.isEmpty || ["–", "-", "—"].contains(cell) { return 0 }
    if marks.contains(cell.lowercased()) { return 1 }
    return Int(cell).flatMap { (0...VoteParser.most).contains($0) ? $0 : nil }
  }

  /// Latin and Cyrillic letters look alike.
  private static let marks: Set<String> = [
    "+", "✓", "✔", "√", "v", "x", "х", "да", "иә", "за", "*", "●", "•",
  ]

  /// What a table of groups or deputies adds up to.
  var outcome: Counts { total ?? sum }
}
