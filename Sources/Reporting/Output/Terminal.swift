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
