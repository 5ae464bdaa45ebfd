import Foundation
import Synchronization
import Testing

@testable import Reporting

@Suite struct OutputFolderTests {
  private let root = FileManager.default.temporaryDirectory.appending(path: "hattama-\(UUID().uuidString)")

  private func contents(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  private func inFolder(_ body: (OutputFolder) throws -> Void) throws {
    defer { try? FileManager.default.removeItem(at: root) }
    try body(try OutputFolder(root.path() + "/out"))
  }

  @Test func filesAreWrittenAndReplacedWhole() throws {
    try inFolder { folder in
      try folder.write(Array("one".utf8), to: "tables/a.csv")
      try folder.write(Array("two".utf8), to: "tables/a.csv")
      try folder.write([], to: "empty")
      #expect(try contents("out/tables/a.csv") == Array("two".utf8))
      #expect(try contents("out/empty").isEmpty)
      let names = try FileManager.default.contentsOfDirectory(atPath: root.path() + "/out/tables")
      #expect(names == ["a.csv"])
    }
  }

  @Test func twoWritersOfOneNameDoNotMix() throws {
    try inFolder { folder in
      var first = try folder.open("a")
      var second = try folder.open("a")
      try first.append(Array("first".utf8))
      try second.append(Array("second".utf8))
      try first.commit()
      #expect(try contents("out/a") == Array("first".utf8))
      try second.commit()
      #expect(try contents("out/a") == Array("second".utf8))
    }
  }

  @Test func uncommittedFilesLeaveNothingBehind() throws {
    try inFolder { folder in
      try folder.write(Array("old".utf8), to: "a.jsonl")
      do {
        var file = try folder.open("a.jsonl")
        try file.append(Array("new".utf8))
      }
      #expect(try contents("out/a.jsonl") == Array("old".utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.jsonl"])
    }
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../../x", "a//b", "./x", "a/", "a\u{0}b", "a\nb", "a\\b", ".", "..",
    String(repeating: "x", count: 201),
  ])
  func namesStayInside(name: String) throws {
    try inFolder { folder in
      let error = #expect(throws: OutputError.self) { try folder.write([1], to: name) }
      #expect(error?.path == "\(folder.path)/\(name)")
    }
  }

  @Test func linksAreNotFollowedOutside() throws {
    try inFolder { folder in
      let outside = root.appending(path: "outside")
      try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/link", withDestinationPath: outside.path())
      let error = #expect(throws: OutputError.self) { try folder.write([1], to: "link/x") }
      #expect(error?.description.contains("out/link/x: cannot make the subfolder link") == true)
      // A link in the place of a file is replaced, what it led to is left alone.
      let target = outside.appending(path: "kept")
      try Data("kept".utf8).write(to: target)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/file", withDestinationPath: target.path())
      try folder.write(Array("mine".utf8), to: "file")
      #expect(try contents("outside/kept") == Array("kept".utf8))
      #expect(try contents("out/file") == Array("mine".utf8))
    }
  }

  @Test func errorsNameThePath() throws {
    try inFolder { folder in
      try folder.write([1], to: "file")
      let inFile = #expect(throws: OutputError.self) { try OutputFolder(folder.path + "/file") }
      #expect(inFile?.description == "\(folder.path)/file: cannot open the folder: Not a directory")
      let asParent = #expect(throws: OutputError.self) { try folder.write([1], to: "file/x") }
      #expect(asParent?.path == "\(folder.path)/file/x")
      try folder.write([1], to: "dir/x")
      let overFolder = #expect(throws: OutputError.self) { try folder.write([1], to: "dir") }
      #expect(overFolder?.description == "\(folder.path)/dir: cannot give the file its name: Is a directory")
    }
    #expect(throws: OutputError.self) { try OutputFolder("") }
  }
}

@Suite struct TerminalTests {
  @Test(arguments: [
    ("сессия «А»", "сессия «А»"), ("a\u{1B}[2Jb", "a<U+001B>[2Jb"), ("x\u{9B}31m", "x<U+009B>31m"),
    ("\u{202E}abc\u{2066}", "<U+202E>abc<U+2066>"), ("a\nb\tc\r", "a\nb\tc<U+000D>"),
    ("\u{7F}\u{200F}", "<U+007F><U+200F>"),
  ])
  func textIsShownAndNotObeyed(text: String, shown: String) {
    #expect(Terminal.shown(text, lines: true) == shown)
    #expect(
      !Terminal.shown(text).unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
  }
}

@Suite struct ProgressLineTests {
  /// A clock that the test moves, and what was written.
  private final class Stage: Sendable {
    let now = Mutex(0.0)
    let lines = Mutex<[String]>([])

    func line(_ total: Int?, isTerminal: Bool = true, width: Int = 80) -> ProgressLine {
      ProgressLine(
        "Coding", unit: "documents", total: total, terminal: Terminal(isTerminal: isTerminal, width: width),
        clock: { self.now.withLock { $0 } }, output: { text in self.lines.withLock { $0.append(text) } })
    }

    func pass(_ seconds: Double) { now.withLock { $0 += seconds } }
    var written: [String] { lines.withLock { $0 } }
  }

  @Test func nothingIsWrittenIntoAPipe() {
    let stage = Stage()
    let progress = stage.line(100, isTerminal: false)
    for _ in 0..<100 {
      stage.pass(1)
      progress.advance()
    }
    progress.finish()
    #expect(stage.written.isEmpty)
  }

  @Test func drawingIsThrottled() {
    let stage = Stage()
    let progress = stage.line(1000)
    for _ in 0..<1000 {
      stage.pass(0.001)
      progress.advance()
    }
    progress.finish()
    #expect((9...12).contains(stage.written.count))
    #expect(stage.written.last == "\r\u{1B}[2K")
  }

  @Test(arguments: [
    (0, 0.0, 100, "Coding 0/100 documents"), (5, 0.2, 100, "Coding 5/100 documents"),
    (50, 5.0, 100, "Coding 50/100 documents, 10/s, 5 s left"),
    (1, 10.0, 100, "Coding 1/100 documents, 6/min, 16 min 30 s left"),
    (100, 5.0, 100, "Coding 100/100 documents, 20/s"), (120, 5.0, 100, "Coding 120/100 documents, 24/s"),
    (1, 100.0, 1000, "Coding 1/1000 documents, 1/min, 27 h 45 min left"),
  ])
  func lineSaysRateAndTimeLeft(done: Int, seconds: Double, total: Int, text: String) {
    #expect(Stage().line(total).line(done: done, seconds: seconds) == text)
  }

  @Test func lineWithoutTotalHasNoTimeLeft() {
    #expect(Stage().line(nil).line(done: 40, seconds: 2) == "Coding 40 documents, 20/s")
  }

  @Test func lineIsCutToTheTerminal() {
    #expect(Stage().line(100, width: 12).line(done: 5, seconds: 5) == "Coding 5/10")
  }

  @Test func coloursAreForTerminalsOnly() {
    #expect(Terminal(isTerminal: true, hasColours: true).coloured("x", .red) == "\u{1B}[31mx\u{1B}[0m")
    #expect(Terminal(isTerminal: true, hasColours: false).coloured("x", .red) == "x")
    #expect(Terminal(isTerminal: false, hasColours: true).coloured("x", .red) == "x")
  }
}
