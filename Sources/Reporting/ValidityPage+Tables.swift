import Tabulation

extension ValidityPage {
  /// Krippendorff's thresholds: from the second on data are reliable, from the first on they allow tentative
  /// conclusions (Content Analysis, 4th ed. 2018, chapter 12).
  private static let tentative = 0.667
  private static let reliable = 0.8

  /// Beside `ReportStyle`.
  static let style = """
    .validity { margin-top: 3rem; }
    .validity h3 { font: 600 1.1rem/1.3 var(--display); margin: 2rem 0 .35rem; }
    .validity .scroll + .scroll { margin-top: 1.75rem; }
    .validity details { margin-top: 1rem; }
    .validity summary { cursor: pointer; color: var(--accent); }
    .validity table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
    .validity th, .validity td { padding: .35rem .7rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
    .validity th[scope=row] { text-align: left; font-weight: 400; max-width: 26rem; }
    .validity thead th { color: var(--muted); font-weight: 600; }
    .validity thead th:first-child { text-align: left; }
    .validity small { display: block; color: var(--muted); }
    .validity svg { display: block; margin-left: auto; width: 6rem; height: .5rem; }
    .validity svg line { stroke: var(--muted); stroke-width: 1.5; }
    .validity svg circle { fill: var(--accent); }
    .validity .verdict { white-space: nowrap; }
    .validity .low { background: var(--warn); color: var(--warn-ink); }
    .validity ul.mistakes { list-style: none; margin: 0; padding: 0; max-width: 52rem; }
    .validity ul.mistakes li { border-left: 3px solid var(--line); padding: .1rem 0 .1rem .9rem; margin: 0 0 1.1rem; }
    .validity ul.mistakes .head { color: var(--muted); font-size: .85rem; }
    .validity ul.mistakes p { margin: .15rem 0; }
    .validity mark { background: var(--own); color: var(--own-ink); }

    """

  /// The section's heading, for a table of contents.
  static var title: TrilingualLabel { Words.title }

  func write(to html: inout HTMLWriter) {
    html.raw("<section class=\"validity\" aria-labelledby=\"validity\">\n<h2 id=\"validity\">")
    html.label(Words.title)
    html.raw("</h2>\n<p>")
    html.label(method)
    html.raw("</p>\n<p class=\"note\">")
    html.label(Words.note(resamples))
    html.raw("</p>\n")
    for (number, dimension) in dimensions.enumerated() { write(dimension, number, to: &html) }
    html.raw("</section>\n")
  }

  private func write(_ dimension: Dimension, _ number: Int, to html: inout HTMLWriter) {
    html.raw("<h3 id=\"validity-\(number)\">")
    html.label(dimension.label)
    html.raw("</h3>\n")
    if let overlap = dimension.languagesOverlap {
      html.raw("<p>")
      html.label(overlap ? Words.overlap : Words.noOverlap)
      html.raw("</p>\n")
    }
    table(dimension.groups, Words.group, Words.passages, number, to: &html)
    table(dimension.codes, Words.code, Words.inGold, number, to: &html)
    if !dimension.decisions.isEmpty {
      html.raw("<details><summary>")
      html.label(Words.decisions)
      html.raw("</summary>\n")
      decisions(dimension, number, to: &html)
      html.raw("</details>\n")
    }
    if !dimension.mistakes.isEmpty {
      html.raw("<details><summary>")
      html.label(Words.mistakes)
      html.raw("</summary>\n<ul class=\"mistakes\">\n")
      for mistake in dimension.mistakes { write(mistake, to: &html) }
      html.raw("</ul></details>\n")
    }
  }

  // MARK: Figures

  private func table(
    _ rows: [Row], _ first: TrilingualLabel, _ count: TrilingualLabel, _ number: Int,
    to html: inout HTMLWriter
  ) {
    if rows.isEmpty { return }
    let hasPrevalence = rows.contains { $0.prevalence != nil }
    let hasPeople = rows.contains { $0.people != nil }
    var heads = [first, count]
    if hasPrevalence { heads.append(Words.prevalence) }
    heads += [Words.precision, Words.recall, Words.f1, Words.alpha]
    if hasPeople { heads.append(Words.people) }
    heads.append(Words.verdict)
    html.raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"validity-\(number)\">\n")
    html.raw("<table>\n<thead><tr>")
    for head in heads {
      html.raw("<th scope=\"col\">")
      html.label(head)
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for row in rows {
      html.raw("<tr><th scope=\"row\">")
      html.label(row.label)
      html.raw("</th><td>\(row.count)</td>")
      if hasPrevalence { cell(row.prevalence, to: &html) }
      for estimate in [row.precision, row.recall] { cell(estimate, to: &html) }
      for estimate in [row.f1, row.alpha] { cell(estimate, drawn: true, to: &html) }
      if hasPeople { cell(row.people, to: &html) }
      verdict(row.alpha, to: &html)
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n</div>\n")
  }

  private func verdict(_ alpha: Estimate, to html: inout HTMLWriter) {
    let value = alpha.measure.value
    let isLow = value.map { $0 < Self.tentative } ?? true
    html.raw("<td class=\"verdict\(isLow ? " low" : "")\">")
    switch value {
    case nil: html.label(Words.undefined(alpha.measure.reason))
    case let value? where value >= Self.reliable: html.label(Words.reliable)
    case let value? where value >= Self.tentative: html.label(Words.tentative)
    default: html.label(Words.insufficient)
    }
    html.raw("</td>")
  }

  private func cell(_ estimate: Estimate?, drawn: Bool = false, to html: inout HTMLWriter) {
    html.raw("<td>")
    guard let estimate, let value = estimate.measure.value else {
      html.raw("–</td>")
      return
    }
    html.label(Self.number(value))
    if let interval = estimate.interval {
      html.raw("<small>")
      let (low, high) = (Self.number(interval.lowerBound), Self.number(interval.upperBound))
      html.label(TrilingualLabel { "\(low[$0])–\(high[$0])" })
      html.raw("</small>")
      if drawn { draw(value, interval, to: &html) }
    }
    html.raw("</td>")
  }

  /// The interval as a line from 0 to 1, with the value on it; the numbers stand beside it.
  private func draw(_ value: Double, _ interval: ClosedRange<Double>, to html: inout HTMLWriter) {
    func place(_ value: Double) -> Int { 4 + Int((min(max(value, 0), 1) * 112).rounded()) }
    html.raw("<svg viewBox=\"0 0 120 10\" aria-hidden=\"true\">")
    html.raw(
      "<line x1=\"\(place(interval.lowerBound))\" x2=\"\(place(interval.upperBound))\" y1=\"5\" y2=\"5\"/>")
    html.raw("<circle cx=\"\(place(value))\" cy=\"5\" r=\"4\"/></svg>")
  }

  /// `.83` in English; `0,83` in Kazakh and Russian.
  static func number(_ value: Double) -> TrilingualLabel {
    let units = Int((value * 100).rounded())
    let sign = units < 0 ? "−" : ""
    let whole = units.magnitude / 100
    let rest = String(units.magnitude % 100 + 100).dropFirst()
    let local = "\(sign)\(whole),\(rest)"
    return TrilingualLabel(kk: local, ru: local, en: "\(sign)\(whole == 0 ? "" : "\(whole)").\(rest)")
  }

  // MARK: Decisions and mistakes

  private func decisions(_ dimension: Dimension, _ number: Int, to html: inout HTMLWriter) {
    html.raw("<p class=\"note\">")
    html.label(Words.decisionNote)
    html.raw(
      "</p>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"validity-\(number)\">\n")
    html.raw("<table>\n<thead><tr><th scope=\"col\">")
    html.label(Words.code)
    html.raw("</th>")
    for group in dimension.decisionGroups {
      html.raw("<th scope=\"col\">")
      html.label(group)
      html.raw("</th>")
    }
    html.raw("</tr></thead>\n<tbody>\n")
    for row in dimension.decisions {
      html.raw("<tr><th scope=\"row\">")
      html.label(row.code)
      html.raw("</th>")
      for counts in row.counts {
        html.raw(
          "<td class=\"verdict\">\(counts.truePositives) / \(counts.falsePositives) / \(counts.falseNegatives)</td>"
        )
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n</div>\n")
  }

  private func write(_ mistake: Mistake, to html: inout HTMLWriter) {
    html.raw("<li><p class=\"head\">")
    html.label(mistake.isMissed ? Words.missed : Words.wrong)
    html.raw(": <b>")
    html.label(mistake.code)
    html.raw("</b> · <span>")
    html.text(mistake.place)
    html.raw("</span>")
    if let score = mistake.score {
      html.raw(" · ")
      html.label(Words.score)
      html.raw(" ")
      html.label(Self.number(score))
    }
    if let votes = mistake.votes {
      html.raw(" · ")
      html.label(Words.votes(votes))
    }
    html.raw("</p>\n<p lang=\"")
    html.text(mistake.language)
    html.raw("\">")
    html.text(mistake.text)
    html.raw("</p>")
    for evidence in mistake.evidence {
      html.raw("<p class=\"note\">")
      // The passage as a whole, for what its titles say, stands above already.
      if evidence.words != mistake.text {
        html.raw("<mark>")
        html.text(evidence.words)
        html.raw("</mark> ")
      }
      html.raw("← ")
      html.text(evidence.entry + ": " + evidence.rule)
      html.raw("</p>")
    }
    html.raw("</li>\n")
  }
}
