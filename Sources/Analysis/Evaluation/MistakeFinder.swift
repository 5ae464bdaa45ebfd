/// Lists what a coder got wrong on one dimension.
struct MistakeFinder {
  private let gold: GoldStandard
  private let answers: GoldAnswers
  private let labels: GoldLabels

  init(_ gold: GoldStandard, _ answers: GoldAnswers, _ labels: GoldLabels) {
    self.gold = gold
    self.answers = answers
    self.labels = labels
  }

  /// False positives by falling score, then misses by falling number of votes; equals in the order of the gold.
  var mistakes: [Evaluation.Mistake] {
    var wrong: [Evaluation.Mistake] = []
    var missed: [Evaluation.Mistake] = []
    for (index, passage) in labels.passages.enumerated() where isScored(index) {
      let source = gold.passages[index]
      for (number, code) in labels.codes.enumerated() where !passage.disputed.contains(number) {
        let isGold = passage.gold.contains(number)
        guard isGold != passage.assigned.contains(number) else { continue }
        let answer = answers.answers[index]?.codes.first { $0.code == code }
        let mistake = Evaluation.Mistake(
          kind: isGold ? .falseNegative : .falsePositive, code: code, place: source.place,
          language: source.language, text: source.text, score: answer?.score ?? 0,
          evidence: answer?.evidence ?? [],
          votes: labels.people > 1 ? passage.people.filter { $0?.contains(number) ?? false }.count : nil)
        if isGold { missed.append(mistake) } else { wrong.append(mistake) }
      }
    }
    return Self.ordered(wrong) { $0.score } + Self.ordered(missed) { Double($0.votes ?? 0) }
  }

  private func isScored(_ index: Int) -> Bool {
    gold.passages[index].document.map { answers.facts[$0] != nil } ?? true
  }

  private static func ordered(_ mistakes: [Evaluation.Mistake], by weight: (Evaluation.Mistake) -> Double)
    -> [Evaluation.Mistake]
  {
    mistakes.enumerated().sorted { a, b in
      let (x, y) = (weight(a.element), weight(b.element))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }
}
