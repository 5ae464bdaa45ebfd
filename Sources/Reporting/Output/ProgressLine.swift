import Glibc
import Synchronization

/// One line on a terminal that says how far a run is: `Coding 1200/4031 documents, 310/s, 9 s left`.
///
/// Writes to standard error, at most ten times a second, and nothing at all where that is no terminal. May be advanced
/// from several threads.
///
/// ```swift
/// let progress = ProgressLine("Coding", unit: "documents", total: files.count)
/// for file in files { code(file); progress.advance() }
/// progress.finish()
/// ```
public final class ProgressLine: Sendable {
  private struct State {
    var done = 0
    var drawnAt: Double
  }

  private let name: String
  private let unit: String
  private let total: Int?
  private let terminal: Terminal
  private let clock: @Sendable () -> Double
  private let output: @Sendable (String) -> Void
  private let start: Double
  private let state: Mutex<State>

  /// Seconds between two drawings.
  static let pause = 0.1

  /// - Parameters:
  ///   - total: how many there will be; nil where that is not known, and then no time left is shown.
  ///   - clock: seconds from any start, never backwards.
  public init(
    _ name: String, unit: String, total: Int?, terminal: Terminal = .standardError,
    clock: @escaping @Sendable () -> Double = ProgressLine.monotonicSeconds,
    output: @escaping @Sendable (String) -> Void = ProgressLine.writeToStandardError
  ) {
    self.name = name
    self.unit = unit
    self.total = total
    self.terminal = terminal
    self.clock = clock
    self.output = output
    start = clock()
    state = Mutex(State(drawnAt: start - ProgressLine.pause))
  }

  public func advance(by count: Int = 1) {
    guard terminal.isTerminal else { return }
    let now = clock()
    state.withLock { state in
      state.done += count
      if now - state.drawnAt < ProgressLine.pause { return }
      state.drawnAt = now
      // Drawn under the lock, so that two threads never mix their lines.
      output("\r\u{1B}[2K" + line(done: state.done, seconds: now - start))
    }
  }

  /// Takes the line away, so that messages and results stand alone.
  public func finish() {
    guard terminal.isTerminal else { return }
    state.withLock { _ in output("\r\u{1B}[2K") }
  }

  /// The line's text, cut to the width of the terminal.
  func line(done: Int, seconds: Double) -> String {
    var text = "\(name) \(done)"
    if let total { text += "/\(total)" }
    text += " \(unit)"
    // Rates of the first instants jump about.
    if seconds >= 0.5, done > 0 {
      let rate = Double(done) / seconds
      text += rate >= 10 ? ", \(ProgressLine.whole(rate))/s" : ", \(ProgressLine.whole(rate * 60))/min"
      if let total, total > done {
        text += ", \(ProgressLine.duration(Double(total - done) / rate)) left"
      }
    }
    return terminal.coloured(String(text.prefix(terminal.width - 1)), .dim)
  }

  /// `9 s`, `3 min 05 s`, `2 h 10 min`.
  static func duration(_ seconds: Double) -> String {
    let all = whole(seconds.rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    if all < 60 { return "\(all) s" }
    if all < 3600 { return "\(all / 60) min \(two(all % 60)) s" }
    return "\(all / 3600) h \(two(all / 60 % 60)) min"
  }

  private static func whole(_ value: Double) -> Int {
    value.isFinite && abs(value) < 1e15 ? Int(value.rounded()) : 0
  }

  public static func monotonicSeconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  public static func writeToStandardError(_ text: String) {
    let bytes = Array(text.utf8)
    // A progress line that cannot be written is no reason to stop.
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
