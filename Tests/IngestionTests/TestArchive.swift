import CArchive
import Foundation
import Testing

/// Makes archives for tests, entry by entry.
enum TestArchive {
  /// `S_IFREG`, which two C modules declare.
  private static let regularFile: UInt32 = 0o100000

  enum Format { case zip, encryptedZip, tar, gzippedTar }

  static func bytes(_ format: Format, _ entries: [(name: [UInt8], bytes: [UInt8])]) throws -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    switch format {
    case .zip: archive_write_set_format_zip(archive)
    case .encryptedZip:
      archive_write_set_format_zip(archive)
      archive_write_set_options(archive, "zip:encryption=traditional")
      archive_write_set_passphrase(archive, "secret")
    case .tar: archive_write_set_format_ustar(archive)
    case .gzippedTar:
      archive_write_set_format_pax_restricted(archive)
      archive_write_add_filter_gzip(archive)
    }
    let size = entries.reduce(1 << 20) { $0 + 2 * $1.bytes.count }
    var used = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 1)
    defer { buffer.deallocate() }
    try #require(archive_write_open_memory(archive, buffer.baseAddress, size, &used) == ARCHIVE_OK)
    for (name, bytes) in entries {
      let entry = archive_entry_new()
      defer { archive_entry_free(entry) }
      (name + [0]).withUnsafeBytes {
        archive_entry_copy_pathname(entry, $0.baseAddress?.assumingMemoryBound(to: CChar.self))
      }
      archive_entry_set_size(entry, Int64(bytes.count))
      archive_entry_set_filetype(entry, regularFile)
      archive_entry_set_perm(entry, 0o644)
      try #require(archive_write_header(archive, entry) >= ARCHIVE_WARN)
      try #require(archive_write_data(archive, bytes, bytes.count) == bytes.count)
    }
    try #require(archive_write_close(archive) == ARCHIVE_OK)
    return Array(buffer[..<used])
  }

  static func bytes(_ format: Format, _ entries: [(String, String)]) throws -> [UInt8] {
    try bytes(format, entries.map { (Array($0.0.utf8), Array($0.1.utf8)) })
  }

  /// Bytes as gzip packs them.
  static func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_raw(archive)
    archive_write_add_filter_gzip(archive)
    var used = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count + 65_536, alignment: 1)
    defer { buffer.deallocate() }
    try #require(archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used) == ARCHIVE_OK)
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_filetype(entry, regularFile)
    try #require(archive_write_header(archive, entry) == ARCHIVE_OK)
    try #require(archive_write_data(archive, bytes, bytes.count) == bytes.count)
    try #require(archive_write_close(archive) == ARCHIVE_OK)
    return Array(buffer[..<used])
  }
}

/// A folder for one test, removed with it.
final class TestFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("hattama-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }
}
