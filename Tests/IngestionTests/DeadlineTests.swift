import Testing

@testable import Ingestion

/// The time that a document may take. No time at all is over at once on any machine.
struct DeadlineTests {
  private static func limits(seconds: Int) -> Limits {
    var limits = Limits()
    limits.seconds = seconds
    return limits
  }

  @Test func noTimeIsOverAtOnce() {
    let error = #expect(throws: IngestionError.self) {
      try Deadline(Self.limits(seconds: 0)).check("a.html")
    }
    #expect(error?.id == "too-slow" && error?.path == "a.html")
    #expect(error?.message.contains("--max-seconds") == true)
  }

  /// As many nanoseconds as a number holds, more, and more than there are from now.
  @Test(arguments: [9_223_372_036, 9_223_372_037, Int.max]) func veryLongIsNotOver(_ seconds: Int) throws {
    try Deadline(Self.limits(seconds: seconds)).check("a.html")
  }

  static let files = ["<p>бюджет</p>", "бюджет", "{\"title\": \"а\", \"body\": \"бюджет\"}"]

  @Test(arguments: files) func documentThatTakesLongerIsRefused(_ file: String) throws {
    let error = #expect(throws: IngestionError.self) {
      try Ingester(limits: Self.limits(seconds: 0)).documents(of: Array(file.utf8), path: "a")
    }
    #expect(error?.id == "too-slow")
    #expect(try Ingester().documents(of: Array(file.utf8), path: "a").count == 1)
  }
}
