import Tabulation

/// Writes HTML into bytes. Data only ever goes through `text` and `label`, which escape.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// What was written so far, which is then forgotten.
  mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Mark-up of our own.
  mutating func raw(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  mutating func raw(_ markup: [UInt8]) { bytes.append(contentsOf: markup) }

  /// Text of any origin, as content or inside of a quoted attribute. Control characters that HTML does not allow
  /// become U+FFFD.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): raw("&lt;")
      case UInt8(ascii: ">"): raw("&gt;")
      case UInt8(ascii: "&"): raw("&amp;")
      case UInt8(ascii: "\""): raw("&quot;")
      case UInt8(ascii: "'"): raw("&#39;")
      case 0x09, 0x0A, 0x20...0x7E, 0x80...: bytes.append(byte)
      default: raw("\u{FFFD}")
      }
    }
  }

  /// A label in all languages, of which the style shows one. Isolated, so that directional marks in it end with it.
  mutating func label(_ label: TrilingualLabel) {
    if label.kk == label.ru && label.ru == label.en {
      raw("<bdi>")
      text(label.en)
      raw("</bdi>")
      return
    }
    raw("<span class=\"t\">")
    for language in LabelLanguage.allCases {
      raw("<bdi lang=\"\(language.rawValue)\">")
      text(label[language])
      raw("</bdi>")
    }
    raw("</span>")
  }

  mutating func word(_ word: ReportWording) { label(word.label) }
}
