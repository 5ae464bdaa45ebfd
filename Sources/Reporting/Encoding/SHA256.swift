import CCrypto

/// SHA-256 of small texts: names a page's own style and script in its security policy.
enum SHA256 {
  /// The digest in base64, as Content-Security-Policy writes it.
  static func base64(of message: [UInt8]) -> String {
    String(decoding: Base64.encoded(digest(of: message)), as: UTF8.self)
  }

  /// The 32 bytes of the digest.
  static func digest(of message: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
      _ = message.withUnsafeBufferPointer { CCrypto.SHA256($0.baseAddress, $0.count, buffer.baseAddress) }
      count = 32
    }
  }
}
