/// Base64 (RFC 4648) with padding.
enum Base64 {
  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// - Complexity: O(bytes); a page of a large run encodes some tens of megabytes.
  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let digits = digits
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index + 2 < bytes.count {
      let bits = Int(bytes[index]) << 16 | Int(bytes[index + 1]) << 8 | Int(bytes[index + 2])
      result.append(digits[bits >> 18])
      result.append(digits[bits >> 12 & 63])
      result.append(digits[bits >> 6 & 63])
      result.append(digits[bits & 63])
      index += 3
    }
    let padding = UInt8(ascii: "=")
    switch bytes.count - index {
    case 1:
      let bits = Int(bytes[index]) << 4
      result += [digits[bits >> 6], digits[bits & 63], padding, padding]
    case 2:
      let bits = (Int(bytes[index]) << 8 | Int(bytes[index + 1])) << 2
      result += [digits[bits >> 12], digits[bits >> 6 & 63], digits[bits & 63], padding]
    default: break
    }
    return result
  }
}
