import Foundation
import TestSupport
import Testing

/// What users name: in any order, with slips, and with more in it than is read.
struct InputNamingTests {
  @Test func theOrderOfFilesChangesNoResult() throws {
    let study = try RunStudy(outputs: "csv, json, markdown, html, xlsx, sqlite")
    let text = try String(contentsOfFile: study.pipeline, encoding: .utf8)
    try study.scratch.write(
      "study.yaml",
      text.replacing("cells: [count, share]", with: "cells: [count, share, examples], bootstrap: 200").utf8)
    for number in 0..<12 { try study.page(number, in: number % 2 == 0 ? "pages/b" : "pages") }
    try study.run("folder", "pages")
    let expected = try study.results("folder")
    let files = try FileManager.default.subpathsOfDirectory(atPath: study.scratch.url("pages").path)
      .filter { $0.hasSuffix(".html") }.map { "pages/" + $0 }
    var generator = SeededGenerator(seed: 66)
    for order in [files.shuffled(using: &generator), ["pages/page*", "pages/b"]] {
      let run = try Program.run(
        ["run", "study.yaml", "--output", "files"] + order, in: study.scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
      let results = try study.results("files")
      #expect(results.keys.sorted() == expected.keys.sorted())
      for (name, bytes) in expected { #expect(results[name] == bytes, "\(name)") }
      try FileManager.default.removeItem(at: study.scratch.url("files"))
    }
  }

  @Test func aSlipLeavesEarlierResultsAlone() throws {
    let study = try RunStudy()
    try study.page(1)
    try study.scratch.write("empty.html", [])
    try study.run()
    let before = try study.results()
    for (name, message) in [
      ("nope", "nope: there is no such file or folder"), ("no/pages", "nothing was read"),
      ("empty.html", "no documents in empty.html"),
    ] {
      let run = try study.run("out", name)
      #expect(run.status == 2 && run.errors.contains(message), "\(name): \(run.errors)")
      #expect(try study.results() == before, "\(name)")
    }
    #expect(try study.run("new", "nope").status == 2)
    #expect(!FileManager.default.fileExists(atPath: study.scratch.url("new").path))
    // What is there is read, and what is not is named.
    let both = try study.run("out", "pages", "nope")
    #expect(both.status == 1 && both.output.contains("1 documents"))
  }

  @Test func whatIsNotReadIsCounted() throws {
    let study = try RunStudy()
    try study.page(1)
    for name in ["a.pdf", "b.PDF", "c.docx", "README", "d/e.md"] {
      try study.scratch.write("pages/" + name, [0x78])
    }
    let line =
      "hattama: 5 files were passed over, of kinds that are not read: 2 .pdf, 1 without an ending, 1 .docx, 1 .md\n"
    for arguments in [
      ["ingest", "pages"], ["code", "--pipeline", "study.yaml", "pages"],
      ["run", "study.yaml", "--output", "out"], ["run", "study.yaml", "--output", "out"],
    ] {
      let outcome = try Program.run(arguments, in: study.scratch.folder)
      #expect(outcome.status == 0 && outcome.errors == line, "\(arguments): \(outcome.errors)")
    }
    let zip = try Program.shell(
      "cd pages && python3 -m zipfile -c ../p.zip page-1.html a.pdf && cd .. && hattama ingest p.zip",
      in: study.scratch.folder)
    if zip.status != 127 { #expect(zip.errors.contains("1 file was passed over"), "\(zip.errors)") }
  }

  @Test func aFolderWithoutDocumentsIsNamed() throws {
    let study = try RunStudy()
    try study.scratch.write("pages/a.pdf", [0x78])
    for arguments in [
      ["ingest", "pages"], ["code", "--pipeline", "study.yaml", "pages"],
      ["run", "study.yaml", "--output", "out"],
    ] {
      let outcome = try Program.run(arguments, in: study.scratch.folder)
      #expect(outcome.status == 2 && outcome.output == "", "\(arguments)")
      #expect(outcome.errors.contains("no documents in pages") && outcome.errors.contains("1 .pdf"))
    }
  }

  @Test func namesThatAreNoUTF8AreTakenFromTheCommandLine() throws {
    let scratch = try Scratch()
    let outcome = try Program.shell(
      "n=$(printf '\\377\\376.html'); echo '<p>Сессия өтті.</p>' > \"$n\"; hattama ingest \"$n\"",
      in: scratch.folder)
    #expect(outcome.status == 0 && outcome.output.contains("Сессия өтті."), "\(outcome.errors)")
    #expect(outcome.output.contains("\\xFF\\xFE.html"))
  }
}
