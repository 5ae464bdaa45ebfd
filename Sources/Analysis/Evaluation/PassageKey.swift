/// What gold and coded passages meet by: the document's file name and the text, whatever its white space, soft
/// hyphens, zero-width characters and normal form.
///
/// ```swift
/// PassageKey(document: "a.html", text: "Сессия  ашы\u{AD}лды") == PassageKey(document: "a.html", text: "Сессия ашылды")
/// ```
struct PassageKey: Hashable, Sendable {
  let document: String
  /// Equality of strings is canonical equivalence, so that NFC and NFD meet.
  private let text: String

  /// - Parameter document: file name; whatever names a passage that stands alone.
  init(document: String, text: String) {
    self.document = document
    self.text = Self.collapsed(text)
  }

  /// - Parameter path: of the document, in whatever folder it is.
  init(path: String, text: String) {
    self.init(document: Self.document(path), text: text)
  }

  /// The file name that a document is known by in gold: that of its file, also where the file has several documents
  /// (`pages/news.json!/content/0` and `news.json` are `news.json`), and in an archive that of the entry
  /// (`pages.zip!/2024/a.html` is `a.html`).
  static func document(_ path: String) -> String {
    var name = path
    for part in path.split(separator: "!/") {
      name = part.split(separator: "/").last.map(String.init) ?? String(part)
      if !archives.contains(where: name.lowercased().hasSuffix) { break }
    }
    return name
  }

  private static let archives = [".zip", ".tar", ".tgz", ".tar.gz", ".warc", ".warc.gz"]

  private static func collapsed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var needsSpace = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF: continue
      default: break
      }
      if scalar.properties.isWhitespace {
        needsSpace = !result.isEmpty
      } else {
        if needsSpace { result.append(" ") }
        needsSpace = false
        result.append(scalar)
      }
    }
    return String(result)
  }
}
