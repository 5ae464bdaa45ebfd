import Analysis
import ArgumentParser

/// Reads the numbers of options: one outside of its bounds is wrong use, and named with them.
enum WholeNumber {
  /// Documents, or codes, worked on at a time.
  static let jobs = within(1...OrderedWork.mostWorkers)

  static func within(_ bounds: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
    { text in
      guard let number = Int(text), bounds.contains(number) else {
        let end = bounds.upperBound == .max ? "up" : "to \(bounds.upperBound)"
        throw ValidationError("a whole number from \(bounds.lowerBound) \(end) is expected")
      }
      return number
    }
  }
}
