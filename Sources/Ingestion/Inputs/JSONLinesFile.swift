import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// The records of a JSON Lines file one after another, in memory that does not grow with the file.
///
/// A record is a document of its own, `file.jsonl!/12`, counted from 0; its bytes are its line, without the line feed. Blank
/// lines are none; a line that is no JSON is named in its record's place.
final class JSONLinesFile {
  private let path: String
  private let limits: Limits
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Bytes of `buffer` that were handed over.
  private var used = 0
  private var isAtEnd = false
  private var records = 0
  private var lines = 0

  /// Bytes that are read at a time.
  private static let chunk = 1 << 18

  /// By the ending of the file's name.
  static func isNamed(_ path: String) -> Bool {
    [".jsonl", ".ndjson"].contains { path.utf8.count > $0.utf8.count && path.lowercased().hasSuffix($0) }
  }

  /// nil where the file cannot be opened, is not named so, or begins with something else than a line of UTF-8 that is an
  /// object: such a file is read whole.
  init?(_ path: String, limits: Limits = Limits()) {
    guard Self.isNamed(path), let file = try? SourceFile.open(path) else { return nil }
    (self.path, self.limits, descriptor) = (path, limits, file.descriptor)
    guard case .success(let first)? = next(),
      JSONValue.parse(first.bytes) is [String: Any]
    else { return nil }
    (used, records, lines, isAtEnd, buffer) = (0, 0, 0, false, [])
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The next record, or why it cannot be had; nil at the end.
  func next() -> Result<InputArchive.Entry, IngestionError>? {
    while let line = line() {
      lines += 1
      var bytes: ArraySlice<UInt8>
      switch line {
      case .success(let found): bytes = found
      case .failure(let problem):
        records += 1
        return .failure(problem)
      }
      if lines == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      guard bytes.contains(where: { $0 > 0x20 }) else { continue }
      defer { records += 1 }
      let entry = InputArchive.Entry(path: "\(path)!/\(records)", bytes: Array(bytes))
      return Self.looksWhole(entry.bytes) ? .success(entry) : .failure(broken)
    }
    return nil
  }

  /// Whether a line begins and ends as JSON does; the rest is its reader's to find out.
  private static func looksWhole(_ line: [UInt8]) -> Bool {
    let last = line.last { $0 > 0x20 }
    return SourceFormat.sniff(line) == .json && (last == UInt8(ascii: "}") || last == UInt8(ascii: "]"))
  }

  private var broken: IngestionError {
    IngestionError(
      path: "\(path)!/\(records)", id: "invalid-json-line",
      message: "line \(lines) is no JSON object; its record was left out")
  }

  /// The next line without its line feed; a failure where it is longer than a document may be.
  private func line() -> Result<ArraySlice<UInt8>, IngestionError>? {
    var searched = used
    var left = 0
    while true {
      if let end = ByteLanes.firstIndex(of: 0x0A, in: buffer.span, from: searched) {
        defer { used = end + 1 }
        return left > 0 ? .failure(tooLarge) : .success(buffer[used..<end])
      }
      if buffer.count - used > limits.bytes {
        left += buffer.count - used
        used = buffer.count
      }
      buffer.removeSubrange(..<used)
      used = 0
      searched = buffer.count
      if isAtEnd {
        guard !buffer.isEmpty || left > 0 else { return nil }
        defer { used = buffer.count }
        return left > 0 ? .failure(tooLarge) : .success(buffer[...])
      }
      fill()
    }
  }

  private var tooLarge: IngestionError {
    IngestionError(
      path: "\(path)!/\(records)", id: "too-large",
      message: "line \(lines + 1) " + Limits.tooLarge(limits.bytes))
  }

  private func fill() {
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let count = buffer.withUnsafeMutableBytes { bytes in
      while true {
        let n = Glibc.read(descriptor, bytes.baseAddress.map { $0 + start }, Self.chunk)
        if n >= 0 || errno != EINTR { return max(0, n) }
      }
    }
    buffer.removeSubrange((start + count)...)
    isAtEnd = count == 0
  }
}
