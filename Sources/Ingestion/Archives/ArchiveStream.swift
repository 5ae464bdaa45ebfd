import CArchive
import Glibc

/// libarchive behind one type: the entries of an archive one after another, as a stream. Nothing is written anywhere.
final class ArchiveStream {
  enum Format {
    case zip, tar
    /// Not an archive: a file that may be compressed.
    case plain
  }

  /// What stands before an entry's bytes.
  struct Header {
    /// As the archive has it; other bytes than UTF-8 written `\xE0`.
    var name: String
    var isFile: Bool
    var isEncrypted: Bool
  }

  /// What stopped the stream, in libarchive's words.
  struct Failure: Error {
    var message: String
    /// Of the problem as it is listed; nil for an archive that is broken.
    var id: String?
  }

  private let archive: OpaquePointer?
  private var descriptor: Int32 = -1
  /// Bytes unpacked so far, those that were passed over included.
  private(set) var unpacked = 0

  /// Names in archives are UTF-8 for libarchive only where the locale says so.
  nonisolated(unsafe) private static let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  init(_ format: Format) {
    archive = archive_read_new()
    archive_read_support_filter_gzip(archive)
    switch format {
    case .zip: archive_read_support_format_zip(archive)
    case .tar:
      archive_read_support_format_tar(archive)
      archive_read_support_format_empty(archive)
    case .plain:
      archive_read_support_format_raw(archive)
      archive_read_support_format_empty(archive)
    }
  }

  deinit {
    archive_read_free(archive)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Opens a file.
  ///
  /// - Returns: its size in bytes.
  func open(_ path: String) throws(IngestionError) -> Int {
    descriptor = try SourceFile.open(path).descriptor
    var status = stat()
    guard fstat(descriptor, &status) == 0, archive_read_open_fd(archive, descriptor, 1 << 16) == ARCHIVE_OK
    else {
      throw IngestionError(
        path: path, id: "broken-archive", message: "cannot be opened as an archive: \(message)")
    }
    return Int(status.st_size)
  }

  /// Opens bytes, which must live as long as the stream.
  func open(_ bytes: UnsafeRawBufferPointer) throws(Failure) {
    guard archive_read_open_memory(archive, bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
      throw Failure(message: message)
    }
  }

  /// Goes to the next entry; nil at the end.
  func next() throws(Failure) -> Header? {
    let before = uselocale(Self.locale)
    defer { uselocale(before) }
    var entry: OpaquePointer?
    let code = archive_read_next_header(archive, &entry)
    if code == ARCHIVE_EOF { return nil }
    guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else {
      throw Failure(message: message)
    }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Header(
      name: name.map {
        FileName.text(UnsafeBufferPointer(start: $0, count: strlen($0)).map(UInt8.init(bitPattern:)))
      }
        ?? "",
      isFile: archive_entry_filetype(entry) == S_IFREG && archive_entry_hardlink(entry) == nil,
      isEncrypted: archive_entry_is_data_encrypted(entry) == 1)
  }

  /// Reads on in the entry.
  ///
  /// - Returns: the number of bytes; 0 at the end of the entry.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let count = archive_read_data(archive, buffer.baseAddress, buffer.count)
      if count == Int(ARCHIVE_RETRY) { continue }
      guard count >= 0 else { throw Failure(message: message) }
      unpacked += count
      return count
    }
  }

  /// The bytes of the entry; nil where there are more than `limit`.
  func bytes(limit: Int) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var failure: Failure?
      let count = chunk.withUnsafeMutableBytes { buffer in
        do throws(Failure) { return try read(into: buffer) } catch {
          failure = error
          return 0
        }
      }
      if let failure { throw failure }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { return nil }
      bytes += chunk[..<count]
    }
  }

  private var message: String {
    archive_error_string(archive).map { String(cString: $0) } ?? "the archive is broken"
  }
}
