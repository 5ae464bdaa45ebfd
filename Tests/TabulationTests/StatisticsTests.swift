import Foundation
import Tabulation
import TestSupport
import Testing

/// Every statistic against SciPy and statsmodels, degenerate tables included. `Fixtures/statistics.tsv` has arguments,
/// expected values and the call that gave them.
@Suite struct StatisticsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var statistic: String
    var numbers: [[Double]]
    var expected: [Double]
    var call: String

    var testDescription: String { "\(statistic): \(call)" }
    var counts: [[Int]] { numbers.map { $0.map { Int($0) } } }
  }

  static let cases: [Case] = {
    guard
      let url = Bundle.module.url(forResource: "statistics", withExtension: "tsv", subdirectory: "Fixtures"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return [] }
    func numbers(_ text: Substring) -> [Double] { text.split(separator: " ").compactMap { Double($0) } }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst().map { line in
      let cells = line.split(separator: "\t")
      return Case(
        statistic: String(cells[0]), numbers: cells[1].split(separator: ";").map(numbers),
        expected: numbers(cells[2]), call: String(cells[3]))
    }
  }()

  @Test func thereAreEnoughCases() { #expect(Self.cases.count >= 150) }

  @Test(arguments: cases) func agreesWithSciPy(_ row: Case) throws {
    let found = try #require(Self.values(row), "unknown statistic")
    try #require(found.count == row.expected.count)
    for (value, expected) in zip(found, row.expected) {
      // Relative, and absolute near 0: 1e-9 of the statistics, 1e-12 of the special functions but for the tails of large
      // parameters, where the logarithm of Γ itself is known to 1e-12 only.
      let tolerance = row.statistic.hasPrefix("gamma") || row.statistic.hasPrefix("normal") ? 2e-12 : 1e-9
      #expect(
        value == expected || abs(value - expected) <= tolerance * max(abs(expected), tolerance),
        "\(value), expected \(expected)")
    }
  }

  /// nil for a statistic that is not known here.
  private static func values(_ row: Case) -> [Double]? {
    let x = row.numbers[0]
    let n = row.counts
    switch row.statistic {
    case "2x2-chi-square": return [twoByTwo(n).chiSquare, twoByTwo(n).chiSquareP]
    case "2x2-log-likelihood": return [twoByTwo(n).logLikelihood]
    case "2x2-fisher": return [twoByTwo(n).fisherExact]
    case "2x2-cramers-v": return [twoByTwo(n).cramersV]
    case "2x2-odds-ratio":
      let ratio = twoByTwo(n).oddsRatio()
      return [ratio.value, ratio.interval.lowerBound, ratio.interval.upperBound]
    case "difference":
      return ends(
        Proportion(n[0][0], of: n[0][0] + n[0][1]).differenceInterval(
          from: Proportion(n[1][0], of: n[1][0] + n[1][1])))
    case "table-chi-square":
      let table = ContingencyTable(n)
      return [table.chiSquare, table.p, Double(table.degreesOfFreedom), table.cramersV]
    case "expected-counts":
      let expected = ContingencyTable(n).expectedCounts
      return [expected.smallest, expected.shareBelowFive]
    case "rate-log-likelihood":
      return [RateComparison(n[0][0], over: n[0][1], against: n[0][2], over: n[0][3]).logLikelihood]
    case "rate-interval": return ends(Rate(n[0][0], over: n[0][1])?.interval())
    case "holm": return Multiplicity.holm(x)
    case "benjamini-hochberg": return Multiplicity.benjaminiHochberg(x)
    case "trend":
      return TrendTest(n.map { ($0[0], $0[1], of: $0[2]) }).map { [$0.slope, $0.z, $0.p] }
    case "normal-quantile": return [NormalDistribution.quantile(x[0])]
    case "normal-tail": return [NormalDistribution.twoSided(x[0])]
    case "gamma-lower": return [GammaDistribution.lower(x[0], x[1])]
    case "gamma-upper": return [GammaDistribution.upper(x[0], x[1])]
    case "gamma-quantile": return [GammaDistribution.quantile(x[0], x[1])]
    case "rogan-gladen":
      let c = n[0]
      let quality = Detection(
        truePositives: c[2], falsePositives: c[5], falseNegatives: c[3], trueNegatives: c[4])
      return share(RoganGladen.correction(c[0], of: c[1], quality: quality))
    case "prediction-powered":
      let c = n[0]
      return share(
        PredictionPowered(human: c[0], machine: c[1], both: c[2], of: c[3], machineOnly: c[4], ofOthers: c[5])
          .correction())
    default: return nil
    }
  }

  private static func twoByTwo(_ n: [[Int]]) -> TwoByTwo {
    TwoByTwo(n[0][0], of: n[0][0] + n[0][1], against: n[1][0], of: n[1][0] + n[1][1])
  }

  private static func ends(_ interval: ClosedRange<Double>?) -> [Double]? {
    interval.map { [$0.lowerBound, $0.upperBound] }
  }

  private static func share(_ correction: Correction) -> [Double]? {
    guard case .share(let share) = correction else { return nil }
    return [share.value] + (ends(share.interval) ?? [])
  }

  @Test(
    arguments: [
      (Detection(truePositives: 5, falsePositives: 95, falseNegatives: 95, trueNegatives: 5), .notIdentified),
      (
        Detection(truePositives: 50, falsePositives: 50, falseNegatives: 50, trueNegatives: 50),
        .notIdentified
      ),
      (Detection(truePositives: 4, falsePositives: 0, falseNegatives: 5, trueNegatives: 500), .tooFewInGold),
      (Detection(truePositives: 90, falsePositives: 1, falseNegatives: 5, trueNegatives: 8), .tooFewInGold),
      (Detection(), .tooFewInGold),
    ] as [(Detection, Correction.Refusal)])
  func roganGladenRefusesWhatTheGoldCannotTell(quality: Detection, reason: Correction.Refusal) {
    #expect(RoganGladen.correction(10, of: 100, quality: quality) == .refused(reason))
  }

  @Test func correctionsRefuseEmptyRows() {
    let quality = Detection(truePositives: 45, falsePositives: 10, falseNegatives: 5, trueNegatives: 190)
    #expect(RoganGladen.correction(0, of: 0, quality: quality) == .refused(.tooFewUnits))
    let few = PredictionPowered(human: 9, machine: 9, both: 9, of: 29, machineOnly: 5, ofOthers: 10)
    #expect(few.correction() == .refused(.tooFewInGold))
    let none = PredictionPowered(human: 9, machine: 9, both: 9, of: 40, machineOnly: 0, ofOthers: 0)
    #expect(none.correction() == .refused(.tooFewUnits))
  }

  @Test func trendNeedsTwoYearsAndBothAnswers() {
    #expect(TrendTest([(2020, 3, of: 9)]) == nil)
    #expect(TrendTest([(2020, 3, of: 9), (2021, 0, of: 0)]) == nil)
    #expect(TrendTest([(2020, 0, of: 9), (2021, 0, of: 5)]) == nil)
    #expect(TrendTest([(2020, 9, of: 9), (2021, 5, of: 5)]) == nil)
  }

  /// A perfect coder's corrected share is the raw one, and swapping the rows turns the odds ratio around.
  @Test(arguments: 1...30) func symmetries(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let total = Int.random(in: 1...300, using: &random)
    let other = Int.random(in: 1...300, using: &random)
    let (a, c) = (Int.random(in: 0...total, using: &random), Int.random(in: 0...other, using: &random))
    let table = TwoByTwo(a, of: total, against: c, of: other)
    let turned = TwoByTwo(c, of: other, against: a, of: total)
    #expect(abs(table.oddsRatio().value * turned.oddsRatio().value - 1) < 1e-9)
    #expect(abs(table.logLikelihood - turned.logLikelihood) < 1e-9)
    #expect(abs(table.fisherExact - turned.fisherExact) < 1e-9)
    #expect(abs(table.chiSquare - turned.chiSquare) < 1e-9)
    #expect(abs(table.logRatio + turned.logRatio) < 1e-9)
    #expect((0...1).contains(table.fisherExact) && (0...1).contains(table.cramersV))
    let perfect = Detection(truePositives: 500, falsePositives: 0, falseNegatives: 0, trueNegatives: 500)
    guard case .share(let share) = RoganGladen.correction(a, of: total, quality: perfect) else {
      Issue.record("refused")
      return
    }
    #expect(abs(share.value - Double(a) / Double(total)) < 1e-12)
  }
}
