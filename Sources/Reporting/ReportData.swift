import Tabulation

/// The data blocks of the page: what the script reads when a number is opened, and not before.
///
/// Passages stand in blocks of some hundreds, so that the browser parses only those that are asked for. All blocks are
/// `application/json`, which no browser runs, with everything escaped that could end a script element.
struct ReportData {
  static let passagesPerBlock = 256

  private let content: HTMLReport.Content
  private let passages: [HTMLReport.Passage]
  private let places: [PassageReference: Int]
  private let codes: [String]
  private let codeNumbers: [String: Int]

  init(_ content: HTMLReport.Content) {
    self.content = content
    var wanted: Set<PassageReference> = []
    for table in content.tables {
      for cell in table.cells { wanted.formUnion(cell.references) }
    }
    var seen: Set<PassageReference> = []
    let kept = content.passages
      .filter { wanted.contains($0.reference) && seen.insert($0.reference).inserted }
      .sorted { $0.reference < $1.reference }
    var places: [PassageReference: Int] = [:]
    for (index, passage) in kept.enumerated() { places[passage.reference] = index }
    passages = kept
    self.places = places

    var codes: [String] = []
    var codeNumbers: [String: Int] = [:]
    for code in kept.lazy.flatMap(\.codes) where codeNumbers[code.code] == nil {
      codeNumbers[code.code] = codes.count
      codes.append(code.code)
    }
    self.codes = codes
    self.codeNumbers = codeNumbers
  }

  func write(to html: inout HTMLWriter) {
    block("meta", to: &html) { writeMeta(to: &$0) }
    block("documents", to: &html) { writeDocuments(to: &$0) }
    for (index, table) in content.tables.enumerated() {
      block("cells-\(index)", to: &html) { writeCells(table, to: &$0) }
    }
    for (index, start) in stride(from: 0, to: passages.count, by: ReportData.passagesPerBlock).enumerated() {
      let part = passages[start..<min(start + ReportData.passagesPerBlock, passages.count)]
      block("passages-\(index)", to: &html) { json in
        json.beginArray()
        for passage in part { write(passage, to: &json) }
        json.endArray()
      }
    }
  }

  private func block(_ id: String, to html: inout HTMLWriter, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter(escaping: .embedded)
    body(&json)
    html.raw("<script type=\"application/json\" id=\"\(id)\">")
    html.raw(json.bytes)
    html.raw("</script>\n")
  }

  private func writeMeta(to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", content.title)
    json.member("passagesPerBlock", ReportData.passagesPerBlock)
    json.key("words")
    json.beginObject()
    json.member("passages", ReportWording.passages.label)
    json.member("shown", ReportWording.shown.label)
    json.member("of", ReportWording.of.label)
    json.member("noPassages", ReportWording.noPassages.label)
    json.member("codes", ReportWording.codes.label)
    json.member("entry", ReportWording.entry.label)
    json.member("feature", ReportWording.feature.label)
    json.member("rule", ReportWording.rule.label)
    json.member("total", ReportWording.total.label)
    json.endObject()
    json.key("roles")
    json.beginObject()
    for role in Set(passages.map(\.role)).sorted() {
      guard let label = ReportWording.role(role) else { continue }
      json.key(text: role)
      json.value(label)
    }
    json.endObject()
    json.key("codes")
    json.beginArray()
    for code in codes {
      json.beginObject()
      json.member("id", code)
      json.member("label", content.codeLabels[code] ?? TrilingualLabel(untranslated: code))
      json.endObject()
    }
    json.endArray()
    json.key("tables")
    json.beginArray()
    for table in content.tables {
      json.beginObject()
      json.key("rows")
      write(table.rows, to: &json)
      json.key("columns")
      write(table.columns, to: &json)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ keys: [TableKey], to json: inout JSONWriter) {
    json.beginArray()
    for key in keys {
      json.beginObject()
      json.member("key", key.key)
      json.member("label", key.label)
      json.endObject()
    }
    json.endArray()
  }

  private func writeDocuments(to json: inout JSONWriter) {
    json.beginArray()
    for document in content.documents {
      json.beginObject()
      json.member("path", document.path)
      json.member("title", document.title)
      json.key("region")
      if let region = document.region { json.value(region) } else { json.null() }
      json.member("date", document.date)
      json.endObject()
    }
    json.endArray()
  }

  /// Each cell, row by row and then the totals, as `[passages counted, [places of the passages in the page]]`.
  private func writeCells(_ table: CrossTable, to json: inout JSONWriter) {
    json.beginArray()
    for cell in table.cells + table.columnTotals {
      json.beginArray()
      json.value(cell.passages)
      json.beginArray()
      for reference in cell.references {
        if let place = places[reference] { json.value(place) }
      }
      json.endArray()
      json.endArray()
    }
    json.endArray()
  }

  private func write(_ passage: HTMLReport.Passage, to json: inout JSONWriter) {
    json.beginObject()
    json.member("document", passage.reference.document)
    json.member("n", passage.reference.passage)
    json.member("text", passage.text)
    json.member("language", passage.language)
    json.member("role", passage.role)
    json.member("speaker", passage.speaker)
    json.key("codes")
    json.beginArray()
    for code in passage.codes {
      json.beginObject()
      json.member("code", codeNumbers[code.code])
      json.key("evidence")
      json.beginArray()
      for evidence in code.evidence {
        json.beginArray()
        json.value(evidence.range.lowerBound)
        json.value(evidence.range.upperBound)
        json.value(evidence.entry)
        json.value(evidence.rule)
        json.endArray()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }
}
