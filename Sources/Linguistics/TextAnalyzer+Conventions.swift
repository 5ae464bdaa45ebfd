/// What Kazakh and Russian cut differently, settled once the language of the sentence is known.
///
/// - A percent or degree sign stays with its number in Kazakh (51%), and is a token of its own elsewhere.
/// - Russian particles and appositions with a hyphen are words of their own (наконец - то, языку - предку,
///   Ростов - на - Дону); Kazakh compounds are one token throughout.
/// - Direct speech that a colon and a dash introduce begins a sentence in Russian (он сказал: — Уважаемые …), and
///   stays in the sentence of its verb in Kazakh, where the verb may follow (– …, – деді).
extension TextAnalyzer {
  func splitDirectSpeech(firstSentence: Int, in analysis: inout TextAnalysis) {
    var s = analysis.sentences.count - 1
    for dash in directSpeech.reversed() {
      while s > firstSentence && analysis.sentences[s].tokens.lowerBound > dash { s -= 1 }
      let sentence = analysis.sentences[s]
      guard sentence.language == .ru, sentence.tokens.lowerBound < dash, dash < sentence.tokens.upperBound
      else { continue }
      analysis.sentences[s].tokens = sentence.tokens.lowerBound..<dash
      analysis.sentences.insert(
        Sentence(tokens: dash..<sentence.tokens.upperBound, language: .ru), at: s + 1)
    }
  }

  func applyConventions(
    _ text: Span<UInt8>, firstToken: Int, firstSentence: Int, in analysis: inout TextAnalysis
  ) {
    var edits: [(token: Int, action: Action)] = []
    var s = firstSentence
    for revision in revisions {
      let k = Int(revision) + firstToken
      while s + 1 < analysis.sentences.count && k >= Int(analysis.sentences[s].tokens.upperBound) { s += 1 }
      let language = analysis.sentences[s].language
      let token = analysis.tokens[k]
      if token.kind == .word || token.kind == .number {
        let range = Int(token.start)..<Int(token.end)
        if language == .ru && isCutInRussian(text, Int(revision), range) {
          edits.append((k, .cut(hyphens(text, range))))
        }
      } else if language == .kk || language == .ky, k > Int(analysis.sentences[s].tokens.lowerBound),
        analysis.tokens[k - 1].joinsNext, analysis.tokens[k - 1].kind == .number
      {
        edits.append((k, .join))
      }
    }
    if !edits.isEmpty {
      rebuild(text, edits, firstToken: firstToken, firstSentence: firstSentence, in: &analysis)
    }
  }

  private enum Action {
    /// Join with the token before.
    case join
    /// Cut around the hyphens at these bytes.
    case cut([Range<Int>])
  }

  private func rebuild(
    _ text: Span<UInt8>, _ edits: [(token: Int, action: Action)], firstToken: Int, firstSentence: Int,
    in analysis: inout TextAnalysis
  ) {
    let old = Array(analysis.tokens[firstToken...])
    analysis.tokens.removeSubrange(firstToken...)
    var edit = 0
    var s = firstSentence
    var starts = firstToken
    for (offset, token) in old.enumerated() {
      let k = firstToken + offset
      var action: Action?
      if edit < edits.count && edits[edit].token == k {
        action = edits[edit].action
        edit += 1
      }
      switch action {
      case nil: analysis.tokens.append(token)
      case .join:
        let before = analysis.tokens.removeLast()
        analysis.tokens.append(piece(text, Int(before.start)..<Int(token.end), .number, token.joinsNext))
      case .cut(let hyphens):
        var from = Int(token.start)
        for hyphen in hyphens {
          analysis.tokens.append(piece(text, from..<hyphen.lowerBound, .word, true))
          analysis.tokens.append(piece(text, hyphen, .punctuation, true))
          from = hyphen.upperBound
        }
        analysis.tokens.append(piece(text, from..<Int(token.end), .word, token.joinsNext))
      }
      if k + 1 == Int(analysis.sentences[s].tokens.upperBound) {
        let now = analysis.tokens.count
        analysis.sentences[s].tokens = Int32(truncatingIfNeeded: starts)..<Int32(truncatingIfNeeded: now)
        starts = now
        s = min(s + 1, analysis.sentences.count - 1)
      }
    }
  }

  private func piece(_ text: Span<UInt8>, _ range: Range<Int>, _ kind: Token.Kind, _ joinsNext: Bool) -> Token
  {
    let id = surface(text, range.lowerBound, range.upperBound, &surfaces)
    let isNumber =
      surfaces.surfaces[id].traits.contains(.hasDigit) && !surfaces.surfaces[id].traits.contains(.hasLetter)
    return Token(
      start: Int32(truncatingIfNeeded: range.lowerBound), end: Int32(truncatingIfNeeded: range.upperBound),
      type: surfaces.surfaces[id].type, kind: isNumber ? .number : kind, joinsNext: joinsNext)
  }

  /// Whether Russian usage cuts the token at its hyphens: before the particles -то and -де, between the inflected
  /// parts of an apposition, in compound names and in names of models. Found out once per distinct token.
  private func isCutInRussian(_ text: Span<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    let id = Int(surfaceOf[index])
    if surfaces.cutInRussian[id] >= 0 { return surfaces.cutInRussian[id] == 1 }
    var parts: [[UInt32]] = []
    var capitals: [Bool] = []
    var from = range.lowerBound
    for hyphen in hyphens(text, range) + [range.upperBound..<range.upperBound] where from < hyphen.lowerBound
    {
      capitals.append(table.isUpper(text.scalar(at: from, end: hyphen.lowerBound).scalar))
      folder.fold(text.extracting(from..<hyphen.lowerBound))
      parts.append(folder.folded)
      from = hyphen.upperBound
    }
    let isCut =
      parts.count == hyphens(text, range).count + 1
      && RussianHyphens.separates(parts: parts, capitals: capitals, lists: lists)
    surfaces.cutInRussian[id] = isCut ? 1 : 0
    return isCut
  }

  private func hyphens(_ text: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var hyphens: [Range<Int>] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let (c, length) = text.scalar(at: i, end: range.upperBound)
      if c == 0x2D || c == 0x2010 || c == 0x2011 { hyphens.append(i..<(i + length)) }
      i += length
    }
    return hyphens
  }
}
