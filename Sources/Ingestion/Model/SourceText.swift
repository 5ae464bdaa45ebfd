/// What every reader makes of a file: blocks of text with their places, in the order of reading, before
/// anyone asks what they mean. `StructureParser` turns them into passages.
struct SourceText: Sendable {
  /// One candidate passage.
  struct Block: Sendable {
    enum Kind: UInt8, Sendable { case paragraph, heading, listItem, tableRow, tableHeader, title }
    var kind: Kind
    /// Bytes in `SourceText.text`.
    var text: Range<Int>
    /// Indices into `SourceText.segments`.
    var segments: Range<Int>
    /// Set where the mark-up itself says what the block is (XML); nil where the text has to tell.
    var role: Role?
    /// Set where the mark-up names the speaker.
    var speaker: String?
    /// All of it bold, centred or set to the right: hints for headings, signatures and appendix heads.
    var isBold = false
    var isCentred = false
    var isRight = false
    /// An item of a list that stands in an item of another.
    var isNested = false
    /// Number of the section of the mark-up (XML) that the block stands in, from 1; 0 for none.
    var section = 0
  }

  /// Collapsed texts of all blocks, one after another, each followed by one line feed.
  var text: [UInt8] = []
  var blocks: [Block] = []
  var segments: [Segment] = []
  var places = Places()
  /// What the page, header or record says outside of its text.
  var declared = Declared()
  var losses = LossReport()
  var issues: [Issue] = []

  /// Metadata stated by mark-up rather than by running text.
  struct Declared: Sendable {
    var title: String?
    /// ISO 8601.
    var date: String?
    /// A date line of the page, as written.
    var dateText: String?
    /// What the page tells programs and not its readers: the day of publication, ISO 8601, and the headline.
    var publication: String?
    var headline: String?
    var language: String?
    var body: String?
    var session: Int?
    var convocation: Int?
    var kind: Metadata.Kind?
    var chair: String?
    var votes: [Metadata.Vote] = []
  }
}
