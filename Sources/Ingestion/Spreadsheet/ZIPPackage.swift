/// The parts of a ZIP package, unpacked into memory.
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
    let stream = ArchiveStream(.zip)
    var left = limit
    var count = 0
    do throws(ArchiveStream.Failure) {
      try stream.open(bytes)
      while let header = try stream.next() {
        guard count < partLimit else {
          return "the file has more than \(partLimit) parts: no spreadsheet has"
        }
        count += 1
        guard isWanted(header.name) else { continue }
        guard let part = try stream.bytes(limit: left) else {
          return "unpacked, the file has more than \(limit >> 20) MB: too much for a table of words"
        }
        left -= part.count
        // Of two parts with one name the first counts, as in other readers.
        if parts[header.name] == nil { parts[header.name] = part }
      }
    } catch {
      return "the file is damaged or encrypted and cannot be unpacked: \(error.message)"
    }
    return count == 0 ? "the file holds nothing" : nil
  }
}
