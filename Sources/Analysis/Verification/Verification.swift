import Foundation
import Ingestion

/// Finds every passage and every evidence span of a store again in the source files.
public struct Verification: Sendable {
  /// What was looked up and what was not found. Passages and evidence of documents that are not there, or are others by
  /// now, are not looked up.
  public struct Outcome: Sendable {
    public var documents = 0
    public var passages = 0
    public var evidence = 0
    /// One line each: where, what was expected, what stands there.
    public var failures: [String] = []
  }

  private struct SegmentRow: Decodable {
    var xpath: String
    var start: Int
    var end: Int
    var textStart: Int
  }

  /// Verifies a store.
  ///
  /// - Parameter root: folder that relative document paths count from; nil for the working folder.
  /// - Throws: `StoreError`.
  public static func verify(_ store: Store, root: String? = nil) throws -> Outcome {
    var outcome = Outcome()
    let sources = StoredSources(root: root)
    var document: Int?
    var opened: Opened?
    var lookup: SourceLookup?
    let decoder = JSONDecoder()
    try store.passages(uncoded: true) { passage in
      if document != passage.document {
        document = passage.document
        do throws(IngestionError) {
          lookup = try open(passage, sources, &opened)
          outcome.documents += 1
        } catch {
          outcome.failures.append("\(error)")
          lookup = nil
        }
      }
      guard let lookup else { return }
      outcome.passages += 1
      let segments = try decoder.decode([SegmentRow].self, from: Data(passage.segments.utf8))
      check(passage, segments, lookup, &outcome)
      checkEvidence(passage, &outcome)
    }
    return outcome
  }

  /// A source file or entry of an archive as it is now.
  private struct Opened {
    var path: String
    var sha256: String
    /// nil where it was not asked for, since the hash is another.
    var lookup: Result<SourceLookup, IngestionError>?
  }

  /// What a passage was read from. Records of one file follow one another: it is hashed and parsed once for all of them.
  private static func open(
    _ passage: StoredPassage, _ sources: StoredSources, _ opened: inout Opened?
  ) throws(IngestionError) -> SourceLookup {
    let source = try sources.source(of: passage.path)
    if opened?.path != source.path {
      opened = Opened(path: source.path, sha256: SourceFile.sha256(source.bytes))
    }
    guard opened?.sha256 == passage.sha256 else {
      throw IngestionError(
        path: passage.path, id: "source-changed",
        message: "has changed since the run (its SHA-256 differs); run the pipeline again")
    }
    if let lookup = opened?.lookup { return try lookup.get() }
    let lookup = Result { () throws(IngestionError) in
      try SourceLookup(source.bytes, path: source.path)
    }
    opened?.lookup = lookup
    return try lookup.get()
  }

  private static func check(
    _ passage: StoredPassage, _ segments: [SegmentRow], _ source: SourceLookup, _ outcome: inout Outcome
  ) {
    let points = Array(passage.text.unicodeScalars)
    for (index, segment) in segments.enumerated() {
      let end = index + 1 < segments.count ? segments[index + 1].textStart : points.count
      guard segment.textStart >= 0, segment.textStart <= end, end <= points.count else {
        outcome.failures.append(
          "\(passage.path) passage \(passage.n): segment \(index + 1) lies outside of the text")
        continue
      }
      var view = String.UnicodeScalarView(points[segment.textStart..<end])
      while view.last == " " { view.removeLast() }
      let expected = String(view)
      let found = source.text(at: segment.xpath, from: segment.start, to: segment.end)
      if found.map({ Array($0.utf8) }) != Array(expected.utf8) {
        outcome.failures.append(
          "\(passage.path) passage \(passage.n): \(segment.xpath) \(segment.start)–\(segment.end) has "
            + "'\((found ?? "nothing").prefix(60))' where '\(expected.prefix(60))' was read")
      }
    }
  }

  private static func checkEvidence(_ passage: StoredPassage, _ outcome: inout Outcome) {
    let count = passage.text.unicodeScalars.count
    for coding in passage.codings {
      for evidence in coding.evidence {
        outcome.evidence += 1
        if evidence.start < 0 || evidence.start >= evidence.end || evidence.end > count {
          outcome.failures.append(
            "\(passage.path) passage \(passage.n): evidence of \(coding.code) by \(evidence.entry) lies outside of the text"
          )
        }
      }
      if coding.evidence.isEmpty {
        outcome.failures.append("\(passage.path) passage \(passage.n): \(coding.code) has no evidence")
      }
    }
  }
}
