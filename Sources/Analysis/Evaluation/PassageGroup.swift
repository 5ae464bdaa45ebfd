/// A group of the gold's passages by document, since documents are what is resampled. A passage that stands alone
/// is a document of its own.
struct PassageGroup {
  struct Document {
    var name: String?
    /// Indices into the gold's passages.
    var passages: [Int]
  }

  let by: Evaluation.Grouping
  let value: String
  /// By name, and their passages by place, so that sums and draws do not depend on the order of the gold.
  let documents: [Document]

  var isAll: Bool { by == .all }

  /// All passages, then the groups of each grouping, sorted by value. Passages of documents that are missing are in
  /// none; those of documents without a kind or region are in the group `unknown`.
  static func groups(_ gold: GoldStandard, _ answers: GoldAnswers, _ groupings: Set<Evaluation.Grouping>)
    -> [PassageGroup]
  {
    let usable = gold.passages.indices.filter { index in
      gold.passages[index].document.map { answers.facts[$0] != nil } ?? true
    }.sorted { order(gold.passages[$0]) < order(gold.passages[$1]) }
    var result = [PassageGroup(by: .all, value: "all", documents: documents(usable, gold))]
    for grouping in Evaluation.Grouping.allCases where grouping != .all && groupings.contains(grouping) {
      var members: [String: [Int]] = [:]
      for index in usable {
        let passage = gold.passages[index]
        let value: String? =
          switch grouping {
          case .all, .language: passage.language
          case .kind: fact(\.kind, of: passage, gold, answers)
          case .region: fact(\.region, of: passage, gold, answers)
          case .languageAndKind:
            passage.language + " " + (fact(\.kind, of: passage, gold, answers) ?? "unknown")
          }
        members[value ?? "unknown", default: []].append(index)
      }
      for (value, passages) in members.sorted(by: { $0.key < $1.key }) {
        result.append(PassageGroup(by: grouping, value: value, documents: documents(passages, gold)))
      }
    }
    return result
  }

  private static func order(_ passage: GoldStandard.Passage) -> (String, String, String) {
    (passage.document ?? "", passage.place, passage.text)
  }

  /// As the gold's metadata say, else as ingestion found.
  private static func fact(
    _ fact: (GoldStandard.DocumentFacts) -> String?, of passage: GoldStandard.Passage, _ gold: GoldStandard,
    _ answers: GoldAnswers
  ) -> String? {
    guard let document = passage.document else { return nil }
    return gold.facts[document].flatMap(fact) ?? answers.facts[document].flatMap(fact)
  }

  private static func documents(_ passages: [Int], _ gold: GoldStandard) -> [Document] {
    var documents: [Document] = []
    var places: [String: Int] = [:]
    for index in passages {
      if let name = gold.passages[index].document {
        if let place = places[name] {
          documents[place].passages.append(index)
          continue
        }
        places[name] = documents.count
      }
      documents.append(Document(name: gold.passages[index].document, passages: [index]))
    }
    return documents
  }

  func description(_ answers: GoldAnswers) -> Evaluation.Group {
    let passages = documents.flatMap(\.passages)
    return Evaluation.Group(
      by: by, value: value, documents: documents.count, passages: passages.count,
      found: passages.filter { answers.answers[$0] != nil }.count)
  }
}
