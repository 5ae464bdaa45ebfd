import CZlib

/// Compression of the page's data blocks, in the zlib format (RFC 1950) that browsers read as `deflate`.
enum Deflate {
  /// The compressed bytes, or nil where the library has no memory. The same version of zlib gives the same bytes.
  static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
    var size = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(size))
    guard compress2(&result, &size, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION) == Z_OK else {
      return nil
    }
    result.removeLast(result.count - Int(size))
    return result
  }
}
