import Foundation
import Glibc
import TestSupport
import Testing

@testable import Ingestion

/// Files, folders, patterns and lists.
struct InputWalkTests {
  static func folder() throws -> TestFolder {
    let folder = try TestFolder()
    for name in [
      "b.html", "a/2.html", "a/10.html", "a/1.txt", "a/x/deep.xml", "a.htm", "c.zip", "d.warc.gz", "e.png",
      ".git/f.html",
      "a/.g.html", "zz/[odd].html",
    ] { try folder.write(name, [0x78]) }
    return folder
  }

  static func paths(_ names: [String], _ folder: TestFolder) -> [String] {
    InputWalk(names.map { $0.isEmpty ? folder.path : folder.path + "/" + $0 }).map { found in
      switch found {
      case .file(let path): String(path.dropFirst(folder.path.count + 1))
      case .problem(let problem): problem.id
      }
    }
  }

  static let rows: [(names: [String], expected: [String])] = [
    (
      [""],
      [
        "a/1.txt", "a/10.html", "a/2.html", "a/x/deep.xml", "a.htm", "b.html", "c.zip", "d.warc.gz",
        "zz/[odd].html",
      ]
    ),
    (["e.png", "a/x"], ["e.png", "a/x/deep.xml"]),
    (["a/*.html"], ["a/10.html", "a/2.html"]),
    (["a/?.*"], ["a/1.txt", "a/2.html"]),
    (["**/*.html"], ["b.html", "a/10.html", "a/2.html", "zz/[odd].html"]),
    (["a/**"], ["a/1.txt", "a/10.html", "a/2.html", "a/x/deep.xml"]),
    (["[ab].h*"], ["a.htm", "b.html"]),
    (["[!a].html"], ["b.html"]),
    (["zz/[odd].html"], ["zz/[odd].html"]),
    (["q*"], ["no-match"]),
    (["missing.html"], ["missing.html"]),
  ]

  @Test(arguments: rows) func namesAreExpanded(_ row: (names: [String], expected: [String])) throws {
    #expect(try Self.paths(row.names, Self.folder()) == row.expected, "\(row.names)")
  }

  /// By whatever names and in whatever order files are named, they come in that of the folder.
  @Test func theOrderOfNamesIsThatOfTheFolder() throws {
    let folder = try Self.folder()
    let walked = Self.paths([""], folder)
    func inOneOrder(_ names: [String]) -> [String] {
      let full = InputWalk.inOneOrder(names.map { folder.path + "/" + $0 })
      return Self.paths(full.map { String($0.dropFirst(folder.path.count + 1)) }, folder)
    }
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<20 { #expect(inOneOrder(walked.shuffled(using: &generator)) == walked) }
    #expect(inOneOrder(["zz", "b.html", "**/*.h*", "a"]).prefix(4) == walked.prefix(4))
    #expect(inOneOrder(["**/*.html"]) == ["a/10.html", "a/2.html", "b.html", "zz/[odd].html"])
    #expect(inOneOrder(["q*", "b.html"]) == ["b.html", "no-match"])
  }

  @Test func loopsAreNamedOnce() throws {
    let folder = try Self.folder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/a/x/up", withDestinationPath: folder.path)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/twice", withDestinationPath: folder.path + "/a")
    let found = Self.paths([""], folder)
    #expect(found.filter { $0 == "folder-loop" }.count == 2, "below a and below twice")
    #expect(found.filter { $0.hasSuffix("10.html") }.count == 2, "a folder may be reached by two ways")
    #expect(Self.paths(["**/*.xml"], folder).allSatisfy { $0.hasSuffix(".xml") })
  }

  @Test func namesThatAreNoUTF8AreReadAndListed() throws {
    let folder = try TestFolder()
    let name = Array(folder.path.utf8) + [0x2F, 0xEF, 0xF0] + Array(".html".utf8) + [0]
    let descriptor = name.withUnsafeBytes { bytes in
      bytes.baseAddress.map { Glibc.open($0.assumingMemoryBound(to: CChar.self), O_CREAT | O_WRONLY, 0o644) }
        ?? -1
    }
    try #require(descriptor >= 0)
    _ = Glibc.write(descriptor, "abc", 3)
    close(descriptor)
    #expect(Self.paths([""], folder) == ["\\xEF\\xF0.html"])
    #expect(try SourceFile.bytes(of: folder.path + "/\\xEF\\xF0.html") == Array("abc".utf8))
    #expect(FileStamp(path: folder.path + "/\\xEF\\xF0.html")?.size == 3)
  }

  @Test func longNamesAreRead() throws {
    let folder = try TestFolder()
    let name = String(repeating: "ұ", count: 120) + ".html"
    try folder.write(name, [0x78])
    #expect(Self.paths([""], folder) == [name])
    #expect(try SourceFile.bytes(of: folder.path + "/" + name) == [0x78])
  }

  @Test(arguments: ["a b.html\nc.html\n\n", "a b.html\r\nc.html", "a b.html\0c.html\0"])
  func listsAreReadByLineOrZeroByte(_ text: String) {
    #expect(PathList.paths(in: Array(text.utf8)) == ["a b.html", "c.html"])
  }

  static let names: [[UInt8]] = [
    Array("plain.html".utf8), [0xFF, 0x41], Array("ә".utf8) + [0xD2], [0xC3, 0x28], [0xF0, 0x9F, 0x98],
  ]

  @Test(arguments: names) func namesComeBack(_ bytes: [UInt8]) {
    let text = FileName.text(bytes)
    #expect(FileName.bytes(text) ?? Array(text.utf8) == bytes)
  }
}
