import Reporting

#if canImport(Glibc)
  import Glibc
#endif

/// Standard output and standard error.
enum Output {
  /// Writes bytes to standard output. A reader that has gone away ends the program quietly, as `head` expects.
  static func write(_ bytes: Span<UInt8>) { write(bytes, to: 1) }

  /// Writes text to standard output.
  static func write(_ text: String) { write(Array(text.utf8).span, to: 1) }

  /// Writes text that people read and that quotes documents: what a terminal would obey in it is shown.
  static func write(shown text: String) { write(Terminal.shown(text, lines: true)) }

  /// Writes one line to standard error, the program's name in front. Control characters of document text are shown, not
  /// obeyed.
  static func message(_ line: String) {
    write(Array((Terminal.shown("hattama: " + line) + "\n").utf8).span, to: 2)
  }

  private static func write(_ bytes: Span<UInt8>, to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let n = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if n < 0 && errno == EINTR { continue }
        if n <= 0 { exit(descriptor == 1 ? 2 : 0) }
        done += n
      }
    }
  }
}
