import Foundation

/// Reads the cells of one sheet.
struct SheetReader {
  private(set) var rows: [SpreadsheetFile.Row] = []
  private(set) var merges: [SpreadsheetFile.Merge] = []

  init(_ part: PartReader, _ values: CellValues) {
    let tree = part.tree
    func id(_ name: String) -> Int32 { tree.names.find(name) ?? -1 }
    let (row, cell, merge) = (id("row"), id("c"), id("mergeCell"))
    let (place, type, style) = (id("r"), id("t"), id("s"))
    func attribute(_ name: Int32, _ index: Int) -> String? {
      name < 0 ? nil : tree.attribute(name, of: index).map { String(decoding: $0, as: UTF8.self) }
    }
    var found: [Int: [Int: SpreadsheetFile.Cell]] = [:]
    var number = 0
    var column = -1
    for (index, element) in tree.elements.enumerated() {
      if element.name == row {
        // Both numbers may be left out, and then count on.
        number =
          attribute(place, index).flatMap { Int($0) }.flatMap { (1...1_048_576).contains($0) ? $0 : nil }
          ?? number + 1
        column = -1
      } else if element.name == cell {
        let stated = attribute(place, index).flatMap { SpreadsheetFile.place($0) }
        column = stated?.column ?? column + 1
        let here = stated?.row ?? max(number, 1)
        let type = attribute(type, index) ?? "n"
        guard
          let value = values.value(
            part, index, type: type, style: attribute(style, index).flatMap { Int($0) } ?? 0)
        else { continue }
        found[here, default: [:]][column] = .init(
          column: column, value: value.value, formula: value.formula)
      } else if element.name == merge, let reference = attribute(id("ref"), index) {
        let ends = reference.split(separator: ":").compactMap { SpreadsheetFile.place($0) }
        guard let first = ends.first, let last = ends.last, first.row <= last.row, first.column <= last.column
        else { continue }
        merges.append(
          .init(rows: first.row...last.row, columns: first.column...last.column, reference: reference))
      }
    }
    rows = found.sorted { $0.key < $1.key }.map { number, cells in
      .init(number: number, cells: cells.sorted { $0.key < $1.key }.map(\.value))
    }
  }
}

/// What cells refer to: shared strings by number, and number formats by style.
struct CellValues {
  let strings: [String]
  /// Whether numbers of a style are dates.
  private let isDate: [Bool]
  private let countsFrom1904: Bool

  init(strings: [String], styles: PartReader, countsFrom1904: Bool) {
    self.strings = strings
    self.countsFrom1904 = countsFrom1904
    var formats: [Int: String] = [:]
    for format in styles.all("numFmt") {
      if let id = format["numFmtId"].flatMap({ Int($0) }) { formats[id] = format["formatCode"] ?? "" }
    }
    // Only the formats that cells use, not those of the named styles, which stand in `cellStyleXfs`.
    let tree = styles.tree
    var isDate: [Bool] = []
    if let list = tree.names.find("cellXfs"), let xf = tree.names.find("xf"),
      let start = tree.elements.firstIndex(where: { $0.name == list })
    {
      for i in tree.descendants(of: start) where tree.elements[i].name == xf {
        let id = tree.attribute(named: "numFmtId", of: i).flatMap { Int($0) } ?? 0
        isDate.append(formats[id].map(Self.isDateFormat) ?? Self.isBuiltInDate(id))
      }
    }
    self.isDate = isDate
  }

  /// The value and formula of a cell; nil where it is empty.
  func value(
    _ part: PartReader, _ index: Int, type: String, style: Int
  ) -> (value: SpreadsheetFile.Value, formula: String?)? {
    let tree = part.tree
    func child(_ name: String) -> Int? {
      guard let id = tree.names.find(name) else { return nil }
      return tree.descendants(of: index).first { tree.elements[$0].name == id }
    }
    let formula = child("f").map { part.content(of: $0) }
    if type == "inlineStr" {
      let text = child("is").map { part.text(of: $0) } ?? ""
      return text.isEmpty ? nil : (.text(text), formula)
    }
    guard let raw = child("v").map({ part.content(of: $0) }), !raw.isEmpty else {
      // A formula that no program has computed has no value.
      return formula.map { (.error("no value"), $0) }
    }
    switch type {
    case "s":
      guard let number = Int(raw), strings.indices.contains(number) else {
        return (.error("no such text"), formula)
      }
      return strings[number].isEmpty ? nil : (.text(strings[number]), formula)
    case "str": return (.text(raw), formula)
    case "b": return (.boolean(raw == "1" || raw == "true"), formula)
    case "e": return (.error(raw), formula)
    case "d": return (.date(raw.hasSuffix("T00:00:00") ? String(raw.prefix(10)) : raw), formula)
    default:
      guard let number = Double(raw), number.isFinite else { return (.text(raw), formula) }
      if isDate.indices.contains(style), isDate[style], let date = date(number) {
        return (.date(date), formula)
      }
      return (.number(number), formula)
    }
  }

  /// The day, and time where there is one, that a number stands for; nil beyond what spreadsheets know.
  private func date(_ serial: Double) -> String? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    // Day 60 of Excel's calendar is a 29 February 1900 that never was: days before it are one off.
    let days = countsFrom1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
    let date = Date(timeIntervalSince1970: ((days - 25_569) * 86_400).rounded())
    let day = date.formatted(.iso8601.year().month().day())
    return serial == serial.rounded()
      ? day : day + "T" + String(date.formatted(.iso8601.time(includingFractionalSeconds: false)).prefix(5))
  }

  /// ECMA-376, Part 1, 18.8.30: the formats that have no code of their own.
  private static func isBuiltInDate(_ id: Int) -> Bool {
    (14...22).contains(id) || (27...36).contains(id) || (45...47).contains(id) || (50...58).contains(id)
  }

  /// Whether a format has a letter for day, month, year, hour or second outside of quotes, brackets and escapes.
  private static func isDateFormat(_ code: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in code.lowercased() {
      if isEscaped {
        isEscaped = false
        continue
      }
      switch character {
      case "\\", "_", "*": isEscaped = !isQuoted
      case "\"": isQuoted.toggle()
      case "[": isBracketed = !isQuoted
      case "]": isBracketed = false
      case "d", "m", "y", "h", "s": if !isQuoted && !isBracketed { return true }
      default: break
      }
    }
    return false
  }
}
