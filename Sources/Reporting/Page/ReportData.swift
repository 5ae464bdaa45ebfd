import Tabulation

/// The data blocks of the page: what the script reads when a number is opened, and not before.
///
/// Passages stand in blocks of some hundreds, so that the browser unpacks and parses only those that are asked for. A
/// block is JSON with everything escaped that could end a script element, or, where that is long, the same compressed and
/// in base64; no browser runs either.
struct ReportData {
  static let passagesPerBlock = 256
  /// Bytes from which on a block is compressed.
  static let compressedFrom = 8192

  private let content: HTMLReport.Content
  private let statements: [LinkedStatement]
  /// References that each cell keeps.
  private let perCell: Int
  private let wanted: [PassageReference]
  private let places: [PassageReference: Int]

  init(_ content: HTMLReport.Content, limit: Int) {
    self.content = content
    statements = LinkedStatement.all(of: content.statements)
    // What tables in words quote is always in the page.
    let quoted = Set(statements.flatMap(\.statement.passages))
    let most = content.tables.flatMap { $0.cells.map(\.references.count) }.max() ?? 0
    var perCell = most
    var wanted = ReportData.references(content.tables, perCell: perCell).union(quoted)
    // Halved until all fit: how many a cell keeps depends on nothing but the tables.
    while wanted.count > max(0, limit), perCell > 0 {
      perCell /= 2
      wanted = ReportData.references(content.tables, perCell: perCell).union(quoted)
    }
    self.perCell = perCell
    self.wanted = wanted.sorted()
    var places: [PassageReference: Int] = [:]
    places.reserveCapacity(wanted.count)
    for (index, reference) in self.wanted.enumerated() { places[reference] = index }
    self.places = places
  }

  private static func references(_ tables: [CrossTable], perCell: Int) -> Set<PassageReference> {
    var result: Set<PassageReference> = []
    for table in tables {
      for cell in table.cells { result.formUnion(cell.references.prefix(perCell)) }
    }
    return result
  }

  func write(
    _ source: HTMLReport.PassageSource, _ html: inout HTMLWriter, to write: ([UInt8]) throws -> Void
  ) throws {
    block("documents", to: &html) { writeDocuments(to: &$0) }
    for (index, table) in content.tables.enumerated() {
      block("cells-\(index)", to: &html) { writeCells(table, to: &$0) }
    }
    if !statements.isEmpty { block("statements", to: &html) { writeStatements(to: &$0) } }
    var codes = CodeNumbers()
    var roles: Set<String> = []
    for (index, start) in stride(from: 0, to: wanted.count, by: ReportData.passagesPerBlock).enumerated() {
      let part = wanted[start..<min(start + ReportData.passagesPerBlock, wanted.count)]
      var passages: [PassageReference: HTMLReport.Passage] = [:]
      for passage in try source(Array(part)) { passages[passage.reference] = passage }
      for passage in passages.values { roles.insert(passage.role) }
      block("passages-\(index)", to: &html) { json in
        json.beginArray()
        for reference in part {
          if let passage = passages[reference] {
            ReportData.write(passage, &codes, to: &json)
          } else {
            json.null()
          }
        }
        json.endArray()
      }
      try write(html.take())
    }
    block("meta", to: &html) { writeMeta(codes.codes, roles.sorted(), to: &$0) }
  }

  private func block(_ id: String, to html: inout HTMLWriter, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter(escaping: .embedded)
    body(&json)
    if json.bytes.count >= ReportData.compressedFrom, let compressed = Deflate.compressed(json.bytes) {
      html.raw("<script type=\"text/plain\" data-encoding=\"deflate+base64\" id=\"\(id)\">")
      html.raw(Base64.encoded(compressed))
    } else {
      html.raw("<script type=\"application/json\" id=\"\(id)\">")
      html.raw(json.bytes)
    }
    html.raw("</script>\n")
  }

  private func writeMeta(_ codes: [String], _ roles: [String], to json: inout JSONWriter) {
    json.beginObject()
    json.member("title", content.title)
    json.member("passagesPerBlock", ReportData.passagesPerBlock)
    json.object("words") { json in
      json.member("passages", ReportWording.passages.label)
      json.member("shown", ReportWording.shown.label)
      json.member("noPassages", ReportWording.noPassages.label)
      json.member("entry", ReportWording.entry.label)
      json.member("feature", ReportWording.feature.label)
      json.member("rule", ReportWording.rule.label)
      json.member("titles", ReportWording.titles.label)
      json.member("total", ReportWording.total.label)
      json.member("loading", ReportWording.loading.label)
      json.member("unreadable", ReportWording.unreadable.label)
    }
    json.object("titleKinds") { json in
      for kind in HTMLReport.Title.Kind.allCases {
        json.key(text: kind.rawValue)
        json.value(ReportWording.title(kind))
      }
    }
    json.key("roles")
    json.beginObject()
    for role in roles {
      guard let label = ReportWording.role(role) else { continue }
      json.key(text: role)
      json.value(label)
    }
    json.endObject()
    json.objects("codes", codes) { json, code in
      json.member("id", code)
      json.member("label", content.codeLabels[code] ?? TrilingualLabel(untranslated: code))
    }
    json.objects("tables", content.tables) { json, table in
      json.key("rows")
      write(table.rows, to: &json)
      json.key("columns")
      write(table.columns, to: &json)
    }
    json.objects("statements", content.statements) { json, table in
      json.key("rows")
      write(table.rows.map(\.key), to: &json)
      json.key("columns")
      write(table.columns.map { TableKey("", $0) }, to: &json)
    }
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

  /// Each cell, row by row and then the totals, as `[passages counted, [places of the passages in the page], what is known
  /// of it as pairs of labels]`, each
  /// place but the first as the step from the one before. The places of a total are those of its column's cells, which the
  /// script joins.
  private func writeCells(_ table: CrossTable, to json: inout JSONWriter) {
    json.beginArray()
    for (index, cell) in (table.cells + table.columnTotals).enumerated() {
      json.beginArray()
      json.value(cell.passages)
      json.beginArray()
      var last = 0
      for reference in index < table.cells.count ? cell.references.prefix(perCell) : [] {
        guard let place = places[reference] else { continue }
        json.value(place - last)
        last = place
      }
      json.endArray()
      let details =
        index < table.cells.count
        ? CellDetails(table, row: index / table.columns.count, column: index % table.columns.count)
        : CellDetails(table, totalOf: index - table.cells.count)
      json.beginArray()
      for line in details.lines {
        json.value(line.name)
        json.value(line.value)
      }
      json.endArray()
      json.endArray()
    }
    json.endArray()
  }

  /// Each statement that leads to passages as `[table, row, column, code, places of the passages in the page]`.
  private func writeStatements(to json: inout JSONWriter) {
    json.beginArray()
    for linked in statements {
      json.beginArray()
      for number in [linked.table, linked.row, linked.column] { json.value(number) }
      json.value(linked.statement.code ?? "")
      json.beginArray()
      for place in linked.statement.passages.compactMap({ places[$0] }) { json.value(place) }
      json.endArray()
      json.endArray()
    }
    json.endArray()
  }

  /// Evidence as `[start, end, entry, rule]`; `[null, number in titles, entry, rule]` where a title carried the code.
  private static func write(
    _ passage: HTMLReport.Passage, _ codes: inout CodeNumbers, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("document", passage.reference.document)
    json.member("n", passage.reference.passage)
    json.member("text", passage.text)
    json.member("language", passage.language)
    json.member("role", passage.role)
    json.member("speaker", passage.speaker)
    let titles = titles(of: passage)
    if !titles.isEmpty {
      json.key("titles")
      json.beginArray()
      for title in titles {
        json.beginArray()
        json.value(title.kind.rawValue)
        json.value(title.text)
        json.endArray()
      }
      json.endArray()
    }
    json.objects("codes", passage.codes) { json, code in
      json.member("code", codes.number(of: code.code))
      json.key("evidence")
      json.beginArray()
      for evidence in code.evidence {
        json.beginArray()
        switch evidence.place {
        case .words(let range):
          json.value(range.lowerBound)
          json.value(range.upperBound)
        case .title(let title):
          json.null()
          json.value(titles.firstIndex(of: title) ?? 0)
        }
        json.value(evidence.entry)
        json.value(evidence.rule)
        json.endArray()
      }
      json.endArray()
    }
    json.endObject()
  }

  /// The titles that carried codes of a passage, from the outermost.
  private static func titles(of passage: HTMLReport.Passage) -> [HTMLReport.Title] {
    var titles: [HTMLReport.Title] = []
    for case .title(let title) in passage.codes.lazy.flatMap(\.evidence).map(\.place)
    where !titles.contains(title) {
      titles.append(title)
    }
    return HTMLReport.Title.Kind.allCases.flatMap { kind in titles.filter { $0.kind == kind } }
  }

  /// Codes by the order of their first passage.
  private struct CodeNumbers {
    private(set) var codes: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(of code: String) -> Int {
      if let number = numbers[code] { return number }
      numbers[code] = codes.count
      codes.append(code)
      return codes.count - 1
    }
  }
}
