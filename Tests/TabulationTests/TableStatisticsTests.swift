import TestSupport
import Testing

@testable import Tabulation

private let label = TrilingualLabel(kk: "Кесте", ru: "Таблица", en: "Table")

private func request(
  _ content: [CellContent] = [.count, .share], unit: CountingUnit = .passages,
  _ change: (inout TableAnalysis) -> Void = { _ in }
) -> CrossTableRequest {
  var analysis = TableAnalysis()
  change(&analysis)
  return CrossTableRequest(
    id: "t", label: label, rows: TableDimension(id: "region", label: label, keys: .discovered([])),
    columns: TableDimension(id: "code", label: label, keys: .discovered([])), unit: unit, content: content,
    analysis: analysis)
}

/// Documents of one row each: so many passages, the first of them with the code.
private func add(
  _ tally: inout Tally, _ number: Int, _ row: String, passages: Int, coded: Int, date: String? = nil,
  session: String? = nil, entries: [String] = [], tokens: Int = 10, language: String = "ru"
) {
  tally.add(
    .init(number, rows: [row], date: date, session: session),
    passages: (0..<passages).map { index in
      var passage = Tally.Passage(
        index + 1, rows: [],
        columns: index < coded ? [Tally.Mark("a", strength: Double(index), entries: entries)] : [])
      passage.tokens = tokens
      passage.language = language
      return passage
    })
}

@Suite struct TableStatisticsTests {
  /// r1: 12 of 100, r2: 30 of 500.
  private func two(_ request: CrossTableRequest) -> CrossTable {
    var tally = Tally(request)
    add(&tally, 0, "r1", passages: 60, coded: 10)
    add(&tally, 1, "r1", passages: 40, coded: 2)
    add(&tally, 2, "r2", passages: 500, coded: 30)
    return tally.table()
  }

  /// The numbers of the fixture's first table, in a table.
  @Test func cellsAreTestedAgainstTheOtherRows() throws {
    let cell = try #require(two(request()).statistics.cells.first)
    let keyness = try #require(cell.keyness)
    #expect(abs(keyness.logLikelihood - TwoByTwo(12, of: 100, against: 30, of: 500).logLikelihood) < 1e-12)
    #expect(keyness.isOverRepresented && abs(keyness.logRatio - 1) < 1e-12)
    // Both cells test the same two rows: Holm doubles, Benjamini-Hochberg does not.
    #expect(abs(keyness.p.holm - 2 * keyness.p.raw) < 1e-12)
    #expect(abs(keyness.p.benjaminiHochberg - keyness.p.raw) < 1e-12)
    let association = try #require(cell.association)
    #expect(association.test == .chiSquare)
    #expect(abs(association.oddsRatio - 2.1363636363636362) < 1e-12)
    #expect(association.interval.contains(association.oddsRatio))
  }

  @Test func smallExpectedCountsAreTestedByFisher() throws {
    var tally = Tally(request())
    add(&tally, 0, "r1", passages: 9, coded: 1)
    add(&tally, 1, "r2", passages: 14, coded: 11)
    let association = try #require(tally.table().statistics.cells[0].association)
    #expect(association.test == .fisher)
    #expect(abs(association.p.raw - TwoByTwo(1, of: 9, against: 11, of: 14).fisherExact) < 1e-12)
  }

  @Test func rowsBelowTheMinimumGetNoLevelAndNoTest() {
    var tally = Tally(request([.level]) { $0.levels = .cutOffs(medium: 0.1, high: 0.5) })
    add(&tally, 0, "r1", passages: 4, coded: 4)
    add(&tally, 1, "r2", passages: 100, coded: 20)
    let cells = tally.table().statistics.cells
    #expect(
      cells[0].isTooFew && cells[0].level == nil && cells[0].keyness == nil && cells[0].association == nil)
    #expect(!cells[1].isTooFew && cells[1].level?.level == .medium)
  }

  @Test(arguments: [
    (LevelRule.cutOffs(medium: 0.1, high: 0.3), "low medium high low"),
    (.terciles(.column), "medium medium high low"), (.terciles(.table), "medium medium high low"),
    (.reference(row: "r2", low: 0.8, high: 1.25), "low medium high low"),
    (.reference(row: "r3", low: 0.8, high: 1.25), "low low medium low"),
    (.reference(row: nil, low: 0.8, high: 1.25), "low high high low"),
    (.reference(row: "r4", low: 0.8, high: 1.25), "- - - -"),
  ])
  func levelsFollowTheRule(rule: LevelRule, expected: String) {
    var tally = Tally(request([.level]) { $0.levels = rule })
    for (index, coded) in [3, 20, 40, 0].enumerated() {
      add(&tally, index, "r\(index + 1)", passages: 100, coded: coded)
    }
    let cells = tally.table().statistics.cells
    #expect(cells.map { $0.level?.level.rawValue ?? "-" }.joined(separator: " ") == expected)
    #expect(cells.allSatisfy { $0.level == nil || $0.level?.rule == rule })
  }

  @Test func sensitivityCountsTheCellsThatChange() throws {
    var tally = Tally(
      request([.level]) {
        $0.levels = .cutOffs(medium: 0.1, high: 0.3)
        $0.alternatives = [.cutOffs(medium: 0.01, high: 0.3), .cutOffs(medium: 0.1, high: 0.3)]
        $0.leavesEntriesOut = true
      })
    add(&tally, 0, "r1", passages: 100, coded: 3, entries: ["small"])
    add(&tally, 1, "r2", passages: 100, coded: 20, entries: ["large"])
    let sensitivity = try #require(tally.table().statistics.sensitivity)
    #expect(sensitivity.cells == 2)
    #expect(sensitivity.alternatives.map(\.changed) == [[0], []])
    #expect(
      sensitivity.withoutEntries == [
        .init(entry: "large", lost: 20, changed: [1]), .init(entry: "small", lost: 3, changed: []),
      ])
  }

  @Test func aPassageIsLostOnlyWhenAllItsMarksRestOnTheEntry() throws {
    var tally = Tally(
      request([.level]) {
        $0.levels = .cutOffs(medium: 0.1, high: 0.3)
        $0.leavesEntriesOut = true
      })
    func passage(_ n: Int, _ marks: [[String]]) -> Tally.Passage {
      Tally.Passage(n, rows: [], columns: marks.map { Tally.Mark("a", entries: $0) })
    }
    tally.add(
      .init(0, rows: ["r"]),
      passages: [
        passage(1, [["x"]]), passage(2, [["x"], ["y"]]), passage(3, [["x"], ["x"]]), passage(4, [[]]),
      ])
    let sensitivity = try #require(tally.table().statistics.sensitivity)
    #expect(sensitivity.withoutEntries.map(\.entry) == ["x"])
    #expect(sensitivity.withoutEntries.map(\.lost) == [2])
  }

  @Test func sessionsCountOnceHoweverManyDocumentsTheyHave() {
    for (unit, count, base) in [
      (CountingUnit.sessions, 1, 2), (.perSession, 5, 2), (.perThousandTokens, 6, 120),
    ] {
      var tally = Tally(request(unit: unit))
      add(&tally, 0, "r", passages: 4, coded: 3, session: "s1")
      add(&tally, 1, "r", passages: 4, coded: 2, session: "s1")
      add(&tally, 2, "r", passages: 3, coded: 0, session: "s2")
      add(&tally, 3, "r", passages: 1, coded: 1)
      #expect(tally.table().share(row: 0, column: 0) == CellEstimate(count, of: base, unit: unit))
    }
  }

  @Test func halvesOfThePeriodAreCompared() throws {
    var tally = Tally(request([.change]) { $0.split = "2022-06-08" })
    add(&tally, 0, "r", passages: 100, coded: 10, date: "2022-06-07")
    add(&tally, 1, "r", passages: 200, coded: 60, date: "2022-06-08")
    add(&tally, 2, "r", passages: 50, coded: 50)
    let change = try #require(tally.table().statistics.cells[0].change)
    #expect(change.before == CellEstimate(10, of: 100, unit: .passages))
    #expect(change.after == CellEstimate(60, of: 200, unit: .passages))
    #expect(abs(change.difference - 0.2) < 1e-12)
    let expected = try #require(Proportion(60, of: 200).differenceInterval(from: Proportion(10, of: 100)))
    let interval = try #require(change.interval)
    #expect(abs(interval.lowerBound - expected.lowerBound) < 1e-12)
    #expect(abs(interval.upperBound - expected.upperBound) < 1e-12)
    #expect(abs(change.p.raw - TwoByTwo(60, of: 200, against: 10, of: 100).chiSquareP) < 1e-12)
  }

  @Test func trendsGoByYear() throws {
    var tally = Tally(request([.trend]))
    for (index, year) in [(5, 2020), (8, 2021), (14, 2022)].enumerated() {
      add(&tally, index, "r", passages: 100, coded: year.0, date: "\(year.1)-03-01")
    }
    let trend = try #require(tally.table().statistics.cells[0].trend)
    #expect(trend.years.map(\.year) == [2020, 2021, 2022])
    #expect(abs(trend.slope - 0.045) < 1e-12)
  }

  @Test func reliabilityFollowsTheLanguagesOfTheRow() throws {
    var quality = CoderQuality()
    quality["a", language: "kk"] = .init(alpha: 0.6, interval: 0.5...0.7)
    quality["a", language: "ru"] = .init(alpha: 0.9, interval: 0.8...0.95)
    quality["a", language: "all"] = .init(
      alpha: 0.75,
      detection: Detection(truePositives: 45, falsePositives: 10, falseNegatives: 5, trueNegatives: 190))
    var tally = Tally(request())
    add(&tally, 0, "r1", passages: 30, coded: 9, language: "kk")
    add(&tally, 1, "r1", passages: 10, coded: 3, language: "ru")
    add(&tally, 2, "r2", passages: 200, coded: 30, language: "ru")
    add(&tally, 3, "r3", passages: 10, coded: 1, language: "tr")
    let cells = tally.table(quality).statistics.cells
    let mixed = try #require(cells[0].reliability)
    #expect(abs(mixed.alpha - (0.75 * 0.6 + 0.25 * 0.9)) < 1e-12)
    #expect(mixed.mark == .tentative && mixed.interval?.contains(mixed.alpha) == true)
    #expect(cells[1].reliability?.mark == .good)
    #expect(cells[2].reliability == Reliability(alpha: 0.75))
    let counts = Detection(truePositives: 45, falsePositives: 10, falseNegatives: 5, trueNegatives: 190)
    #expect(cells[1].corrected == RoganGladen.correction(30, of: 200, quality: counts))
    #expect(tally.table().statistics.cells[0].reliability == nil)
  }

  @Test(arguments: [(0.6669, Reliability.Mark.low, "‡"), (0.667, .tentative, "†"), (0.8, .good, "")])
  func marksFollowTheThresholds(alpha: Double, mark: Reliability.Mark, symbol: String) {
    #expect(Reliability(alpha: alpha).mark == mark && mark.symbol == symbol)
  }

  @Test func humanCodesGiveAPredictionPoweredShare() throws {
    var tally = Tally(request())
    var passages: [Tally.Passage] = []
    for index in 0..<1100 {
      // Of the first 100 people coded 40, the coder 36, both 30; of the others the coder 300.
      let isMachine = index < 30 || (94..<100).contains(index) || (100..<400).contains(index)
      var passage = Tally.Passage(index + 1, columns: isMachine ? ["a"] : [])
      if index < 100 { passage.human = index < 40 ? ["a"] : [] }
      passages.append(passage)
    }
    tally.add(document: 0, rows: ["r"], passages: passages)
    let expected = PredictionPowered(
      human: 40, machine: 36, both: 30, of: 100, machineOnly: 300, ofOthers: 1000)
    #expect(tally.table().statistics.cells[0].predictionPowered == expected.correction())
    #expect(tally.table().statistics.columnTotals[0].predictionPowered == expected.correction())
  }

  @Test func examplesAreTheStrongestAndFiguresAreKept() {
    var tally = Tally(request([.examples, .figures]))
    func passage(_ n: Int, _ strength: Double) -> Tally.Passage {
      let figure = StatedFigure(
        value: Double(n), text: "\(n)", reference: PassageReference(document: 0, passage: n))
      return Tally.Passage(n, rows: [], columns: [Tally.Mark("a", strength: strength, figures: [figure])])
    }
    tally.add(
      .init(0, rows: ["r"]), passages: [passage(1, 0.2), passage(2, 0.9), passage(3, 0.9), passage(4, 0.1)])
    let table = tally.table()
    #expect(table.statistics.cells[0].examples.map(\.passage) == [2, 3])
    #expect(table.statistics.columnTotals[0].examples.map(\.passage) == [2, 3])
    #expect(table.statistics.cells[0].figures.map(\.value) == [1, 2, 3, 4])
  }

  /// Two codings of a passage that stand in one cell, such as two codes of a criterion, state its figure once.
  @Test func aFigureOfTwoCodingsIsKeptOnce() {
    var tally = Tally(request([.figures]))
    func mark(_ value: Double) -> Tally.Mark {
      let reference = PassageReference(document: 0, passage: 1)
      return Tally.Mark("a", figures: [StatedFigure(value: value, text: "\(value)", reference: reference)])
    }
    tally.add(
      .init(0, rows: ["r"]), passages: [Tally.Passage(1, rows: [], columns: [mark(7), mark(9), mark(7)])])
    #expect(tally.table().statistics.cells[0].figures.map(\.value) == [7, 9])
  }
}

@Suite struct ResamplingTests {
  /// Six rows of documents whose shares all come from one distribution, but for the last row's where said.
  private func table(seed: Int, differs: Bool, _ change: (inout TableAnalysis) -> Void) -> CrossTable {
    var random = SeededGenerator(seed: UInt64(seed))
    var tally = Tally(request(change))
    for number in 0..<60 {
      let share = differs && number % 6 == 5 ? 0.8 : Double.random(in: 0.1...0.4, using: &random)
      let passages = Int.random(in: 5...30, using: &random)
      add(&tally, number, "r\(number % 6)", passages: passages, coded: Int(share * Double(passages)))
    }
    return tally.table()
  }

  private func request(_ change: (inout TableAnalysis) -> Void) -> CrossTableRequest {
    TabulationTests.request([.share], unit: .passages, change)
  }

  @Test func clusterIntervalsHoldTheShareAndAreWiderWhereDocumentsDiffer() throws {
    let table = table(seed: 1, differs: false) { $0.bootstrap = Resampling(draws: 400) }
    for row in table.rows.indices {
      let interval = try #require(table.statistics.cells[row].clusterInterval)
      #expect(interval.contains(try #require(table.share(row: row, column: 0).value)))
    }
    let total = try #require(table.statistics.columnTotals[0].clusterInterval)
    let wilson = try #require(table.totalShare(column: 0).interval)
    #expect(total.upperBound - total.lowerBound < 2 * (wilson.upperBound - wilson.lowerBound))

    // All passages of a document alike: no more is known than the number of documents tells.
    var tally = Tally(request { $0.bootstrap = Resampling(draws: 400) })
    for number in 0..<20 { add(&tally, number, "r", passages: 50, coded: number < 10 ? 50 : 0) }
    let clustered = tally.table()
    let wide = try #require(clustered.statistics.cells[0].clusterInterval)
    let narrow = try #require(clustered.share(row: 0, column: 0).interval)
    #expect(wide.upperBound - wide.lowerBound > 4 * (narrow.upperBound - narrow.lowerBound))
  }

  @Test func oneDocumentHasNoClusterInterval() {
    var tally = Tally(request { $0.bootstrap = Resampling(draws: 100) })
    add(&tally, 0, "r1", passages: 50, coded: 5)
    for number in 1..<9 { add(&tally, number, "r2", passages: 20, coded: number) }
    let cells = tally.table().statistics.cells
    #expect(cells[0].clusterInterval == nil)
    #expect(cells[1].clusterInterval != nil)
  }

  @Test func permutationFindsTheRowThatDiffersAndNoOther() throws {
    let same = table(seed: 2, differs: false) { $0.permutation = Resampling(draws: 499) }
    let other = table(seed: 2, differs: true) { $0.permutation = Resampling(draws: 499) }
    let sameTest = try #require(same.statistics.columnTests[0])
    let otherTest = try #require(other.statistics.columnTests[0])
    #expect(sameTest.test == .permutation && sameTest.p.raw > 0.05)
    #expect(otherTest.p.raw == 0.002)
    #expect(other.statistics.cells[5].association?.p.raw == 0.002)
  }

  /// Cochran's rule, and no warning where the p value rests on permutations.
  @Test(arguments: [
    ("ample", [20, 30, 25], false, false), ("half of the cells below 5", [3, 1, 4], true, false),
    ("one cell below 1", [0, 1, 0], true, false), ("permuted", [3, 1, 4], false, true),
  ])
  func smallExpectedCountsAreTold(name: String, coded: [Int], isDoubtful: Bool, isPermuted: Bool) throws {
    var tally = Tally(request { $0.permutation = isPermuted ? Resampling(draws: 99) : nil })
    for (number, count) in coded.enumerated() {
      add(&tally, number, "r\(number)", passages: 100, coded: count)
    }
    let test = try #require(tally.table().statistics.columnTests[0])
    #expect(test.isDoubtful == isDoubtful)
    let mean = Double(coded.reduce(0, +)) / 3
    #expect(abs(test.expected.smallest - mean) < 1e-9)
    #expect(test.expected.shareBelowFive == (mean < 5 ? 0.5 : 0))
  }

  /// Just a fifth of the cells may expect less than 5.
  @Test(arguments: [
    ([4.9, 5, 6, 7, 8], false), ([4.9, 4.9, 6, 7, 8], true), ([1, 5, 6, 7, 8], false),
    ([0.9, 5, 6, 7, 8, 9, 9, 9, 9, 9], true), ([], true),
  ])
  func cochransRule(counts: [Double], areTooSmall: Bool) {
    #expect(ExpectedCounts(counts).areTooSmall == areTooSmall)
  }

  @Test func seedsGiveTheSameNumbersWhateverTheOrder() {
    func table(_ order: [Int], seed: UInt64) -> CrossTable {
      var tally = Tally(
        request {
          $0.bootstrap = Resampling(draws: 50, seed: seed)
          $0.permutation = Resampling(draws: 50, seed: seed)
        })
      for number in order { add(&tally, number, "r\(number % 3)", passages: 9, coded: number % 7) }
      return tally.table()
    }
    let forward = table(Array(0..<30), seed: 7)
    #expect(forward == table((0..<30).reversed(), seed: 7))
    #expect(forward.statistics != table(Array(0..<30), seed: 8).statistics)
  }
}

@Suite struct TableStatisticsPropertyTests {
  /// Everything at once, on corpora with documents in several rows, for every unit: splitting and merging change nothing.
  @Test(arguments: 1...4) func mergeOfPartsIsTheWhole(seed: Int) {
    let corpus = RandomCorpus(seed: UInt64(seed), overlapping: seed % 2 == 0)
    var random = SeededGenerator(seed: UInt64(seed) &* 31)
    for unit in CountingUnit.allCases {
      let request = request(CellContent.allCases, unit: unit) {
        $0.levels = .terciles(.column)
        $0.alternatives = [.cutOffs(medium: 0.1, high: 0.3), .reference(row: nil, low: 0.8, high: 1.2)]
        $0.leavesEntriesOut = true
        $0.bootstrap = Resampling(draws: 20)
        $0.permutation = Resampling(draws: 20)
        $0.split = "2022-06-08"
      }
      func tally(_ documents: some Sequence<RandomCorpus.Document>) -> Tally {
        var tally = Tally(request)
        for document in documents {
          tally.add(
            .init(
              document.index, rows: document.rows, columns: document.columns,
              date: "202\(document.index % 5)-0\(document.index % 9 + 1)-15",
              session: document.index % 4 == 0 ? nil : "s\(document.index / 3)"),
            passages: document.passages.map { passage in
              var passage = passage
              passage.language = passage.number % 2 == 0 ? "kk" : "ru"
              passage.tokens = passage.number * 7
              if document.index % 3 == 0 { passage.human = ["a.one"] }
              for index in passage.columns.indices {
                passage.columns[index].strength = Double((document.index * 7 + passage.number) % 5)
                passage.columns[index].entries = ["e\((document.index + index) % 3)"]
              }
              return passage
            })
        }
        return tally
      }
      let whole = tally(corpus.documents).table()
      var parts = Array(repeating: [RandomCorpus.Document](), count: 3)
      for document in corpus.documents.shuffled(using: &random) {
        parts[Int.random(in: 0..<3, using: &random)].append(document)
      }
      #expect(tally(parts[2]).merging(tally(parts[0])).merging(tally(parts[1])).table() == whole, "\(unit)")
      for (slot, cell) in whole.statistics.cells.enumerated() where cell.level != nil {
        #expect(
          cell.level?.value
            == whole.share(row: slot / whole.columns.count, column: slot % whole.columns.count).value)
      }
    }
  }
}
