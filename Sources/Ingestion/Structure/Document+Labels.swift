import Linguistics

/// A speaker's label in an element of its own is no passage: those of the speech name the speaker.
extension Document {
  /// Leaves out the labels among passages that stand right over what their speakers say. Cost: nothing where there are
  /// none, else that of copying the analysis.
  mutating func dropLabels(_ labels: [Int]) {
    let dropped = labels.filter { index in
      guard let said = passages[safe: index + 1] else { return false }
      return [.speech, .report].contains(said.role) && said.speaker == passages[index].speaker
    }
    guard !dropped.isEmpty else { return }
    for index in dropped {
      let count = WhiteSpace.visibleCount(text.span.extracting(passages[index].text))
      losses.kept -= count
      losses.lost[.speakerLabel, default: 0] += count
    }
    let left = Set(dropped)
    keep(passages.indices.filter { !left.contains($0) })
  }

  /// Keeps some passages, in order, with their tokens and sentences.
  private mutating func keep(_ kept: [Int]) {
    var left = TextAnalysis()
    var passages: [Passage] = []
    passages.reserveCapacity(kept.count)
    for index in kept {
      var passage = self.passages[index]
      let shift = Int32(left.tokens.count - passage.tokens.lowerBound)
      let firstSentence = left.sentences.count
      let firstToken = left.tokens.count
      left.tokens += analysis.tokens[passage.tokens]
      for sentence in analysis.sentences[passage.sentences] {
        let tokens = sentence.tokens.lowerBound + shift..<sentence.tokens.upperBound + shift
        left.sentences.append(Sentence(tokens: tokens, language: sentence.language))
      }
      passage.tokens = firstToken..<left.tokens.count
      passage.sentences = firstSentence..<left.sentences.count
      passages.append(passage)
    }
    self.passages = passages
    analysis = left
  }
}
