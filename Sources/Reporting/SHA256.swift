import CCrypto

/// SHA-256 of small texts: names a page's own style and script in its security policy.
enum SHA256 {
  /// The digest in base64, as Content-Security-Policy writes it.
  static func base64(of message: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let digest = digest(of: message)
    var result: [UInt8] = []
    for start in stride(from: 0, to: digest.count, by: 3) {
      let part = digest[start..<min(start + 3, digest.count)]
      var bits = part.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - part.count)
      for index in 0..<4 {
        result.append(index <= part.count ? digits[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The 32 bytes of the digest.
  static func digest(of message: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      _ = message.withUnsafeBufferPointer { CCrypto.SHA256($0.baseAddress, $0.count, buffer.baseAddress) }
      count = 32
    }
  }
}
