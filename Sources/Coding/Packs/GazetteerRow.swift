import Linguistics

/// One name of a region: a place, or a body, programme, organisation or medium.
///
/// ```
/// kind	kato	kk	ru	codes	from	to	note
/// village	103230100	Қараауыл ауылы	село Карааул
/// medium		«Семей таңы» газеті ; Семей таңы	газета «Семей таңы» ; Семей таңы	civil-society.openness
/// ```
///
/// Names stand in full, in the nominative; inflection is by rule. Several names of one thing are divided by `;`.
public struct GazetteerRow: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    // Places, from the classifier of territorial units.
    case oblast, city, district, town, village, station, siding
    case urbanDistrict = "urban-district"
    case ruralDistrict = "rural-district"
    // What the region has beside places.
    case body, programme, organisation, medium, other

    public var isPlace: Bool {
      switch self {
      case .body, .programme, .organisation, .medium, .other: false
      default: true
      }
    }
  }

  public var kind: Kind
  /// Nine digits; empty for what is no place of the classifier.
  public var kato: String
  public var kazakh: [String]
  public var russian: [String]
  /// Codes that a mention stands for; empty for places.
  public var codes: [String]
  /// ISO dates; `to` is the first day no longer.
  public var from: String?
  public var to: String?
  public var note: String
  /// Line in the file, from 1, and the column of the codes.
  public var line: Int
  var codesColumn: Int

  public init(
    kind: Kind, kato: String, kazakh: [String], russian: [String], codes: [String], from: String? = nil,
    to: String? = nil, note: String, line: Int, codesColumn: Int = 1
  ) {
    self.kind = kind
    self.kato = kato
    self.kazakh = kazakh
    self.russian = russian
    self.codes = codes
    self.from = from
    self.to = to
    self.note = note
    self.line = line
    self.codesColumn = codesColumn
  }

  /// The names of a place that are one word beside its type, folded, with their language.
  public var singleWords: [(word: String, language: Language)] {
    guard kind.isPlace else { return [] }
    return [(kazakh, Language.kk), (russian, .ru)].flatMap { names, language in
      names.compactMap { name in
        guard let parsed = PlaceName(name, kind, language), parsed.words.count == 1 else { return nil }
        return (TypeTable.folded(parsed.words[0]), language)
      }
    }
  }

  static let columns = ["kind", "kk", "ru", "kato", "codes", "from", "to", "note"]
}

/// Reads `gazetteer.tsv`.
struct GazetteerReader {
  private(set) var rows: [GazetteerRow] = []
  private(set) var issues: [LexiconIssue] = []

  /// - Parameters:
  ///   - namedOnly: passes over places, so that a big table costs next to nothing.
  init(_ bytes: [UInt8], name: String, code: String, namedOnly: Bool) {
    let places = GazetteerRow.Kind.allCases.filter(\.isPlace).map { Array(($0.rawValue + "\t").utf8) }
    var table = PackTable(
      SpreadsheetText(bytes, name: name), name: name, columns: GazetteerRow.columns, required: 3,
      keep: { line in !namedOnly || !places.contains { line.starts(with: $0) } })
    var seen: [String: Int] = [:]
    for row in table.rows {
      guard let kind = GazetteerRow.Kind(rawValue: row[0].text) else {
        let known = GazetteerRow.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        table.report(
          "bad-kind", row.line, max(1, row[0].column),
          row[0].isEmpty
            ? "the row has no kind" + PackTable.mergedCells : "'\(row[0].text)' is no kind; known: \(known)")
        continue
      }
      let before = table.issues.count
      if row[1].isEmpty && row[2].isEmpty {
        table.report(
          "no-name", row.line, 1, "the row has neither a Kazakh nor a Russian name" + PackTable.mergedCells)
      }
      for cell in [row[1], row[2]] {
        for word in cell.pieces() {
          guard let foreign = MixedScript.firstForeignLetter(in: word.text) else { continue }
          table.report(
            "mixed-script", row.line, word.column,
            "'\(word.text)' mixes Latin and Cyrillic letters; the \(foreign.script) '\(foreign.letter)' looks wrong"
          )
        }
      }
      let kato = row[3].text
      if !kato.isEmpty {
        if kato.utf8.count != 9 || !kato.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
          table.report("bad-kato", row.line, row[3].column, "'\(kato)' is no KATO code: nine digits")
        } else if kato.prefix(2) != code.suffix(2) {
          table.report(
            "bad-kato", row.line, row[3].column,
            "'\(kato)' is no code of \(code): those begin with \(code.suffix(2))")
        } else if let line = seen[kato], row[5].isEmpty, row[6].isEmpty {
          table.report(
            "duplicate-id", row.line, row[3].column, "the code '\(kato)' stands in line \(line) already")
        }
        seen[kato] = row.line
      }
      var days: [String?] = []
      for cell in [row[5], row[6]] {
        days.append(ISODay.read(cell.text))
        if !cell.isEmpty, days.last == .some(nil) {
          table.report("bad-date", row.line, cell.column, "'\(cell.text)' is no date; write it as 2022-06-08")
        }
      }
      guard table.issues.count == before else { continue }
      rows.append(
        GazetteerRow(
          kind: kind, kato: kato, kazakh: row[1].list, russian: row[2].list,
          codes: row[4].pieces().map(\.text),
          from: days[0], to: days[1], note: row[7].text, line: row.line, codesColumn: row[4].column))
    }
    issues = table.issues
  }
}
