import Foundation
import Tabulation
import Testing

@testable import Reporting

@Suite struct ValidityPageTests {
  static func estimate(_ value: Double, _ low: Double, _ high: Double) -> Estimate {
    Estimate(measure: .value(value), interval: low...high)
  }

  static func row(_ name: String, alpha: Estimate) -> ValidityPage.Row {
    ValidityPage.Row(
      TrilingualLabel(kk: name + "-kk", ru: name + "-ru", en: name), count: 12,
      prevalence: estimate(0.05, 0.03, 0.08), precision: estimate(1, 1, 1), recall: estimate(0.5, 0.4, 0.6),
      f1: estimate(0.666, 0.5, 0.7), alpha: alpha, people: estimate(0.94, 0.9, 0.97))
  }

  static let page: ValidityPage = {
    var dimension = ValidityPage.Dimension(
      TrilingualLabel(kk: "Индикатор", ru: "Индикатор", en: "Indicator"),
      groups: [row("All", alpha: estimate(0.7, 0.6, 0.8))],
      codes: [
        row("good", alpha: estimate(0.83, 0.7, 0.9)), row("poor", alpha: estimate(-0.05, -0.1, 0.1)),
        row("none", alpha: Estimate(measure: .undefined(.oneCategory))),
      ])
    dimension.languagesOverlap = false
    dimension.decisionGroups = [TrilingualLabel(untranslated: "kk protocol")]
    dimension.decisions = [
      ValidityPage.Decisions(
        TrilingualLabel(untranslated: "good"),
        counts: [Detection(truePositives: 3, falsePositives: 2, falseNegatives: 1)])
    ]
    dimension.mistakes = [
      ValidityPage.Mistake(
        code: TrilingualLabel(untranslated: "good"), isMissed: false, place: "a.html#3", language: "ru",
        text: "<b>Вода & дорога</b>", score: 0.63, votes: 1,
        evidence: [(words: "Вода", entry: "water", rule: "вода")])
    ]
    return ValidityPage(
      dimensions: [dimension], method: TrilingualLabel(kk: "қ", ru: "р", en: "By the lexicon."),
      resamples: 1000)
  }()

  @Test(arguments: [
    "<h2 id=\"validity\">", "By the lexicon.", "1000 resamples of documents", "do not overlap",
    "<bdi lang=\"en\">reliable</bdi>", "<bdi lang=\"en\">insufficient</bdi>", "one category only",
    "<bdi lang=\"en\">.83</bdi>", "<bdi lang=\"ru\">0,83</bdi>", "<bdi lang=\"en\">−.05</bdi>",
    ">3 / 2 / 1</td>", "&lt;b&gt;Вода &amp; дорога&lt;/b&gt;", "<mark>Вода</mark> ← water: вода",
  ])
  func shows(_ part: String) {
    let text = String(decoding: Self.page.fragment, as: UTF8.self)
    #expect(text.contains(part))
    #expect(!text.contains("<b>Вода"))
  }

  @Test func aPageOfItsOwnHoldsTheFragment() {
    let title = TrilingualLabel(kk: "Т", ru: "Т", en: "Title")
    let page = String(decoding: Self.page.page(title: title, language: .kk), as: UTF8.self)
    #expect(page.contains(String(decoding: Self.page.fragment, as: UTF8.self)))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"kk\">"))
    #expect(page.contains("id=\"lang-kk\" checked") && !page.contains("http"))
  }

  @Test func tagsAreBalanced() {
    let text = String(decoding: Self.page.fragment, as: UTF8.self)
    for tag in [
      "section", "table", "thead", "tbody", "tr", "td", "th", "div", "p", "ul", "li", "details", "svg",
    ] {
      let open =
        text.components(separatedBy: "<\(tag)>").count + text.components(separatedBy: "<\(tag) ").count
      #expect(open - 2 == text.components(separatedBy: "</\(tag)>").count - 1, "\(tag)")
    }
  }
}
