#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard normal distribution.
public enum NormalDistribution {
  /// P(|Z| ≥ |z|): the two-sided p value of a normal statistic.
  public static func twoSided(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The point that a share of the distribution lies below: -∞ for 0, ∞ for 1, NaN outside of them.
  ///
  /// Source: M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37
  /// (1988), 477-484, PPND16: about one part in 10¹⁶.
  public static func quantile(_ share: Double) -> Double {
    guard share > 0, share < 1 else { return share == 0 ? -.infinity : share == 1 ? .infinity : .nan }
    let q = share - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(central, r)
    }
    let r = (-log(q < 0 ? share : 1 - share)).squareRoot()
    let tail = r <= 5 ? ratio(middle, r - 1.6) : ratio(far, r - 5)
    return q < 0 ? -tail : tail
  }

  private typealias Coefficients = (over: [Double], under: [Double])

  private static func ratio(_ coefficients: Coefficients, _ r: Double) -> Double {
    coefficients.over.reduce(0) { $0 * r + $1 } / coefficients.under.reduce(0) { $0 * r + $1 }
  }

  private static let central: Coefficients = (
    [
      2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
      13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
    ],
    [
      5226.495278852545925, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
      5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
    ]
  )
  private static let middle: Coefficients = (
    [
      7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
      3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
    ],
    [
      1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
      0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
    ]
  )
  private static let far: Coefficients = (
    [
      2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
      0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
    ],
    [
      2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5,
      7.868691311456132591e-4, 0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
    ]
  )
}

/// The gamma distribution with scale 1, and what follows from it: the chi-square distribution.
public enum GammaDistribution {
  /// The regularised lower incomplete gamma function P(a, x), for a > 0; 0 for x ≤ 0.
  ///
  /// Series below x = a + 1, continued fraction (modified Lentz) above. Source: NIST Digital Library of
  /// Mathematical Functions, 8.11.4 and 8.9.2, https://dlmf.nist.gov/8; W. J. Lentz, Applied Optics 15 (1976), 668-671.
  public static func lower(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), exact in the tail.
  public static func upper(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// P(X² ≥ x) of a chi-square distribution: the p value of a chi-square statistic. 1 without degrees of freedom.
  public static func chiSquareTail(_ x: Double, degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom > 0 else { return 1 }
    // One degree of freedom is the square of a normal variable, exact to the last digits.
    if degreesOfFreedom == 1 { return NormalDistribution.twoSided(max(0, x).squareRoot()) }
    return upper(Double(degreesOfFreedom) / 2, x / 2)
  }

  /// The x with P(a, x) = share, by bisection to the nearest doubles; 0 for 0, ∞ for 1.
  public static func quantile(_ a: Double, _ share: Double) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return .infinity }
    // The smaller of the two tails is compared, since only that one is exact.
    func isBelow(_ x: Double) -> Bool { share < 0.5 ? lower(a, x) < share : upper(a, x) > 1 - share }
    var low = 0.0
    var high = a + 1
    while isBelow(high) { high *= 2 }
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if isBelow(middle) { low = middle } else { high = middle }
    }
  }

  /// x^a e^(−x) / Γ(a). For large a by Stirling's series, in which the large terms cancel before they are rounded (C.
  /// Loader, "Fast and accurate computation of binomial probabilities", 2000).
  private static func density(_ a: Double, _ x: Double) -> Double {
    guard a >= 16 else { return exp(a * log(x) - x - lgamma(a)) }
    let square = 1 / (a * a)
    let stirling =
      (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - square / 1188) * square) * square) * square) / a
    let distance = (x - a) / a
    return (a / (2 * .pi)).squareRoot() * exp(a * (log1p(distance) - distance) - stirling)
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var n = a
    repeat {
      n += 1
      term *= x / n
      sum += term
    } while term > sum * 1e-17
    return sum * density(a, x)
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var product = d
    for n in 1...10_000 {
      let numerator = -Double(n) * (Double(n) - a)
      b += 2
      d = 1 / nonzero(numerator * d + b, tiny)
      c = nonzero(b + numerator / c, tiny)
      product *= c * d
      if abs(c * d - 1) < 1e-16 { break }
    }
    return product * density(a, x)
  }

  private static func nonzero(_ value: Double, _ tiny: Double) -> Double { abs(value) < tiny ? tiny : value }
}
