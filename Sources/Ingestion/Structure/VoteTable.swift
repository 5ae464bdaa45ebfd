import Linguistics

/// A table of votes: its header names the sides, its rows are items or groups of deputies.
struct VoteTable {
  private var inFavour: Int
  private var against: Int?
  private var abstained: Int?
  /// Rows are agenda items rather than groups.
  let listsItems: Bool
  private var sum = (inFavour: 0, against: 0, abstained: 0)
  private var total: (inFavour: Int, against: Int, abstained: Int)?
  private(set) var rows = 0

  /// - Parameter cells: the header's, in order.
  init?(header cells: [String]) {
    func column(_ beginnings: [String]) -> Int? {
      cells.firstIndex { cell in
        let form = String(decoding: FoldedBytes.lower(cell), as: UTF8.self)
        return beginnings.contains { form.hasPrefix($0) }
      }
    }
    guard let inFavour = column(["за", "жақта", "қолда"]), let against = column(["против", "қарсы"]) else {
      return nil
    }
    self.inFavour = inFavour
    self.against = against
    abstained = column(["возд", "қалыс"])
    listsItems = column(["вопрос", "мәселе", "повестк", "күн тәртіб"]) != nil
  }

  /// The counts of a row, or nil where it has none.
  mutating func read(row cells: [String]) -> (inFavour: Int, against: Int, abstained: Int)? {
    func number(_ column: Int?) -> Int? {
      guard let column, column < cells.count else { return nil }
      let cell = cells[column]
      if ["–", "-", "—"].contains(cell) { return 0 }
      return Int(cell).flatMap { (0...VoteParser.most).contains($0) ? $0 : nil }
    }
    guard let inFavour = number(inFavour) else { return nil }
    let counts = (inFavour, number(against) ?? 0, number(abstained) ?? 0)
    rows += 1
    let label = FoldedBytes.lower(cells.first ?? "")
    if ["итого", "всего", "барлығы", "жиыны"].contains(where: { label.starts(with: $0.utf8) }) {
      total = counts
    } else {
      sum = (sum.inFavour + counts.0, sum.against + counts.1, sum.abstained + counts.2)
    }
    return counts
  }

  /// What a table of groups adds up to.
  var outcome: (inFavour: Int, against: Int, abstained: Int) { total ?? sum }
}
