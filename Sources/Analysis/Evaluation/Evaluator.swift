import Coding
import Tabulation

/// Compares a coder's answers with gold. Pure: the same gold and answers give the same evaluation.
public struct Evaluator {
  private let gold: GoldStandard
  private let answers: GoldAnswers
  private let bootstrap: DocumentBootstrap
  private let groups: [PassageGroup]
  private let coder: CoderKind
  private let unseen: UnseenTest.Parts?

  /// - Parameters:
  ///   - groupings: besides all passages; the order of the results is always that of `Evaluation.Grouping`.
  ///   - coder: who gave the answers, for the heading.
  ///   - unseen: by which parts of the gold the models that answered were kept from what they answered on.
  ///   - bootstrap: `resamples: 0` for figures without intervals, which cost next to nothing.
  public init(
    _ gold: GoldStandard, _ answers: GoldAnswers, groupings: Set<Evaluation.Grouping>,
    coder: CoderKind = .lexicon, unseen: UnseenTest.Parts? = nil,
    bootstrap: DocumentBootstrap = DocumentBootstrap()
  ) {
    self.coder = coder
    self.unseen = unseen
    self.gold = gold
    self.answers = answers
    self.bootstrap = bootstrap
    groups = PassageGroup.groups(gold, answers, groupings)
  }

  public func evaluation(of codebook: Codebook) -> Evaluation {
    var dimensions: [Evaluation.DimensionResult] = []
    for dimension in codebook.dimensions where dimension.id != "polarity" {
      guard let labels = GoldLabels(dimension, of: codebook, gold: gold, answers: answers) else { continue }
      dimensions.append(result(labels))
    }
    return Evaluation(
      codebook: codebook.id, coder: coder, unseen: unseen, goldFiles: gold.files, bootstrap: bootstrap,
      dimensions: dimensions, polarity: polarity(),
      problems: gold.problems + answers.problems + unknownCodes(codebook) + notFound())
  }

  // MARK: One dimension

  private func result(_ labels: GoldLabels) -> Evaluation.DimensionResult {
    let sets = SetNumbers(labels)
    return Evaluation.DimensionResult(
      dimension: labels.dimension, groups: groups.map { result(labels, sets, $0) },
      mistakes: MistakeFinder(gold, answers, labels).mistakes, notInGold: labels.notInGold)
  }

  private func result(_ labels: GoldLabels, _ sets: SetNumbers, _ group: PassageGroup)
    -> Evaluation.GroupResult
  {
    let codes = labels.codes.count
    let documents = group.documents.map { document in
      var counts = CodingCounts(codes: codes, sets: sets.count)
      for passage in document.passages { counts.add(labels.passages[passage]) }
      counts.sets = sets.coder(document.passages)
      if group.isAll, let name = document.name { counts.strays = labels.strays[name] ?? 0 }
      return counts
    }
    let zero = CodingCounts(codes: codes, sets: sets.count)
    let estimates = bootstrap.estimates(documents, from: zero) { counts in
      let micro = counts.micro
      var measures = [
        Self.share(counts.exact, counts.passages), micro.precision, micro.recall, micro.f1,
        counts.codes.macroF1, counts.codes.meanAlpha, counts.sets.alpha(difference: sets.differences),
      ]
      for code in counts.codes {
        measures += [
          code.prevalence, code.precision, code.recall, code.f1, code.krippendorffAlpha, code.cohenKappa,
          code.gwetAC1,
        ]
      }
      return measures
    }
    var total = zero
    for document in documents { total.add(document, times: 1) }
    let people = people(labels, sets, group)
    var result = Evaluation.GroupResult(
      group: group.description(answers), strays: total.strays, exact: estimates[0],
      microPrecision: estimates[1], microRecall: estimates[2], microF1: estimates[3], macroF1: estimates[4],
      meanAlpha: estimates[5], masiAlpha: estimates[6], codes: [])
    for (index, code) in labels.codes.enumerated() {
      let own = Array(estimates[(7 + 7 * index)..<(14 + 7 * index)])
      result.codes.append(
        Evaluation.CodeResult(
          code: code, counts: total.codes[index], prevalence: own[0], precision: own[1], recall: own[2],
          f1: own[3], alpha: own[4], kappa: own[5], ac1: own[6],
          people: people.map {
            let own = Array($0[(3 + 4 * index)..<(7 + 4 * index)])
            return Evaluation.People(alpha: own[0], kappa: own[1], ac1: own[2], f1: own[3])
          }))
    }
    result.peopleMacroF1 = people?[0]
    result.peopleMeanAlpha = people?[1]
    result.peopleMasiAlpha = people?[2]
    return result
  }

  private static func share(_ part: Int, _ whole: Int) -> Measure {
    whole == 0 ? .undefined(.noItems) : .value(Double(part) / Double(whole))
  }

  /// Macro F1, mean alpha and MASI alpha of the people, then four measures for each code; nil where they are not
  /// known.
  private func people(_ labels: GoldLabels, _ sets: SetNumbers, _ group: PassageGroup) -> [Estimate]? {
    guard labels.people > 1 else { return nil }
    func counts(_ passages: [Int]) -> PeopleCounts {
      PeopleCounts(
        passages.map { labels.passages[$0] }, codes: labels.codes.count, people: labels.people,
        sets: sets.people(passages))
    }
    return bootstrap.estimates(group.documents.map { counts($0.passages) }, from: counts([])) { counts in
      var measures = [
        counts.mean { $0.f1(of: 1) }, counts.mean(\.krippendorffAlpha),
        counts.sets.alpha(difference: sets.differences),
      ]
      for code in counts.codes {
        measures += [code.krippendorffAlpha, code.cohenKappa, code.gwetAC1, code.f1(of: 1)]
      }
      return measures
    }
  }

  // MARK: Polarity

  private func polarity() -> [Evaluation.PolarityResult] {
    guard gold.passages.contains(where: { $0.polarity != nil }) else { return [] }
    return groups.map { group in
      let documents = group.documents.map { document in
        var counts = PolarityCounts()
        for passage in document.passages {
          guard let answer = answers.answers[passage],
            let mark = gold.passages[passage].polarity.flatMap(PolarityCounts.marks.firstIndex),
            let given = PolarityCounts.marks.firstIndex(of: answer.polarity)
          else { continue }
          counts.confusion.add(mark, given)
        }
        return counts
      }
      return polarity(documents, group)
    }
  }

  private func polarity(_ documents: [PolarityCounts], _ group: PassageGroup) -> Evaluation.PolarityResult {
    let estimates = bootstrap.estimates(documents, from: PolarityCounts()) { counts in
      let confusion = counts.confusion
      let detections = counts.detections
      return [
        confusion.observedAgreement, detections.macroF1, confusion.krippendorffAlpha, confusion.cohenKappa,
        confusion.gwetAC1,
      ] + detections.flatMap { [$0.precision, $0.recall, $0.f1] }
    }
    var total = PolarityCounts()
    for document in documents { total.add(document, times: 1) }
    return Evaluation.PolarityResult(
      group: group.description(answers), accuracy: estimates[0], macroF1: estimates[1], alpha: estimates[2],
      kappa: estimates[3], ac1: estimates[4],
      values: PolarityCounts.marks.indices.map { index in
        Evaluation.PolarityResult.Value(
          polarity: PolarityCounts.marks[index], counts: total.detections[index],
          precision: estimates[5 + 3 * index], recall: estimates[6 + 3 * index], f1: estimates[7 + 3 * index])
      })
  }

  // MARK: Problems

  /// Passages whose documents are there and have no passage of this text: one message a document, with the first.
  private func notFound() -> [GoldStandard.Problem] {
    var missing: [String: [GoldStandard.Passage]] = [:]
    for (passage, answer) in zip(gold.passages, answers.answers) where answer == nil {
      if let document = passage.document, answers.facts[document] != nil {
        missing[document, default: []].append(passage)
      }
    }
    return missing.sorted { $0.key < $1.key }.map { document, passages in
      GoldStandard.Problem(
        file: passages[0].file.isEmpty ? document : passages[0].file,
        line: passages[0].line > 0 ? passages[0].line : nil,
        message:
          "\(document) has no passage of this text (nor of \(passages.count - 1) more); they count as coded with "
          + "nothing. 'hattama ingest \(document)' shows its passages")
    }
  }

  /// Codes in fields that this codebook is meant by, but does not have: a field that has none of its codes is
  /// another codebook's.
  private func unknownCodes(_ codebook: Codebook) -> [GoldStandard.Problem] {
    let fields = Set(CodeNames.indicatorFields + codebook.dimensions.map(\.id))
    let names = CodeNames.all(of: codebook)
    var problems: [GoldStandard.Problem] = []
    for field in fields.sorted() {
      var known = false
      var unknown: [String: GoldStandard.Passage] = [:]
      for passage in gold.passages {
        for code in passage.fields[field] ?? [] {
          if names.contains(where: { $0.code(code) != nil }) {
            known = true
          } else if unknown[code] == nil {
            unknown[code] = passage
          }
        }
      }
      guard known else { continue }
      problems += unknown.sorted { $0.key < $1.key }.map { code, passage in
        GoldStandard.Problem(
          file: passage.file.isEmpty ? passage.place : passage.file,
          line: passage.line > 0 ? passage.line : nil,
          message: "'\(code)' in \"\(field)\" is no code of \(codebook.id); it is left out of all figures")
      }
    }
    return problems
  }
}
