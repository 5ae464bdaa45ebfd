import Coding
import Tabulation

/// The codes that people gave to passages of documents, found by document and text.
struct GoldCodes {
  struct Passage {
    var codes: Set<String>
    /// Codes that the coders did not agree on, which are not scored.
    var disputed: Set<String>
  }

  private var passages: [PassageKey: Passage] = [:]
  /// The codes that the gold has anywhere: others were not looked for by its coders.
  private(set) var all: Set<String> = []
  /// The places of passages that no document has had so far.
  private var unmet: [PassageKey: String] = [:]

  init() {}

  /// Passages that stand alone are left out: no document has them.
  init(_ gold: GoldStandard, _ codebook: Codebook) {
    let names = CodeNames.all(of: codebook)
    for passage in gold.passages {
      guard let document = passage.document else { continue }
      let codes = names.reduce(into: Set<String>()) { $0.formUnion($1.codes(of: passage.fields)) }
      let disputed = passage.disputed.compactMap { code in names.lazy.compactMap { $0.code(code) }.first }
      passages[PassageKey(document: document, text: passage.text)] = Passage(
        codes: codes, disputed: Set(disputed))
      unmet[PassageKey(document: document, text: passage.text)] = passage.place
      all.formUnion(codes)
    }
  }

  var isEmpty: Bool { passages.isEmpty }

  /// nil where no person coded the passage.
  subscript(path: String, text: String) -> Passage? { passages[PassageKey(path: path, text: text)] }

  /// How codes of a passage compare with the gold's; nil where the gold does not have it.
  func score(_ path: String, _ text: String, _ given: Set<String>) -> Detection? {
    guard let gold = self[path, text] else { return nil }
    let given = given.intersection(all).subtracting(gold.disputed)
    let wanted = gold.codes.subtracting(gold.disputed)
    return Detection(
      truePositives: given.intersection(wanted).count, falsePositives: given.subtracting(wanted).count,
      falseNegatives: wanted.subtracting(given).count)
  }

  /// Notes that a document has come by, for `missing`.
  mutating func meet(_ document: StoredDocument) {
    for passage in document.passages where !unmet.isEmpty {
      unmet[PassageKey(path: document.path, text: passage.text)] = nil
    }
  }

  /// A line on the gold's passages that no document had which came by; nil where there are none.
  var missing: String? {
    guard let first = unmet.values.min() else { return nil }
    return
      "gold that the run does not have, left out: \(unmet.count) of \(passages.count) passages, \(first) for one; "
      + "are document and text as 'hattama ingest' shows them?"
  }

  /// Adds the decisions on a document's passages.
  func score(_ document: StoredDocument, into score: inout Detection) {
    for passage in document.passages {
      if let own = self.score(document.path, passage.text, Set(passage.codes)) { score.add(own, times: 1) }
    }
  }
}
