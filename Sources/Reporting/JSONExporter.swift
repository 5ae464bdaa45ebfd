import Tabulation

/// Everything that the table holds, for programs: labels, totals, cells with shares, intervals and references.
///
/// Keys always stand in the same order. A share or interval that is not defined is null.
public struct JSONExporter: TableExporter {
  public init() {}

  public var name: String { "json" }
  public var fileExtension: String { "json" }
  public var summary: String {
    "JSON with everything that the table holds, the passages of each cell included: for programs."
  }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var json = JSONWriter(capacity: 256 * (table.cells.count + 8))
    json.beginObject()
    json.member("id", table.id)
    json.member("label", table.label)
    json.member("unit", table.unit.rawValue)
    write("rows", table.rowDimension, table.rows, to: &json)
    write("columns", table.columnDimension, table.columns, to: &json)
    json.key("rowTotals")
    json.beginArray()
    for (row, totals) in zip(table.rows, table.rowTotals) {
      json.beginObject()
      json.member("row", row.key)
      write(totals, to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("columnTotals")
    json.beginArray()
    for (c, column) in table.columns.enumerated() {
      json.beginObject()
      json.member("column", column.key)
      write(table.columnTotals[c], table.totalShare(column: c), to: &json)
      json.endObject()
    }
    json.endArray()
    json.key("total")
    json.beginObject()
    write(table.total, to: &json)
    json.endObject()
    json.key("outside")
    json.beginObject()
    json.member("documents", table.outside.documents)
    json.member("passages", table.outside.passages)
    json.member("codings", table.outside.codings)
    json.endObject()
    json.key("cells")
    json.beginArray()
    for (r, row) in table.rows.enumerated() {
      for (c, column) in table.columns.enumerated() {
        let cell = table.cell(row: r, column: c)
        json.beginObject()
        json.member("row", row.key)
        json.member("column", column.key)
        write(cell, table.share(row: r, column: c), to: &json)
        json.member("shareOfPassages", table.share(row: r, column: c, of: .passages).value)
        json.member("shareOfCodings", table.share(row: r, column: c, of: .codings).value)
        json.key("references")
        json.beginArray()
        for reference in cell.references {
          json.beginArray()
          json.value(reference.document)
          json.value(reference.passage)
          json.endArray()
        }
        json.endArray()
        json.endObject()
      }
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func write(
    _ name: StaticString, _ dimension: TableKey, _ keys: [TableKey], to json: inout JSONWriter
  ) {
    json.key(name)
    json.beginObject()
    json.member("dimension", dimension.key)
    json.member("label", dimension.label)
    json.key("keys")
    json.beginArray()
    for key in keys {
      json.beginObject()
      json.member("key", key.key)
      json.member("label", key.label)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ totals: CrossTable.Totals, to json: inout JSONWriter) {
    json.member("documents", totals.documents)
    json.member("passages", totals.passages)
    json.member("codedPassages", totals.codedPassages)
    json.member("codings", totals.codings)
  }

  private func write(_ cell: CrossTable.Cell, _ share: CellEstimate, to json: inout JSONWriter) {
    json.member("passages", cell.passages)
    json.member("documents", cell.documents)
    json.member("codings", cell.codings)
    json.member("share", share.value)
    json.key("interval")
    if let interval = share.interval {
      json.beginArray()
      json.value(interval.lowerBound)
      json.value(interval.upperBound)
      json.endArray()
    } else {
      json.null()
    }
  }
}
