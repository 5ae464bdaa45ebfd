import Ingestion
import Reporting

/// A document as one line of JSON, in the interchange format of `hattama ingest --format jsonl`.
public enum DocumentJSON {
  /// Appends one line.
  public static func write(_ document: Document, to json: inout JSONWriter) {
    let metadata = document.metadata
    json.beginObject()
    json.key("document")
    json.value(document.path)
    json.key("sha256")
    json.value(document.sha256)
    json.key("kind")
    json.value(metadata.kind.rawValue)
    json.key("language")
    json.value(metadata.language.code)
    optional("title", metadata.title, &json)
    optional("body", metadata.body, &json)
    optional("level", metadata.level?.rawValue, &json)
    optional("region", metadata.region, &json)
    optional("district", metadata.district, &json)
    optional("date", metadata.date, &json)
    optional("session", metadata.session, &json)
    optional("sessionKind", metadata.sessionKind?.rawValue, &json)
    optional("convocation", metadata.convocation, &json)
    optional("decisionNumber", metadata.decisionNumber, &json)
    optional("chair", metadata.chair, &json)
    json.key("speakers")
    json.beginArray()
    for name in metadata.speakers { json.value(name) }
    json.endArray()
    json.key("agendaItems")
    json.value(metadata.agendaItems)
    writeVotes(metadata.votes, &json)
    json.key("passages")
    json.beginArray()
    var paths = PlacePaths(document.places)
    for (index, passage) in document.passages.enumerated() {
      write(passage, index + 1, document, &paths, &json)
    }
    json.endArray()
    writeIssues(document.issues, &json)
    json.endObject()
    json.endLine()
  }

  private static func write(
    _ passage: Passage, _ number: Int, _ document: Document, _ paths: inout PlacePaths,
    _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("n")
    json.value(number)
    json.key("text")
    json.value(utf8: document.text.span.extracting(passage.text))
    json.key("language")
    json.value(passage.language.code)
    json.key("role")
    json.value(passage.role.rawValue)
    optional("speaker", passage.speaker, &json)
    optional("agendaItem", passage.agendaItem, &json)
    json.key("segments")
    writeSegments(of: passage, document, &paths, &json)
    json.endObject()
  }

  /// A passage's places as a JSON array.
  static func writeSegments(
    of passage: Passage, _ document: Document, _ paths: inout PlacePaths, _ json: inout JSONWriter
  ) {
    json.beginArray()
    for segment in document.segments[passage.segments] {
      json.beginObject()
      json.key("xpath")
      json.value(utf8: paths.path(of: segment.node).span)
      json.key("start")
      json.value(Int(segment.start))
      json.key("end")
      json.value(Int(segment.end))
      json.key("textStart")
      json.value(Int(segment.textStart))
      json.endObject()
    }
    json.endArray()
  }

  private static func writeVotes(_ votes: [Metadata.Vote], _ json: inout JSONWriter) {
    json.key("votes")
    json.beginArray()
    for vote in votes {
      json.beginObject()
      json.key("item")
      json.value(vote.item)
      json.key("for")
      json.value(vote.inFavour)
      json.key("against")
      json.value(vote.against)
      json.key("abstained")
      json.value(vote.abstained)
      json.endObject()
    }
    json.endArray()
  }

  private static func writeIssues(_ issues: [Issue], _ json: inout JSONWriter) {
    json.key("issues")
    json.beginArray()
    for issue in issues {
      json.beginObject()
      json.key("severity")
      json.value(issue.severity.rawValue)
      json.key("id")
      json.value(issue.id)
      json.key("message")
      json.value(issue.message)
      optional("line", issue.line, &json)
      json.endObject()
    }
    json.endArray()
  }

  private static func optional(_ key: StaticString, _ value: String?, _ json: inout JSONWriter) {
    json.key(key)
    if let value { json.value(value) } else { json.null() }
  }

  private static func optional(_ key: StaticString, _ value: Int?, _ json: inout JSONWriter) {
    json.key(key)
    if let value { json.value(value) } else { json.null() }
  }
}
