import Glibc

/// What a stream can show: whether people look at it, how wide it is, whether it takes colours.
public struct Terminal: Sendable {
  public let isTerminal: Bool
  /// Columns; 80 where the stream does not say.
  public let width: Int
  /// On a terminal, unless `NO_COLOR` is set to anything but the empty text (no-color.org) or `TERM` is `dumb`.
  public let hasColours: Bool

  public init(isTerminal: Bool, width: Int = 80, hasColours: Bool = false) {
    self.isTerminal = isTerminal
    self.width = max(width, 1)
    self.hasColours = isTerminal && hasColours
  }

  public static var standardError: Terminal { Terminal(descriptor: STDERR_FILENO) }
  public static var standardOutput: Terminal { Terminal(descriptor: STDOUT_FILENO) }

  private init(descriptor: Int32) {
    func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    var size = winsize()
    let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    self.init(
      isTerminal: isatty(descriptor) == 1, width: isKnown ? Int(size.ws_col) : 80,
      hasColours: variable("NO_COLOR").isEmpty && variable("TERM") != "dumb")
  }

  /// Text of any origin as a terminal may show it: what would move the cursor, change colours or turn the direction of
  /// reading is named, not obeyed.
  ///
  /// ```swift
  /// Terminal.shown("a\u{1B}[2Jb\u{202E}c")  // "a<U+001B>[2Jb<U+202E>c"
  /// ```
  ///
  /// - Parameter lines: whether line ends and tabs stay, as in a text of several lines.
  public static func shown(_ text: String, lines: Bool = false) -> String {
    func isNamed(_ scalar: Unicode.Scalar) -> Bool {
      isObeyed(scalar) && !(lines && (scalar == "\n" || scalar == "\t"))
    }
    guard text.unicodeScalars.contains(where: isNamed) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if !isNamed(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
      }
    }
    return result
  }

  /// Controls (C0, DEL, C1), line and paragraph separators, and the marks of bidirectional text.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  public enum Colour: Int, Sendable {
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
    case dim = 2
  }

  /// The text in a colour, or as it is where there are none.
  public func coloured(_ text: String, _ colour: Colour) -> String {
    hasColours ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
