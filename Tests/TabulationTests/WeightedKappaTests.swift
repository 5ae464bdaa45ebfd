import Testing

@testable import Tabulation

/// Expected values: scikit-learn 1.9.1, `cohen_kappa_score(first, second, weights=…)`.
struct WeightedKappaTests {
  static let rows: [(counts: [[Int]], linear: Double, quadratic: Double)] = [
    ([[11, 3, 1], [2, 9, 4], [0, 3, 7]], 0.5912408759124088, 0.6783919597989949),
    ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.4736842105263158, 0.4545454545454546),
    ([[3, 0, 0], [0, 4, 0], [0, 0, 5]], 1, 1),
    ([[0, 0, 2], [0, 0, 0], [2, 0, 0]], -1, -1),
  ]

  @Test(arguments: rows) func agreesWithScikitLearn(
    _ row: (counts: [[Int]], linear: Double, quadratic: Double)
  ) throws {
    let confusion = Confusion(counts: row.counts)
    #expect(abs((confusion.weightedKappa(.linear).value ?? 9) - row.linear) < 1e-12)
    #expect(abs((confusion.weightedKappa(.quadratic).value ?? 9) - row.quadratic) < 1e-12)
  }

  @Test func withTwoCategoriesItIsCohens() {
    let confusion = Confusion(counts: [[20, 5], [10, 15]])
    #expect(abs((confusion.weightedKappa(.linear).value ?? 9) - (confusion.cohenKappa.value ?? -9)) < 1e-12)
  }

  @Test func undefinedWhereNothingCanBeTold() {
    #expect(Confusion(categories: 3).weightedKappa(.linear) == .undefined(.noItems))
    #expect(Confusion(counts: [[0, 0], [0, 4]]).weightedKappa(.linear) == .undefined(.oneCategory))
  }
}
