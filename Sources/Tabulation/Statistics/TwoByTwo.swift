#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Two shares compared: a of a + b units here against c of c + d units elsewhere.
///
/// ```swift
/// let table = TwoByTwo(12, of: 100, against: 30, of: 500)
/// table.chiSquare          // 4.6082…
/// table.oddsRatio().value  // 2.1363…
/// table.fisherExact        // 0.0498…
/// ```
public struct TwoByTwo: Sendable, Equatable {
  public let a: Int
  public let b: Int
  public let c: Int
  public let d: Int

  /// - Parameters: counts and their totals. Counts are clamped to 0 … total.
  public init(_ count: Int, of total: Int, against otherCount: Int, of otherTotal: Int) {
    a = min(max(0, count), max(0, total))
    b = max(0, total) - a
    c = min(max(0, otherCount), max(0, otherTotal))
    d = max(0, otherTotal) - c
  }

  private var n: Double { Double(a + b + c + d) }

  /// Whether a row or a column of the table is empty: then nothing can be compared, statistics are 0 and p values 1.
  public var isDegenerate: Bool { a + b == 0 || c + d == 0 || a + c == 0 || b + d == 0 }

  /// The smallest count that independence would give. Below 5 the chi-square's p value is not to be relied on (W. G.
  /// Cochran, "Some methods for strengthening the common χ² tests", Biometrics 10 (1954), 417-451).
  public var smallestExpected: Double {
    guard n > 0 else { return 0 }
    return Double(min(a + b, c + d)) / n * Double(min(a + c, b + d))
  }

  /// Pearson's χ² without continuity correction, n(ad − bc)² / ((a+b)(c+d)(a+c)(b+d)); 0 where degenerate.
  ///
  /// Source: K. Pearson, Philosophical Magazine 50 (1900), 157-175. One degree of freedom.
  public var chiSquare: Double {
    guard !isDegenerate else { return 0 }
    let difference = Double(a) * Double(d) - Double(b) * Double(c)
    // Divided step by step: the product of four margins can pass what a double holds exactly.
    return n * (difference / Double(a + b) / Double(c + d)) * (difference / Double(a + c) / Double(b + d))
  }

  /// The p value of `chiSquare`.
  public var chiSquareP: Double { GammaDistribution.chiSquareTail(chiSquare, degreesOfFreedom: 1) }

  /// Phi = Cramér's V of four cells, √(χ²/n), from 0 to 1; 0 where degenerate.
  ///
  /// Source: H. Cramér, Mathematical Methods of Statistics (1946), chapter 21.
  public var cramersV: Double { isDegenerate ? 0 : (chiSquare / n).squareRoot() }

  /// The log-likelihood ratio G² = 2 Σ O ln(O/E) over the four cells; 0 where degenerate. Cells with O = 0 add 0.
  ///
  /// Source: T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19
  /// (1993), 61-74. One degree of freedom.
  public var logLikelihood: Double {
    guard !isDegenerate else { return 0 }
    var sum = 0.0
    for (observed, row, column) in [
      (a, a + b, a + c), (b, a + b, b + d), (c, c + d, a + c), (d, c + d, b + d),
    ]
    where observed > 0 {
      sum += Double(observed) * log(Double(observed) * n / Double(row) / Double(column))
    }
    return max(0, 2 * sum)
  }

  /// log₂ of the ratio of the two shares: 1 for twice the share, −1 for half of it. A count of 0 is taken as ½; 0
  /// where a row is empty, or where both counts are 0.
  ///
  /// Source: A. Hardie, "Log ratio: an informal introduction" (2014), CASS, Lancaster University.
  public var logRatio: Double {
    guard a + b > 0, c + d > 0, a + c > 0 else { return 0 }
    return log2(max(0.5, Double(a)) / Double(a + b) / (max(0.5, Double(c)) / Double(c + d)))
  }

  /// The odds ratio ad / bc with Woolf's interval exp(ln OR ± z √(1/a + 1/b + 1/c + 1/d)).
  ///
  /// Where a cell is 0, ½ is added to all four (Haldane and Anscombe), so that there are a value and an interval also
  /// for an empty table: 1, very wide.
  ///
  /// Sources: B. Woolf, Annals of Human Genetics 19 (1955), 251-253; J. B. S. Haldane, ibid. 20 (1956),
  /// 309-311; F. J. Anscombe, Biometrika 43 (1956), 461-464.
  public func oddsRatio(confidence: Double = 0.95) -> (value: Double, interval: ClosedRange<Double>) {
    let shift = a == 0 || b == 0 || c == 0 || d == 0 ? 0.5 : 0
    let cells = [a, b, c, d].map { Double($0) + shift }
    let ratio = log(cells[0]) - log(cells[1]) - log(cells[2]) + log(cells[3])
    let error = cells.reduce(0) { $0 + 1 / $1 }.squareRoot()
    let z = NormalDistribution.quantile((1 + confidence) / 2)
    return (exp(ratio), exp(ratio - z * error)...exp(ratio + z * error))
  }

  /// Fisher's exact test, two-sided: the probability, margins fixed, of all tables that are no likelier than this one; 1
  /// where degenerate.
  ///
  /// Source: R. A. Fisher, Statistical Methods for Research Workers, 5th ed. (1934), § 21.02. Probabilities that differ
  /// by less than one part in 10¹⁴ count as equal, as in SciPy. Cost: linear in the smallest margin.
  public var fisherExact: Double {
    guard !isDegenerate else { return 1 }
    let lowest = max(0, a - d)
    let highest = min(a + b, a + c)
    // Probabilities relative to the mode's; all others follow by ratios of neighbours.
    let mode = min(max((a + b + 1) * (a + c + 1) / (a + b + c + d + 2), lowest), highest)
    func ratioUp(_ x: Int) -> Double {
      Double(a + b - x) / Double(x + 1) * (Double(a + c - x) / Double(d - a + x + 1))
    }
    var weights = [Double](repeating: 0, count: highest - lowest + 1)
    weights[mode - lowest] = 1
    for x in stride(from: mode, to: highest, by: 1) {
      weights[x + 1 - lowest] = weights[x - lowest] * ratioUp(x)
    }
    for x in stride(from: mode, to: lowest, by: -1) {
      weights[x - 1 - lowest] = weights[x - lowest] / ratioUp(x - 1)
    }
    let limit = weights[a - lowest] * (1 + 1e-14)
    // Smallest first, so that the tail keeps its digits.
    let sorted = weights.sorted()
    let tail = sorted.reduce(0) { $1 <= limit ? $0 + $1 : $0 }
    return min(1, tail / sorted.reduce(0, +))
  }
}

/// Two rates compared: events here over their base against events elsewhere over theirs.
///
/// ```swift
/// RateComparison(20, over: 10_000, against: 30, over: 50_000).logLikelihood  // 15.308…
/// ```
public struct RateComparison: Sendable, Equatable {
  public let count: Int
  public let base: Int
  public let otherCount: Int
  public let otherBase: Int

  public init(_ count: Int, over base: Int, against otherCount: Int, over otherBase: Int) {
    self.count = max(0, count)
    self.base = max(0, base)
    self.otherCount = max(0, otherCount)
    self.otherBase = max(0, otherBase)
  }

  /// G² = 2 (a ln(a/E₁) + c ln(c/E₂)), where E shares out a + c by the bases; 0 where there are no events or a base is
  /// 0; a count of 0 adds 0.
  ///
  /// Source: P. Rayson and R. Garside, "Comparing corpora using frequency profiling", Workshop on Comparing Corpora,
  /// ACL (2000), 1-6. One degree of freedom.
  public var logLikelihood: Double {
    let events = Double(count + otherCount)
    let all = Double(base + otherBase)
    guard events > 0, base > 0, otherBase > 0 else { return 0 }
    var sum = 0.0
    for (observed, part) in [(count, base), (otherCount, otherBase)] where observed > 0 {
      sum += Double(observed) * log(Double(observed) * all / events / Double(part))
    }
    return max(0, 2 * sum)
  }

  /// log₂ of the ratio of the two rates; counts of 0 as in `TwoByTwo.logRatio`.
  public var logRatio: Double {
    guard base > 0, otherBase > 0, count + otherCount > 0 else { return 0 }
    return log2(max(0.5, Double(count)) / Double(base) / (max(0.5, Double(otherCount)) / Double(otherBase)))
  }
}
