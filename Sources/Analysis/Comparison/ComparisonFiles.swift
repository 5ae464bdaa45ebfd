import Reporting
import Tabulation

/// Writes a comparison: a line a cell for spreadsheets and terminals, an object for programs.
public struct ComparisonFiles {
  private let comparison: Comparison
  /// Paths of the documents by number.
  private let documents: [String]

  public init(_ comparison: Comparison, documents: [String]) {
    self.comparison = comparison
    self.documents = documents
  }

  /// `comparison.csv`, `.json` and, in each language, `.md`.
  public var files: [(name: String, bytes: [UInt8])] {
    let table = comparison.statementTable
    return [
      ("comparison/comparison.csv", csv), ("comparison/comparison.json", json),
    ]
      + LabelLanguage.allCases.map { language in
        (
          "comparison/\(language.rawValue)/comparison.md",
          StatementMarkdown().bytes(of: table, documents: documents, in: language)
        )
      }
  }

  /// One line a cell, verdict first, then the summary.
  public func text(in language: LabelLanguage) -> String {
    var text = ""
    for cell in comparison.cells {
      let fact = cell.fact
      let place = [fact.table, fact.row, fact.column].joined(separator: " · ")
      text +=
        [
          cell.verdict.rawValue, fact.id, place, fact.printed[language], cell.reason[language],
          cell.passages.prefix(2).map { $0.place(in: documents) }.joined(separator: " "),
        ].joined(separator: "\t") + "\n"
    }
    for unprinted in comparison.unprinted {
      text +=
        [
          "not in print", unprinted.fact.id, unprinted.region, unprinted.fact.printed[language],
          unprinted.reason[language],
          unprinted.passages.prefix(2).map { $0.place(in: documents) }.joined(separator: " "),
        ].joined(separator: "\t") + "\n"
    }
    return text + "\n" + comparison.notes.map { $0[language] + "\n" }.joined()
  }

  private static let headings = [
    "verdict", "fact", "table", "row", "column", "region", "code", "kind", "printed", "expected", "computed",
    "reason_kk", "reason_ru", "reason_en", "passages", "place",
  ]

  private var csv: [UInt8] {
    let lines = comparison.cells.map { cell in
      let fact = cell.fact
      return [
        cell.verdict.rawValue, fact.id, fact.table, fact.row, fact.column, fact.region ?? "all",
        fact.code ?? "", fact.kind.rawValue, fact.label.en, fact.expected, cell.computed, cell.reason.kk,
        cell.reason.ru, cell.reason.en, places(cell.passages), fact.place,
      ]
    }
    let unprinted = comparison.unprinted.map { cell in
      let fact = cell.fact
      return [
        "not in print", fact.id, fact.table, "", fact.column, cell.region, fact.code ?? "",
        fact.kind.rawValue, fact.label.en, "", "yes", cell.reason.kk, cell.reason.ru, cell.reason.en,
        places(cell.passages), "",
      ]
    }
    return LinesCSV.bytes(headings: Self.headings, lines: lines + unprinted)
  }

  private func places(_ passages: [PassageReference]) -> String {
    passages.map { $0.place(in: documents) }.joined(separator: " ")
  }

  public var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("demonstration", comparison.isDemonstration)
    json.object("summary") { json in
      for verdict in Comparison.Verdict.allCases {
        json.key(text: verdict.rawValue)
        json.value(comparison.count(verdict))
      }
      json.member("agreement", comparison.agreement.value)
      json.member("agreementLow", comparison.agreement.interval?.lowerBound)
      json.member("agreementHigh", comparison.agreement.interval?.upperBound)
      json.member("presenceFound", comparison.found.count)
      json.member("levels", comparison.levels.items)
      json.member("weightedKappa", comparison.kappa.value)
      json.member("weightedKappaUndefined", comparison.kappa.reason?.rawValue)
      json.member("notInPrint", comparison.unprinted.count)
      json.member("notInPrintLookedAt", comparison.unprintedLookedAt)
    }
    json.objects("cells", comparison.cells) { json, cell in
      json.member("fact", cell.fact.id)
      json.member("table", cell.fact.table)
      json.member("row", cell.fact.row)
      json.member("column", cell.fact.column)
      json.member("region", cell.fact.region)
      json.member("code", cell.fact.code)
      json.member("kind", cell.fact.kind.rawValue)
      json.member("printed", cell.fact.label)
      json.member("expected", cell.fact.expected)
      json.member("verdict", cell.verdict.rawValue)
      json.member("computed", cell.computed)
      json.member("reason", cell.reason)
      write(cell.passages, to: &json)
      json.member("place", cell.fact.place)
    }
    json.objects("notInPrint", comparison.unprinted) { json, cell in
      json.member("fact", cell.fact.id)
      json.member("region", cell.region)
      json.member("reason", cell.reason)
      write(cell.passages, to: &json)
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(_ passages: [PassageReference], to json: inout JSONWriter) {
    json.key("passages")
    json.beginArray()
    for passage in passages { json.value(passage.place(in: documents)) }
    json.endArray()
  }
}

extension Comparison.Cell {
  /// What the counts say: a level, or whether the word or the finding is there.
  var computed: String {
    if fact.kind == .level { return level?.rawValue ?? "" }
    switch verdict {
    case .agrees: return "yes"
    case .differs: return "no"
    case .presenceOnly: return isFound == true ? "yes" : "no"
    case .notComputable: return ""
    }
  }
}
