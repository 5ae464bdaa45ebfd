import Tabulation
import Testing

@testable import Reporting

@Suite struct FigureTests {
  @Test func everyRegionHasATileOfItsOwn() {
    let tiles = TileGrid.tiles
    #expect(tiles.count == 20)
    #expect(Set(tiles.map(\.code)).count == 20)
    #expect(Set(tiles.map { "\($0.column) \($0.row)" }).count == 20)
    for tile in tiles {
      #expect(tile.code.hasPrefix("KZ-") && tile.column >= 0 && tile.row >= 0)
      for language in LabelLanguage.allCases {
        // Two lines of 13 units in a tile of 102.
        #expect(
          TextMeasure.lines(tile.name[language], limit: 102.0 / 13).count <= 2, "\(tile.name[language])")
      }
    }
  }

  @Test(arguments: [
    ("", 10.0, [String]()), ("два слова", 3.5, ["два", "слова"]), ("два слова", 50, ["два слова"]),
    ("Восточно-Казахстанская", 6, ["Восточно-", "Казахстанская"]), ("длинноеслово", 1, ["длинноеслово"]),
    ("а - б", 50, ["а - б"]),
  ])
  func linesBreakAtSpacesAndHyphens(text: String, limit: Double, lines: [String]) {
    #expect(TextMeasure.lines(text, limit: limit) == lines)
  }

  @Test(
    arguments: [
      (0.37, [0, 0.1, 0.2, 0.3, 0.4]), (0.05, [0, 0.02, 0.04, 0.06]), (1, [0, 0.25, 0.5, 0.75, 1]),
    ] as [(Double, [Double])])
  func ticksAreRound(largest: Double, ticks: [Double]) {
    let found = TrendFigure.ticks(upTo: largest)
    #expect(found.count == ticks.count)
    #expect(zip(found, ticks).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test(arguments: [
    (1.0, "1"), (1.5, "1.5"), (1.255, "1.25"), (-0.05, "-0.05"), (0.001, "0"), (12.3, "12.3"),
  ])
  func coordinatesAreShort(value: Double, text: String) {
    let written = HTMLWriter().number(value)
    #expect(abs((Double(written) ?? .nan) - value) <= 0.006)
    #expect(written.utf8.count <= text.utf8.count + 1)
  }

  @Test func everyNumberOfAFigureIsThatOfItsCell() throws {
    let page = String(decoding: try HTMLReport.bytes(of: Sample.content), as: UTF8.self)
    let tiles = page.matches(
      of: /<g class="tile" data-cell="0\.(\d+)\.(\d+)">.*?<text [^>]*class="value[^"]* n">(\d+)</)
    // Six cells of the heat map and six of the maps.
    #expect(tiles.count == 12)
    for tile in tiles {
      let (row, column) = (try #require(Int(tile.output.1)), try #require(Int(tile.output.2)))
      #expect(Int(tile.output.3) == Sample.table.share(row: row, column: column).count)
    }
  }

  @Test func picturesHaveNamesAndDescriptions() throws {
    var content = Sample.content
    content.diagram = HTMLReport.Diagram(
      title: .init(untranslated: "t"), outcome: .init(untranslated: "o"),
      groups: [(.init(untranslated: "g"), [.init(untranslated: "i")])])
    let page = String(decoding: try HTMLReport.bytes(of: content), as: UTF8.self)
    let pictures = page.matches(
      of: /<svg [^>]*role="img" aria-labelledby="([^"]*)" aria-describedby="([^"]*)"><title>/)
    #expect(pictures.count == page.components(separatedBy: "<svg ").count - 1 && pictures.count == 6)
    for picture in pictures {
      #expect(page.contains(" id=\"\(picture.output.1)\"") && page.contains(" id=\"\(picture.output.2)\""))
    }
  }

  /// A table of documents by region, with as many regions as tiles get narrow.
  private static func table(
    _ regions: Int, unit: CountingUnit = .documents, rows: String = "region", columns: String = "indicator"
  ) -> CrossTable {
    var request = Sample.request(unit: unit)
    let keys = TileGrid.tiles.sorted { $0.name.ru.count > $1.name.ru.count }.prefix(regions)
      .map { TableKey($0.code, $0.name) }
    request.rows = .init(id: rows, label: request.rows.label, keys: .given(Array(keys)))
    request.columns.id = columns
    var tally = Tally(request)
    for (number, key) in keys.enumerated() {
      let passage = Tally.Passage(0, columns: [Sample.indicators[number % 4].key])
      tally.add(document: number, rows: [key.key], passages: [passage])
    }
    return tally.table()
  }

  /// The heads of a heat map stand side by side where their words fit over the tiles, and else are turned.
  @Test(arguments: 1...20) func headsOfAHeatMapDoNotCollide(_ regions: Int) throws {
    var html = HTMLWriter()
    HeatMapFigure(Self.table(regions), number: 0, codeLabels: [:]).write(
      to: &html, name: "n", description: "d")
    let page = String(decoding: html.bytes, as: UTF8.self)
    let tile = (980.0 - 330) / Double(regions)
    let width = try #require(page.firstMatch(of: #/viewBox="0 0 ([\d.]+) /#).flatMap { Double($0.output.1) })
    let heads = page.matches(of: /<text lang="\w+"[^>]* class="head"([^>]*)>(.*?)<\/text>/)
    #expect(heads.count == 3 * regions)
    for head in heads {
      let isTurned = head.output.1.contains("rotate")
      for line in head.output.2.matches(of: /x="([\d.]+)"[^>]*>([^<>]+)<\/tspan>/) {
        let length = TextMeasure.width(line.output.2) * 12.5
        #expect(length <= tile || isTurned, "\(regions): \(line.output.2)")
        // 50 degrees lean to the right by 0.64 of the length.
        let x = try #require(Double(line.output.1))
        #expect(x + length * 0.64 <= width || !isTurned, "\(regions): \(line.output.2)")
      }
    }
  }

  /// What is wider than its place is squeezed into it.
  @Test func namesOfTilesStayInTheirTiles() {
    var html = HTMLWriter()
    TileMapFigure(Self.table(7), number: 0).write(to: &html, name: "n", description: "d", language: .ru)
    let page = String(decoding: html.bytes, as: UTF8.self)
    var lines = 0
    for line in page.matches(of: /<tspan ([^>]*)>([^<]+)<\/tspan>/) {
      lines += 1
      let fits = TextMeasure.width(line.output.2) * 13 <= 102
      #expect(fits != line.output.1.contains("textLength=\"102\""), "\(line.output.2)")
    }
    #expect(lines > 60 && page.contains("textLength"))
  }

  @Test(
    arguments: [
      (CountingUnit.documents, "Доля: от всех документов строки.", "Доля"),
      (.passages, "Доля: от всех фрагментов строки.", "Доля"),
      (.perThousandTokens, "Присвоенных кодов на тысячу слов.", "Частота"),
    ])
  func frequenciesSayWhatTheyAreOf(_ unit: CountingUnit, base: String, head: String) throws {
    var content = Sample.content
    content.tables = [Self.table(3, unit: unit, rows: "kind", columns: "form")]
    let page = String(decoding: try HTMLReport.bytes(of: content), as: UTF8.self)
    let figure = try #require(
      page.components(separatedBy: "<section class=\"figure\"").first { $0.contains("class=\"bars\"") })
    #expect(figure.contains("\(base)</bdi>") && figure.contains(">\(head)</bdi>"))
    #expect(!figure.contains("фрагментах"))
  }

  @Test func criteriaOfAStudyThatNamesNoOutcomeStandAlone() throws {
    var content = Sample.content
    content.diagram = HTMLReport.Diagram(
      title: .init(untranslated: "t"), outcome: nil,
      groups: [(.init(untranslated: "g"), [.init(untranslated: "i")])])
    let page = String(decoding: try HTMLReport.bytes(of: content), as: UTF8.self)
    #expect(page.contains("Слева направо: индикаторы и их критерии."))
    // A narrower picture at the size of the others: 670 of 980 units.
    #expect(page.contains("<svg class=\"diagram alone\" viewBox=\"0 0 670 "))
    #expect(!page.contains("то, на что они влияют") && !page.contains("label outcome"))
  }
}
