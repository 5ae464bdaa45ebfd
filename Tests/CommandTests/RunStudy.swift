import Foundation
import GRDB
import Testing

/// A small study in a folder of its own: pages, a lexicon, a pipeline, and runs of the program on it.
final class RunStudy {
  let scratch: Scratch
  /// The pipeline file.
  var pipeline: String { scratch.url("study.yaml").path }

  /// - Parameter outputs: of the pipeline.
  init(outputs: String = "csv, json, markdown, html, sqlite") throws {
    scratch = try Scratch()
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
            - id: water
              label: {en: Water, ru: Вода, kk: Су}
            - id: roads
              label: {en: Roads, ru: Дороги, kk: Жол}
      """.utf8)
    try lexicon("вода", "жол")
    try scratch.write(
      "study.yaml",
      """
      pipeline: life
      codebook: book
      sources: [pages]
      outputs: [\(outputs)]
      tables:
        - {id: kinds, rows: kind, columns: indicator, cells: [count, share]}
        - {id: languages, rows: language, columns: indicator}
      """.utf8)
  }

  /// Writes the lexicon: a Russian word for water, a Kazakh one for roads.
  func lexicon(_ water: String, _ roads: String) throws {
    try scratch.write(
      "book/life.tsv", "id\tcodes\tkk\tru\nwater\twater\tсу\t\(water)\nroads\troads\t\(roads)\tдорога\n".utf8)
  }

  /// Writes a page; every page is another one, the same each time.
  func page(_ number: Int, in folder: String = "pages", edition: Int = 0) throws {
    let russian = number % 3 != 0
    let sentences = (0..<(4 + number % 7)).map { n in
      russian
        ? "В районе построена дорога № \(number + n) и подана вода в \(edition + n) домов."
        : "Ауданда \(number + n) жол салынды, \(edition + n) үйге су берілді."
    }
    let paragraphs = sentences.map { "<p>\($0)</p>" }.joined(separator: "\n")
    try scratch.write(
      "\(folder)/page-\(number).html",
      "<html><body><h1>\(russian ? "Протокол" : "Хаттама") \(number)</h1>\(paragraphs)</body></html>".utf8)
  }

  /// A run of the program in the study's folder.
  @discardableResult
  func run(_ output: String = "out", _ more: String...) throws -> Program.Outcome {
    try Program.run(
      ["run", "study.yaml", "--output", output] + more, in: scratch.folder)
  }

  /// Results by name, the store as its rows. The state kept for the next run is no result.
  func results(_ output: String = "out") throws -> [String: Data] {
    var files = try scratch.contents(of: output).filter { !$0.key.hasPrefix(".hattama/") }
    if files["analysis.sqlite"] != nil {
      files["analysis.sqlite"] = Data(try Self.rows(of: scratch.url("\(output)/analysis.sqlite").path).utf8)
    }
    return files
  }

  /// Every row of every table of a store, and what SQLite says of the file.
  static func rows(of store: String) throws -> String {
    var configuration = Configuration()
    configuration.readonly = true
    let database = try DatabaseQueue(path: store, configuration: configuration)
    return try database.read { db in
      var text = try String.fetchAll(db, sql: "PRAGMA integrity_check").joined(separator: "\n") + "\n"
      for table in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      {
        text += "\(table)\n"
        for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") { text += "\(row)\n" }
      }
      return text
    }
  }
}
