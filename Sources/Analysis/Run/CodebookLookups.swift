import Coding
import Linguistics

extension Codebook {
  /// Whether a code is another or stands above it: `results` covers `results.infrastructure`.
  static func covers(_ code: String, _ other: String) -> Bool {
    other == code || other.hasPrefix(code + ".")
  }

  /// The place of each code and group in `codes`, by its id.
  var places: [String: Int] {
    Dictionary(codes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension CodingScheme {
  /// Some of the entries, each found wherever one of its terms stands: without conditions, above every threshold.
  func withoutConditions(_ isTaken: (LexiconEntry) -> Bool = { _ in true }) -> CodingScheme {
    var scheme = self
    for layer in scheme.layers.indices {
      scheme.layers[layer].changes = []
      scheme.layers[layer].entries = scheme.layers[layer].entries.filter(isTaken).map { entry in
        var entry = entry
        entry.conditions = []
        entry.weight = 1e6
        return entry
      }
    }
    return scheme
  }
}

extension CompiledLexicon {
  /// A scheme compiled with the rules of both languages.
  convenience init(_ scheme: CodingScheme) {
    self.init([scheme], kazakh: { KazakhMatcher(lexemes: $0) }, russian: { RussianMatcher(lexemes: $0) })
  }
}
