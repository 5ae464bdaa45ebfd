import TestSupport
import Testing

@testable import Tabulation

/// Published examples and values computed by others' programs.
///
/// - Krippendorff 2011, sections A to C: binary data of two observers .095, nominal data of two observers .692,
///   four observers with missing data .743.
/// - Gwet: his four raters and twelve subjects (the same data): AC1 .77544; 118, 5, 2, 0: kappa −.0234, AC1 .9408.
/// - Cohen 1960, table 1: .70, kappa .492.
/// - Longer values: Python's krippendorff 0.9.0, `alpha(data, level_of_measurement="nominal")`; irrCAC 0.4.4,
///   `CAC(frame, digits=12).gwet()`; scikit-learn, `cohen_kappa_score`, its mean over the pairs of coders for more
///   than two.
@Suite struct AgreementTests {
  static let fourObservers: [[Int?]] = columns([
    [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3],
    [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
  ])

  /// Coders' rows as items, labels from 0.
  static func columns(_ coders: [[Int?]]) -> [[Int?]] {
    coders[0].indices.map { item in coders.map { $0[item].map { $0 - 1 } } }
  }

  static func matrix(_ rows: [[Int?]], categories: Int) -> LabelMatrix {
    var matrix = LabelMatrix(coders: rows[0].count, categories: categories)
    for row in rows { matrix.append(row) }
    return matrix
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var name: String
    var rows: [[Int?]]
    var categories: Int
    var alpha: Double
    var ac1: Double
    var kappa: Double
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "Krippendorff 2011, nominal data with missing values", rows: fourObservers, categories: 5,
      alpha: 0.743421052631579, ac1: 0.775444068127, kappa: 0.7001626371070886),
    Row(
      name: "Krippendorff 2011, binary data",
      rows: columns([[1, 2, 1, 1, 1, 1, 1, 1, 2, 1], [2, 2, 2, 1, 1, 2, 1, 1, 1, 1]]), categories: 2,
      alpha: 0.0952380952380953, ac1: 0.310344827586207, kappa: 0.0909090909090909),
    Row(
      name: "three coders, one answer missing", rows: [[1, 1, 1], [0, 0, 0], [0, 1, 0], [1, 1, nil]],
      categories: 2, alpha: 0.6666666666666667, ac1: 0.675675675676, kappa: 0.6333333333333333),
    Row(
      name: "four coders, fifteen items, a fifth missing",
      rows: [
        [0, 1, 1, 1], [0, nil, 1, 2], [nil, 0, 1, 1], [1, 1, 0, 0], [2, 2, nil, 2], [2, 0, 0, 1],
        [0, 1, 2, nil], [0, 0, 0, 2], [2, 2, 2, nil], [0, nil, 1, 0], [2, 2, nil, 2], [nil, 2, 2, 2],
        [nil, 0, 0, nil], [nil, 1, 0, 0], [1, nil, 1, 0],
      ], categories: 3, alpha: 0.26178010471204194, ac1: 0.286109573879, kappa: 0.20433714060304667),
  ]

  @Test(arguments: rows) func agreesWithPublishedAndIndependentValues(row: Row) throws {
    let agreement = CoderAgreement(Self.matrix(row.rows, categories: row.categories))
    #expect(abs(try #require(agreement.krippendorffAlpha.value) - row.alpha) < 1e-12)
    #expect(abs(try #require(agreement.gwetAC1.value) - row.ac1) < 1e-11)
    #expect(abs(try #require(agreement.cohenKappa.value) - row.kappa) < 1e-12)
  }

  @Test func nominalDataOfTwoObservers() throws {
    let letters = Array("abcde".utf8)
    func labels(_ text: String) -> [Int?] {
      text.utf8.map { letter in letters.firstIndex(of: letter).map { $0 + 1 } }
    }
    let rows = Self.columns([labels("aabbdcccedda"), labels("babbbccceddd")])
    let alpha = AlphaCounts(Self.matrix(rows, categories: 5)).alpha()
    #expect(abs(try #require(alpha.value) - 0.6919642857142858) < 1e-12)
  }

  @Test(arguments: [
    ([[118, 5], [2, 0]], -0.023391812865497075, 0.940776337609, -0.024691358024691468),
    ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], 0.4915254237288136, 0.575971731449, 0.4884615384615384),
    ([[40, 9], [6, 45]], 0.6995192307692308, 0.700748129676, 0.7007518796992481),
    ([[25, 5], [5, 25]], 0.6666666666666667, 0.666666666667, 0.6694444444444445),
    ([[76, 4], [8, 12]], 0.5945945945945946, 0.829738933031, 0.5955284552845528),
    ([[3, 97], [0, 0]], 0.0, -0.938255569987, -0.9320388349514563),
    ([[0, 5], [7, 0]], -0.945945945945946, -1.0, -0.9166666666666665),
    ([[7, 1, 0], [2, 9, 3], [0, 1, 4]], 0.5961538461538461, 0.619526925013, 0.6006458557588805),
  ])
  func twoCoders(counts: [[Int]], kappa: Double, ac1: Double, alpha: Double) throws {
    let confusion = Confusion(counts: counts)
    #expect(abs(try #require(confusion.cohenKappa.value) - kappa) < 1e-12)
    #expect(abs(try #require(confusion.gwetAC1.value) - ac1) < 1e-11)
    #expect(abs(try #require(confusion.krippendorffAlpha.value) - alpha) < 1e-12)
    guard counts.count == 2 else { return }
    let detection = confusion.detection(of: 1)
    #expect(detection.confusion == confusion)
    #expect(abs(try #require(detection.cohenKappa.value) - kappa) < 1e-12)
    #expect(abs(try #require(detection.gwetAC1.value) - ac1) < 1e-11)
    #expect(abs(try #require(detection.krippendorffAlpha.value) - alpha) < 1e-12)
  }

  /// Names of what is undefined: matrix, alpha, AC1, kappa.
  @Test(
    arguments: [
      ([], .noItems, .noItems, .noItems),
      ([[nil, nil]], .noOverlap, .noItems, .noItems),
      ([[0, nil], [nil, 1]], .noOverlap, .noOverlap, .noItems),
      ([[0, 0], [0, 0], [0, nil]], .oneCategory, .oneCategory, .oneCategory),
      ([[1, 1]], .oneCategory, .oneCategory, .oneCategory),
    ] as [([[Int?]], Measure.Reason, Measure.Reason, Measure.Reason)])
  func degenerateDataHaveNamedOutcomes(
    rows: [[Int?]], alpha: Measure.Reason, ac1: Measure.Reason, kappa: Measure.Reason
  ) {
    var matrix = LabelMatrix(coders: 2, categories: 2)
    for row in rows { matrix.append(row) }
    let agreement = CoderAgreement(matrix)
    #expect(agreement.krippendorffAlpha == .undefined(alpha))
    #expect(agreement.gwetAC1 == .undefined(ac1))
    #expect(agreement.cohenKappa == .undefined(kappa))
  }

  @Test func oneCoderHasNoAgreement() {
    let agreement = CoderAgreement(Self.matrix([[0], [1]], categories: 2))
    #expect(agreement.krippendorffAlpha == .undefined(.noOverlap))
    #expect(agreement.cohenKappa == .undefined(.noOverlap))
    #expect(agreement.f1(of: 1) == .undefined(.noOverlap))
  }

  /// Labels outside of the categories and rows that are too short count as missing.
  @Test func matrixTakesWhatItCan() {
    var matrix = LabelMatrix(coders: 3, categories: 2)
    matrix.append([1, 5, -1])
    matrix.append([0])
    #expect(matrix.items == 2)
    #expect(matrix[item: 0, coder: 0] == 1)
    #expect(matrix[item: 0, coder: 1] == nil)
    #expect(matrix[item: 0, coder: 2] == nil)
    #expect(matrix[item: 1, coder: 1] == nil)
  }

  /// Whether two coders' labels are read from a matrix or a table, whether counted at once or in parts.
  @Test(arguments: 0..<20) func waysToCountAgree(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let categories = Int.random(in: 2...4, using: &random)
    var whole = LabelMatrix(coders: 2, categories: categories)
    var parts = [LabelMatrix](repeating: whole, count: 3)
    for item in 0..<40 {
      let row: [Int?] = (0..<2).map { _ in Int.random(in: 0..<categories, using: &random) }
      whole.append(row)
      parts[item % 3].append(row)
    }
    let agreement = CoderAgreement(whole)
    let confusion = whole.confusion(0, 1)
    var merged = CoderAgreement(LabelMatrix(coders: 2, categories: categories))
    for part in parts { merged.add(CoderAgreement(part), times: 1) }
    for (left, right) in [
      (agreement.krippendorffAlpha, confusion.krippendorffAlpha), (agreement.gwetAC1, confusion.gwetAC1),
      (agreement.cohenKappa, confusion.cohenKappa),
      (agreement.krippendorffAlpha, merged.krippendorffAlpha), (agreement.gwetAC1, merged.gwetAC1),
      (agreement.cohenKappa, merged.cohenKappa), (agreement.f1(of: 1), confusion.detection(of: 1).f1),
    ] {
      #expect(abs(try #require(left.value) - (try #require(right.value))) < 1e-12)
    }
  }

  /// Every item twice is the same as adding the counts twice; 0 times adds nothing.
  @Test func timesRepeats() {
    let once = Self.matrix(Self.fourObservers, categories: 5)
    let twice = Self.matrix(Self.fourObservers + Self.fourObservers, categories: 5)
    var counts = CoderAgreement(once)
    counts.add(counts, times: 1)
    counts.add(CoderAgreement(twice), times: 0)
    #expect(counts == CoderAgreement(twice))
  }
}
