import Tabulation

/// One self-contained HTML page of a run: its tables, and behind each number the passages with their evidence.
///
/// The page loads nothing from anywhere, works from a file, and shows the numbers without JavaScript, in three languages
/// and as counts or shares. A policy in the page allows only its own style and script, by their hashes; texts of
/// documents are data and are only ever set as text, so that mark-up in them stays what it is: text.
///
/// ```swift
/// let page = HTMLReport.bytes(of: content)
/// try folder.write(page, to: "report.html")
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
    public var tables: [CrossTable] = []
    /// What `PassageReference.document` is an index into.
    public var documents: [Document] = []
    /// The passages that the tables' references name; any order. Others are left out of the page.
    public var passages: [Passage] = []
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
    /// Code points in the passage's text.
    public var range: Range<Int>
    /// The lexicon entry, or the feature of the learned coder.
    public var entry: String
    /// The term as written in the lexicon; `learned` for a feature.
    public var rule: String

    public init(_ range: Range<Int>, entry: String, rule: String) {
      self.range = range
      self.entry = entry
      self.rule = rule
    }
  }

  /// The page, UTF-8. The same content gives the same bytes.
  ///
  /// - Complexity: O(cells + references + text of the passages).
  public static func bytes(of content: Content) -> [UInt8] {
    let data = ReportData(content)
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n<html lang=\"\(content.language.rawValue)\">\n")
    writeHead(content, to: &html)
    html.raw("<body>\n")
    writeMasthead(content, to: &html)
    html.raw("<main id=\"tables\">\n")
    if content.tables.isEmpty {
      html.raw("<p>")
      html.word(.noTables)
      html.raw("</p>\n")
    }
    for (index, table) in content.tables.enumerated() {
      ReportTable(table, number: index, codeLabels: content.codeLabels).write(to: &html)
    }
    html.raw("</main>\n")
    writeFacts(content.facts, to: &html)
    writePanel(to: &html)
    data.write(to: &html)
    html.raw("<script>\(ReportScript.text)</script>\n</body>\n</html>\n")
    return html.bytes
  }
}
