import Tabulation

/// Writes a table of words. Passages are written as `path#number`.
public protocol StatementWriter: Sendable {
  /// What users write under `outputs`.
  var name: String { get }
  var fileExtension: String { get }
  /// Whether the file is in one language, so that there is one for each.
  var isTranslated: Bool { get }

  /// - Parameter documents: paths by number, which passages refer to.
  func bytes(of table: StatementTable, documents: [String], in language: LabelLanguage) -> [UInt8]
}

public enum StatementWriters {
  public static let all: [any StatementWriter] = [
    StatementCSV(), StatementJSON(), StatementMarkdown(), StatementLaTeX(),
  ]

  /// The format of a name such as `csv`, or nil.
  public static func named(_ name: String) -> (any StatementWriter)? {
    all.first { $0.name == name }
  }
}

/// One line a statement: for spreadsheets and R.
public struct StatementCSV: StatementWriter {
  public init() {}

  public var name: String { "csv" }
  public var fileExtension: String { "csv" }
  public var isTranslated: Bool { false }

  public func bytes(of table: StatementTable, documents: [String], in language: LabelLanguage) -> [UInt8] {
    var csv = CSVWriter(byteOrderMark: true)
    csv.text("table")
    csv.text("row")
    for name in ["row", "column", "statement"] {
      for language in LabelLanguage.allCases { csv.text("\(name)_\(language.rawValue)") }
    }
    for name in ["quotation", "quotation_language", "source", "passages"] { csv.text(name) }
    csv.endLine()
    for row in table.rows {
      for (column, cell) in zip(table.columns, row.cells) {
        for statement in cell {
          csv.text(table.id)
          csv.text(row.key.key)
          for label in [row.key.label, column, statement.text] {
            for language in LabelLanguage.allCases { csv.text(label[language]) }
          }
          csv.text(statement.quotation?.text ?? "")
          csv.text(statement.quotation?.language ?? "")
          csv.text(statement.quotation?.source ?? "")
          csv.text(statement.passages.map { $0.place(in: documents) }.joined(separator: " "))
          csv.endLine()
        }
      }
    }
    return csv.bytes
  }
}

/// Everything that the table holds, for programs.
public struct StatementJSON: StatementWriter {
  public init() {}

  public var name: String { "json" }
  public var fileExtension: String { "json" }
  public var isTranslated: Bool { false }

  public func bytes(of table: StatementTable, documents: [String], in language: LabelLanguage) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("id", table.id)
    json.member("label", table.label)
    json.member("rowLabel", table.rowLabel)
    json.member("columns", table.columns)
    json.objects("rows", table.rows) { json, row in
      json.member("key", row.key.key)
      json.member("label", row.key.label)
      json.key("cells")
      json.beginArray()
      for cell in row.cells {
        json.beginArray()
        for statement in cell { write(statement, documents, to: &json) }
        json.endArray()
      }
      json.endArray()
    }
    json.member("notes", table.notes)
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(
    _ statement: StatementTable.Statement, _ documents: [String], to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("text", statement.text)
    if let quotation = statement.quotation {
      json.object("quotation") { json in
        json.member("text", quotation.text)
        json.member("language", quotation.language)
        json.member("source", quotation.source)
      }
    }
    json.key("passages")
    json.beginArray()
    for passage in statement.passages { json.value(passage.place(in: documents)) }
    json.endArray()
    json.endObject()
  }
}

/// A pipe table in one language, statements on lines of their own, notes below.
public struct StatementMarkdown: StatementWriter {
  public init() {}

  public var name: String { "markdown" }
  public var fileExtension: String { "md" }
  public var isTranslated: Bool { true }

  public func bytes(of table: StatementTable, documents: [String], in language: LabelLanguage) -> [UInt8] {
    var text = "**\(MarkdownText.escaped(table.label[language]))**\n\n"
    text += line([table.rowLabel] + table.columns, language)
    text += "|---" + String(repeating: "|---", count: table.columns.count) + "|\n"
    for row in table.rows {
      let cells = row.cells.map { cell in
        cell.map { self.text($0, language) }.joined(separator: "<br>")
      }
      text +=
        "| " + ([MarkdownText.escaped(row.key.label[language])] + cells).joined(separator: " | ") + " |\n"
    }
    for note in table.notes { text += "\n\(MarkdownText.escaped(note[language]))\n" }
    return Array(text.utf8)
  }

  private func line(_ labels: [TrilingualLabel], _ language: LabelLanguage) -> String {
    "| " + labels.map { MarkdownText.escaped($0[language]) }.joined(separator: " | ") + " |\n"
  }

  private func text(_ statement: StatementTable.Statement, _ language: LabelLanguage) -> String {
    let text = MarkdownText.escaped(statement.text[language])
    guard let quotation = statement.quotation else { return text }
    let quoted = "«\(MarkdownText.escaped(quotation.text))» (\(MarkdownText.escaped(quotation.source)))"
    return text.isEmpty ? quoted : text + " " + quoted
  }
}

extension PassageReference {
  /// `path#number`.
  public func place(in documents: [String]) -> String {
    let path = documents.indices.contains(document) ? documents[document] : String(document)
    return "\(path)#\(passage)"
  }
}
