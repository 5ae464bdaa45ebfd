import Foundation
import GRDB
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Runs that are killed, interrupted, or run out of disk, and what the next run makes of what they left.
struct KilledRunTests {
  /// Twenty kills in the suite; `HATTAMA_KILLS=200 swift test --filter KilledRunTests` for more.
  static let kills = ProcessInfo.processInfo.environment["HATTAMA_KILLS"].flatMap { Int($0) } ?? 20

  /// The study's pages in two editions, with a link that leads to one of them.
  private static func study() throws -> RunStudy {
    let study = try RunStudy()
    for number in 100..<220 {
      try study.page(number, in: "first")
      // The second edition has other pages at the beginning, in the middle and at the end, lacks some, and changes some.
      if number % 10 != 3 { try study.page(number, in: "second", edition: number % 7 == 0 ? 5 : 0) }
    }
    for number in [99, 1501, 300] { try study.page(number, in: "second") }
    try study.scratch.write("second/page-150.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 1, 2])
    return study
  }

  private static func show(_ edition: String, in study: RunStudy) throws {
    let link = study.scratch.url("pages")
    try? FileManager.default.removeItem(at: link)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: study.scratch.url(edition))
  }

  @Test func killedRunsLoseNothing() throws {
    let study = try Self.study()
    let editions = ["first", "second"]
    var expected: [String: [String: Data]] = [:]
    var seconds = 0.0
    for edition in editions {
      try Self.show(edition, in: study)
      let start = Date()
      try study.run("whole-\(edition)")
      seconds = max(seconds, Date().timeIntervalSince(start))
      expected[edition] = try study.results("whole-\(edition)")
    }
    // A machine that was busy with other tests just now would make this one last for ever.
    seconds = min(seconds, 5)
    var random = SeededGenerator(seed: 20_260_711)
    var (killed, turn) = (0, 0)
    var isWhole = false
    try Self.show(editions[0], in: study)
    while killed < Self.kills || !isWhole {
      let process = try Program.start(
        ["run", "study.yaml", "--output", "out", "--jobs", "2"], in: study.scratch.folder)
      // The last run is left alone.
      let patience = killed < Self.kills ? Double.random(in: 0...(seconds * 1.2), using: &random) : 600
      let end = Date().addingTimeInterval(patience)
      while process.isRunning, Date() < end { usleep(2000) }
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        killed += 1
      }
      process.waitUntilExit()
      isWhole = process.terminationReason == .exit
      guard isWhole else { continue }
      let edition = editions[turn % 2]
      let results = try study.results()
      #expect(results.keys.sorted() == expected[edition]?.keys.sorted())
      for (name, bytes) in expected[edition] ?? [:] {
        #expect(results[name] == bytes, "\(name) after \(killed) kills, \(edition) edition")
      }
      let store = results["analysis.sqlite"].map { String(decoding: $0, as: UTF8.self) } ?? ""
      #expect(store.hasPrefix("ok\n"), "PRAGMA integrity_check")
      turn += 1
      if killed < Self.kills { try Self.show(editions[turn % 2], in: study) }
    }
    let rest = try FileManager.default.contentsOfDirectory(atPath: study.scratch.url("out/.hattama").path)
    #expect(rest.sorted() == ["inputs", "lock", "state.json"], "nothing of killed runs is left")
  }

  @Test func secondRunOnAFolderSaysSo() throws {
    let study = try Self.study()
    try Self.show("first", in: study)
    let first = try Program.start(["run", "study.yaml", "--output", "out"], in: study.scratch.folder)
    while first.isRunning,
      !FileManager.default.fileExists(atPath: study.scratch.url("out/.hattama/lock").path)
    {
      usleep(1000)
    }
    // The lock is taken right after its file is made.
    usleep(100_000)
    kill(first.processIdentifier, SIGSTOP)
    let second = try study.run()
    #expect(second.status == 2)
    #expect(
      second.errors.contains("another run (process \(first.processIdentifier)) is writing to this folder"))
    kill(first.processIdentifier, SIGKILL)
    first.waitUntilExit()
    #expect(try study.run().status == 0, "the lock ends with its process")
  }

  @Test(arguments: [SIGINT, SIGTERM]) func interruptedRunGoesOn(_ signal: Int32) throws {
    let study = try Self.study()
    try Self.show("first", in: study)
    try study.run("whole")
    let process = try Program.start(["run", "study.yaml", "--output", "out"], in: study.scratch.folder)
    let part = study.scratch.url("out/.hattama/analysis.sqlite.part").path
    while process.isRunning, !FileManager.default.fileExists(atPath: part) { usleep(1000) }
    usleep(100_000)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    #expect(FileManager.default.fileExists(atPath: part))
    #expect(!FileManager.default.fileExists(atPath: study.scratch.url("out/analysis.sqlite").path))
    #expect(try study.run().status == 0)
    #expect(try study.results() == study.results("whole"))
  }

  /// The exit code says whether the results are there, whenever the signal came.
  @Test func interruptedRunNeverSaysThatAllIsWell() throws {
    let study = try Self.study()
    try Self.show("first", in: study)
    let start = Date()
    try study.run("whole")
    let seconds = min(Date().timeIntervalSince(start), 5)
    let expected = try study.results("whole")
    var random = SeededGenerator(seed: 5)
    for number in 0..<8 {
      let process = try Program.start(
        ["run", "study.yaml", "--output", "out-\(number)"], in: study.scratch.folder)
      usleep(UInt32(Double.random(in: 0...(seconds * 1.1), using: &random) * 1e6))
      if process.isRunning { kill(process.processIdentifier, SIGINT) }
      process.waitUntilExit()
      if process.terminationReason == .exit, process.terminationStatus == 0 {
        #expect(try study.results("out-\(number)") == expected)
      } else {
        // Before the program has begun its work, the signal itself ends it.
        #expect(process.terminationStatus == (process.terminationReason == .exit ? 130 : SIGINT))
      }
    }
  }

  /// Process numbers return: in a container every run may have the same one.
  @Test func whatKilledRunsWereWritingIsRemovedWhateverTheirNumber() throws {
    let study = try RunStudy()
    try study.page(1)
    try study.run()
    let living = ProcessInfo.processInfo.processIdentifier
    let left = [".hattama/.inputs.\(living).3.part", ".hattama/.state.json.999999999.1.part"]
    for name in left { try study.scratch.write("out/\(name)", [1]) }
    let others = "tables/.kinds.csv.\(living).1.part"
    try study.scratch.write("out/\(others)", [1])
    try study.run()
    let files = try study.scratch.contents(of: "out").keys
    #expect(left.allSatisfy { !files.contains($0) })
    #expect(files.contains(others), "another program may be writing it")
  }

  /// A file system of its own needs the rights of the administrator.
  static let mayMount =
    geteuid() == 0 && (try? Program.shell("unshare -m true", in: Program.root).status) == 0

  @Test(.enabled(if: mayMount, "needs the right to mount a file system, see the skipped test's source"))
  func fullDiskIsNamedAndTheRunGoesOn() throws {
    let study = try Self.study()
    try Self.show("first", in: study)
    try study.run("whole")
    // A memory disk that is too small for the results, then one that is made large enough.
    let result = try Program.shell(
      """
      exec 2>&1; mkdir out && unshare -m sh -c '
      mount -t tmpfs -o size=200k tmpfs out || exit 9
      hattama run study.yaml --output out; echo "status $?"
      mount -o remount,size=64m out
      hattama run study.yaml --output out >/dev/null; echo "status $?"
      cp -a out kept'
      """, in: study.scratch.folder)
    #expect(result.output.contains("status 2\nstatus 0"), "\(result.output)")
    #expect(result.output.contains("full") || result.output.contains("No space left"), "\(result.output)")
    #expect(try study.results("kept") == study.results("whole"))
  }
}
