import Tabulation

/// How well the coder does on passages that people coded, for the report: figures by dimension, language and code with
/// their intervals, what was confused where, and the worst mistakes with their text.
///
/// `fragment` is a `<section>` for a page that has `ReportStyle` and `ValidityPage.style`; `page` is a page of its own.
public struct ValidityPage: Sendable {
  /// A code, or all passages of a group.
  public struct Row: Sendable {
    public var label: TrilingualLabel
    /// Passages with the code in the gold; passages of the group.
    public var count: Int
    public var prevalence: Estimate?
    public var precision: Estimate
    public var recall: Estimate
    public var f1: Estimate
    /// Mean over the codes, for a group.
    public var alpha: Estimate
    /// Alpha of the people among themselves.
    public var people: Estimate?

    public init(
      _ label: TrilingualLabel, count: Int, prevalence: Estimate? = nil, precision: Estimate,
      recall: Estimate,
      f1: Estimate, alpha: Estimate, people: Estimate? = nil
    ) {
      self.label = label
      self.count = count
      self.prevalence = prevalence
      self.precision = precision
      self.recall = recall
      self.f1 = f1
      self.alpha = alpha
      self.people = people
    }
  }

  /// Decisions on a code in a group of passages.
  public struct Decisions: Sendable {
    public var code: TrilingualLabel
    /// One for each of the dimension's `decisionGroups`.
    public var counts: [Detection]

    public init(_ code: TrilingualLabel, counts: [Detection]) {
      self.code = code
      self.counts = counts
    }
  }

  public struct Mistake: Sendable {
    public var code: TrilingualLabel
    /// People gave the code and the coder did not.
    public var isMissed: Bool
    public var place: String
    public var language: String
    public var text: String
    /// The coder's, for a code given wrongly.
    public var score: Double?
    /// How many people gave the code; nil where it is not known.
    public var votes: Int?
    public var evidence: [(words: String, entry: String, rule: String)]

    public init(
      code: TrilingualLabel, isMissed: Bool, place: String, language: String, text: String, score: Double?,
      votes: Int?, evidence: [(words: String, entry: String, rule: String)]
    ) {
      self.code = code
      self.isMissed = isMissed
      self.place = place
      self.language = language
      self.text = text
      self.score = score
      self.votes = votes
      self.evidence = evidence
    }
  }

  public struct Dimension: Sendable {
    public var label: TrilingualLabel
    /// All passages first; precision, recall and F1 are micro averages.
    public var groups: [Row]
    public var codes: [Row]
    public var decisionGroups: [TrilingualLabel] = []
    public var decisions: [Decisions] = []
    /// Whether the Kazakh and the Russian interval of F1 overlap; nil where there is nothing to compare.
    public var languagesOverlap: Bool?
    public var mistakes: [Mistake] = []

    public init(_ label: TrilingualLabel, groups: [Row], codes: [Row]) {
      self.label = label
      self.groups = groups
      self.codes = codes
    }
  }

  public var dimensions: [Dimension]
  /// Who coded, and how passages and models were kept apart.
  public var method: TrilingualLabel
  public var resamples: Int

  public init(dimensions: [Dimension], method: TrilingualLabel, resamples: Int) {
    self.dimensions = dimensions
    self.method = method
    self.resamples = resamples
  }

  /// The section, UTF-8. The same content gives the same bytes.
  public var fragment: [UInt8] {
    var html = HTMLWriter()
    write(to: &html)
    return html.bytes
  }

  /// A page of its own, with a switch of languages.
  public func page(title: TrilingualLabel, language: LabelLanguage = .en) -> [UInt8] {
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    html.text(title[language])
    html.raw(
      "</title>\n<style>\n\(ReportStyle.text)\n\(Self.style)\n\(ReportStyle.print)\n</style>\n</head>\n<body>\n"
    )
    html.raw("<header class=\"masthead\">\n<p class=\"brand\">Hattama</p>\n<h1>")
    html.label(title)
    html.raw("</h1>\n<div class=\"switches\"><fieldset><legend>")
    html.word(.language)
    html.raw("</legend>")
    for (code, name) in [(LabelLanguage.kk, "Қазақша"), (.ru, "Русский"), (.en, "English")] {
      html.raw("<input type=\"radio\" name=\"language\" id=\"lang-\(code.rawValue)\"")
      html.raw(code == language ? " checked>" : ">")
      html.raw("<label for=\"lang-\(code.rawValue)\" lang=\"\(code.rawValue)\">\(name)</label>")
    }
    html.raw("</fieldset></div>\n</header>\n<main>\n")
    write(to: &html)
    html.raw("</main>\n</body>\n</html>\n")
    return html.bytes
  }
}
