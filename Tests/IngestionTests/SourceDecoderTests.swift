import TestSupport
import Testing

@testable import Ingestion

struct SourceDecoderTests {
  /// Known bytes of known words.
  static let words: [(name: String, encoding: TextEncoding, word: String, bytes: [UInt8])] = [
    ("KZ-1048", .kz1048, "Қазақ", [0x8D, 0xE0, 0xE7, 0xE0, 0x9D]),
    ("KZ-1048 letters", .kz1048, "әғңөүұһі", [0xBC, 0xBA, 0xBE, 0xB4, 0xBF, 0xA2, 0x9E, 0xB3]),
    ("windows-1251", .windows1251, "Решение №", [0xD0, 0xE5, 0xF8, 0xE5, 0xED, 0xE8, 0xE5, 0x20, 0xB9]),
    ("KOI8-R", .koi8R, "Решение", [0xF2, 0xC5, 0xDB, 0xC5, 0xCE, 0xC9, 0xC5]),
    ("ISO-8859-5", .iso88595, "Решение", [0xC0, 0xD5, 0xE8, 0xD5, 0xDD, 0xD8, 0xD5]),
    ("IBM866", .ibm866, "Решение", [0x90, 0xA5, 0xE8, 0xA5, 0xAD, 0xA8, 0xA5]),
    ("Mac Cyrillic", .macCyrillic, "Решения", [0x90, 0xE5, 0xF8, 0xE5, 0xED, 0xE8, 0xDF]),
    ("windows-1252", .windows1252, "sesión €", [0x73, 0x65, 0x73, 0x69, 0xF3, 0x6E, 0x20, 0x80]),
  ]

  @Test(arguments: words)
  func codePage(_ row: (name: String, encoding: TextEncoding, word: String, bytes: [UInt8])) throws {
    var damage = DecodingDamage()
    let page = try #require(row.encoding.codePage)
    #expect(String(decoding: page.decoded(row.bytes, damage: &damage), as: UTF8.self) == row.word)
    #expect(damage.invalid == 0)
  }

  /// Not every code page has «».
  static let plainQuotes = russian.replacing("«", with: "\"").replacing("»", with: "\"")
  static let russian =
    "Маслихат района РЕШИЛ: утвердить бюджет на 2024 год. Депутат сказал: «Вода в селе бурая, её пить нельзя»."
  static let kazakh =
    "Аудандық мәслихат ШЕШТІ: бюджет бекітілсін. Депутат айтты: «Ауылдың суы лай, оны ішуге болмайды, әкім қайда?»"

  /// Text, the encoding that it is written in, what it declares, and the encoding and issues that must come
  /// out.
  static let sources:
    [(name: String, text: String, written: TextEncoding, label: String?, read: String, issues: [String])] = [
      ("UTF-8 undeclared", kazakh, .utf8, nil, "UTF-8", []),
      ("UTF-8 declared", kazakh, .utf8, "utf-8", "UTF-8", []),
      (
        "UTF-8 declared as windows-1251", russian, .utf8, "windows-1251", "UTF-8",
        ["encoding-declaration-wrong"]
      ),
      ("ASCII declared as windows-1251", "decision 12", .utf8, "windows-1251", "UTF-8", []),
      (
        "ASCII, letters set off by spaces", "D E C I S I O N o f t h e c o u n c i l", .utf8, nil, "UTF-8", []
      ),
      ("ASCII declared as UTF-16", "decision 12", .utf8, "utf-16", "UTF-8", ["encoding-declaration-wrong"]),
      ("windows-1251 undeclared", russian, .windows1251, nil, "windows-1251", ["encoding-detected"]),
      ("windows-1251 declared", russian, .windows1251, "Windows-1251", "windows-1251", []),
      (
        "windows-1251 declared as UTF-8", russian, .windows1251, "utf-8", "windows-1251",
        ["encoding-declaration-wrong"]
      ),
      ("KOI8-R undeclared", plainQuotes, .koi8R, nil, "KOI8-R", ["encoding-detected"]),
      ("KOI8-R declared", plainQuotes, .koi8R, "koi8-r", "KOI8-R", []),
      (
        "KOI8-R declared as windows-1251", plainQuotes, .koi8R, "cp1251", "KOI8-R",
        ["encoding-declaration-wrong"]
      ),
      (
        "ISO-8859-5 undeclared", plainQuotes, .iso88595, nil,
        "ISO-8859-5", ["encoding-detected"]
      ),
      (
        "IBM866 undeclared", plainQuotes, .ibm866, nil, "IBM866",
        ["encoding-detected"]
      ),
      ("Mac Cyrillic undeclared", russian, .macCyrillic, nil, "x-mac-cyrillic", ["encoding-detected"]),
      ("Mac Cyrillic declared", russian, .macCyrillic, "x-mac-cyrillic", "x-mac-cyrillic", []),
      (
        "Mac Cyrillic declared as windows-1251", russian, .macCyrillic, "windows-1251", "x-mac-cyrillic",
        ["encoding-declaration-wrong"]
      ),
      ("KZ-1048 undeclared", kazakh, .kz1048, nil, "KZ-1048", ["encoding-detected"]),
      ("KZ-1048 declared", kazakh, .kz1048, "kz-1048", "KZ-1048", []),
      (
        "KZ-1048 declared as windows-1251", kazakh, .kz1048, "windows-1251", "KZ-1048",
        ["encoding-declaration-wrong"]
      ),
      ("windows-1251 declared as KZ-1048: no byte differs", russian, .windows1251, "kz-1048", "KZ-1048", []),
      (
        "one Kazakh letter in a long Russian text declared as windows-1251",
        String(repeating: russian, count: 30) + " Мақаншы", .kz1048, "windows-1251", "KZ-1048",
        ["encoding-declaration-wrong"]
      ),
      (
        "Ukrainian", "Рішення ґрунтується на її заяві; є підстави", .windows1251, "windows-1251",
        "windows-1251", []
      ),
      ("unknown label", russian, .windows1251, "x-martian", "windows-1251", ["encoding-unknown"]),
      (
        "Spanish", "La sesión terminó: aprobación unánime del señor alcalde, según el artículo décimo.",
        .windows1252, nil,
        "windows-1252", ["encoding-detected"]
      ),
      (
        "capitals only", "РЕШЕНИЕ РАЙОННОГО МАСЛИХАТА О БЮДЖЕТЕ", .windows1251, nil, "windows-1251",
        ["encoding-detected"]
      ),
      (
        "Kazakh with Latin i", "Жергiлiктi мәслихаттың шешiмi бойынша", .kz1048, nil, "KZ-1048",
        ["encoding-detected"]
      ),
    ]

  @Test(arguments: sources)
  func declaredAndDetected(
    _ row: (name: String, text: String, written: TextEncoding, label: String?, read: String, issues: [String])
  ) throws {
    let meta =
      row.label.map { "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=\($0)\"><p>" } ?? ""
    let decoded = try SourceDecoder.decode(encode(meta + row.text, row.written), path: row.name)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == meta + row.text)
    #expect(decoded.encoding == row.read)
    #expect(decoded.issues.map(\.id) == row.issues)
  }

  static let declarations: [(name: String, source: String, label: String?)] = [
    ("XML declaration", "<?xml version='1.0' encoding='windows-1251'?><a/>", "windows-1251"),
    ("XML declaration without encoding", "<?xml version='1.0'?><a/>", nil),
    ("meta charset", "<html><head><META CHARSET=\"KOI8-R\">", "koi8-r"),
    ("meta charset without quotes", "<meta charset=utf-8/>", "utf-8"),
    ("second meta", "<meta name=a content=b><meta content='text/html;charset = cp1251'>", "cp1251"),
    ("in the text only", "<p>charset=koi8-r</p>", nil),
    ("beyond the first 4 KiB", String(repeating: " ", count: 4_096) + "<meta charset=koi8-r>", nil),
  ]

  @Test(arguments: declarations) func declaration(_ row: (name: String, source: String, label: String?)) {
    #expect(EncodingDeclaration.label(in: Array(row.source.utf8)) == row.label)
  }

  @Test(arguments: [true, false], [true, false]) func utf16(littleEndian: Bool, mark: Bool) throws {
    let text = (mark ? "\u{FEFF}" : "") + "<p>Мәслихат шешімі, 12 😀</p>\n"
    let bytes = text.utf16.flatMap { unit in
      littleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let decoded = try SourceDecoder.decode(bytes, path: "a.html")
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "<p>Мәслихат шешімі, 12 😀</p>\n")
    #expect(decoded.encoding == (littleEndian ? "UTF-16LE" : "UTF-16BE"))
    #expect(decoded.issues.isEmpty)
  }

  @Test func markIsTakenOff() throws {
    let decoded = try SourceDecoder.decode([0xEF, 0xBB, 0xBF] + Array("Шешім".utf8), path: "a.txt")
    #expect(decoded.utf8 == Array("Шешім".utf8))
  }

  static let damaged: [(name: String, bytes: [UInt8], text: String, message: String)] = [
    (
      "NUL bytes", Array("Шешім №\0 12 қабылданды".utf8), "Шешім №\u{FFFD} 12 қабылданды",
      "0 invalid byte sequences and 1 NUL"
    ),
    (
      "cut off in a letter", Array("Шешім қабылданды".utf8.dropLast()), "Шешім қабылданд\u{FFFD}", "1 invalid"
    ),
    (
      "a stray byte", Array("Шешім ".utf8) + [0xFF] + Array(" қабылданды".utf8), "Шешім \u{FFFD} қабылданды",
      "1 invalid"
    ),
    (
      "an encoded surrogate", Array("Аудандық шешім ".utf8) + [0xED, 0xA0, 0x80],
      "Аудандық шешім \u{FFFD}\u{FFFD}\u{FFFD}", "3 invalid"
    ),
  ]

  @Test(arguments: damaged) func damage(_ row: (name: String, bytes: [UInt8], text: String, message: String))
    throws
  {
    let decoded = try SourceDecoder.decode(row.bytes, path: row.name)
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == row.text)
    #expect(decoded.issues.map(\.id) == ["invalid-bytes"])
    #expect(decoded.issues.first?.message.hasPrefix(row.message) == true)
    #expect(decoded.issues.first?.line == 1)
  }

  static let refused: [(name: String, bytes: [UInt8], id: String, says: String)] = [
    ("no bytes", [], "empty-file", "no text"),
    ("white space only", Array(" \r\n\t".utf8), "empty-file", "no text"),
    ("PDF", Array("%PDF-1.7 ...".utf8), "binary-file", "PDF"),
    ("DOC", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "binary-file", "DOC"),
    ("DOCX", [0x50, 0x4B, 3, 4] + Array("...word/document.xml".utf8), "binary-file", "DOCX"),
    ("ZIP", [0x50, 0x4B, 3, 4] + Array("...a.html".utf8), "binary-file", "ZIP"),
    ("JPEG", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "binary-file", "JPEG"),
    ("RTF", Array(#"{\rtf1\ansi"#.utf8), "binary-file", "RTF"),
    ("control bytes", (0..<1_000).map { UInt8($0 % 32) }, "binary-file", "control"),
  ]

  @Test(arguments: refused) func refusal(_ row: (name: String, bytes: [UInt8], id: String, says: String)) {
    let error = #expect(throws: IngestionError.self) { try SourceDecoder.decode(row.bytes, path: row.name) }
    #expect(error?.id == row.id)
    #expect(error?.message.contains(row.says) == true)
    #expect(error?.path == row.name)
  }

  /// Whatever the bytes, the result is valid UTF-8, and valid UTF-8 is not changed.
  @Test func randomBytes() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 1...200, using: &random)).map { _ in
        Bool.random(using: &random)
          ? UInt8.random(in: 0x20...0x7E, using: &random) : UInt8.random(in: 0x80...0xFF, using: &random)
      }
      guard let decoded = try? SourceDecoder.decode(bytes, path: "random") else { continue }
      #expect(UTF8Bytes.survey(decoded.utf8).invalid == 0)
      #expect(Array(String(decoding: decoded.utf8, as: UTF8.self).utf8) == decoded.utf8)
      let again = try SourceDecoder.decode(decoded.utf8, path: "again")
      #expect(again.utf8 == decoded.utf8)
    }
  }

  private func encode(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
    guard let page = encoding.codePage else { return Array(text.utf8) }
    var inverse: [UInt32: UInt8] = [:]
    for byte in (0...255).reversed() { inverse[page.scalars[byte]] = UInt8(byte) }
    return text.unicodeScalars.map { inverse[$0.value] ?? 0x3F }
  }
}
