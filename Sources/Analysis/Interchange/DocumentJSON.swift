import Ingestion
import Reporting

/// A document as one line of JSON, in the interchange format of `hattama ingest --format jsonl`.
public enum DocumentJSON {
  /// Appends one line.
  public static func write(_ document: Document, to json: inout JSONWriter) {
    let metadata = document.metadata
    json.beginObject()
    json.member("document", document.path)
    json.member("sha256", document.sha256)
    json.member("kind", metadata.kind.rawValue)
    json.member("language", metadata.language.code)
    json.member("title", metadata.title)
    json.member("body", metadata.body)
    json.member("level", metadata.level?.rawValue)
    json.member("region", metadata.region)
    json.member("district", metadata.district)
    json.member("date", metadata.date)
    json.member("session", metadata.session)
    json.member("sessionKind", metadata.sessionKind?.rawValue)
    json.member("convocation", metadata.convocation)
    json.member("decisionNumber", metadata.decisionNumber)
    json.member("chair", metadata.chair)
    json.key("speakers")
    json.beginArray()
    for name in metadata.speakers { json.value(name) }
    json.endArray()
    json.member("agendaItems", metadata.agendaItems)
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
    json.member("n", number)
    json.key("text")
    json.value(utf8: document.text.span.extracting(passage.text))
    json.member("language", passage.language.code)
    json.member("role", passage.role.rawValue)
    json.member("speaker", passage.speaker)
    json.member("agendaItem", passage.agendaItem)
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
      json.member("start", Int(segment.start))
      json.member("end", Int(segment.end))
      json.member("textStart", Int(segment.textStart))
      json.endObject()
    }
    json.endArray()
  }

  private static func writeVotes(_ votes: [Metadata.Vote], _ json: inout JSONWriter) {
    json.key("votes")
    json.beginArray()
    for vote in votes {
      json.beginObject()
      json.member("item", vote.item)
      json.member("for", vote.inFavour)
      json.member("against", vote.against)
      json.member("abstained", vote.abstained)
      json.endObject()
    }
    json.endArray()
  }

  private static func writeIssues(_ issues: [Issue], _ json: inout JSONWriter) {
    json.key("issues")
    json.beginArray()
    for issue in issues {
      json.beginObject()
      json.member("severity", issue.severity.rawValue)
      json.member("id", issue.id)
      json.member("message", issue.message)
      json.member("line", issue.line)
      json.endObject()
    }
    json.endArray()
  }
}
