import Foundation
import Testing

/// `hattama count` as its users call it.
struct CountCommandTests {
  static func pages() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "pages/a.html",
      "<nav>бюджет</nav><p>Бюджет <b>район</b>а, местный бюджет.</p><script>бюджет</script><footer>бюджет</footer>"
        .utf8)
    try scratch.write("pages/b.txt", "Судьба бюджета.\n\nБюджет".utf8)
    try scratch.write(
      "forms.tsv",
      "# money\nmoney\tbudget\tбюджет\nmoney\tbudget\tбюджета\nplace\tlocal\tместный бюджет\n".utf8)
    try scratch.write("study.dic", "%\n1\tmoney\n2\tplace\n%\nбюджет*\t1\nместн*\t2\n".utf8)
    try scratch.write("study.yml", "money: [бюджет*]\nplace:\n  local: [местный бюджет]\n".utf8)
    return scratch
  }

  /// As in the CSV files of runs.
  @Test func textsThatSpreadsheetsWouldRunAreGuarded() throws {
    let scratch = try Self.pages()
    try scratch.write("=cmd|calc!A0.html", "<p>Бюджет</p>".utf8)
    try scratch.write("plus.tsv", "+y\tбюджет\n".utf8)
    let count = try Program.run(
      ["count", "--lexicon", "plus.tsv", "--format", "csv", "=cmd|calc!A0.html"], in: scratch.folder)
    #expect(count.output == "document,words,'+y\n'=cmd|calc!A0.html,1,1\n", "\(count.output) \(count.errors)")
  }

  static let rows: [(arguments: [String], output: String)] = [
    (
      ["--lexicon", "forms.tsv"],
      "document\twords\tmoney\tplace\npages/a.html\t4\t1\t1\npages/b.txt\t3\t2\t0\n"
    ),
    (
      ["--lexicon", "forms.tsv", "--by", "term", "--format", "csv"],
      "document,words,money/budget,place/local\npages/a.html,4,1,1\npages/b.txt,3,2,0\n"
    ),
    (
      ["--lexicon", "study.dic"],
      "document\twords\tmoney\tplace\npages/a.html\t4\t2\t1\npages/b.txt\t3\t2\t0\n"
    ),
    (
      ["--lexicon", "study.yml", "--format", "jsonl"],
      """
      {"document":"pages/a.html","words":4,"counts":{"money":1,"place.local":1}}
      {"document":"pages/b.txt","words":3,"counts":{"money":2}}

      """
    ),
  ]

  @Test(arguments: rows.indices) func countsAreListed(_ index: Int) throws {
    let scratch = try Self.pages()
    let row = Self.rows[index]
    for jobs in ["1", "3"] {
      let run = try Program.run(["count"] + row.arguments + ["--jobs", jobs, "pages"], in: scratch.folder)
      #expect(run.status == 0 && run.output == row.output, "\(row.arguments): \(run.output) \(run.errors)")
    }
  }

  @Test func recordsOfALineAreDocumentsOfTheirFilesGroup() throws {
    let scratch = try Self.pages()
    let records = (0..<500).map { "{\"title\":\"\($0)\",\"body\":\"<p>бюджет \($0)</p>\"}\n" }.joined()
    try scratch.write("api/news.jsonl", records.utf8)
    try scratch.write("groups.tsv", "api/news.jsonl\tKZ-55\n".utf8)
    let rows = try Program.run(
      ["count", "--lexicon", "forms.tsv", "--jobs", "3", "api"], in: scratch.folder)
    #expect(rows.output.split(separator: "\n").count == 501, "\(rows.errors)")
    #expect(rows.output.contains("\napi/news.jsonl!/499\t2\t1\t0\n"))
    let sums = try Program.run(
      ["count", "--lexicon", "forms.tsv", "--groups", "groups.tsv", "api"], in: scratch.folder)
    #expect(sums.status == 0 && sums.output == "KZ-55\tmoney\t500\n", "\(sums.output) \(sums.errors)")
  }

  @Test func groupsAreSummed() throws {
    let scratch = try Self.pages()
    try scratch.write("groups.tsv", "a.html\tKZ-55\nb.txt\tKZ-55\n".utf8)
    let run = try Program.run(
      ["count", "--lexicon", "forms.tsv", "--groups", "groups.tsv", "pages"], in: scratch.folder)
    #expect(
      run.status == 0 && run.output == "KZ-55\tmoney\t3\nKZ-55\tplace\t1\n", "\(run.output) \(run.errors)")
  }

  @Test func termsOfACodebookInflect() throws {
    let scratch = try Self.pages()
    try scratch.write("pages/b.txt", "О бюджетах районов.\n\nБюджеттің көлемі.".utf8)
    try scratch.write(
      "book/codebook.yaml",
      """
      codebook: life
      version: 1
      title: {en: Life, ru: Жизнь, kk: Өмір}
      dimensions:
        - id: indicator
          label: {en: Indicators, ru: Индикаторы, kk: Көрсеткіштер}
          codes:
            - id: money
              label: {en: Money, ru: Деньги, kk: Ақша}
      """.utf8)
    try scratch.write(
      "book/life.tsv",
      "id\tcodes\tkk\tru\tconditions\nbudget\tmoney\tбюджет\tбюджет\tnot sentence: район\n".utf8)
    for (unit, name) in [("category", "money"), ("term", "budget")] {
      let run = try Program.run(
        ["count", "--lexicon", "book", "--by", unit, "pages/b.txt"], in: scratch.folder)
      #expect(run.output == "document\twords\t\(name)\npages/b.txt\t5\t2\n", "\(run.output) \(run.errors)")
    }
  }

  static let mistakes: [(lexicon: String, bytes: String, message: String)] = [
    ("no.tsv", "", "no such file"), ("empty.tsv", "# nothing\n", "no form"),
    ("row.tsv", "just one cell\n", "row.tsv:1"),
    ("bad.dic", "words\n", "bad.dic:1"),
  ]

  @Test(arguments: mistakes) func mistakesAreNamed(_ row: (lexicon: String, bytes: String, message: String))
    throws
  {
    let scratch = try Self.pages()
    if !row.bytes.isEmpty { try scratch.write(row.lexicon, row.bytes.utf8) }
    let run = try Program.run(["count", "--lexicon", row.lexicon, "pages"], in: scratch.folder)
    #expect(run.status == 2 && run.errors.contains(row.message) && run.output.isEmpty, "\(run.errors)")
  }
}
