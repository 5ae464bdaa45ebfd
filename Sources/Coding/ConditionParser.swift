import Foundation

/// Reads the conditions of an entry: `near 5: TERM ; not role: agenda,vote ; negated: exclude`.
enum ConditionParser {
  /// What the cell says.
  struct Rules {
    var conditions: [Condition] = []
    var overlap = OverlapPolicy.withinCode
  }

  static let roles = [
    "heading", "attendance", "agenda", "speech", "report", "resolution", "vote", "note", "signature", "body",
  ]
  static let kinds = ["protocol", "decision", "report", "hearing", "news", "regulation", "other"]
  static let nearLimit = 50

  static func parse(_ cell: Cell) throws(TermSyntaxError) -> Rules {
    var rules = Rules()
    for part in cell.split(UInt8(ascii: ";")) where !part.isEmpty {
      if let policy = try overlap(part) {
        rules.overlap = policy
      } else {
        rules.conditions.append(try condition(part))
      }
    }
    return rules
  }

  /// nil where the part is no overlap policy.
  private static func overlap(_ part: Cell) throws(TermSyntaxError) -> OverlapPolicy? {
    guard let colon = part.firstIndex(of: UInt8(ascii: ":")),
      part[part.range.lowerBound..<colon].trimmed().equals("overlap")
    else { return nil }
    let value = part[(colon + 1)..<part.range.upperBound].trimmed()
    guard let policy = OverlapPolicy(rawValue: value.text) else {
      throw TermSyntaxError(
        id: "bad-condition", column: value.column,
        message: "'\(value.text)': overlap takes "
          + OverlapPolicy.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))
    }
    return policy
  }

  private static func condition(_ part: Cell) throws(TermSyntaxError) -> Condition {
    guard let colon = part.firstIndex(of: UInt8(ascii: ":")) else {
      throw TermSyntaxError(
        id: "bad-condition", column: part.column,
        message: "'\(part.text)': a condition is written 'name: value'; names: \(names)")
    }
    var key = part[part.range.lowerBound..<colon].trimmed().pieces()
    let value = part[(colon + 1)..<part.range.upperBound].trimmed()
    var wanted = true
    if key.count > 1, key[0].equals("not") {
      wanted = false
      key.removeFirst()
    }
    guard !value.isEmpty else {
      throw TermSyntaxError(
        id: "bad-condition", column: part.column, message: "'\(part.text)': nothing stands after the colon")
    }
    switch (key.first?.text ?? "", key.count) {
    case ("near", 2):
      guard let distance = Int(key[1].text), (1...nearLimit).contains(distance) else {
        throw TermSyntaxError(
          id: "bad-distance", column: key[1].column,
          message: "'\(key[1].text)': near takes a number of words from 1 to \(nearLimit)")
      }
      let term = try TermParser.parse(value)
      guard term.halves.count == 1 else {
        throw TermSyntaxError(
          id: "bad-condition", column: value.column,
          message: "'\(value.text)': near takes a term without '&'; write two conditions")
      }
      return .term(term, .near(distance), wanted: wanted)
    case ("sentence", 1): return .term(try TermParser.parse(value), .sentence, wanted: wanted)
    case ("passage", 1): return .term(try TermParser.parse(value), .passage, wanted: wanted)
    case ("item", 1): return .term(try TermParser.parse(value), .item, wanted: wanted)
    case ("role", 1): return .fact(.role(try list(value, "role", roles)), wanted: wanted)
    case ("kind", 1): return .fact(.kind(try list(value, "kind", kinds)), wanted: wanted)
    case ("region", 1): return .fact(.region(try list(value, "region", RegionCode.all)), wanted: wanted)
    case ("period", 1): return .fact(.period(try period(value)), wanted: wanted)
    case ("negated", 1) where wanted:
      switch value.text {
      case "exclude": return .fact(.negated, wanted: false)
      case "require": return .fact(.negated, wanted: true)
      default:
        throw TermSyntaxError(
          id: "bad-condition", column: value.column,
          message: "'\(value.text)': negated takes 'exclude' or 'require'")
      }
    default:
      throw TermSyntaxError(
        id: "bad-condition", column: part.column,
        message: "'\(part[part.range.lowerBound..<colon].text)' is no condition; names: \(names)")
    }
  }

  /// `2021`, `2021-03..2022`, `2021..`, `..2020-06-30`.
  private static func period(_ value: Cell) throws(TermSyntaxError) -> Period {
    let text = value.text
    let ends = text.contains("..") ? text.components(separatedBy: "..") : [text, text]
    let dates = ends.map { $0.isEmpty ? nil : $0 }
    let period = Period(from: dates[0], to: dates.count > 1 ? dates[1] : nil)
    let known = [period.from, period.to].compactMap { $0 }
    guard dates.count == 2, !known.isEmpty, known.allSatisfy(isDate) else {
      throw TermSyntaxError(
        id: "bad-period", column: value.column,
        message: "'\(text)': period takes dates, such as 2021, 2021-03..2022, 2021.. or ..2020-06-30")
    }
    if let from = period.from, let to = period.to, from.prefix(to.utf8.count) > to {
      throw TermSyntaxError(
        id: "bad-period", column: value.column, message: "'\(text)': the period ends before it begins")
    }
    return period
  }

  /// `2021`, `2021-03` or `2021-03-15`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard parts.count <= 3, zip(parts, widths).allSatisfy({ $0.utf8.count == $1 }) else { return false }
    let numbers = parts.map { part in part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil }
    guard let year = numbers[0], year > 0 else { return false }
    if numbers.count > 1 { guard let month = numbers[1], (1...12).contains(month) else { return false } }
    if numbers.count > 2 { guard let day = numbers[2], (1...31).contains(day) else { return false } }
    return true
  }

  private static func list(
    _ value: Cell, _ name: String, _ known: [String]
  ) throws(TermSyntaxError) -> [String] {
    var items: [String] = []
    for item in value.split(UInt8(ascii: ",")) {
      guard known.contains(item.text) else {
        throw TermSyntaxError(
          id: "unknown-\(name)", column: item.column,
          message: "'\(item.text)' is no \(name); known: \(known.joined(separator: ", "))")
      }
      items.append(item.text)
    }
    return items.sorted()
  }

  private static let names =
    "near N, sentence, passage, item, role, kind, region, period (each also after 'not'), negated, overlap"
}
