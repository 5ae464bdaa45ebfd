import Foundation
import Ingestion
import Reporting

/// Which bytes the input files had when they were last read: `.hattama/inputs`, a record for each file with its stamp and
/// its SHA-256. A file whose stamp is the same need not be read again to know its hash.
///
/// Only a help: without it, or where it knows nothing of a file, the file is read.
struct InputStamps: Sendable {
  private let bytes: [UInt8]
  /// Where the record of a path begins, by the hash of the path; of two paths with one hash, one is not found.
  private var places: [Int: Int] = [:]

  init() { bytes = [] }

  /// - Parameter bytes: as `Writer` makes them.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while let end = bytes[start...].firstIndex(of: 0) {
      if let path = Self.path(bytes[start..<end]) { places[Self.hash(path)] = start }
      start = end + 1
    }
  }

  /// SHA-256 of a file's bytes, if its stamp is that of the record.
  func sha256(of path: String, _ stamp: FileStamp) -> String? {
    let name = Array(path.utf8)
    guard let start = places[Self.hash(name[...])], let end = bytes[start...].firstIndex(of: 0),
      let found = Self.path(bytes[start..<end]), found.elementsEqual(name)
    else { return nil }
    let fields = String(decoding: bytes[start..<(found.startIndex - 1)], as: UTF8.self)
      .split(separator: " ")
    guard fields.count == 5, fields[1...].elementsEqual(Self.fields(stamp)) else { return nil }
    return String(fields[0])
  }

  private static func fields(_ stamp: FileStamp) -> [Substring] {
    ["\(stamp.size)", "\(stamp.modified)", "\(stamp.changed)", "\(stamp.inode)"]
  }

  /// What follows the fifth space.
  private static func path(_ record: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var rest = record
    for _ in 0..<5 {
      guard let space = rest.firstIndex(of: 0x20) else { return nil }
      rest = rest[(space + 1)...]
    }
    return rest
  }

  private static func hash(_ path: ArraySlice<UInt8>) -> Int {
    var hasher = Hasher()
    path.withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }

  /// Writes records as files are read.
  struct Writer: ~Copyable {
    private var file: PendingFile
    private var pending: [UInt8] = []

    init(_ folder: OutputFolder, _ name: String) throws(OutputError) { file = try folder.open(name) }

    mutating func add(_ path: String, _ stamp: FileStamp, sha256: String) throws(OutputError) {
      pending += Array("\(sha256) \(fields(stamp).joined(separator: " ")) \(path)\0".utf8)
      guard pending.count > 1 << 16 else { return }
      try file.append(pending)
      pending.removeAll(keepingCapacity: true)
    }

    consuming func commit() throws(OutputError) {
      try file.append(pending)
      try file.commit()
    }
  }
}

/// A hash over many pieces, in memory that does not grow with them.
struct RunningHash: Sendable {
  private var digest = ""
  private var pending: [UInt8] = []

  mutating func add(_ piece: String) {
    pending += Array(piece.utf8)
    pending.append(0)
    if pending.count > 1 << 16 { fold() }
  }

  /// Hexadecimal; the same for the same pieces in the same order.
  var value: String {
    var copy = self
    copy.fold()
    return copy.digest
  }

  private mutating func fold() {
    digest = SourceFile.sha256(Array(digest.utf8) + pending)
    pending.removeAll(keepingCapacity: true)
  }
}
