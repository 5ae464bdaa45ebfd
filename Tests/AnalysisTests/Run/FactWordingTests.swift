import Foundation
import Testing

@testable import Analysis

/// What reports and spreadsheets say of a run has no English words in other languages.
@Suite struct FactWordingTests {
  @Test(
    arguments: [
      ("codebook", "life version 1.2", "life (1.2-нұсқа)", "life (версия 1.2)"),
      ("lexicons", "9 files 8a1f", "9 файл, 8a1f", "файлов: 9, 8a1f"),
      ("corpus", "36 documents 8a1f", "36 құжат, 8a1f", "документов: 36, 8a1f"),
      (
        "region packs", "KZ-11 version 1, KZ-15 version 2 8a1f", "KZ-11 (1-нұсқа), KZ-15 (2-нұсқа) 8a1f",
        "KZ-11 (версия 1), KZ-15 (версия 2) 8a1f"
      ),
      ("coder", "combined", "сөздік пен үйретілген модель", "словарь и обученная модель"),
      ("pipeline", "files version", "files version", "files version"),
      ("period", "2020-01-01 – …", "2020-01-01 – …", "2020-01-01 – …"),
    ])
  func valuesAreInTheReadersLanguage(key: String, value: String, kk: String, ru: String) {
    let label = FactWording.value(value, of: key)
    #expect(label.kk == kk && label.ru == ru, "\(label)")
  }

  @Test func everyFactOfARunHasAName() async throws {
    let (folder, pipeline, model) = try await LexiconEffectTests.study(coder: "combined")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var demonstration = pipeline
    demonstration.isDemonstration = true
    let facts =
      try Store.open(folder + "/out/analysis.sqlite").manifest()
      + Manifest(demonstration, model, RunKeys(pipeline, model), corpus: "").facts
    #expect(facts.contains { $0.key == "learned model" } && facts.contains { $0.key == "demonstration" })
    for (key, value) in facts where key != Manifest.coding {
      #expect(FactWording.label(of: key).ru != key && FactWording.label(of: key).kk != key, "\(key)")
      if key == "demonstration" { #expect(FactWording.value(value, of: key).ru.hasPrefix("документы")) }
    }
  }
}
