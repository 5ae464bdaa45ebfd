/// A source file's text as valid UTF-8 without a byte order mark, and what was noticed on the way.
public struct DecodedSource: Sendable {
  public var utf8: [UInt8]
  /// Name of the encoding that the file was read in, such as `KZ-1048`.
  public var encoding: String
  public var issues: [Issue]
}

/// Turns the bytes of a file into UTF-8.
///
/// In this order: byte order mark, signatures of binary formats, UTF-16 by its pattern of zero bytes, the
/// declaration (XML declaration or meta element) where the bytes bear it out, else what the bytes say
/// themselves. Valid UTF-8 with anything beyond ASCII in it wins over every declaration: text in another
/// encoding is practically never valid UTF-8. Among single-byte encodings letters decide (`CyrillicScore`).
public enum SourceDecoder {
  /// - Parameter path: as given by the user, for messages.
  /// - Returns: the text and issues `encoding-declaration-wrong`, `encoding-unknown`, `encoding-detected`,
  ///   `invalid-bytes`.
  /// - Throws: `empty-file`, `binary-file`.
  ///
  /// Cost: valid UTF-8 is looked at once and not copied; other encodings are read three times.
  public static func decode(_ bytes: [UInt8], path: String) throws(IngestionError) -> DecodedSource {
    guard bytes.contains(where: { !isBlank($0) }) else {
      throw IngestionError(
        path: path, id: "empty-file", message: "the file has no text; leave it out or download it again")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let rest = Array(bytes.dropFirst(3))
      return try decodeUnicodeOrCodePage(rest, mark: true, path: path)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return decodeUTF16(bytes, from: 2, littleEndian: bytes[0] == 0xFF)
    }
    if let match = BinarySignature.match(bytes) {
      throw IngestionError(
        path: path, id: "binary-file", message: "the file is \(match.format), not text; \(match.remedy)")
    }
    if let littleEndian = UTF16Bytes.guessedLittleEndian(bytes) {
      return decodeUTF16(bytes, from: 0, littleEndian: littleEndian)
    }
    return try decodeUnicodeOrCodePage(bytes, mark: false, path: path)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func decodeUTF16(_ bytes: [UInt8], from start: Int, littleEndian: Bool) -> DecodedSource {
    var damage = DecodingDamage()
    let utf8 = UTF16Bytes.decoded(bytes, from: start, littleEndian: littleEndian, damage: &damage)
    let encoding: TextEncoding = littleEndian ? .utf16LittleEndian : .utf16BigEndian
    var issues = damageIssues(damage)
    if let label = EncodingDeclaration.label(in: utf8) {
      let declared = TextEncoding(label: label)
      if declared != .utf16LittleEndian && declared != .utf16BigEndian {
        issues.insert(wrongDeclaration(label, encoding), at: 0)
      }
    }
    return DecodedSource(utf8: utf8, encoding: encoding.rawValue, issues: issues)
  }

  private static func decodeUnicodeOrCodePage(
    _ bytes: [UInt8], mark: Bool, path: String
  ) throws(IngestionError) -> DecodedSource {
    let label = EncodingDeclaration.label(in: bytes)
    let declared = label.flatMap { TextEncoding(label: $0) }
    let survey = UTF8Bytes.survey(bytes)
    if BinarySignature.controlShare(bytes) > 0.1 {
      throw IngestionError(
        path: path, id: "binary-file",
        message: "more than a tenth of the bytes are control characters, so this is no text; "
          + "save the document as HTML or plain text and give that file")
    }
    var issues: [Issue] = []
    // A file in a single-byte encoding has hardly any well-formed sequences, a damaged UTF-8 file mostly
    // such.
    if survey.invalid == 0 || mark || survey.multibyte > 4 * survey.invalid {
      if let label, declared != .utf8, !survey.isASCII || declared?.codePage == nil {
        issues.append(declared == nil ? unknown(label, .utf8) : wrongDeclaration(label, .utf8))
      }
      if survey.invalid == 0 && survey.nul == 0 {
        return DecodedSource(utf8: bytes, encoding: TextEncoding.utf8.rawValue, issues: issues)
      }
      var damage = DecodingDamage()
      let utf8 = UTF8Bytes.repaired(bytes, damage: &damage)
      return DecodedSource(
        utf8: utf8, encoding: TextEncoding.utf8.rawValue, issues: issues + damageIssues(damage))
    }
    let chosen = choose(bytes, declared: declared)
    if let label {
      if declared == nil {
        issues.append(unknown(label, chosen))
      } else if declared != chosen {
        issues.append(wrongDeclaration(label, chosen))
      }
    } else {
      issues.append(
        Issue(
          .note, "encoding-detected", "no encoding is declared; read as \(chosen.rawValue) by its letters"))
    }
    var damage = DecodingDamage()
    let utf8 = chosen.codePage?.decoded(bytes, damage: &damage) ?? bytes
    return DecodedSource(utf8: utf8, encoding: chosen.rawValue, issues: issues + damageIssues(damage))
  }

  /// The single-byte encoding by its letters, or the declared one where the letters do not contradict it.
  private static func choose(_ bytes: [UInt8], declared: TextEncoding?) -> TextEncoding {
    let ranking = CyrillicScore.ranking(of: bytes)
    let best = CyrillicScore.best(of: ranking) ?? .windows1251
    guard let declared, let own = ranking.first(where: { $0.encoding == declared }),
      let top = ranking.first(where: { $0.encoding == best })
    else { return best }
    if declared == .windows1251 && best == .kz1048 {
      return bytes.contains(where: isKazakhOnly) ? best : declared
    }
    return own.score > top.score - tolerance ? declared : best
  }

  /// A declaration is believed unless another encoding is better by more than this much a byte: one wrong
  /// letter in about five hundred.
  private static let tolerance = 0.01

  /// Kazakh letters of KZ-1048 that are Serbian or Macedonian ones in windows-1251: a single one shows that
  /// the file is not windows-1251, as pages of Kazakhstan in KZ-1048 often declare. The places of ү, ғ and ө
  /// do not count: Ukrainian has them.
  private static func isKazakhOnly(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x8D, 0x8E, 0x9D, 0x9E, 0xA3, 0xBC, 0xBD, 0xBE: true
    default: false
    }
  }

  private static func wrongDeclaration(_ label: String, _ encoding: TextEncoding) -> Issue {
    Issue(
      .warning, "encoding-declaration-wrong",
      "the file declares \(label), but its bytes are \(encoding.rawValue); read as \(encoding.rawValue)")
  }

  private static func unknown(_ label: String, _ encoding: TextEncoding) -> Issue {
    Issue(
      .warning, "encoding-unknown",
      "the declared encoding \(label) is not known; read as \(encoding.rawValue) by its bytes")
  }

  private static func damageIssues(_ damage: DecodingDamage) -> [Issue] {
    guard damage.invalid + damage.nul > 0 else { return [] }
    return [
      Issue(
        .warning, "invalid-bytes",
        "\(damage.invalid) invalid byte sequences and \(damage.nul) NUL bytes were replaced by U+FFFD",
        line: damage.firstLine)
    ]
  }
}
