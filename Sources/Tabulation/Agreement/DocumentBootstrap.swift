/// Intervals by resampling documents: passages of one document are alike, so the document, not the passage, is what
/// is drawn, with replacement, as many as there are.
///
/// The interval runs between percentiles of the measure over the resamples. Resamples in which the measure is not
/// defined (a rare code was not drawn) are left out; where more than half are, there is no interval. The same seed
/// gives the same draws for every measure, on every machine. With few documents percentiles are too narrow, and where
/// all documents say the same (nothing wrong in any) the interval has no width: it is no proof of a perfect coder.
///
/// Source: B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13. Percentiles are
/// interpolated linearly (type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), 361-365).
///
/// ```swift
/// let documents = [Detection(truePositives: 3, falseNegatives: 1), Detection(truePositives: 1, falseNegatives: 3)]
/// let recall = DocumentBootstrap().estimates(documents, from: Detection()) { [$0.recall] }
/// recall[0].measure   // .value(0.5)
/// recall[0].interval  // 0.25…0.75
/// ```
public struct DocumentBootstrap: Sendable, Equatable {
  public var resamples: Int
  public var seed: UInt64
  /// Coverage, such as 0.95.
  public var level: Double

  public init(resamples: Int = 1000, seed: UInt64 = 20_250_913, level: Double = 0.95) {
    self.resamples = max(0, resamples)
    self.seed = seed
    self.level = min(max(level, 0), 1)
  }

  /// Measures of the sum of all documents, each with its interval.
  ///
  /// Cost: `resamples` times the documents' additions and the measures.
  ///
  /// - Parameters:
  ///   - documents: the counts of each.
  ///   - zero: counts of nothing.
  ///   - measures: always as many.
  /// - Returns: an estimate for each measure; without intervals where there are fewer than two documents.
  public func estimates<Counts: DocumentCounts>(
    _ documents: [Counts], from zero: Counts, _ measures: (Counts) -> [Measure]
  ) -> [Estimate] {
    var total = zero
    for document in documents { total.add(document, times: 1) }
    let whole = measures(total)
    guard documents.count > 1, resamples > 0 else { return whole.map { Estimate(measure: $0) } }
    var values = [[Double]](repeating: [], count: whole.count)
    var generator = SplitMix64(state: seed)
    var times = [Int](repeating: 0, count: documents.count)
    for _ in 0..<resamples {
      for index in times.indices { times[index] = 0 }
      for _ in times.indices { times[generator.next(below: times.count)] += 1 }
      var sum = zero
      for index in documents.indices where times[index] > 0 {
        sum.add(documents[index], times: times[index])
      }
      for (index, measure) in measures(sum).enumerated() {
        if let value = measure.value { values[index].append(value) }
      }
    }
    return zip(whole, values).map { measure, values in
      Estimate(measure: measure, interval: interval(values), undefinedResamples: resamples - values.count)
    }
  }

  private func interval(_ values: [Double]) -> ClosedRange<Double>? {
    guard values.count * 2 >= resamples else { return nil }
    let sorted = values.sorted()
    guard let low = Self.quantile((1 - level) / 2, of: sorted),
      let high = Self.quantile(1 - (1 - level) / 2, of: sorted), low <= high
    else { return nil }
    return low...high
  }

  /// - Parameter sorted: rising.
  /// - Returns: nil of nothing.
  static func quantile(_ share: Double, of sorted: [Double]) -> Double? {
    guard let last = sorted.last else { return nil }
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    guard below + 1 < sorted.count else { return last }
    return sorted[below] + (place - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}

/// A measure with its bootstrap interval.
public struct Estimate: Sendable, Equatable {
  public var measure: Measure
  /// nil where there is none: fewer than two documents, or the measure undefined in more than half of the resamples.
  public var interval: ClosedRange<Double>?
  public var undefinedResamples = 0

  public init(measure: Measure, interval: ClosedRange<Double>? = nil, undefinedResamples: Int = 0) {
    self.measure = measure
    self.interval = measure.value == nil ? nil : interval
    self.undefinedResamples = undefinedResamples
  }
}

/// `{"value": 0.83, "low": 0.71, "high": 0.92}`, or `{"undefined": "one-category"}`.
extension Estimate: Decodable {
  private enum Key: String, CodingKey { case value, low, high, undefined, undefinedResamples }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let reason = try values.decodeIfPresent(String.self, forKey: .undefined) {
      self.init(measure: .undefined(Measure.Reason(rawValue: reason) ?? .noItems))
      return
    }
    let low = try values.decodeIfPresent(Double.self, forKey: .low)
    let high = try values.decodeIfPresent(Double.self, forKey: .high)
    var interval: ClosedRange<Double>?
    if let low, let high, low <= high { interval = low...high }
    self.init(
      measure: .value(try values.decode(Double.self, forKey: .value)), interval: interval,
      undefinedResamples: try values.decodeIfPresent(Int.self, forKey: .undefinedResamples) ?? 0)
  }
}

/// SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014): the same numbers everywhere.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number below the bound, which is above 0. The high half of a product: the bias is below bound / 2⁶⁴.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
