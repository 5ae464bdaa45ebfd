extension ReportStyle {
  /// The report on paper, A4 across: stands after all other styles. What is switched or opened on the screen is all
  /// there, but for the passages; headings stay with what they head, rows and pictures are not cut, and the heads of long
  /// tables come again on each page.
  static let print = #"""
    @media print {
      @page { size: A4 landscape; margin: 12mm 14mm; }
      :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --muted: #444; --line: #bbb; --rule: #000; }
      html { font-size: 8.5pt; }
      body { padding: 0; max-width: none; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .switches, .hint, nav, dialog, .skip, .choice { display: none; }
      h1 { font-size: 18pt; max-width: none; } h2 { font-size: 12.5pt; }
      h1, h2, h3, section > p, thead, summary { break-after: avoid; }
      p { orphans: 3; widows: 3; }
      .figure, .map, .panel, tr, .words figure, .words p, .legend, .mistakes li { break-inside: avoid; }
      details::details-content { display: block; content-visibility: visible; }
      a { color: inherit; text-decoration: none; }

      .figure, .table, .part, .validity, .about { margin-top: 2rem; }
      .scroll { overflow: visible; }
      .heat { width: 24cm; } .diagram { width: 22cm; } .diagram.alone { width: 15cm; }
      .maps { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5cm .8cm; }
      .map + .map { margin-top: 0; }
      .map[hidden] { display: block; }
      .js .map h3 { position: static; width: auto; height: auto; clip-path: none; }
      .tiles { width: 100%; }
      .panels { grid-template-columns: repeat(4, 1fr); gap: .6cm; }

      .table { break-inside: avoid; }
      .table :is(.key, thead th, tbody th, tfoot th, thead .base) {
        position: static; min-width: 0; max-width: none; padding: 3pt 2.2pt; font-size: 6pt;
      }
      .table thead .group { font-size: 7pt; }
      .table :is(tbody th, tfoot th) { font-size: 7.5pt; }
      .table :is(td, td.base) { font-size: 7.8pt; }
      .table :is(td.base, .cell, .tests td) { padding: 3pt 2.2pt; min-height: 0; }
      .table small, .table .tests td { font-size: 6pt; }
      .words, .scroll:has(.words) { width: 100%; }
      .words td { max-width: none; }
      .words tbody th { max-width: 11rem; }
      .validity th, .validity td { padding: .2rem .6rem; }
    }
    """#
}
