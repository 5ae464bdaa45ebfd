/// Reads the conditions of an entry: `near 5: TERM ; not role: agenda,vote ; negated: exclude`.
enum ConditionParser {
  static let roles = [
    "heading", "attendance", "agenda", "speech", "report", "resolution", "vote", "note", "signature", "body",
  ]
  static let kinds = ["protocol", "decision", "report", "hearing", "news", "regulation", "other"]
  static let nearLimit = 50

  static func parse(_ cell: Cell) throws(TermSyntaxError) -> [Condition] {
    var conditions: [Condition] = []
    for part in cell.split(UInt8(ascii: ";")) where !part.isEmpty { conditions.append(try condition(part)) }
    return conditions
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
    case ("role", 1): return .role(try list(value, "role", roles), wanted: wanted)
    case ("kind", 1): return .kind(try list(value, "kind", kinds), wanted: wanted)
    case ("negated", 1) where wanted:
      switch value.text {
      case "exclude": return .negated(wanted: false)
      case "require": return .negated(wanted: true)
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
    "near N, sentence, passage, item, role, kind (each also after 'not'), negated"
}
