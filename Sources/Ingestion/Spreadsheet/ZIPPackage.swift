import CArchive

/// The parts of a ZIP package, unpacked into memory: libarchive behind one type.
///
/// Nothing is written to disk, so the names inside of the package lead nowhere. Parts that are not wanted are passed over
/// unread, and a package whose parts grow beyond `sizeLimit` is refused before they are held.
struct ZIPPackage {
  /// Bytes that all wanted parts may have together, and parts that a package may have.
  static let sizeLimit = 64 << 20
  static let partLimit = 5000

  private var parts: [String: [UInt8]] = [:]

  /// - Parameters:
  ///   - file: name of the package, for messages.
  ///   - limit: bytes that the wanted parts may have.
  ///   - isWanted: by the part's path, such as `xl/workbook.xml`.
  init(
    _ bytes: [UInt8], file: String, limit: Int = sizeLimit, isWanted: (String) -> Bool
  ) throws(SpreadsheetError) {
    var parts: [String: [UInt8]] = [:]
    let fault = bytes.withUnsafeBytes { Self.read($0, limit, isWanted, into: &parts) }
    if let fault { throw SpreadsheetError(file: file, message: fault) }
    self.parts = parts
  }

  /// The part at a path; nil where the package has none there.
  subscript(_ path: String) -> [UInt8]? { parts[path] }

  /// - Returns: what is wrong with the package; nil where nothing is.
  private static func read(
    _ bytes: UnsafeRawBufferPointer, _ limit: Int, _ isWanted: (String) -> Bool,
    into parts: inout [String: [UInt8]]
  ) -> String? {
    guard let archive = archive_read_new() else { return "no memory to unpack the file" }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
      return damage(archive)
    }
    var left = limit
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    for count in 0... {
      var entry: OpaquePointer?
      let status = archive_read_next_header(archive, &entry)
      if status == ARCHIVE_EOF { return count == 0 ? "the file holds nothing" : nil }
      guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { return damage(archive) }
      guard count < partLimit else { return "the file has more than \(partLimit) parts: no spreadsheet has" }
      guard let name = archive_entry_pathname(entry).map({ String(cString: $0) }), isWanted(name) else {
        continue
      }
      var part: [UInt8] = []
      while true {
        let size = archive_read_data(archive, &buffer, buffer.count)
        if size == 0 { break }
        guard size > 0 else { return damage(archive) }
        left -= size
        guard left >= 0 else {
          return "unpacked, the file has more than \(limit >> 20) MB: too much for a table of words"
        }
        part.append(contentsOf: buffer[..<size])
      }
      // Of two parts with one name the first counts, as in other readers.
      if parts[name] == nil { parts[name] = part }
    }
    return nil
  }

  private static func damage(_ archive: OpaquePointer) -> String {
    let reason = archive_error_string(archive).map { String(cString: $0) } ?? "it is no ZIP package"
    return "the file is damaged or encrypted and cannot be unpacked: \(reason)"
  }
}
