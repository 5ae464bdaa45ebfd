extension StatisticsBuilder {
  /// A row's count and base against those of all other rows.
  private func others(_ slot: Int) -> (count: Int, base: Int) {
    let column = slot % columns.count
    return (counts[cellCount + column] - counts[slot], bases[rows.count] - base(slot))
  }

  private func twoByTwo(_ slot: Int) -> TwoByTwo {
    let others = others(slot)
    return TwoByTwo(counts[slot], of: base(slot), against: others.count, of: others.base)
  }

  func addKeyness(to slots: inout [CellStatistics]) {
    var found: [(slot: Int, logLikelihood: Double, logRatio: Double)] = []
    for slot in 0..<cellCount where !isTooFew(slot) {
      let others = others(slot)
      guard others.base > 0, counts[slot] + others.count > 0 else { continue }
      if unit.isRate {
        let rates = RateComparison(counts[slot], over: base(slot), against: others.count, over: others.base)
        found.append((slot, rates.logLikelihood, rates.logRatio))
      } else {
        let table = twoByTwo(slot)
        found.append((slot, table.logLikelihood, table.logRatio))
      }
    }
    let p = found.map { GammaDistribution.chiSquareTail($0.logLikelihood, degreesOfFreedom: 1) }
    for (keyness, p) in zip(found, Multiplicity.adjusted(p)) {
      slots[keyness.slot].keyness = Keyness(
        logLikelihood: keyness.logLikelihood, logRatio: keyness.logRatio, p: p)
    }
  }

  /// Odds ratios are of shares; rates have none.
  func addAssociations(_ permuted: RowPermutation.Result?, to slots: inout [CellStatistics]) {
    guard !unit.isRate else { return }
    let tested = (0..<cellCount).filter { !isTooFew($0) && !twoByTwo($0).isDegenerate }
    let tests = tested.map { slot in
      if let permuted { return (test: Association.Test.permutation, p: permuted.cells[slot]) }
      return Self.test(twoByTwo(slot))
    }
    for (index, p) in Multiplicity.adjusted(tests.map(\.p)).enumerated() {
      let table = twoByTwo(tested[index])
      let ratio = table.oddsRatio(confidence: analysis.confidence)
      slots[tested[index]].association = Association(
        test: tests[index].test, p: p, oddsRatio: ratio.value, interval: ratio.interval,
        cramersV: table.cramersV)
    }
  }

  /// Chi-square where all expected counts are at least 5, else Fisher's.
  private static func test(_ table: TwoByTwo) -> (test: Association.Test, p: Double) {
    table.smallestExpected < 5 ? (.fisher, table.fisherExact) : (.chiSquare, table.chiSquareP)
  }

  func columnTests(_ permuted: RowPermutation.Result?) -> [ColumnTest?] {
    var tests = [ColumnTest?](repeating: nil, count: columns.count)
    guard !unit.isRate else { return tests }
    let tables = columns.indices.map { column in
      ContingencyTable(
        rows.indices.map { row in
          let count = counts[row * columns.count + column]
          return [count, bases[row] - count]
        })
    }
    let tested = columns.indices.filter { tables[$0].degreesOfFreedom > 0 }
    let p = tested.map { permuted?.columns[$0] ?? tables[$0].p }
    for (column, p) in zip(tested, Multiplicity.adjusted(p)) {
      let table = tables[column]
      tests[column] = ColumnTest(
        test: permuted == nil ? .chiSquare : .permutation, chiSquare: table.chiSquare,
        degreesOfFreedom: table.degreesOfFreedom, cramersV: table.cramersV,
        expected: table.expectedCounts, p: p)
    }
    return tests
  }

  // MARK: Time

  func addChanges(to slots: inout [CellStatistics]) {
    guard let split = analysis.split, let matrix else { return }
    let day = DocumentLog.day(split)
    let halves = matrix.days.map { $0 == 0 ? -1 : $0 < day ? 0 : 1 }
    let halfBases = bases.indices.map { matrix.bases.sums(of: $0, strata: halves, count: 2) }
    var found: [(slot: Int, before: CellEstimate, after: CellEstimate, test: Association.Test, p: Double)] =
      []
    for slot in slots.indices {
      let base = halfBases[slot / columns.count]
      let count = matrix.counts.sums(of: slot, strata: halves, count: 2)
      guard base.allSatisfy({ $0 >= max(1, analysis.minimumBase) }) else { continue }
      let estimates = (0..<2).map { CellEstimate(count[$0], of: base[$0], unit: unit) }
      let test: (test: Association.Test, p: Double)
      if unit.isRate {
        let rates = RateComparison(count[1], over: base[1], against: count[0], over: base[0])
        test = (.logLikelihood, GammaDistribution.chiSquareTail(rates.logLikelihood, degreesOfFreedom: 1))
      } else {
        test = Self.test(TwoByTwo(count[1], of: base[1], against: count[0], of: base[0]))
      }
      found.append((slot, estimates[0], estimates[1], test.test, test.p))
    }
    let z = NormalDistribution.quantile((1 + analysis.confidence) / 2)
    for (change, p) in zip(found, Multiplicity.adjusted(found.map(\.p))) {
      guard let before = change.before.value, let after = change.after.value else { continue }
      let interval =
        unit.isRate
        ? nil
        : Proportion(change.after.count, of: change.after.base).differenceInterval(
          from: Proportion(change.before.count, of: change.before.base), z: z)
      slots[change.slot].change = PeriodChange(
        date: split, before: change.before, after: change.after, difference: after - before,
        interval: interval, test: change.test, p: p)
    }
  }

  /// Trends are of shares; rates have none.
  func addTrends(to slots: inout [CellStatistics]) {
    guard !unit.isRate, tally.request.content.contains(.trend), let matrix else { return }
    let years = Set(matrix.days.filter { $0 > 0 }.map { Int($0) / 10_000 }).sorted()
    guard years.count > 1 else { return }
    let strata = matrix.days.map { $0 == 0 ? -1 : years.firstIndex(of: Int($0) / 10_000) ?? -1 }
    let yearBases = bases.indices.map { matrix.bases.sums(of: $0, strata: strata, count: years.count) }
    var found: [(slot: Int, years: [Trend.Year], test: TrendTest)] = []
    for slot in slots.indices where !isTooFew(slot) {
      let base = yearBases[slot / columns.count]
      let count = matrix.counts.sums(of: slot, strata: strata, count: years.count)
      let known = years.indices.filter { base[$0] > 0 }
      let points = known.map { Trend.Year(year: years[$0], count: count[$0], base: base[$0]) }
      guard let test = TrendTest(points.map { ($0.year, $0.count, of: $0.base) }) else { continue }
      found.append((slot, points, test))
    }
    for (trend, p) in zip(found, Multiplicity.adjusted(found.map(\.test.p))) {
      slots[trend.slot].trend = Trend(years: trend.years, slope: trend.test.slope, z: trend.test.z, p: p)
    }
  }
}
