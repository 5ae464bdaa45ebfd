/// Names of files as text. A name is bytes, and not all of them are UTF-8: other bytes are written `\xE0`.
package enum FileName {
  /// The name as text, the same for the same bytes.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = ""
    var start = 0
    while start < bytes.count {
      let length = lengthOfScalar(bytes[start...])
      if length > 0 {
        result += String(decoding: bytes[start..<(start + length)], as: UTF8.self)
      } else {
        result += "\\x" + hexadecimal(bytes[start])
      }
      start += max(length, 1)
    }
    return result
  }

  /// What `text` made a text of; nil where there is nothing in it that stands for a byte.
  static func bytes(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    var isEscaped = false
    while let first = rest.first {
      if first == UInt8(ascii: "\\"), rest.count >= 4, rest[rest.startIndex + 1] == UInt8(ascii: "x"),
        let byte = UInt8(
          String(decoding: rest[(rest.startIndex + 2)..<(rest.startIndex + 4)], as: UTF8.self), radix: 16)
      {
        result.append(byte)
        rest = rest.dropFirst(4)
        isEscaped = true
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return isEscaped ? result : nil
  }

  /// Calls `body` with a path as the system takes it: as it is written or, where there is no such file, with the bytes
  /// that escapes stand for.
  ///
  /// - Parameter isMissing: whether a result says that there is no such file.
  static func resolving<Result>(
    _ path: String, isMissing: (Result) -> Bool, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let result = path.withCString(body)
    guard isMissing(result), let bytes = bytes(path) else { return result }
    return (bytes + [0]).withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return result }
      return body(base.assumingMemoryBound(to: CChar.self))
    }
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }

  /// Bytes of the well-formed scalar that begins here; 0 for none.
  private static func lengthOfScalar(_ bytes: ArraySlice<UInt8>) -> Int {
    for length in 1...4 where bytes.count >= length {
      if String(validating: bytes.prefix(length), as: UTF8.self) != nil { return length }
    }
    return 0
  }
}
