import Tabulation

/// A Vega-Lite specification with its data inside: a heat map, trends where the rows are years, bars with intervals where
/// the columns are forms of interaction.
///
/// Opens in the Vega editor, in Observable, Jupyter and R (`vegawidget`), to be changed there.
public struct VegaLiteExporter: TableExporter {
  public init() {}

  public var name: String { "vega-lite" }
  public var fileExtension: String { "vl.json" }
  public var isTranslated: Bool { true }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.member("$schema", "https://vega.github.io/schema/vega-lite/v5.json")
    json.object("title") { json in
      json.member("text", table.label[language])
      json.member("subtitle", ReportWording.shareBase(table.unit)[language])
    }
    let chart = ReportFigure.kind(of: table)
    json.object("data") { json in
      json.key("values")
      json.beginArray()
      if chart == .bars {
        writeTotals(table, language, to: &json)
      } else {
        writeCells(table, language, to: &json)
      }
      json.endArray()
    }
    switch chart {
    case .trends: json.raw(VegaLiteExporter.trends(table, language))
    case .bars: json.raw(VegaLiteExporter.bars(table, language))
    case .heatMap: json.raw(VegaLiteExporter.heatMap(table, language))
    }
    json.endObject()
    json.endLine()
    return json.bytes
  }

  private func writeCells(_ table: CrossTable, _ language: LabelLanguage, to json: inout JSONWriter) {
    for (r, row) in table.rows.enumerated() {
      for (c, column) in table.columns.enumerated() {
        let share = table.share(row: r, column: c)
        json.beginObject()
        json.member("row", row.label[language])
        write(column.label[language], share.count, share.value, share.interval, to: &json)
      }
    }
  }

  private func writeTotals(_ table: CrossTable, _ language: LabelLanguage, to json: inout JSONWriter) {
    for (c, column) in table.columns.enumerated() {
      let share = table.totalShare(column: c)
      json.beginObject()
      write(column.label[language], share.count, share.value, share.interval, to: &json)
    }
  }

  private func write(
    _ column: String, _ count: Int, _ value: Double?, _ interval: ClosedRange<Double>?,
    to json: inout JSONWriter
  ) {
    json.member("column", column)
    json.member("count", count)
    json.member("share", value)
    json.member("low", interval?.lowerBound)
    json.member("high", interval?.upperBound)
    json.endObject()
  }

  private static func heatMap(_ table: CrossTable, _ language: LabelLanguage) -> String {
    """
    ,"encoding":{"y":{"field":"column","type":"nominal","sort":null,"axis":{"title":\(text(table.columnDimension.label[language])),"labelLimit":320}},\
    "x":{"field":"row","type":"nominal","sort":null,"axis":{"title":\(text(table.rowDimension.label[language])),"labelAngle":-40}}},\
    "layer":[{"mark":{"type":"rect","tooltip":{"content":"data"}},\
    "encoding":{"color":{"field":"share","type":"quantitative","scale":{"scheme":"cividis","reverse":true},"legend":{"title":\(text(ReportWording.shares.label[language])),"format":".0%"}}}},\
    {"mark":{"type":"text","fontSize":11},\
    "encoding":{"text":{"field":"share","type":"quantitative","format":".1%"},\
    "color":{"condition":{"test":"datum.share > \(0.55 * ReportFigure.largestShare(table))","value":"white"},"value":"black"}}}]
    """
  }

  private static func trends(_ table: CrossTable, _ language: LabelLanguage) -> String {
    """
    ,"facet":{"field":"column","type":"nominal","sort":null,"title":null,"header":{"labelLimit":240}},"columns":3,\
    "spec":{"width":220,"height":110,"encoding":{"x":{"field":"row","type":"ordinal","title":\(text(table.rowDimension.label[language]))}},\
    "layer":[{"mark":{"type":"area","opacity":0.25},"encoding":{"y":{"field":"low","type":"quantitative","title":\(text(ReportWording.shares.label[language])),"axis":{"format":".0%"}},"y2":{"field":"high"}}},\
    {"mark":{"type":"line","point":true,"tooltip":{"content":"data"}},"encoding":{"y":{"field":"share","type":"quantitative"}}}]}
    """
  }

  private static func bars(_ table: CrossTable, _ language: LabelLanguage) -> String {
    """
    ,"encoding":{"y":{"field":"column","type":"nominal","sort":"-x","axis":{"title":\(text(table.columnDimension.label[language])),"labelLimit":320}}},\
    "layer":[{"mark":{"type":"bar","tooltip":{"content":"data"}},"encoding":{"x":{"field":"share","type":"quantitative","title":\(text(ReportWording.shares.label[language])),"axis":{"format":".0%"}}}},\
    {"mark":{"type":"rule","strokeWidth":2},"encoding":{"x":{"field":"low","type":"quantitative"},"x2":{"field":"high"}}}]
    """
  }

  private static func text(_ text: String) -> String {
    var json = JSONWriter()
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
