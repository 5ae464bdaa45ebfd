import Tabulation

/// The pictures of a report: which ones its tables and codebook give, and each in its frame of heading and note.
struct ReportFigures {
  private enum Drawing {
    case diagram(HTMLReport.Diagram)
    case heatMap(Int)
    case tileMap(Int)
    case bars(Int)
    case trends(Int)
  }

  let id: String
  let title: TrilingualLabel
  private let drawing: Drawing

  static func figures(of content: HTMLReport.Content) -> [ReportFigures] {
    var drawings: [Drawing] = []
    if let diagram = content.diagram { drawings.append(.diagram(diagram)) }
    let byRegion = content.tables.indices.filter {
      content.tables[$0].rowDimension.key == "region" && !content.tables[$0].columns.isEmpty
    }
    let first =
      byRegion.first { content.tables[$0].columnDimension.key == "indicator" }
      ?? byRegion.first { ReportFigure.kind(of: content.tables[$0]) == .heatMap }
    if let first { drawings += [.heatMap(first), .tileMap(first)] }
    for (index, table) in content.tables.enumerated() where !table.columns.isEmpty && !table.rows.isEmpty {
      switch ReportFigure.kind(of: table) {
      case .bars: drawings.append(.bars(index))
      case .trends: drawings.append(.trends(index))
      case .heatMap: break
      }
    }
    return drawings.enumerated().map { ReportFigures($1, number: $0 + 1, content) }
  }

  private init(_ drawing: Drawing, number: Int, _ content: HTMLReport.Content) {
    self.drawing = drawing
    id = "figure-\(number)"
    let name: TrilingualLabel
    switch drawing {
    case .diagram(let diagram): name = diagram.title
    case .heatMap(let table): name = Self.name(.heatMap, content.tables[table])
    case .tileMap(let table): name = Self.name(.tileMap, content.tables[table])
    case .bars(let table): name = Self.name(.frequency, content.tables[table])
    case .trends(let table): name = Self.name(.trends, content.tables[table])
    }
    let word = ReportWording.figure.label
    title = TrilingualLabel(
      kk: "\(number)-\(word.kk.lowercased()). \(name.kk)", ru: "\(word.ru) \(number). \(name.ru)",
      en: "\(word.en) \(number). \(name.en)")
  }

  private static func name(_ word: ReportWording, _ table: CrossTable) -> TrilingualLabel {
    TrilingualLabel { "\(word.label[$0]): \(table.label[$0])" }
  }

  func write(to html: inout HTMLWriter, _ content: HTMLReport.Content) {
    html.raw("<section class=\"figure\" aria-labelledby=\"\(id)\">\n<h2 id=\"\(id)\">")
    html.label(title)
    html.raw("</h2>\n<p class=\"note\" id=\"\(id)-note\">")
    switch drawing {
    case .diagram(let diagram): html.word(diagram.outcome == nil ? .criteriaAloneNote : .criteriaNote)
    case .heatMap(let table): writeNote(.heatMapNote, table, to: &html)
    case .tileMap(let table): writeNote(.tileMapNote, table, to: &html)
    case .bars(let table): writeNote(.frequencyNote, table, content.tables[table].unit, to: &html)
    case .trends(let table): writeNote(.trendsNote, table, content.tables[table].unit, to: &html)
    }
    html.raw("</p>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(id)\">\n")
    switch drawing {
    case .diagram(let diagram):
      CriteriaFigure(diagram).write(to: &html, name: id, description: "\(id)-note")
    case .heatMap(let table):
      HeatMapFigure(content.tables[table], number: table, codeLabels: content.codeLabels).write(
        to: &html, name: id, description: "\(id)-note")
    case .tileMap(let table):
      TileMapFigure(content.tables[table], number: table).write(
        to: &html, name: id, description: "\(id)-note", language: content.language)
    case .bars(let table): BarFigure(content.tables[table], number: table).write(to: &html, name: id)
    case .trends(let table):
      TrendFigure(content.tables[table], number: table).write(to: &html, description: "\(id)-note")
    }
    html.raw("</div>\n</section>\n")
  }

  /// - Parameter unit: of the values, where the picture has the table's rows.
  private func writeNote(
    _ word: ReportWording, _ table: Int, _ unit: CountingUnit? = nil, to html: inout HTMLWriter
  ) {
    if let unit {
      html.label(ReportWording.shareBase(unit))
      html.raw(" ")
    }
    html.word(word)
    html.raw(" <a href=\"#table-\(table)\">")
    html.word(.sameNumbers)
    html.raw("</a>.")
  }
}
