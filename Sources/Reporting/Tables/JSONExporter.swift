import Tabulation

/// Everything that the table holds, for programs: labels, totals, cells with shares, intervals and references.
///
/// Keys always stand in the same order. A share or interval that is not defined is null.
public struct JSONExporter: TableExporter {
  public init() {}

  public var name: String { "json" }
  public var fileExtension: String { "json" }

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
      if let test = table.statistics.columnTests[c] { write(test, to: &json) }
      json.endObject()
    }
    json.endArray()
    json.object("total") { json in
      write(table.total, to: &json)
    }
    json.object("outside") { json in
      json.member("documents", table.outside.documents)
      json.member("passages", table.outside.passages)
      json.member("codings", table.outside.codings)
    }
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
        write(table.statistics(row: r, column: c), to: &json)
        json.key("references")
        json.beginArray()
        for reference in cell.references { write(reference, to: &json) }
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
    json.objects("keys", keys) { json, key in
      json.member("key", key.key)
      json.member("label", key.label)
    }
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

  /// What is known beside the counts; members that were not asked for, or are not defined, are left out.
  private func write(_ statistics: CellStatistics, to json: inout JSONWriter) {
    json.object("statistics") { json in
      if statistics.isTooFew { json.member("isTooFew", true) }
      write("clusterInterval", statistics.clusterInterval, to: &json)
      if let level = statistics.level { json.member("level", level.level.rawValue) }
      if let keyness = statistics.keyness {
        json.object("keyness") { json in
          json.member("logLikelihood", keyness.logLikelihood)
          json.member("logRatio", keyness.logRatio)
          write(keyness.p, to: &json)
        }
      }
      if let association = statistics.association {
        json.object("association") { json in
          json.member("test", association.test.rawValue)
          json.member("oddsRatio", association.oddsRatio)
          write("interval", association.interval, to: &json)
          json.member("cramersV", association.cramersV)
          write(association.p, to: &json)
        }
      }
      write("corrected", statistics.corrected, to: &json)
      write("predictionPowered", statistics.predictionPowered, to: &json)
      if let change = statistics.change {
        json.object("change") { json in
          json.member("date", change.date)
          json.member("before", change.before.value)
          json.member("after", change.after.value)
          json.member("difference", change.difference)
          write("interval", change.interval, to: &json)
          json.member("test", change.test.rawValue)
          write(change.p, to: &json)
        }
      }
      if let trend = statistics.trend {
        json.object("trend") { json in
          json.member("slope", trend.slope)
          json.member("z", trend.z)
          write(trend.p, to: &json)
        }
      }
      if let reliability = statistics.reliability {
        json.object("reliability") { json in
          json.member("alpha", reliability.alpha)
          json.member("mark", reliability.mark.rawValue)
        }
      }
      if !statistics.examples.isEmpty {
        json.key("examples")
        json.beginArray()
        for reference in statistics.examples { write(reference, to: &json) }
        json.endArray()
      }
      if !statistics.figures.isEmpty {
        json.objects("figures", statistics.figures) { json, figure in
          json.member("value", figure.value)
          json.member("text", figure.text)
          json.key("reference")
          write(figure.reference, to: &json)
        }
      }
    }
  }

  /// The rows of a column against each other.
  private func write(_ test: ColumnTest, to json: inout JSONWriter) {
    json.object("rowsCompared") { json in
      json.member("test", test.test.rawValue)
      json.member("chiSquare", test.chiSquare)
      json.member("degreesOfFreedom", test.degreesOfFreedom)
      json.member("cramersV", test.cramersV)
      json.member("smallestExpected", test.expected.smallest)
      json.member("shareOfExpectedBelow5", test.expected.shareBelowFive)
      write(test.p, to: &json)
      if test.isDoubtful {
        json.member("warning", "small-expected-counts")
        json.key("useInstead")
        json.beginArray()
        for remedy in ColumnTest.remedies { json.value(remedy.rawValue) }
        json.endArray()
      }
    }
  }

  private func write(_ p: PValue, to json: inout JSONWriter) {
    json.member("p", p.raw)
    json.member("pHolm", p.holm)
    json.member("pBenjaminiHochberg", p.benjaminiHochberg)
  }

  private func write(_ reference: PassageReference, to json: inout JSONWriter) {
    json.beginArray()
    json.value(reference.document)
    json.value(reference.passage)
    json.endArray()
  }

  private func write(_ name: StaticString, _ interval: ClosedRange<Double>?, to json: inout JSONWriter) {
    guard let interval else { return }
    json.key(name)
    json.beginArray()
    json.value(interval.lowerBound)
    json.value(interval.upperBound)
    json.endArray()
  }

  private func write(_ name: StaticString, _ correction: Correction?, to json: inout JSONWriter) {
    guard let correction else { return }
    json.key(name)
    json.beginObject()
    json.member("refused", correction.refusal?.rawValue)
    json.member("value", correction.share?.value)
    write("interval", correction.share?.interval, to: &json)
    json.endObject()
  }
}
