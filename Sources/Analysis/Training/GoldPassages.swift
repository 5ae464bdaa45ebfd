/// A passage that people have coded.
struct GoldPassage: Sendable {
  /// File name of its document; nil for a passage that stands alone.
  var document: String?
  /// What passages are kept together by when a model is tested: document or author.
  var group: String
  var text: String
  var language: String
  /// Ids as in a codebook, of all codebooks.
  var codes: Set<String>
  /// Codes that the coders did not agree on.
  var disputed: Set<String>
}

extension GoldPassage {
  /// A passage of a gold standard as one to learn from.
  init(_ passage: GoldStandard.Passage) {
    var codes: Set<String> = []
    for (field, names) in passage.fields {
      let isIndicator = CodeNames.indicatorFields.contains(field)
      codes.formUnion(names.map { isIndicator || $0.hasPrefix(field + ".") ? $0 : field + "." + $0 })
    }
    codes.insert("polarity." + (passage.polarity ?? "neutral"))
    self.init(
      document: passage.document, group: passage.document ?? passage.author ?? passage.file,
      text: passage.text, language: passage.language, codes: codes, disputed: passage.disputed)
  }
}

/// Why a model cannot be trained.
public struct TrainingError: Error, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var message: String

  public var description: String { "\(file):\(line): \(message)" }
}
