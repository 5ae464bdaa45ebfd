import Coding
import Ingestion
import Linguistics

/// What the coder said of the gold's passages.
public struct GoldAnswers: Sendable {
  /// A code with the reasons for it.
  public struct Code: Sendable, Equatable {
    public var code: String
    public var dimension: String
    public var score: Double
    public var evidence: [Evidence]
  }

  public struct Evidence: Sendable, Equatable, Decodable {
    /// The lexicon's entry, or the learned coder's feature.
    public var entry: String
    /// The term as its author wrote it; `learned` for a feature.
    public var rule: String
    /// The words of the passage that carried it.
    public var words: String
  }

  /// One passage's.
  public struct Answer: Sendable {
    public var codes: [Code] = []
    public var polarity = "neutral"
  }

  /// In the order of the gold's passages; nil where ingestion found no passage of this text.
  public var answers: [Answer?] = []
  /// Codes on passages that the gold does not have, headings among them, by the document's file name.
  public var strays: [String: [Code]] = [:]
  /// Kind and region of documents, as ingestion found them.
  public var facts: [String: GoldStandard.DocumentFacts] = [:]
  public var problems: [GoldStandard.Problem] = []
}

/// Runs a coder over the gold's documents, and over its passages that stand alone.
public struct GoldCoder {
  private let worker: CodingWorker
  private let model: CodingModel
  private let analyzer = TextAnalyzer()
  private let coder: ModelCoder

  public init(_ model: CodingModel) {
    self.model = model
    worker = CodingWorker(model)
    coder = ModelCoder(model, types: analyzer.types)
  }

  /// The answers to a gold standard. Passages whose document is missing have none.
  ///
  /// - Parameter all: where `gold` is a part of the gold, all of it: codes on passages of another part are no strays.
  public func code(_ gold: GoldStandard, among all: GoldStandard? = nil) -> GoldAnswers {
    var result = GoldAnswers()
    let goldKeys = Set((all ?? gold).passages.map { PassageKey(document: $0.document ?? "", text: $0.text) })
    var found: [PassageKey: GoldAnswers.Answer] = [:]
    for name in Set(gold.passages.compactMap(\.document)).sorted() {
      guard let path = gold.documents[name] else { continue }
      do throws(IngestionError) {
        for coded in try worker.code(path) {
          result.facts[name] = GoldStandard.DocumentFacts(
            kind: coded.document.metadata.kind.rawValue, region: coded.document.metadata.region)
          take(coded, name, goldKeys, &found, &result)
        }
      } catch {
        result.problems.append(.init(file: path, message: error.message))
      }
    }
    result.answers = gold.passages.map { passage in
      guard let document = passage.document else { return answer(to: passage) }
      return found[PassageKey(document: document, text: passage.text)]
    }
    return result
  }

  private func take(
    _ coded: CodedDocument, _ name: String, _ goldKeys: Set<PassageKey>,
    _ found: inout [PassageKey: GoldAnswers.Answer], _ result: inout GoldAnswers
  ) {
    for (passage, coding) in zip(coded.document.passages, coded.codings) {
      let bytes = Array(coded.document.text[passage.text])
      let answer = answer(coding, text: bytes)
      let key = PassageKey(document: name, text: String(decoding: bytes, as: UTF8.self))
      if !goldKeys.contains(key) {
        result.strays[name, default: []] += answer.codes
      } else if let earlier = found[key] {
        // The same text twice in a document: one passage for the gold, with the codes of both.
        let known = Set(earlier.codes.map(\.code))
        found[key]?.codes += answer.codes.filter { !known.contains($0.code) }
      } else {
        found[key] = answer
      }
    }
  }

  /// Codes a passage that stands alone, as `CodingWorker` does one of a document.
  private func answer(to passage: GoldStandard.Passage) -> GoldAnswers.Answer {
    guard Role(rawValue: passage.role)?.isCoded ?? true else { return GoldAnswers.Answer() }
    let bytes = Array(passage.text.utf8)
    let analysis = analyzer.analysis(of: bytes)
    let coding = coder.code(
      analysis, sentences: analysis.allSentences, context: PassageContext(role: passage.role))
    return answer(coding, text: bytes)
  }

  private func answer(_ coding: PassageCoding, text: [UInt8]) -> GoldAnswers.Answer {
    let codes = coding.codes.map { assignment in
      GoldAnswers.Code(
        code: model.lexicon.code(assignment).id, dimension: model.dimension(of: assignment),
        score: assignment.score,
        evidence: assignment.evidence.map { evidence in
          GoldAnswers.Evidence(
            entry: model.lexicon.entries[evidence.entry].entry.id,
            rule: model.lexicon.terms[evidence.term].text,
            words: String(decoding: text[evidence.span], as: UTF8.self))
        }
          + assignment.features.map { feature in
            GoldAnswers.Evidence(
              entry: model.learned?.model.features[feature.feature] ?? "", rule: "learned",
              words: String(decoding: text[feature.span], as: UTF8.self))
          })
    }
    return GoldAnswers.Answer(codes: codes, polarity: coding.polarity.rawValue)
  }
}
