import Reporting

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output and standard error.
enum Output {
  /// Opens the standard streams that whoever started the program has closed: else the next file that is opened gets the
  /// stream's number, and messages are written into it. What is read from or written to such a stream is missed, as before.
  static func begin() {
    for (descriptor, flags) in [(0, O_RDONLY), (1, O_RDONLY), (2, O_WRONLY)]
    where fcntl(Int32(descriptor), F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      _ = open("/dev/null", flags)
    }
  }

  /// Writes bytes to standard output. A reader that has gone away ends the program quietly, as `head` expects; where the
  /// bytes cannot be written for another reason, the program says so and ends.
  static func write(_ bytes: Span<UInt8>) { write(bytes, to: 1) }

  /// Writes text to standard output.
  static func write(_ text: String) { write(Array(text.utf8).span, to: 1) }

  /// Writes text that people read and that quotes documents: what a terminal would obey in it is shown.
  static func write(shown text: String) { write(Terminal.shown(text, lines: true)) }

  /// Writes one line to standard error, the program's name in front. Control characters of document text are shown, not
  /// obeyed. A line that cannot be written is no reason to end the work: results and exit codes tell as well.
  static func message(_ line: String) {
    write(Array((Terminal.shown("hattama: " + line) + "\n").utf8).span, to: 2)
  }

  private static func write(_ bytes: Span<UInt8>, to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let n = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if n < 0 && errno == EINTR { continue }
        if n <= 0 {
          guard descriptor == 1 else { return }
          let code = errno
          if code != EPIPE {
            message("standard output cannot be written: \(String(cString: strerror(code)))")
          }
          exit(2)
        }
        done += n
      }
    }
  }
}
