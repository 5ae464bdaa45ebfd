import Testing

@testable import Ingestion

/// Names that readers ask for have fixed ids, which are written by hand.
struct MarkupNamesTests {
  static let rows: [(id: Int32, name: String)] = [
    (MarkupNames.html, "html"), (MarkupNames.head, "head"), (MarkupNames.body, "body"),
    (MarkupNames.title, "title"), (MarkupNames.meta, "meta"), (MarkupNames.script, "script"),
    (MarkupNames.style, "style"), (MarkupNames.noscript, "noscript"), (MarkupNames.template, "template"),
    (MarkupNames.nav, "nav"), (MarkupNames.header, "header"), (MarkupNames.footer, "footer"),
    (MarkupNames.aside, "aside"), (MarkupNames.main, "main"), (MarkupNames.article, "article"),
    (MarkupNames.section, "section"), (MarkupNames.div, "div"), (MarkupNames.p, "p"),
    (MarkupNames.h1, "h1"), (MarkupNames.h6, "h6"), (MarkupNames.li, "li"), (MarkupNames.table, "table"),
    (MarkupNames.thead, "thead"), (MarkupNames.tr, "tr"), (MarkupNames.td, "td"), (MarkupNames.th, "th"),
    (MarkupNames.pre, "pre"), (MarkupNames.br, "br"), (MarkupNames.a, "a"), (MarkupNames.b, "b"),
    (MarkupNames.strong, "strong"), (MarkupNames.form, "form"), (MarkupNames.label, "label"),
    (MarkupNames.audio, "audio"), (MarkupNames.time, "time"), (MarkupNames.summary, "summary"),
    (MarkupNames.classAttribute, "class"), (MarkupNames.idAttribute, "id"), (MarkupNames.href, "href"),
    (MarkupNames.content, "content"), (MarkupNames.nameAttribute, "name"),
    (MarkupNames.property, "property"), (MarkupNames.hidden, "hidden"), (MarkupNames.align, "align"),
    (MarkupNames.itemprop, "itemprop"),
  ]

  @Test(arguments: rows) func aConstantIsTheIdOfItsName(id: Int32, name: String) {
    #expect(MarkupNames().find(name) == id)
    #expect(MarkupNames()[Int(id)] == name)
  }

  @Test func aNewNameGetsAnIdOfItsOwn() {
    var names = MarkupNames()
    let known = names.count
    var name = "o:p"
    let id = name.withUTF8 { names.intern($0) }
    #expect(Int(id) == known && names.find("o:p") == id && names.hasPrefix(id) && !names.isPlain(id))
    #expect(names.isPlain(MarkupNames.summary) && !names.hasPrefix(MarkupNames.summary))
  }

  @Test(arguments: ["label", "input", "select", "option", "button", "textarea", "iframe", "object", "audio"])
  func formControlsAreFound(name: String) throws {
    #expect(HTMLElements.isFormControl(try #require(MarkupNames().find(name))))
  }

  @Test(arguments: ["legend", "time", "form", "p"]) func otherElementsAreNoFormControls(name: String) throws {
    #expect(!HTMLElements.isFormControl(try #require(MarkupNames().find(name))))
  }
}
