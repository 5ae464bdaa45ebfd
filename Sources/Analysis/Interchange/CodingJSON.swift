import Coding
import Ingestion
import Reporting

/// Coded passages, one a line, in the interchange format of `hattama code --format jsonl`.
public enum CodingJSON {
  /// Appends a line for each passage of a document.
  public static func write(_ coded: CodedDocument, _ model: CodingModel, to json: inout JSONWriter) {
    let document = coded.document
    for (index, passage) in document.passages.enumerated() {
      let coding = coded.codings[index]
      json.beginObject()
      json.member("document", document.path)
      json.member("n", index + 1)
      json.key("text")
      json.value(utf8: document.text.span.extracting(passage.text))
      json.member("language", passage.language.code)
      json.key("codes")
      json.beginArray()
      for assignment in coding.codes where !isPolarity(assignment, model) {
        write(assignment, model, document.text.span.extracting(passage.text), &json)
      }
      json.endArray()
      json.member("polarity", coding.polarity.rawValue)
      json.endObject()
      json.endLine()
    }
  }

  /// Evidence as a JSON array, for the store.
  public static func evidence(
    of assignment: CodeAssignment, _ model: CodingModel, text: Span<UInt8>, to json: inout JSONWriter
  ) {
    json.beginArray()
    var points = CodePointCounter()
    for evidence in assignment.evidence {
      json.beginObject()
      json.member("entry", model.lexicon.entries[evidence.entry].entry.id)
      json.member("rule", model.lexicon.terms[evidence.term].text)
      json.member("start", points.count(upTo: evidence.span.lowerBound, in: text))
      json.member("end", points.count(upTo: evidence.span.upperBound, in: text))
      json.member("weight", evidence.weight)
      if evidence.isNegated {
        json.member("negated", true)
      }
      json.endObject()
    }
    for evidence in assignment.features {
      json.beginObject()
      json.member("feature", model.learned?.model.features[evidence.feature] ?? "")
      json.member("rule", "learned")
      json.member("start", points.count(upTo: evidence.span.lowerBound, in: text))
      json.member("end", points.count(upTo: evidence.span.upperBound, in: text))
      json.member("weight", rounded(evidence.weight))
      json.endObject()
    }
    json.endArray()
  }

  /// Polarity is a property of the passage, not one of its codes.
  static func isPolarity(_ assignment: CodeAssignment, _ model: CodingModel) -> Bool {
    model.dimension(of: assignment) == "polarity"
  }

  /// Scores are written with four decimals, the same on every machine.
  static func rounded(_ score: Double) -> Double { (score * 10_000).rounded() / 10_000 }

  private static func write(
    _ assignment: CodeAssignment, _ model: CodingModel, _ text: Span<UInt8>, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("code", model.lexicon.code(assignment).id)
    json.member("dimension", model.dimension(of: assignment))
    json.member("score", rounded(assignment.score))
    json.member("coder", assignment.coder.rawValue)
    json.key("evidence")
    evidence(of: assignment, model, text: text, to: &json)
    json.endObject()
  }
}

/// Code points before byte positions of a text; cheap while positions grow.
struct CodePointCounter {
  private var byte = 0
  private var points = 0

  mutating func count(upTo position: Int, in text: Span<UInt8>) -> Int {
    if position < byte {
      byte = 0
      points = 0
    }
    let end = min(position, text.count)
    while byte < end {
      if text[byte] & 0xc0 != 0x80 { points += 1 }
      byte += 1
    }
    return points
  }
}
