import Foundation

/// Finds records and their fields in the answers of content APIs, whose shapes differ while their names are
/// much alike.
enum JSONShape {
  private static let titleNames = ["title", "name", "headline", "header", "subject"]
  private static let bodyNames = [
    "body", "content", "text", "full_text", "fulltext", "html", "article", "articleBody", "detail_text",
    "description",
  ]
  private static let dateNames = [
    "created_date", "date", "published_date", "publish_date", "publication_date", "published_at", "pubDate",
    "datePublished",
    "created_at", "created", "createdDate", "publishedAt",
  ]
  private static let languageNames = ["lang", "language", "locale", "inLanguage", "lang_code"]
  private static let councilNames = ["organization", "project", "projects", "site", "source", "publisher"]
  private static let listNames = [
    "results", "data", "items", "records", "content", "posts", "news", "documents", "rows", "list",
  ]
  private static let languageSuffixes = [
    ("kz", "kk"), ("kk", "kk"), ("kaz", "kk"), ("ru", "ru"), ("rus", "ru"),
  ]

  /// The records of a value with their JSON Pointers.
  static func records(_ value: Any, at pointer: String = "") -> [(pointer: String, object: [String: Any])] {
    if let array = value as? [Any] {
      return array.enumerated().flatMap { index, element in
        (element as? [String: Any]).map { records($0, at: "\(pointer)/\(index)") } ?? []
      }
    }
    guard let object = value as? [String: Any] else { return [] }
    if isRecord(object) { return [(pointer, object)] }
    for name in listNames {
      if let inner = object[name], inner is [Any] || inner is [String: Any] {
        let found = records(inner, at: "\(pointer)/\(name)")
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private static func isRecord(_ object: [String: Any]) -> Bool {
    languageVersions(object).contains { version in
      text(bodyNames, in: version) != nil || text(titleNames, in: version) != nil
    }
  }

  /// One object for each language, where fields come as `title_kz` and `title_ru` or as `{"ru": …, "kk": …}`;
  /// else the object itself.
  ///
  /// A field of a version keeps its key, so that its pointer is right; `Version.names` says which one to
  /// read.
  static func languageVersions(_ object: [String: Any]) -> [Version] {
    var versions: [Version] = []
    for (suffix, language) in languageSuffixes where !versions.contains(where: { $0.language == language }) {
      let version = Version(object: object, suffix: suffix, language: language)
      if text(bodyNames, in: version) != nil { versions.append(version) }
    }
    return versions.isEmpty ? [Version(object: object, suffix: nil, language: nil)] : versions
  }

  /// An object seen in one of its languages.
  struct Version {
    var object: [String: Any]
    var suffix: String?
    var language: String?

    /// The string under a name, in this language, and the JSON Pointer to it inside of the object. WordPress
    /// wraps values as `{"rendered": …}`.
    func string(_ name: String) -> (text: String, pointer: String)? {
      let inner = suffix.map { [$0] } ?? ["rendered", "value", "html"]
      if let suffix, let text = object["\(name)_\(suffix)"] as? String { return (text, "/\(name)_\(suffix)") }
      if suffix == nil, let text = object[name] as? String { return (text, "/\(name)") }
      guard let wrapped = object[name] as? [String: Any] else { return nil }
      for key in inner {
        if let text = wrapped[key] as? String { return (text, "/\(name)/\(key)") }
      }
      return nil
    }
  }

  /// The record of an object in one language, or nil where it has neither title nor body.
  static func record(_ version: Version, at pointer: String) -> JSONRecord? {
    let title =
      text(titleNames, in: version)
      ?? text(titleNames, in: Version(object: version.object, suffix: nil, language: nil))
    let body = text(bodyNames, in: version)
    guard title != nil || body != nil else { return nil }
    let plain = Version(object: version.object, suffix: nil, language: nil)
    var record = JSONRecord(pointer: pointer)
    record.title = title?.text
    record.titlePointer = title.map { pointer + $0.pointer }
    record.content = Array((body?.text ?? "").utf8)
    record.bodyPointer = body.map { pointer + $0.pointer }
    record.date = dateNames.lazy.compactMap { date(version.object[$0]) }.first
    record.language = version.language ?? XMLDeclared.language(text(languageNames, in: plain)?.text)
    record.body = text(councilNames, in: plain)?.text
    let used = visible(title?.text ?? "") + visible(body?.text ?? "")
    record.otherVisible = max(0, visibleStrings(version.object) - used)
    return record
  }

  private static func text(_ names: [String], in version: Version) -> (text: String, pointer: String)? {
    for name in names {
      if let found = version.string(name), found.text.contains(where: { !$0.isWhitespace }) { return found }
    }
    return nil
  }

  /// A date as text or as seconds or milliseconds since 1970 in UTC.
  private static func date(_ value: Any?) -> String? {
    if let text = value as? String { return XMLDeclared.date(text) }
    guard let number = (value as? NSNumber)?.doubleValue, number > 1e8, number < 1e14 else { return nil }
    let days = Int((number > 1e11 ? number / 1000 : number) / 86_400)
    return civilDate(days)
  }

  /// Days since 1970-01-01 as a date of the Gregorian calendar (Howard Hinnant, chrono-compatible date
  /// algorithms).
  private static func civilDate(_ days: Int) -> String {
    let z = days + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return ParsedDate.iso(year, month, day)
  }

  private static func visible(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    return WhiteSpace.visibleCount(bytes.span)
  }

  private static func visibleStrings(_ value: Any) -> Int {
    if let text = value as? String { return visible(text) }
    if let array = value as? [Any] { return array.reduce(0) { $0 + visibleStrings($1) } }
    if let object = value as? [String: Any] { return object.values.reduce(0) { $0 + visibleStrings($1) } }
    return 0
  }
}
