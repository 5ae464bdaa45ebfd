import Tabulation

/// What the codebook measures, as a picture: each criterion with its indicators, and what they bear on.
struct CriteriaFigure {
  private let diagram: HTMLReport.Diagram

  private static let size = 14.0
  private static let width = 980.0
  private static let indicatorWidth = 350.0
  private static let criterionX = 410.0
  private static let criterionWidth = 260.0
  private static let outcomeX = 760.0

  init(_ diagram: HTMLReport.Diagram) { self.diagram = diagram }

  func write(to html: inout HTMLWriter, name: String, description: String) {
    let size = CriteriaFigure.size  // Bold text gets narrower lines: it runs wider than what is measured.
    let step = 1.22 * size
    let gap = 22.0
    // Heights of the indicators' boxes, criterion by criterion.
    let heights = diagram.groups.map { group in
      group.items.map {
        16 + step * Double(html.lineCount($0, width: CriteriaFigure.indicatorWidth - 24, size: size))
      }
    }
    let spans = heights.map { max(64, $0.reduce(0, +) + 6 * Double(max(0, $0.count - 1))) }
    let total = spans.reduce(0, +) + gap * Double(max(0, spans.count - 1))
    html.beginSVG(
      width: diagram.outcome == nil
        ? CriteriaFigure.criterionX + CriteriaFigure.criterionWidth : CriteriaFigure.width,
      height: max(total, 80) + 4, className: diagram.outcome == nil ? "diagram alone" : "diagram", name: name,
      description: description, title: diagram.title)
    let middle = total / 2 + 2
    var y = 2.0
    for (index, group) in diagram.groups.enumerated() {
      let centre = y + spans[index] / 2
      var top =
        y + (spans[index] - heights[index].reduce(0, +) - 6 * Double(max(0, group.items.count - 1))) / 2
      for (item, height) in zip(group.items, heights[index]) {
        html.rectangle(0.5, top, CriteriaFigure.indicatorWidth, height, "box")
        html.svgLabel(
          item, x: 12, y: top + height / 2, width: CriteriaFigure.indicatorWidth - 24, size: size,
          vertical: .middle, className: "label")
        html.polyline(
          [
            (CriteriaFigure.indicatorWidth + 0.5, top + height / 2), (380, top + height / 2), (380, centre),
            (CriteriaFigure.criterionX, centre),
          ], "link")
        top += height + 6
      }
      html.rectangle(CriteriaFigure.criterionX, centre - 32, CriteriaFigure.criterionWidth, 64, "f h3")
      html.svgLabel(
        group.label, x: CriteriaFigure.criterionX + 12, y: centre, width: CriteriaFigure.criterionWidth - 48,
        size: size, vertical: .middle, className: "label strong")
      let right = CriteriaFigure.criterionX + CriteriaFigure.criterionWidth
      if diagram.outcome != nil {
        html.polyline(
          [(right, centre), (right + 40, centre), (right + 40, middle), (CriteriaFigure.outcomeX, middle)],
          "link")
      }
      y += spans[index] + gap
    }
    if let outcome = diagram.outcome {
      let lines = Double(html.lineCount(outcome, width: 165, size: 17))
      let height = max(96, 40 + lines * 21)
      html.rectangle(CriteriaFigure.outcomeX, middle - height / 2, 219, height, "f h5")
      html.svgLabel(
        outcome, x: CriteriaFigure.outcomeX + 109, y: middle, width: 165, size: 17, anchor: .middle,
        vertical: .middle, className: "label outcome")
    }
    html.endSVG()
  }
}
