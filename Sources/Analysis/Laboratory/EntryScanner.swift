import Coding
import Linguistics

/// Finds the passages that some entries may touch: those in which one of their terms stands, whatever its conditions say.
///
/// Coding with a lexicon of these entries alone; costs little more than cutting the text into words.
final class EntryScanner {
  let ids: Set<String>
  private let analyzer = TextAnalyzer()
  private let coder: LexiconCoder?
  private var analysis = TextAnalysis()

  init(_ lexicon: CompiledLexicon, entries ids: Set<String>) {
    self.ids = ids
    var scheme = lexicon.schemes[0]
    for i in scheme.layers.indices {
      scheme.layers[i].changes = []
      scheme.layers[i].entries = scheme.layers[i].entries.filter { ids.contains($0.id) }.map { entry in
        var entry = entry
        entry.conditions = []
        // Above every threshold.
        entry.weight = 1e6
        return entry
      }
    }
    let isEmpty = scheme.layers.allSatisfy(\.entries.isEmpty)
    let compiled = CompiledLexicon(
      [scheme], kazakh: { KazakhMatcher(lexemes: $0) }, russian: { RussianMatcher(lexemes: $0) })
    coder = isEmpty ? nil : LexiconCoder(compiled, types: analyzer.types)
  }

  func isIn(_ passage: StoredDocument.Passage, of document: StoredDocument) -> Bool {
    guard let coder else { return false }
    analysis.removeAll()
    let text = Array(passage.text.utf8)
    analyzer.analyze(text.span, in: 0..<text.count, into: &analysis)
    let coding = coder.code(
      analysis, sentences: 0..<analysis.sentences.count, context: PassageContext(region: document.region))
    return !coding.codes.isEmpty || !coding.polarityEvidence.isEmpty
  }
}

/// Compares the codes of stored documents with gold.
struct GoldScorer {
  private var expected: [PassageKey: (codes: Set<String>, disputed: Set<String>)] = [:]
  /// The codes that the gold has anywhere: others were not looked for by its coders.
  private var codes: Set<String> = []

  init(_ gold: GoldStandard, _ codebook: Codebook) {
    let names = codebook.dimensions.map { dimension in
      CodeNames(
        dimension: dimension.id, codes: codebook.codes[dimension.codes].filter { !$0.isGroup }.map(\.id))
    }
    for passage in gold.passages {
      guard let document = passage.document else { continue }
      let codes = names.reduce(into: Set<String>()) { $0.formUnion($1.codes(of: passage.fields)) }
      let disputed = passage.disputed.compactMap { code in names.lazy.compactMap { $0.code(code) }.first }
      expected[PassageKey(document: document, text: passage.text)] = (codes, Set(disputed))
      self.codes.formUnion(codes)
    }
  }

  /// What the gold says of a passage; nil where it does not have it.
  func codes(_ path: String, _ text: String) -> Set<String>? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return expected[PassageKey(document: name, text: text)]?.codes
  }

  func score(_ document: StoredDocument, into score: inout LexiconEffect.Score?) {
    for passage in document.passages {
      if let own = self.score(document.path, passage.text, Set(passage.codes)) { score?.add(own) }
    }
  }

  /// How codes of a passage compare with the gold's; nil where the gold does not have it. Disputed codes do not count.
  func score(_ path: String, _ text: String, _ given: Set<String>) -> LexiconEffect.Score? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let gold = expected[PassageKey(document: name, text: text)] else { return nil }
    let given = given.intersection(codes).subtracting(gold.disputed)
    let wanted = gold.codes.subtracting(gold.disputed)
    return LexiconEffect.Score(
      right: given.intersection(wanted).count, wrong: given.subtracting(wanted).count,
      missed: wanted.subtracting(given).count)
  }
}
