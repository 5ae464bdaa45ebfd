import Testing

@testable import Tabulation

/// Intervals computed by a second implementation in Python, with NumPy's `percentile` (its default is type 7):
///
///     g = splitmix(20250913)   # SplitMix64
///     for _ in range(1000):
///         drawn = [docs[next(g) * len(docs) >> 64] for _ in docs]
///         values.append(f(*map(sum, zip(*drawn))))
///     numpy.percentile(values, [2.5, 97.5])
@Suite struct AgreementBootstrapTests {
  static func documents(_ counts: [(Int, Int, Int, Int)]) -> [Detection] {
    counts.map {
      Detection(truePositives: $0.0, falsePositives: $0.1, falseNegatives: $0.2, trueNegatives: $0.3)
    }
  }

  static let five = documents([(3, 1, 2, 10), (0, 2, 1, 12), (5, 0, 0, 7), (1, 1, 4, 9), (2, 3, 0, 15)])

  @Test func intervalsAgreeWithPython() throws {
    let estimates = DocumentBootstrap(seed: 20_250_913).estimates(Self.five, from: Detection()) {
      [$0.f1, $0.krippendorffAlpha]
    }
    let f1 = try #require(estimates[0].interval)
    #expect(abs(f1.lowerBound - 0.319407407407408) < 1e-12)
    #expect(abs(f1.upperBound - 0.8501785714285712) < 1e-12)
    let alpha = try #require(estimates[1].interval)
    #expect(abs(alpha.lowerBound - 0.165018085950059) < 1e-12)
    #expect(abs(alpha.upperBound - 0.7926678388746803) < 1e-12)
    #expect(estimates[0].measure == Self.five.micro.f1)
    #expect(estimates[0].undefinedResamples == 0)
  }

  @Test func resamplesWithoutTheCodeAreLeftOut() throws {
    let rare = Self.documents([(0, 0, 0, 5), (0, 0, 0, 5), (2, 0, 1, 3), (0, 0, 0, 6)])
    let estimate = DocumentBootstrap(seed: 20_250_913).estimates(rare, from: Detection()) { [$0.f1] }[0]
    #expect(estimate.undefinedResamples == 294)
    #expect(estimate.interval == 0.8...0.8)
    let never = Self.documents([(0, 0, 1, 5), (0, 0, 1, 5)])
    let precision = DocumentBootstrap().estimates(never, from: Detection()) { [$0.precision] }[0]
    #expect(precision.measure == .undefined(.neverAssigned))
    #expect(precision.interval == nil)
  }

  @Test func noIntervalWithoutTwoDocumentsOrResamples() {
    let one = DocumentBootstrap().estimates([Self.five[0]], from: Detection()) { [$0.f1] }
    #expect(one == [Estimate(measure: Self.five[0].f1)])
    let none = DocumentBootstrap().estimates([Detection](), from: Detection()) { [$0.f1] }
    #expect(none == [Estimate(measure: .undefined(.absent))])
    let unresampled = DocumentBootstrap(resamples: 0).estimates(Self.five, from: Detection()) { [$0.f1] }
    #expect(unresampled[0].interval == nil)
  }

  @Test func noIntervalWhereHalfOfTheResamplesSayNothing() {
    // A third of the resamples lack the one document with the code; those that have it twice are ruled out here.
    let documents = Self.documents([(3, 0, 0, 0), (0, 0, 0, 3), (0, 0, 0, 3), (0, 0, 0, 3), (0, 0, 0, 3)])
    let alphas = DocumentBootstrap(resamples: 200).estimates(
      documents, from: Detection(),
      { $0.truePositives > 3 ? [.undefined(.oneCategory)] : [$0.krippendorffAlpha] })
    #expect(alphas[0].undefinedResamples > 100)
    #expect(alphas[0].interval == nil)
    #expect(alphas[0].measure == .value(1))
  }

  @Test func sameSeedSameInterval() {
    func interval(_ seed: UInt64, _ documents: [Detection]) -> ClosedRange<Double>? {
      DocumentBootstrap(resamples: 200, seed: seed).estimates(documents, from: Detection()) { [$0.f1] }[0]
        .interval
    }
    #expect(interval(1, Self.five) == interval(1, Self.five))
    #expect(interval(1, Self.five) != interval(2, Self.five))
  }

  @Test func levelsNest() throws {
    var last = 0.0...1.0
    for level in [0.99, 0.95, 0.8, 0.5] {
      let interval = try #require(
        DocumentBootstrap(level: level).estimates(Self.five, from: Detection()) { [$0.f1] }[0].interval)
      #expect(last.lowerBound <= interval.lowerBound && interval.upperBound <= last.upperBound)
      last = interval
    }
  }

  @Test(arguments: [(0.0, 1.0), (0.5, 2.5), (1.0, 4.0), (0.25, 1.75)])
  func quantilesInterpolate(share: Double, expected: Double) {
    #expect(DocumentBootstrap.quantile(share, of: [1, 2, 3, 4]) == expected)
  }

  @Test func quantileOfNothingIsNil() {
    #expect(DocumentBootstrap.quantile(0.5, of: []) == nil)
  }
}
