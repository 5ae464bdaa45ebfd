import Linguistics

/// One source file's content: what it says of itself, and its passages with their places in the source.
public struct Document: Sendable {
  /// As given by the user; `archive!/entry` inside archives.
  public var path: String
  /// SHA-256 of the source file's bytes, lower-case hexadecimal.
  public var sha256: String
  public var metadata = Metadata()
  /// The texts of all passages one after another, UTF-8, each followed by one line feed.
  public var text: [UInt8] = []
  public var passages: [Passage] = []
  public var segments: [Segment] = []
  /// Resolves a segment's node to an XPath, JSON Pointer or line number.
  public var places = Places()
  /// Tokens and sentences of `text`; offsets are bytes in `text`.
  public var analysis = TextAnalysis()
  public var issues: [Issue] = []
  public var losses = LossReport()

  public init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }

  /// The text of a passage as a string; for output, not for hot loops.
  public func string(of passage: Passage) -> String {
    String(decoding: text[passage.text], as: UTF8.self)
  }
}

/// The recording unit: a paragraph, list item, table row or a paragraph of a speech.
public struct Passage: Sendable {
  /// Bytes in `Document.text`.
  public var text: Range<Int>
  /// Indices into `Document.segments`.
  public var segments: Range<Int>
  /// Indices into `Document.analysis.tokens` and `.sentences`.
  public var tokens: Range<Int> = 0..<0
  public var sentences: Range<Int> = 0..<0
  public var language: Language = .other
  public var role: Role = .body
  public var speaker: String?
  /// Number of the agenda item that the passage stands under, from 1; nil outside of any.
  public var agendaItem: Int?

  public init(text: Range<Int>, segments: Range<Int>) {
    self.text = text
    self.segments = segments
  }
}

/// What a passage is in the structure of its document (Akoma Ntoso's terms where it has them).
public enum Role: String, Sendable, CaseIterable {
  case heading, attendance, agenda, speech, report, resolution, vote, note, signature, body
}

/// A stretch of a passage's text and where it stands in the source.
public struct Segment: Sendable {
  /// Index into `Places`: an element, a JSON value or a line.
  public var node: Int32
  /// Code points in the text content of the node.
  public var start: Int32
  public var end: Int32
  /// Code points from the start of the passage's text.
  public var textStart: Int32

  public init(node: Int32, start: Int32, end: Int32, textStart: Int32) {
    self.node = node
    self.start = start
    self.end = end
    self.textStart = textStart
  }
}

/// What the document says of itself. Nothing is guessed from the file's name.
public struct Metadata: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case `protocol`, decision, report, hearing, news, regulation, other
  }
  public enum Level: String, Sendable, CaseIterable {
    case oblast, city, district
    case ruralDistrict = "rural-district"
  }
  public enum SessionKind: String, Sendable { case regular, extraordinary }
  public struct Vote: Sendable, Equatable {
    /// Agenda item, from 1; 0 where the vote stands under none.
    public var item: Int
    public var inFavour: Int
    public var against: Int
    public var abstained: Int

    public init(item: Int, inFavour: Int, against: Int, abstained: Int) {
      self.item = item
      self.inFavour = inFavour
      self.against = against
      self.abstained = abstained
    }
  }

  public var kind: Kind = .other
  public var language: Language = .other
  public var title: String?
  /// The council, as written.
  public var body: String?
  public var level: Level?
  /// ISO 3166-2, such as `KZ-71`.
  public var region: String?
  /// KATO code of the district or city of oblast subordination, such as `633600000`.
  public var district: String?
  /// ISO 8601, such as `2022-12-09`.
  public var date: String?
  public var session: Int?
  public var sessionKind: SessionKind?
  public var convocation: Int?
  public var decisionNumber: String?
  public var chair: String?
  public var speakers: [String] = []
  public var agendaItems = 0
  public var votes: [Vote] = []

  public init() {}
}
