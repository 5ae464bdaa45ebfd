import Linguistics

/// Codes passages by lexicon, learned model or both. One per worker, beside the worker's `TypeTable`; not shared
/// between threads.
///
/// The result depends on nothing but passage, context, lexicon and model.
public final class LearnedCoder {
  /// Features that the evidence of a code names at most.
  private static let evidenceLimit = 3

  public let lexicon: LexiconCoder
  private let link: LearnedLink
  private let kind: CoderKind
  // One thread owns a coder and none of its methods re-enters another.
  @exclusivity(unchecked) var scores: TypeScores
  @exclusivity(unchecked) private var titles: ContextScores

  public init(_ lexicon: LexiconCoder, _ link: LearnedLink, kind: CoderKind) {
    self.lexicon = lexicon
    self.link = link
    self.kind = kind
    scores = TypeScores(link.model)
    titles = ContextScores(codes: link.model.codes.count)
  }

  /// Codes one passage; parameters as of `LexiconCoder.code`.
  public func code(
    _ analysis: TextAnalysis, sentences: Range<Int>, textStart: Int = 0, context: PassageContext
  ) -> PassageCoding {
    let coding = lexicon.code(analysis, sentences: sentences, textStart: textStart, context: context)
    guard kind != .lexicon else { return coding }
    if !link.contexts.isEmpty { titles.read(context, analysis, &scores, lexicon.types) }
    guard scores.score(analysis, sentences, lexicon.types) else { return coding }
    for context in link.contexts {
      scores.add(context.weight * titles.values[context.code], to: context.code)
    }
    for assignment in coding.codes { scores.add(feature: link.lexiconFeatures[assignment.code]) }
    scores.add(feature: link.polarityFeatures[coding.polarity.index])
    return decide(coding, analysis, textStart)
  }

  /// What a title counts as context of a code for the passages under it: of several, the highest does. From 0, where it is
  /// of something else, to 3; see `LearnedModel.contextValue(of:)`.
  public func contextValue(_ analysis: TextAnalysis, title: Range<Int>, code: String) -> Float {
    guard let number = link.model.codes.firstIndex(where: { $0.id == code }),
      scores.score(analysis, title, lexicon.types)
    else { return 0 }
    return LearnedModel.contextValue(of: scores.sums[number])
  }

  // MARK: From scores to codes

  private func decide(
    _ byLexicon: PassageCoding, _ analysis: TextAnalysis, _ textStart: Int
  ) -> PassageCoding {
    var coding = byLexicon
    coding.codes.removeAll()
    var given = byLexicon.codes[...]
    for code in link.codebookCodes {
      let assigned: CodeAssignment? = given.first?.code == code ? given.removeFirst() : nil
      guard let number = link.modelCodes[code] else {
        if let assigned { coding.codes.append(assigned) }
        continue
      }
      if let assigned, assigned.isInherited {
        coding.codes.append(assigned)
        continue
      }
      let decision = kind == .learned ? .learned : link.model.decisions[number]
      let excess = Double(scores.sums[number]) - link.model.thresholds[number]
      let isLearned = excess > 0 && decision != .lexicon
      if !isLearned {
        if decision != .learned, let assigned { coding.codes.append(assigned) }
        continue
      }
      var assignment = assigned ?? CodeAssignment(scheme: 0, code: code, sum: 0, evidence: [])
      assignment.coder = assigned == nil ? .learned : .combined
      assignment.excess = excess
      assignment.features = evidence(for: number, analysis, textStart)
      // A code that nothing in the text speaks for would be no finding.
      if assigned != nil || !assignment.features.isEmpty { coding.codes.append(assignment) }
    }
    if let polarity = polarity() { coding.polarity = polarity }
    return coding
  }

  /// The learned polarity; nil where the model has none.
  private func polarity() -> Polarity? {
    func excess(_ polarity: Polarity) -> Double? {
      link.polarityCodes[polarity.index].map { Double(scores.sums[$0]) - link.model.thresholds[$0] }
    }
    guard let negative = excess(.negative), let positive = excess(.positive) else { return nil }
    if max(negative, positive) <= 0 { return .neutral }
    return negative >= positive ? .negative : .positive
  }

  /// The words that add most to a code's score, two words whose fields together add more than the weakest of them, and the
  /// passage as a whole where its titles add something, in order of place.
  private func evidence(
    for code: Int, _ analysis: TextAnalysis, _ textStart: Int
  ) -> [FeatureEvidence] {
    let norm = scores.norm
    var found: [(token: Int, feature: Int, weight: Float)] = []
    for (value, word) in scores.strongestWords(for: code, limit: Self.evidenceLimit) {
      guard let feature = scores.strongestFeature(of: word, for: code) else { continue }
      found.append((word.token, feature, value * norm))
    }
    if let pair = scores.strongestPair(for: code),
      found.count < Self.evidenceLimit || pair.value > found.last?.weight ?? 0
    {
      if found.count == Self.evidenceLimit { found.removeLast() }
      let share = pair.value / Float(pair.words.count)
      for word in pair.words { found.append((word.token, pair.feature, share)) }
    }
    var evidence = found.sorted { ($0.token, $0.feature) < ($1.token, $1.feature) }
      .map { token, feature, weight in
        let token = analysis.tokens[token]
        return FeatureEvidence(
          feature: feature, span: (Int(token.start) - textStart)..<(Int(token.end) - textStart),
          weight: Double(weight))
      }
    if let context = link.contexts.first(where: { $0.code == code }), titles.values[code] > 0,
      let first = scores.words.first, let last = scores.words.last
    {
      let (start, end) = (analysis.tokens[first.token].start, analysis.tokens[last.token].end)
      evidence.insert(
        FeatureEvidence(
          feature: context.feature, span: (Int(start) - textStart)..<(Int(end) - textStart),
          weight: Double(context.weight * titles.values[code])), at: 0)
    }
    return evidence
  }
}
