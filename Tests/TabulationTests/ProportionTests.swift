import Testing

@testable import Tabulation

/// Expected values: SciPy 1.17.1, `scipy.stats.binomtest(k, n).proportion_ci(0.95, "wilson")`, the same to 1e-12 as
/// statsmodels 0.15.0, `proportion_confint(k, n, method="wilson")`. 81/263 and 15/148 are the worked examples of
/// R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3: .2553-.3662 and .0624-.1605.
@Suite struct ProportionTests {
  @Test(arguments: [
    (0, 1, 0.0, 0.7934506856227626),
    (1, 1, 0.20654931437723745, 1.0),
    (0, 10, 0.0, 0.27753279986288926),
    (10, 10, 0.7224672001371109, 1.0),
    (1, 2, 0.09453120573423074, 0.9054687942657693),
    (9, 120, 0.03995711539596029, 0.1364091760599377),
    (1, 1000, 0.00017654637062607809, 0.0056425585979579355),
    (999, 1000, 0.9943574414020421, 0.9998234536293739),
    (500, 1000, 0.4690696003681042, 0.5309303996318958),
    (3, 7, 0.1582198552514697, 0.7495416354723428),
    (12345, 1_000_000, 0.012130446166424584, 0.01256330043238542),
    (17, 23, 0.5352999516257464, 0.8745138395501366),
    (81, 263, 0.2552885198782742, 0.36620957698280004),
    (15, 148, 0.06238639953073629, 0.16048724172330803),
    (0, 500, 0.0, 0.007624340461552241),
    (500, 500, 0.9923756595384479, 1.0),
  ])
  func wilsonAgreesWithSciPy(count: Int, total: Int, lower: Double, upper: Double) throws {
    let interval = try #require(Proportion(count, of: total).interval)
    #expect(abs(interval.lowerBound - lower) < 1e-12)
    #expect(abs(interval.upperBound - upper) < 1e-12)
  }

  @Test func endsAreExact() throws {
    #expect(try #require(Proportion(0, of: 500).interval).lowerBound == 0)
    #expect(try #require(Proportion(500, of: 500).interval).upperBound == 1)
  }

  @Test(arguments: [(0, 0), (1, 0), (-1, 5), (6, 5), (0, -3)])
  func undefinedSharesAreNil(count: Int, total: Int) {
    let proportion = Proportion(count, of: total)
    #expect(proportion.value == nil)
    #expect(proportion.interval == nil)
  }

  @Test(arguments: [-1.0, .nan, .infinity])
  func uselessQuantilesGiveNoInterval(z: Double) {
    #expect(Proportion(1, of: 2).wilson(z: z) == nil)
  }

  @Test func widthGrowsWithConfidenceAndHoldsTheShare() throws {
    for (count, total) in [(0, 3), (2, 3), (3, 3), (40, 90)] {
      let proportion = Proportion(count, of: total)
      let value = try #require(proportion.value)
      let narrow = try #require(proportion.wilson(z: 1.645))
      let wide = try #require(proportion.wilson(z: 2.576))
      #expect(narrow.contains(value))
      #expect(wide.lowerBound <= narrow.lowerBound && wide.upperBound >= narrow.upperBound)
      #expect(try #require(proportion.wilson(z: 0)) == value...value || count == 0 || count == total)
    }
  }
}
