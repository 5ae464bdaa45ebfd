import CCrypto

#if canImport(Glibc)
  import Glibc
#endif

/// Reading files and naming what stood in the way.
public enum SourceFile {
  /// The bytes of a file, as many as `Limits` has; `-` is standard input.
  ///
  /// - Throws: as `bytes(of:limit:)`.
  public static func bytes(of path: String) throws(IngestionError) -> [UInt8] {
    try bytes(of: path, limit: Limits().bytes)
  }

  /// The bytes of a file; `-` is standard input.
  ///
  /// - Parameter limit: bytes that it may have; a file with more is not read.
  /// - Throws: `no-such-file`, `is-folder`, `not-a-file` (a device or pipe), `unreadable`, `too-large`.
  public static func bytes(of path: String, limit: Int) throws(IngestionError) -> [UInt8] {
    if path == "-" { return try standardInput(limit) }
    let (descriptor, status) = try open(path)
    defer { close(descriptor) }
    let size = Int(status.st_size)
    var limits = Limits()
    limits.bytes = limit
    try limits.check(bytes: size, path: path)
    var failed: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let n = Glibc.read(descriptor, buffer.baseAddress.map { $0 + count }, size - count)
        if n < 0 && errno == EINTR { continue }
        if n < 0 { failed = errno }
        if n <= 0 { break }
        count += n
      }
    }
    guard failed == 0 else { throw failure(path, failed) }
    return bytes
  }

  /// Opens a file for reading.
  static func open(_ path: String) throws(IngestionError) -> (descriptor: Int32, status: stat) {
    let descriptor = FileName.resolving(
      path, isMissing: { $0 < 0 && errno == ENOENT }, { Glibc.open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) })
    guard descriptor >= 0 else { throw failure(path, errno) }
    var status = stat()
    var problem: IngestionError?
    if fstat(descriptor, &status) != 0 { problem = failure(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR:
      problem = IngestionError(path: path, id: "is-folder", message: "is a folder where a file was expected")
    default:
      problem = IngestionError(
        path: path, id: "not-a-file", message: "is a device or pipe, not a file; - reads standard input")
    }
    if let problem {
      close(descriptor)
      throw problem
    }
    return (descriptor, status)
  }

  private static func standardInput(_ limit: Int) throws(IngestionError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = Glibc.read(0, &chunk, chunk.count)
      if n < 0 && errno == EINTR { continue }
      guard n >= 0 else { throw failure("-", errno) }
      if n == 0 { return bytes }
      bytes += chunk[..<n]
      guard bytes.count <= limit else {
        throw IngestionError(
          path: "-", id: "too-large",
          message: "standard input has more than the \(limit) bytes of a document")
      }
    }
  }

  /// SHA-256 in lower-case hexadecimal.
  ///
  /// ```swift
  /// SourceFile.sha256([])  // "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
  /// ```
  public static func sha256(_ bytes: [UInt8]) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      _ = bytes.withUnsafeBufferPointer {
        EVP_Digest($0.baseAddress, $0.count, digest.baseAddress, nil, algorithm, nil)
      }
      return String(unsafeUninitializedCapacity: 64) { text in
        for (k, byte) in digest.enumerated() {
          text[2 * k] = digit(byte >> 4)
          text[2 * k + 1] = digit(byte & 15)
        }
        return 64
      }
    }
  }

  /// Looked up once, which costs as much as hashing a page; never changed, never freed.
  nonisolated(unsafe) private static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func failure(_ path: String, _ code: Int32) -> IngestionError {
    let reason = String(cString: strerror(code))
    switch code {
    case ENOENT:
      return IngestionError(
        path: path, id: "no-such-file", message: "there is no such file (a link may point nowhere)")
    case ELOOP:
      return IngestionError(path: path, id: "link-loop", message: "is a link that leads back to itself")
    default: return IngestionError(path: path, id: "unreadable", message: "cannot be read: \(reason)")
    }
  }
}
