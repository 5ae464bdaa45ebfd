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
}
