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
}

/// Reads `gazetteer.tsv`.
struct GazetteerReader {
  private enum Column: Int, TableColumn { case kind, kk, ru, kato, codes, from, to, note }

  private(set) var rows: [GazetteerRow] = []
  private(set) var issues: [LexiconIssue] = []

  /// - Parameters:
  ///   - namedOnly: passes over places, so that a big table costs next to nothing.
  init(_ bytes: [UInt8], name: String, code: String, namedOnly: Bool) {
    let places = GazetteerRow.Kind.allCases.filter(\.isPlace).map { Array(($0.rawValue + "\t").utf8) }
    var table = TSVTable(
      SpreadsheetText(bytes, name: name), name: name, columns: Column.names, required: 3,
      keep: { line in !namedOnly || !places.contains { line.starts(with: $0) } })
    var seen: [String: Int] = [:]
    for row in table.rows {
      guard let kind = GazetteerRow.Kind(rawValue: row[Column.kind].text) else {
        let known = GazetteerRow.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        table.report(
          "bad-kind", row.line, row[Column.kind].column,
          row[Column.kind].isEmpty
            ? "the row has no kind" + TSVTable.mergedCells
            : "'\(row[Column.kind].text)' is no kind; known: \(known)")
        continue
      }
      let before = table.issues.count
      if row[Column.kk].isEmpty && row[Column.ru].isEmpty {
        table.report(
          "no-name", row.line, 1, "the row has neither a Kazakh nor a Russian name" + TSVTable.mergedCells)
      }
      for cell in [row[Column.kk], row[Column.ru]] {
        for word in cell.pieces() {
          guard let foreign = MixedScript.firstForeignLetter(in: word.text) else { continue }
          table.report(
            "mixed-script", row.line, word.column,
            "'\(word.text)' mixes Latin and Cyrillic letters; the \(foreign.script) '\(foreign.letter)' looks wrong"
          )
        }
      }
      let kato = row[Column.kato].text
      if !kato.isEmpty {
        if kato.utf8.count != 9 || !kato.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
          table.report(
            "bad-kato", row.line, row[Column.kato].column, "'\(kato)' is no KATO code: nine digits")
        } else if kato.prefix(2) != code.suffix(2) {
          table.report(
            "bad-kato", row.line, row[Column.kato].column,
            "'\(kato)' is no code of \(code): those begin with \(code.suffix(2))")
        } else if let line = seen[kato], row[Column.from].isEmpty, row[Column.to].isEmpty {
          table.report(
            "duplicate-id", row.line, row[Column.kato].column,
            "the code '\(kato)' stands in line \(line) already")
        }
        seen[kato] = row.line
      }
      var days: [String?] = []
      for cell in [row[Column.from], row[Column.to]] {
        days.append(ISODay.read(cell.text))
        if !cell.isEmpty, days.last == .some(nil) {
          table.report("bad-date", row.line, cell.column, "'\(cell.text)' is no date; write it as 2022-06-08")
        }
      }
      guard table.issues.count == before else { continue }
      rows.append(
        GazetteerRow(
          kind: kind, kato: kato, kazakh: row[Column.kk].list, russian: row[Column.ru].list,
          codes: row[Column.codes].pieces().map(\.text),
          from: days[0], to: days[1], note: row[Column.note].text, line: row.line,
          codesColumn: row[Column.codes].column))
    }
    issues = table.issues
  }
}
