import Coding
import Ingestion
import Tabulation

/// What the tables need of a coded document.
struct CountedDocument {
  var path = ""
  var region: String?
  var district: String?
  var level: String?
  var body: String?
  var kind: String
  var language: String
  var date: String?
  var session: Int?
  var sessionKind: String?
  var convocation: Int?
  var chair: String?
  /// Those that are not headings.
  var passages: [CountedPassage]

  /// Names the session, the same for all its documents: where, which convocation, which number.
  var sessionName: String? {
    session.map { "\(region ?? "")/\(district ?? "")/\(level ?? "")/\(convocation ?? 0)/\($0)" }
  }
}

struct CountedPassage {
  var n: Int
  var role = "body"
  var speaker: String?
  var language = "other"
  var polarity = "neutral"
  var tokens = 0
  var codes: [CountedCode]
  /// Ids of the codes that people gave; nil where no person coded the passage.
  var human: [String]?
}

struct CountedCode {
  /// Index into the codebook's codes.
  var code: Int
  var score = 0.0
  /// Entries without any one of which the passage would not take the code.
  var entries: [String] = []
  var figures: [StatedFigure] = []
}

/// What of a passage's evidence the tables of a pipeline ask for.
struct TableNeeds: Equatable {
  var entries = false
  /// Dimensions of the codes that some table shows figures for.
  private var figures: Set<String> = []

  init(_ pipeline: Pipeline) {
    entries = pipeline.tables.contains(where: \.analysis.leavesEntriesOut)
    for table in pipeline.tables where table.content.contains(.figures) {
      for field in [table.rows, table.columns] {
        switch field {
        case .dimension(let dimension), .group(let dimension): figures.insert(dimension)
        case .document, .passage: break
        }
      }
    }
  }

  /// Some table shows figures.
  var hasFigures: Bool { !figures.isEmpty }

  /// Some table shows figures for the codes of a dimension.
  func figures(of dimension: String) -> Bool { figures.contains(dimension) }
}

extension CountedDocument {
  init(_ coded: CodedDocument, _ model: CodingModel, number: Int, _ needs: TableNeeds, _ gold: HumanCodes) {
    let metadata = coded.document.metadata
    path = coded.document.path
    region = metadata.region
    district = metadata.district
    level = metadata.level?.rawValue
    body = metadata.body
    kind = metadata.kind.rawValue
    language = metadata.language.code
    date = metadata.date
    session = metadata.session
    sessionKind = metadata.sessionKind?.rawValue
    convocation = metadata.convocation
    chair = metadata.chair
    passages = []
    for (index, passage) in coded.document.passages.enumerated() where passage.role != .heading {
      let coding = coded.codings[index]
      var counted = CountedPassage(
        n: index + 1, role: passage.role.rawValue, speaker: passage.speaker, language: passage.language.code,
        polarity: coding.polarity.rawValue, tokens: coded.document.words(of: passage), codes: [])
      if !gold.isEmpty {
        counted.human = gold.codes(path: path, text: coded.document.string(of: passage))
      }
      let reference = PassageReference(document: number, passage: index + 1)
      var figures: StatedFigures?
      for assignment in coding.codes {
        var code = CountedCode(code: assignment.code, score: CodingJSON.rounded(assignment.score))
        if needs.entries { code.entries = model.decisiveEntries(of: assignment) }
        if needs.figures(of: model.dimension(of: assignment)) {
          let text = figures ?? StatedFigures(coded.document.string(of: passage))
          figures = text
          var points = CodePointCounter()
          let bytes = coded.document.text.span.extracting(passage.text)
          let evidence = assignment.evidence.map { evidence in
            points.count(
              upTo: evidence.span.lowerBound, in: bytes)..<points.count(
                upTo: evidence.span.upperBound, in: bytes)
          }
          code.figures = text.figures(near: evidence, reference)
        }
        counted.codes.append(code)
      }
      passages.append(counted)
    }
  }
}

extension Document {
  /// Words of a passage: tokens that are neither numbers nor punctuation nor symbols.
  func words(of passage: Passage) -> Int {
    analysis.tokens[passage.tokens].count { $0.kind == .word }
  }
}

extension CodingModel {
  /// The entries without any one of which the lexicon would not give the code: nothing where the learned coder gave
  /// it too.
  func decisiveEntries(of assignment: CodeAssignment) -> [String] {
    guard assignment.coder == .lexicon else { return [] }
    return decisiveEntries(
      code: assignment.code,
      assignment.evidence.map { (lexicon.entries[$0.entry].entry.id, $0.weight) })
  }

  /// - Parameter evidence: entry and weight of each hit; an entry counts once.
  func decisiveEntries(code: Int, _ evidence: [(entry: String, weight: Double)]) -> [String] {
    var distinct: [(entry: String, weight: Double)] = []
    for hit in evidence where !distinct.contains(where: { $0.entry == hit.entry }) { distinct.append(hit) }
    let sum = distinct.reduce(0) { $0 + $1.weight }
    let threshold = codebook.codes[code].threshold
    return distinct.filter { sum - $0.weight < threshold }.map(\.entry)
  }
}
