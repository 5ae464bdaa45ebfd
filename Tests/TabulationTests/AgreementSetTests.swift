import Testing

@testable import Tabulation

/// Alpha on sets: exact fractions in Python, with `Fraction`:
///
///     do = sum(sum(d(a, b) for i, a in enumerate(u) for j, b in enumerate(u) if i != j) / (len(u) - 1) for u in units) / n
///     de = sum(d(a, b) for i, a in enumerate(values) for j, b in enumerate(values) if i != j) / (n * (n - 1))
@Suite struct AgreementSetTests {
  static let units: [[String?]] = [
    ["ab", "a", "ab"], ["", "", nil], ["abc", "bcd", "bc"], ["d", "", "d"], ["c", "c", "c"], ["a", nil, nil],
  ]

  @Test(arguments: [
    (SetDifference.masi, 0.5544733044733045), (.jaccard, 0.6298405466970387), (.nominal, 0.45180722891566266),
  ])
  func alphaAgreesWithFractions(difference: SetDifference, expected: Double) throws {
    var sets = SetCategories<Character>()
    let rows = Self.units.map { $0.map { $0.map { sets.number(of: Set($0)) } } }
    let table = sets.differences(difference)
    let matrix = AgreementTests.matrix(rows, categories: sets.sets.count)
    let alpha = AlphaCounts(matrix, difference: table).alpha(difference: table)
    #expect(abs(try #require(alpha.value) - expected) < 1e-12)
  }

  @Test(
    arguments: [
      ("", "", 0.0, 0.0), ("", "a", 1.0, 1.0), ("a", "b", 1.0, 1.0), ("ab", "ab", 0.0, 0.0),
      ("ab", "b", 0.5, 2.0 / 3), ("ab", "bc", 2.0 / 3, 8.0 / 9), ("abc", "bcd", 0.5, 5.0 / 6),
    ] as [(String, String, Double, Double)])
  func differences(a: String, b: String, jaccard: Double, masi: Double) {
    for (x, y) in [(Set(a), Set(b)), (Set(b), Set(a))] {
      #expect(abs(SetDifference.jaccard.value(x, y) - jaccard) < 1e-12)
      #expect(abs(SetDifference.masi.value(x, y) - masi) < 1e-12)
      #expect(SetDifference.nominal.value(x, y) == (a == b ? 0 : 1))
    }
  }

  @Test func emptySetsAloneTellNothing() {
    var sets = SetCategories<Int>()
    let number = sets.number(of: [])
    let table = sets.differences(.masi)
    let matrix = AgreementTests.matrix([[number, number], [number, number]], categories: 1)
    #expect(AlphaCounts(matrix, difference: table).alpha(difference: table) == .undefined(.oneCategory))
  }
}
