/// Files that are no text: their formats, told by the first bytes, and what a user can do about each.
enum BinarySignature {
  /// Name of the format and remedy, or nil where no known signature stands at the beginning.
  static func match(_ bytes: [UInt8]) -> (format: String, remedy: String)? {
    guard let index = signatures.indices.first(where: { signatures[$0].begins(bytes) }) else { return nil }
    let entry = signatures[index]
    return entry.format == "ZIP" ? zipContainer(bytes) : (entry.format, entry.remedy)
  }

  /// Share of control bytes (below 20 and 7F, without white space) among the first 64 KiB.
  static func controlShare(_ bytes: [UInt8]) -> Double {
    guard !bytes.isEmpty else { return 0 }
    let sample = bytes.span.extracting(..<min(bytes.count, 65_536))
    let count = ByteLanes.count(sample) { word in
      let usual = ByteLanes.within(0x09...0x0D, word) | ByteLanes.equal(0x1B, word)
      return ByteLanes.below(0x20, word) & ByteLanes.not(usual) | ByteLanes.equal(0x7F, word)
    }
    return Double(count) / Double(sample.count)
  }

  private struct Entry: Sendable {
    var offset = 0
    var bytes: [UInt8]
    var format: String
    var remedy: String

    func begins(_ file: [UInt8]) -> Bool {
      guard file.count >= offset + bytes.count else { return false }
      for k in bytes.indices where file[offset + k] != bytes[k] { return false }
      return true
    }
  }

  private static let export = "save it as HTML or plain text and give that file"
  private static let picture = "run character recognition on it and give the text"
  private static let unpack = "unpack it and give the files inside"

  private static let signatures: [Entry] = [
    Entry(bytes: Array("%PDF-".utf8), format: "PDF", remedy: "extract its text, with pdftotext for example"),
    Entry(
      bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], format: "DOC or XLS (OLE2)", remedy: export),
    Entry(bytes: Array("{\\rtf".utf8), format: "RTF", remedy: export),
    Entry(bytes: [0x50, 0x4B, 0x03, 0x04], format: "ZIP", remedy: unpack),
    Entry(bytes: [0x50, 0x4B, 0x05, 0x06], format: "empty ZIP", remedy: unpack),
    Entry(bytes: [0x1F, 0x8B], format: "gzip", remedy: unpack),
    Entry(bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], format: "7-Zip", remedy: unpack),
    Entry(bytes: Array("Rar!\u{1A}\u{07}".utf8), format: "RAR", remedy: unpack),
    Entry(bytes: Array("BZh9".utf8), format: "bzip2", remedy: unpack),
    Entry(bytes: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], format: "xz", remedy: unpack),
    Entry(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], format: "PNG image", remedy: picture),
    Entry(bytes: [0xFF, 0xD8, 0xFF], format: "JPEG image", remedy: picture),
    Entry(bytes: Array("GIF8".utf8), format: "GIF image", remedy: picture),
    Entry(bytes: [0x49, 0x49, 0x2A, 0x00], format: "TIFF image", remedy: picture),
    Entry(bytes: [0x4D, 0x4D, 0x00, 0x2A], format: "TIFF image", remedy: picture),
    Entry(offset: 8, bytes: Array("WEBP".utf8), format: "WebP image", remedy: picture),
    Entry(bytes: Array("AT&TFORM".utf8), format: "DjVu", remedy: picture),
    Entry(bytes: Array("SQLite format 3\0".utf8), format: "SQLite database", remedy: export),
    Entry(bytes: [0x7F, 0x45, 0x4C, 0x46], format: "ELF program", remedy: "leave it out"),
  ]

  /// Office formats are archives; the names of their parts stand uncompressed near the beginning.
  private static func zipContainer(_ bytes: [UInt8]) -> (format: String, remedy: String) {
    let beginning = String(decoding: bytes.prefix(4_096), as: UTF8.self)
    if beginning.contains("word/") { return ("DOCX", export) }
    if beginning.contains("xl/") { return ("XLSX", export) }
    if beginning.contains("opendocument") { return ("OpenDocument", export) }
    if beginning.contains("epub+zip") { return ("EPUB", unpack) }
    return ("ZIP", unpack)
  }
}
