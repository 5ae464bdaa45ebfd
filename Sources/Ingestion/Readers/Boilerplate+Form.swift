/// What the form of a short line tells, whatever its words are. Every text is asked for in lower case.
extension Boilerplate {
  /// Whether a line begins with a footnote's mark: `[1] С учётом …`.
  static func isFootnote(_ folded: [UInt8]) -> Bool {
    guard folded.first == 0x5b, let close = folded.prefix(6).firstIndex(of: 0x5d), close > 1 else {
      return false
    }
    return folded[1..<close].allSatisfy(isDigit) && folded[close...].contains(where: isLetter)
  }

  /// Whether every word of a line is a hashtag: `#мәслихат #бюджет`.
  static func isOfHashtags(_ folded: [UInt8]) -> Bool {
    guard folded.first == 0x23 else { return false }
    return folded.split(separator: 0x20).allSatisfy {
      $0.first == 0x23 && $0.dropFirst().first.map(isLetter) == true
    }
  }

  /// Whether a line ends with a file's name, its size after it: `Шешім.docx`, `Протокол.pdf (214 КБ)`.
  static func isFile(_ folded: [UInt8]) -> Bool {
    var end = folded.count
    // `(0,2 мб)`, `214 kb`
    for unit in units {
      var last = end
      while last > 0, !isLetter(folded[last - 1]), folded[last - 1] & 0xc0 != 0x80 { last -= 1 }
      guard last >= unit.count, FoldedBytes.hasPrefix(folded.span.extracting((last - unit.count)...), unit)
      else { continue }
      end = last - unit.count
      while end > 0, !isLetter(folded[end - 1]), folded[end - 1] & 0xc0 != 0x80 { end -= 1 }
      break
    }
    return extensions.contains { suffix in
      end >= suffix.count && FoldedBytes.hasPrefix(folded.span.extracting((end - suffix.count)...), suffix)
    }
  }

  /// Whether a line has a file's name: `Протокол.pdfСкачать`.
  static func namesFile(_ folded: [UInt8]) -> Bool {
    extensions.contains { contains(folded.span, $0.span) }
  }

  /// Whether a line begins or ends with an arrow.
  static func hasArrow(_ folded: [UInt8]) -> Bool {
    // U+2190 to U+21FF
    let marks = [folded.prefix(3), folded.suffix(3)]
    return marks.contains {
      $0.count == 3 && $0.first == 0xe2 && [0x86, 0x87].contains($0[$0.startIndex + 1])
    }
  }

  private static let units = ["кб", "мб", "kb", "mb", "кбайт", "мбайт"].map { Array($0.utf8) }
  private static let extensions = [
    ".pdf", ".doc", ".docx", ".xls", ".xlsx", ".ppt", ".pptx", ".rtf", ".odt", ".zip", ".rar", ".jpg", ".png",
  ].map { Array($0.utf8) }
}
