import Foundation
import Testing

/// Exchange of lexicons and validation, as a user does them.
struct LexiconCommandTests {
  private static let book = """
    codebook: c
    version: 1
    title: {en: C, ru: К, kk: К}
    dimensions:
      - id: indicator
        label: {en: I, ru: И, kk: И}
        codes: [{id: water, label: {en: Water, ru: Вода, kk: Су}}]
    """

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("book/codebook.yaml", Self.book.utf8)
    return scratch
  }

  @Test func aDictionaryComesInAndGoesOut() throws {
    let scratch = try scratch()
    let dictionary = try scratch.write("d.yml", "Вода: [водопровод*, питьевая вода]\n".utf8)
    let book = scratch.url("book").path
    let arguments = [
      "lexicon", "import", dictionary, "--codebook", book, "--output", scratch.url("book/water.tsv").path,
    ]
    let done = try Program.run(arguments)
    #expect(done.status == 0 && done.errors.contains("1 entries with 2 terms"), "\(done.errors)")
    #expect(try Program.run(["lexicon", "lint", book]).output.contains("1 entries, 2 terms"))
    let out = try Program.run(["lexicon", "export", book, "--format", "liwc"])
    #expect(
      out.status == 0 && out.output == "%\n1\twater\n%\nводопровод*\t1\nпитьевая вода\t1\n", "\(out.output)")
    // What a person may have edited since is not overwritten.
    let again = try Program.run(arguments)
    #expect(again.status == 2 && again.errors.contains("exists already"), "\(again.errors)")
  }

  @Test func allCodebooksOfAFolderAreChecked() throws {
    let scratch = try scratch()
    try scratch.write("other/codebook.yaml", Self.book.utf8)
    try scratch.write("book/w.tsv", "id\tcodes\tkk\tru\nw\twatre\tсу\tвода\n".utf8)
    let lint = try Program.run(["lexicon", "lint", "--lexicons", scratch.folder.path])
    #expect(lint.status == 1 && lint.output.contains("unknown-code"), "\(lint.errors)")
    #expect(lint.output.contains("/book: 0 entries") && lint.output.contains("/other: 0 entries"))
    let none = try Program.run(["lexicon", "lint", "--lexicons", scratch.url("book").path])
    #expect(none.status == 2 && none.errors.contains("no codebook in this folder"))
  }

  @Test func whatIsLostIsListed() throws {
    let scratch = try scratch()
    let dictionary = try scratch.write("d.yml", "water: [\"в?да\", вода]\nfire: [огонь]\n".utf8)
    let outcome = try Program.run([
      "lexicon", "import", dictionary, "--codebook", scratch.url("book").path,
    ])
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("d.yml:1: 'в?да': a wildcard counts only at the end of a word"))
    #expect(outcome.errors.contains("d.yml:2: the category 'fire' is the name of no code"))
    #expect(outcome.output.contains("=вода"))
  }

  @Test(arguments: [
    ("d.txt", "water: [x]", "Name its format with --format"), ("d.yml", "water: [", "not readable as YAML"),
    ("d.ykd", "", "d.ykd:1:"),
  ])
  func whatCannotBeReadIsExplained(_ name: String, _ text: String, _ message: String) throws {
    let scratch = try scratch()
    let dictionary = try scratch.write(name, text.utf8)
    let outcome = try Program.run([
      "lexicon", "import", dictionary, "--codebook", scratch.url("book").path,
    ])
    #expect(outcome.status == 2 && outcome.errors.contains(message), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aModelIsNotTestedOnWhatItLearnedFrom() throws {
    let outcome = try Program.run(["evaluate", "--gold", "Corpus/gold", "--resamples", "0"])
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.errors.contains("the model learned from all") && outcome.errors.contains("--unseen regions"))
  }
}
