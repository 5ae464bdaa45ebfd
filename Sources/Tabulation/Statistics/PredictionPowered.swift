/// Human codes on some passages and the coder's on all of them, as one estimate.
///
/// ```swift
/// // 100 passages coded by people, 40 of them with the code; the coder says 36 of these, 30 rightly;
/// // and it says 300 of 1,000 other passages.
/// let counts = PredictionPowered(human: 40, machine: 36, both: 30, of: 100, machineOnly: 300, ofOthers: 1000)
/// counts.correction()  // .share(0.34, 0.2569… … 0.4230…)
/// ```
public struct PredictionPowered: Sendable, Equatable, DocumentCounts {
  /// Passages with the code according to people, to the coder, and to both, among those that people coded.
  public var human = 0
  public var machine = 0
  public var both = 0
  /// Passages that people coded.
  public var labelled = 0
  /// Passages with the code according to the coder, among those that people did not code.
  public var machineOnly = 0
  public var unlabelled = 0

  /// With fewer passages coded by people than this, there is no estimate.
  public static let fewestLabelled = 30

  public init() {}

  public init(human: Int, machine: Int, both: Int, of labelled: Int, machineOnly: Int, ofOthers: Int) {
    self.human = human
    self.machine = machine
    self.both = both
    self.labelled = labelled
    self.machineOnly = machineOnly
    unlabelled = ofOthers
  }

  public mutating func add(_ other: PredictionPowered, times: Int) {
    human += other.human * times
    machine += other.machine * times
    both += other.both * times
    labelled += other.labelled * times
    machineOnly += other.machineOnly * times
    unlabelled += other.unlabelled * times
  }

  /// The prediction-powered estimate of a mean with its normal interval:
  ///
  ///     θ = f̄_N + (Ȳ − f̄)_n        θ ± z √(var(f)_N / N + var(Y − f)_n / n)
  ///
  /// where f is the coder's yes or no, Y the people's, n the passages that people coded and N the others; variances
  /// divide by n and N. Value and ends are clamped to 0 … 1. People's passages must be a random sample of the
  /// row's for it to be unbiased. Where people and coder never differ, the interval rests on the others alone; it is
  /// refused below `fewestLabelled` passages.
  ///
  /// Source: A. N. Angelopoulos, S. Bates, C. Fannjiang, M. I. Jordan and T. Zrnic, "Prediction-powered inference",
  /// Science 382 (2023), 669-674, algorithm 1.
  public func correction(confidence: Double = 0.95) -> Correction {
    guard labelled >= Self.fewestLabelled else { return .refused(.tooFewInGold) }
    guard unlabelled > 0 else { return .refused(.tooFewUnits) }
    let n = Double(labelled)
    let share = Double(machineOnly) / Double(unlabelled)
    // Y − f is 1 where only people gave the code, −1 where only the coder did.
    let (missed, wrong) = (Double(human - both), Double(machine - both))
    let rectifier = (missed - wrong) / n
    let value = share + rectifier
    let variance =
      share * (1 - share) / Double(unlabelled) + ((missed + wrong) / n - rectifier * rectifier) / n
    let half = NormalDistribution.quantile((1 + confidence) / 2) * max(0, variance).squareRoot()
    func clamped(_ x: Double) -> Double { min(1, max(0, x)) }
    return .share(CorrectedShare(clamped(value), clamped(value - half)...clamped(value + half)))
  }
}
