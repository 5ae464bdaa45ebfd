import Coding
import Ingestion

/// Coded passages for reading on a terminal.
public enum CodingText {
  /// Each coded passage with its codes, and under each code the words that carried it.
  public static func text(_ coded: CodedDocument, _ model: CodingModel) -> String {
    var output = "== \(coded.document.path)\n"
    for (index, passage) in coded.document.passages.enumerated() {
      let coding = coded.codings[index]
      guard !coding.codes.isEmpty else { continue }
      let text = Array(coded.document.text[passage.text])
      output +=
        "\(index + 1) [\(passage.role.rawValue); \(passage.language.code)] \(String(decoding: text, as: UTF8.self))\n"
      for assignment in coding.codes where !CodingJSON.isPolarity(assignment, model) {
        let evidence = assignment.evidence.map { evidence in
          let words = String(decoding: text[evidence.span], as: UTF8.self)
          return "\(words) (\(model.lexicon.entries[evidence.entry].entry.id))"
        }
        let features = assignment.features.map { evidence in
          let feature = model.learned?.model.features[evidence.feature] ?? ""
          // The passage as a whole, under its titles: it stands above already.
          if LearnedModel.isContext(feature) { return "(learned \(feature))" }
          return "\(String(decoding: text[evidence.span], as: UTF8.self)) (learned \(feature))"
        }
        output +=
          "     \(model.lexicon.code(assignment).id): \((evidence + features).joined(separator: "; "))\n"
      }
      if coding.polarity != .neutral { output += "     polarity: \(coding.polarity.rawValue)\n" }
    }
    return output
  }
}
