import Linguistics

@testable import Coding
@testable import Ingestion

/// What holds for every document that was ingested and coded, whatever bytes it came from. Each rule that is broken is
/// told in a line. The mutation tests and the fuzzer (`Tests/Fuzzing`) both ask.
struct DocumentInvariants {
  private(set) var violations: [String] = []
  private let document: Document

  /// - Parameter source: for looking every segment up again; nil leaves that out.
  static func violations(of document: Document, source: SourceLookup? = nil) -> [String] {
    var check = DocumentInvariants(document)
    check.checkAccounts()
    var source = source
    for number in document.passages.indices {
      check.checkPassage(number)
      check.checkSegments(number, &source)
    }
    check.checkAnalysis()
    return check.violations
  }

  /// The same of codings: one for each passage, evidence inside of it.
  static func violations(of coded: CodedPassages) -> [String] {
    var check = DocumentInvariants(coded.document)
    check.expect(coded.codings.count == coded.document.passages.count, "a coding for each passage")
    for (passage, coding) in zip(coded.document.passages, coded.codings) {
      let length = passage.text.count
      for assignment in coding.codes {
        check.expect(assignment.sum.isFinite && assignment.score.isFinite, "finite scores")
        check.expect(!(assignment.evidence.isEmpty && assignment.features.isEmpty), "evidence for each code")
        for span in assignment.evidence.map(\.span) + assignment.features.map(\.span) {
          check.expect(
            span.lowerBound >= 0 && !span.isEmpty && span.upperBound <= length,
            "evidence inside of the passage")
        }
      }
    }
    return check.violations
  }

  /// A document and the codings of its passages.
  struct CodedPassages {
    var document: Document
    var codings: [PassageCoding]
  }

  private init(_ document: Document) { self.document = document }

  private mutating func expect(_ holds: Bool, _ rule: @autoclosure () -> String) {
    if !holds { violations.append(rule()) }
  }

  /// Every visible code point is in a passage or has a reason.
  private mutating func checkAccounts() {
    let losses = document.losses
    expect(
      losses.kept + losses.lost.values.reduce(0, +) == losses.visible,
      "kept \(losses.kept) + lost \(losses.lost.values.reduce(0, +)) = visible \(losses.visible)")
    expect(losses.lost.values.allSatisfy { $0 >= 0 }, "no negative loss")
    let kept = document.passages.reduce(0) { $0 + WhiteSpace.visibleCount(document.text[$1.text].span) }
    expect(kept == losses.kept, "passages have \(kept) visible code points, the report says \(losses.kept)")
    expect(String(validating: document.text, as: UTF8.self) != nil, "the text is UTF-8")
  }

  private mutating func checkPassage(_ number: Int) {
    let passage = document.passages[number]
    let before = number == 0 ? 0 : document.passages[number - 1].text.upperBound + 1
    // Unreadable blocks leave their text behind.
    expect(
      passage.text.lowerBound >= before && !passage.text.isEmpty, "passage \(number) follows the one before")
    expect(
      passage.text.upperBound < document.text.count && document.text[passage.text.upperBound] == 0x0A,
      "a line feed follows passage \(number)")
    let text = document.text[passage.text]
    var again: [UInt8] = []
    WhiteSpace.collapse(text.span, into: &again)
    expect(text.elementsEqual(again), "the text of passage \(number) is collapsed")
  }

  /// Segments make up the passage and give its text again when they are cut out of the source.
  private mutating func checkSegments(_ number: Int, _ source: inout SourceLookup?) {
    let passage = document.passages[number]
    let points = Array(String(decoding: document.text[passage.text], as: UTF8.self).unicodeScalars)
    let segments = document.segments[passage.segments]
    expect(segments.first?.textStart == 0, "the first segment of passage \(number) begins it")
    for index in segments.indices {
      let segment = segments[index]
      let end = index + 1 < segments.endIndex ? Int(segments[index + 1].textStart) : points.count
      guard segment.textStart >= 0, segment.textStart <= end, end <= points.count, segment.start >= 0,
        segment.start <= segment.end
      else {
        expect(false, "segment \(index) of passage \(number) lies inside of it")
        continue
      }
      guard source != nil else { continue }
      var expected = String.UnicodeScalarView(points[Int(segment.textStart)..<end])
      while expected.last == " " { expected.removeLast() }
      let place = document.places.path(of: segment.node)
      let found = source?.text(at: place, from: Int(segment.start), to: Int(segment.end))
      expect(
        found.map { Array($0.utf8) } == Array(String(expected).utf8),
        "\(place) \(segment.start)–\(segment.end) has '\(found ?? "nothing")' where '\(String(expected))' was read"
      )
    }
  }

  /// Tokens lie in their passages, in order; sentences share them out.
  private mutating func checkAnalysis() {
    let analysis = document.analysis
    var token = 0
    var sentence = 0
    for (number, passage) in document.passages.enumerated() {
      expect(passage.tokens.lowerBound == token, "the tokens of passage \(number) follow")
      expect(passage.sentences.lowerBound == sentence, "the sentences of passage \(number) follow")
      token = passage.tokens.upperBound
      sentence = passage.sentences.upperBound
      var at = passage.text.lowerBound
      for token in analysis.tokens[passage.tokens] {
        expect(Int(token.start) >= at && token.end > token.start, "tokens of passage \(number) in order")
        at = Int(token.end)
      }
      expect(at <= passage.text.upperBound, "tokens of passage \(number) inside of it")
      var next = passage.tokens.lowerBound
      for sentence in analysis.sentences[passage.sentences] {
        expect(
          Int(sentence.tokens.lowerBound) == next && !sentence.tokens.isEmpty, "sentences of \(number) follow"
        )
        next = Int(sentence.tokens.upperBound)
      }
      expect(next == passage.tokens.upperBound, "the sentences of passage \(number) have all its tokens")
    }
    expect(
      token == analysis.tokens.count && sentence == analysis.sentences.count, "all tokens have a passage")
  }
}
