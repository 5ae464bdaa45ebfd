/// Why visible text did not become a passage.
public enum LossReason: String, Sendable, CaseIterable {
  /// `nav`, menus, breadcrumbs, tabs, link lists.
  case navigation
  /// Page header and footer, site name, copyright, contacts.
  case chrome
  /// Related articles, "read also", tags.
  case related
  /// Share buttons, comments, ratings, view counts.
  case social
  /// Advertisements, polls, weather, exchange rates.
  case widget
  /// Date line, status word, author box, information table of a legal portal.
  case pageMetadata = "page-metadata"
  /// Form controls.
  case form
  /// Hidden by mark-up.
  case hidden
  /// Text that repeats the document's title.
  case duplicateTitle = "duplicate-title"
  /// The label of a speaker in an element of its own.
  case speakerLabel = "speaker-label"
  /// Metadata elements of XML and JSON.
  case header
  /// Stray punctuation, rules, ornaments: nothing with a letter or digit.
  case ornament
  /// Unreadable: mojibake.
  case unreadable
}

/// Every visible code point of the source that is not white space, in a passage or with the reason it is not.
///
/// `kept + lost.values.sum == visible` holds for every document.
public struct LossReport: Sendable, Equatable {
  /// Code points, white space aside.
  public var visible = 0
  public var kept = 0
  public var lost: [LossReason: Int] = [:]

  public init() {}
}
