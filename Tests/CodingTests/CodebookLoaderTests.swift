import Coding
import Testing

@Suite struct CodebookLoaderTests {
  @Test func readsGroupsCodesAndDefaults() throws {
    let book = try CodebookLoader.load(
      """
      codebook: demo
      version: 3
      title: {en: Demo, ru: Демо, kk: Демо}
      source: A paper, 2025
      dimensions:
        - id: indicator
          label: {en: Indicator, ru: Индикатор, kk: Индикатор}
          codes:
            - id: results
              label: {en: Results, ru: Результаты, kk: Нәтижелер}
              definition: A group.
              codes:
                - id: results.water
                  label: {en: Water, ru: Вода, kk: Су}
                  definition: Water is supplied.
                  include: [pipes, wells]
                  exclude: ["plans (reforms.plans)"]
                  threshold: 1.5
        - id: form
          label: {en: Form, ru: Форма, kk: Нысан}
          codes:
            - {id: form.hearing, label: {en: Hearing, ru: Слушания, kk: Тыңдау}}
      """, file: "codebook.yaml")
    #expect(book.id == "demo" && book.version == 3 && book.source == "A paper, 2025")
    #expect(book.dimensions.map(\.id) == ["indicator", "form"])
    #expect(book.dimensions.map(\.codes) == [0..<2, 2..<3])
    #expect(book.codes.map(\.id) == ["results", "results.water", "form.hearing"])
    #expect(book.codes.map(\.isGroup) == [true, false, false])
    #expect(book.codes.map(\.group) == [nil, 0, nil])
    #expect(book.codes.map(\.threshold) == [1, 1.5, 1])
    #expect(book.codes[1].label == .init(en: "Water", ru: "Вода", kk: "Су"))
    #expect(book.codes[1].include == ["pipes", "wells"] && book.codes[1].exclude.count == 1)
    #expect(book.codes[1].line == 13)
  }

  /// A codebook with one line of its code replaced, and what the error must say.
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var code: String
    var message: String
    var testDescription: String { name }
  }

  static let faults: [Fault] = [
    .init(
      name: "unknown key", code: "{id: a, label: {en: A, ru: А, kk: А}, treshold: 1}",
      message:
        "c.yaml:8:47: error: a code has no key 'treshold'; known keys: id, label, definition, include, exclude, threshold, rows, codes [unknown-key]"
    ),
    .init(
      name: "missing label", code: "{id: a}",
      message: "c.yaml:8:9: error: 'label' is missing; write label: {en: …, ru: …, kk: …} [missing-label]"),
    .init(
      name: "label lacks Kazakh", code: "{id: a, label: {en: A, ru: А}}",
      message: "c.yaml:8:24: error: 'label' has no kk text; labels stand in en, ru and kk [missing-label]"),
    .init(
      name: "duplicate id", code: "{id: first, label: {en: A, ru: А, kk: А}}",
      message:
        "c.yaml:8:14: error: the id 'first' stands already in line 7; give one of them another id [duplicate-id]"
    ),
    .init(
      name: "id with a Cyrillic letter", code: "{id: roаd, label: {en: A, ru: А, kk: А}}",
      message: "c.yaml:8:14: error: the id 'roаd' may hold only a-z, 0-9, '-' and '.' [bad-id]"),
    .init(
      name: "threshold no number", code: "{id: a, label: {en: A, ru: А, kk: А}, threshold: high}",
      message: "c.yaml:8:58: error: the threshold 'high' must be a number above 0 [bad-threshold]"),
    .init(
      name: "threshold zero", code: "{id: a, label: {en: A, ru: А, kk: А}, threshold: 0}",
      message: "c.yaml:8:58: error: the threshold '0' must be a number above 0 [bad-threshold]"),
    .init(
      name: "a code that is a text", code: "water",
      message: "c.yaml:8:9: error: a code must be written as 'key: value', not 'water' [not-a-mapping]"),
    .init(
      name: "include is no list", code: "{id: a, label: {en: A, ru: А, kk: А}, include: x}",
      message: "c.yaml:8:56: error: 'include' must be a list of texts, [ …, … ] [not-a-list]"),
    .init(
      name: "empty group", code: "{id: a, label: {en: A, ru: А, kk: А}, codes: []}",
      message: "c.yaml:8:54: error: 'codes' must be a list with at least one item [not-a-list]"),
  ]

  /// YAML's aliases are the only way to write a circle.
  @Test func aCircleIsNamedWithItsLine() {
    let error = #expect(throws: CodebookError.self) {
      try CodebookLoader.load("codebook: c\ndimensions: &d\n  - {id: a, codes: *d}\n", file: "c.yaml")
    }
    #expect(error?.issues.map(\.line) == [3])
    #expect(error?.issues.first?.id == "yaml-syntax")
  }

  @Test(arguments: faults) func errorsNameFileLineAndRemedy(_ fault: Fault) {
    let text = """
      codebook: demo
      title: {en: Demo, ru: Демо, kk: Демо}
      dimensions:
        - id: indicator
          label: {en: I, ru: И, kk: И}
          codes:
            - {id: first, label: {en: A, ru: А, kk: А}}
            - \(fault.code)
      """
    let error = #expect(throws: CodebookError.self) { try CodebookLoader.load(text, file: "c.yaml") }
    #expect(error?.description == fault.message)
  }

  @Test(
    "whole files that are no codebook",
    arguments: [
      ("", "empty-codebook"), ("just text", "not-a-mapping"), ("a: [1, 2", "yaml-syntax"),
      ("a: 1\na: 2", "yaml-syntax"),
      ("codebook: x\ndimensions: &a\n  - codes: *a", "yaml-syntax"),
    ])
  func unusable(_ text: String, _ id: String) {
    let error = #expect(throws: CodebookError.self) { try CodebookLoader.load(text, file: "c.yaml") }
    #expect(error?.issues.first?.id == id)
  }

  @Test func allProblemsAreListedInTheOrderOfTheFile() {
    let text = """
      codebook: demo
      dimensions:
        - id: A
          codes:
            - {id: b}
      """
    let error = #expect(throws: CodebookError.self) { try CodebookLoader.load(text, file: "c.yaml") }
    #expect(error?.issues.map(\.id) == ["missing-label", "missing-label", "bad-id", "missing-label"])
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000)] {
      let error = #expect(throws: CodebookError.self) { try CodebookLoader.load(text, file: "c.yaml") }
      #expect(error?.issues.first?.id == "yaml-syntax")
    }
  }
}
