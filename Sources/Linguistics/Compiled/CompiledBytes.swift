import Glibc

/// The bytes of a file that `CompiledWriter` wrote, as the system maps them: what is read is copied once, into the tables.
///
/// Such a file is replaced as a whole and never changed, so that what is mapped stays as it is.
package final class CompiledBytes: @unchecked Sendable {
  // Written by nobody between `init` and `deinit`, which is why any thread may read it.
  let bytes: UnsafeRawBufferPointer

  /// - Returns: nil where no regular file with anything in it can be read there.
  package init?(file path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }

  /// A copy of bytes at hand.
  package init(_ array: [UInt8]) {
    let copy = mmap(nil, max(array.count, 1), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let copy, copy != MAP_FAILED else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    copy.copyMemory(from: array, byteCount: array.count)
    bytes = UnsafeRawBufferPointer(start: copy, count: array.count)
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), max(bytes.count, 1)) }
  }

  package var count: Int { bytes.count }

  /// A hash of the bytes from a place on, which damage changes: equal by chance once in 2^64.
  package func checksum(from start: Int) -> UInt64 { Self.checksum(bytes.bytes, start) }

  /// The same of bytes at hand.
  package static func checksum(of array: [UInt8], from start: Int) -> UInt64 {
    checksum(array.span.bytes, start)
  }

  private static func checksum(_ bytes: RawSpan, _ start: Int) -> UInt64 {
    // Four sums at once, for each step waits for the one before it.
    let count = (bytes.byteCount - start) / 4 & ~7
    var sums = SIMD4<UInt64>(1, 2, 3, 4)
    var i = start
    while i < start + count {
      for lane in 0..<4 {
        let sum = (sums[lane] ^ ByteRun.load8(bytes, i + lane * count)) &* 0x9E37_79B9_7F4A_7C15
        sums[lane] = sum ^ sum >> 29
      }
      i += 8
    }
    var rest = ByteRun.hash(bytes, start + 4 * count, bytes.byteCount)
    for lane in 0..<4 { rest = (rest ^ sums[lane]) &* 0xBF58_476D_1CE4_E5B9 ^ rest >> 31 }
    return rest
  }

  /// The number that begins at a place, of which eight bytes stand there.
  package func word(at place: Int) -> UInt64? {
    bytes.count - place < 8 ? nil : bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  }
}
