import Tabulation

/// One self-contained HTML page of a run: its tables, and behind each number the passages with their evidence.
///
/// The page loads nothing from anywhere, works from a file, and shows the numbers without JavaScript, in three languages
/// and as counts or shares. A policy in the page allows only its own style and script, by their hashes; texts of
/// documents are data and are only ever set as text, so that mark-up in them stays what it is: text.
///
/// Passages are fetched, compressed and written some hundreds at a time, and the browser reads only those blocks that
/// an opened number needs: a page of 200,000 passages opens like a small one.
///
/// ```swift
/// var file = try folder.open("report.html")
/// try HTMLReport.write(content, passages: store.passages) { try file.append($0) }
/// try file.commit()
/// ```
public enum HTMLReport {
  /// Everything that the page shows, in the order in which it is shown.
  public struct Content: Sendable {
    public var title: TrilingualLabel
    /// The language in which the page opens.
    public var language: LabelLanguage = .ru
    /// Whether a banner says that the corpus was written to show the method and the numbers are no findings.
    public var isDemonstration = false
    /// What was analysed, and with what: corpus, codebook, pipeline, hashes, versions.
    public var facts: [Fact] = []
    /// The few numbers that a reader wants first: documents, passages, period.
    public var keyFigures: [Fact] = []
    /// The picture of the codebook.
    public var diagram: Diagram?
    public var tables: [CrossTable] = []
    /// Tables in words after the counted ones, such as the comparison with a publication.
    public var statements: [StatementTable] = []
    /// How well the coder does on gold; nil where that was not measured.
    public var validity: ValidityPage?
    /// What a paper has to say of how the numbers came about.
    public var methods: [Paragraph] = []
    /// What `PassageReference.document` is an index into.
    public var documents: [Document] = []
    /// Labels of codes, and of the groups that stand before the dot in their ids. A code without one shows its id.
    public var codeLabels: [String: TrilingualLabel] = [:]

    public init(title: TrilingualLabel) { self.title = title }
  }

  public struct Fact: Sendable {
    public var label: TrilingualLabel
    public var value: TrilingualLabel

    public init(_ label: TrilingualLabel, _ value: TrilingualLabel) {
      self.label = label
      self.value = value
    }

    public init(_ label: TrilingualLabel, _ value: String) {
      self.init(label, TrilingualLabel(untranslated: value))
    }
  }

  /// A codebook as a picture: criteria with their indicators, and what they bear on.
  public struct Diagram: Sendable {
    public var title: TrilingualLabel
    /// nil where nobody has said what they bear on: then the criteria stand alone.
    public var outcome: TrilingualLabel?
    public var groups: [(label: TrilingualLabel, items: [TrilingualLabel])]

    public init(
      title: TrilingualLabel, outcome: TrilingualLabel?,
      groups: [(label: TrilingualLabel, items: [TrilingualLabel])]
    ) {
      self.title = title
      self.outcome = outcome
      self.groups = groups
    }
  }

  public struct Paragraph: Sendable {
    public var title: TrilingualLabel
    public var text: TrilingualLabel

    public init(_ title: TrilingualLabel, _ text: TrilingualLabel) {
      self.title = title
      self.text = text
    }
  }

  /// Gives the passages of references, in any order; those that do not exist are passed over.
  public typealias PassageSource = ([PassageReference]) throws -> [Passage]

  public struct Document: Sendable {
    /// As the user gave it.
    public var path: String
    public var title: String?
    public var region: TrilingualLabel?
    /// ISO 8601.
    public var date: String?

    public init(path: String, title: String? = nil, region: TrilingualLabel? = nil, date: String? = nil) {
      self.path = path
      self.title = title
      self.region = region
      self.date = date
    }
  }

  public struct Passage: Sendable {
    public var reference: PassageReference
    public var text: String
    /// `kk`, `ru`, …
    public var language: String
    /// As in the interchange format: `speech`, `resolution`, ….
    public var role: String
    public var speaker: String?
    public var codes: [Code]

    public init(
      _ reference: PassageReference, text: String, language: String, role: String, speaker: String? = nil,
      codes: [Code] = []
    ) {
      self.reference = reference
      self.text = text
      self.language = language
      self.role = role
      self.speaker = speaker
      self.codes = codes
    }
  }

  /// A title over a passage: what it is about without saying so again.
  public struct Title: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
      /// The document's.
      case document
      /// The line of the agenda that the passage is spoken on.
      case agenda
      /// The heading of its section.
      case heading
    }

    public var kind: Kind
    public var text: String

    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  public struct Code: Sendable {
    public var code: String
    public var evidence: [Evidence]

    public init(_ code: String, evidence: [Evidence]) {
      self.code = code
      self.evidence = evidence
    }
  }

  /// What carried a code.
  public struct Evidence: Sendable {
    public enum Place: Sendable, Equatable {
      /// Code points in the passage's text.
      case words(Range<Int>)
      /// A title over the passage.
      case title(Title)
    }

    public var place: Place
    /// The lexicon entry, or the feature of the learned coder.
    public var entry: String
    /// The term as written in the lexicon; `learned` for a feature.
    public var rule: String

    public init(_ place: Place, entry: String, rule: String) {
      self.place = place
      self.entry = entry
      self.rule = rule
    }
  }

  /// Writes the page, UTF-8, piece by piece. The same content gives the same bytes, whatever the order in which the
  /// source gives its passages.
  ///
  /// - Parameters:
  ///   - limit: distinct passages that the page takes at most. Where the tables refer to more, each cell keeps its first
  ///     ones, as many as fit, and says how many they are of.
  ///   - write: takes the pieces in order.
  /// - Throws: what `passages` and `write` throw.
  /// - Complexity: O(cells + references + text of the passages); in memory are the references and a piece.
  public static func write(
    _ content: Content, passages: PassageSource, limit: Int = 200_000, to write: ([UInt8]) throws -> Void
  ) throws {
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n<html lang=\"\(content.language.rawValue)\">\n")
    writeHead(content, to: &html)
    html.raw("<body>\n")
    writeMasthead(content, to: &html)
    writeContents(content, to: &html)
    html.raw("<main id=\"content\" tabindex=\"-1\">\n")
    if content.tables.isEmpty {
      html.raw("<p>")
      html.word(.noTables)
      html.raw("</p>\n")
    }
    for figure in ReportFigures.figures(of: content) { figure.write(to: &html, content) }
    for (index, table) in content.tables.enumerated() {
      ReportTable(table, number: index, codeLabels: content.codeLabels).write(to: &html)
    }
    ReportSensitivity.write(content.tables, to: &html)
    StatementPart.write(content.statements, to: &html)
    content.validity?.write(to: &html)
    writeMethods(content.methods, to: &html)
    html.raw("</main>\n")
    writeFacts(content.facts, to: &html)
    writePanel(to: &html)
    try ReportData(content, limit: limit).write(passages, &html, to: write)
    html.raw("<script>\(ReportScript.text)</script>\n</body>\n</html>\n")
    try write(html.take())
  }

  /// The whole page of a small report.
  public static func bytes(of content: Content, passages: [Passage] = []) throws -> [UInt8] {
    var page: [UInt8] = []
    try write(
      content,
      passages: { wanted in
        let wanted = Set(wanted)
        return passages.filter { wanted.contains($0.reference) }
      }, to: { page += $0 })
    return page
  }
}
