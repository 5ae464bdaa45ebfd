/// A list of paths, one a line, or with a zero byte after each.
public enum PathList {
  /// The paths, empty lines left out. Bytes that are no UTF-8 stay what they are: `\xE0`.
  ///
  /// ```swift
  /// PathList.paths(in: Array("a.html\nb b.html\n".utf8))  // ["a.html", "b b.html"]
  /// ```
  public static func paths(in bytes: [UInt8]) -> [String] {
    let separator: UInt8 = bytes.contains(0) ? 0 : 0x0A
    return bytes.split(separator: separator).compactMap { line in
      let line = separator == 0x0A && line.last == 0x0D ? line.dropLast() : line
      return line.isEmpty ? nil : FileName.text(line)
    }
  }
}
