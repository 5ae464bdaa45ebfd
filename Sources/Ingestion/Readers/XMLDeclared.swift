/// Values of metadata attributes and elements in the forms that `SourceText.Declared` wants.
enum XMLDeclared {
  /// `kaz`, `kk-KZ`, `kk` → `kk`; `rus`, `ru` → `ru`; other codes of two or three letters in small letters,
  /// else nil.
  static func language(_ code: String?) -> String? {
    guard let code else { return nil }
    let primary = code.lowercased().prefix { $0 != "-" && $0 != "_" && $0 != "@" }
    switch primary {
    case "kk", "kaz", "kz": return "kk"
    case "ru", "rus": return "ru"
    case "en", "eng": return "en"
    default: return (2...3).contains(primary.count) ? String(primary) : nil
    }
  }

  /// The date at the beginning of `2022-12-09T10:00:00` or in `09.12.2022`, as ISO 8601; nil for anything
  /// else.
  static func date(_ text: String?) -> String? {
    guard let text else { return nil }
    let bytes = Array(text.utf8.drop { $0 <= 0x20 }.prefix(10))
    guard bytes.count == 10 else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].reduce(Int?.some(0)) { sum, byte in
        guard let sum, (0x30...0x39).contains(byte) else { return nil }
        return sum * 10 + Int(byte) - 0x30
      }
    }
    func iso(_ year: Int?, _ month: Int?, _ day: Int?) -> String? {
      guard let year, let month, let day, (1...12).contains(month), (1...31).contains(day), year >= 1000
      else {
        return nil
      }
      return ParsedDate.iso(year, month, day)
    }
    if bytes[4] == 0x2D && bytes[7] == 0x2D { return iso(number(0..<4), number(5..<7), number(8..<10)) }
    let isSeparator = { (byte: UInt8) in byte == 0x2E || byte == 0x2F }
    if isSeparator(bytes[2]) && isSeparator(bytes[5]) {
      return iso(number(6..<10), number(3..<5), number(0..<2))
    }
    return nil
  }

  /// A reference such as `#kasenov`, without the sign; the first of several. Nil where there is none.
  static func reference(_ value: String?) -> String? {
    guard let first = value?.split(whereSeparator: \.isWhitespace).first else { return nil }
    let id = first.last == "#" ? "" : first.split(separator: "#").last.map(String.init) ?? ""
    return id.isEmpty ? nil : id
  }

  /// A speaker's label as a name: without colon, full stop of a sentence or brackets at its end.
  static func name(_ label: String) -> String? {
    var name = label[...]
    while let last = name.last, last == ":" || last == "," || last == "–" || last == "—" || last == " " {
      name.removeLast()
    }
    return name.isEmpty ? nil : String(name)
  }
}
