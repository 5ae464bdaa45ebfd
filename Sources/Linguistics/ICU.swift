import CICU

/// The one Swift face of ICU: normalisation, case folding, character properties, charsets, transliteration.
///
/// Everything here is for work that is done once per distinct word or once per file; hot loops use the
/// tables that `CharacterTable` makes from ICU's properties at start-up.
public enum ICU {
  /// Version of the ICU library, such as `"72.1"`.
  public static let version = String(cString: cicu_version())

  /// A charset that some bytes may be written in.
  public struct CharsetMatch: Sendable, Equatable {
    /// As ICU and IANA name it, such as `"windows-1251"`.
    public var name: String
    /// 0 to 100.
    public var confidence: Int
  }

  /// Normalization Form C of UTF-8 text; malformed bytes become U+FFFD.
  public static func nfc(_ text: some Sequence<UInt8>) -> [UInt8] {
    convert(Array(text)) { cicu_nfc($0, $1, $2, $3) }
  }

  /// Normalization Form C of the full case folding of UTF-8 text: `"ЁЛКА"` gives `"ёлка"`, `"Straße"` `"strasse"`.
  public static func folded(_ text: some Sequence<UInt8>) -> [UInt8] {
    convert(Array(text)) { cicu_fold_nfc($0, $1, $2, $3) }
  }

  /// The charsets that ICU's detector holds possible, best first. Cost grows with length: give it a part of a
  /// large file.
  public static func detectCharset(of bytes: [UInt8]) -> [CharsetMatch] {
    let capacity = 16
    var names = [UInt8](repeating: 0, count: capacity * 32)
    var confidences = [Int32](repeating: 0, count: capacity)
    let found = bytes.withUnsafeBytes { source in
      names.withUnsafeMutableBytes { names in
        guard let source = source.baseAddress, let rows = names.baseAddress else { return Int32(0) }
        return cicu_detect(
          source.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
          rows.assumingMemoryBound(to: CChar.self), &confidences, Int32(capacity))
      }
    }
    return (0..<Int(found)).map { row in
      let name = names[(row * 32)..<(row * 32 + 32)].prefix { $0 != 0 }
      return CharsetMatch(name: String(decoding: name, as: UTF8.self), confidence: Int(confidences[row]))
    }
  }

  /// The bytes as UTF-8, and how many malformed or unassigned sequences became U+FFFD; nil where ICU does not
  /// know the charset or the bytes are more than 512 MiB.
  public static func utf8(from bytes: [UInt8], charset: String) -> (text: [UInt8], invalid: Int)? {
    guard bytes.count <= 1 << 29 else { return nil }
    var invalid: Int32 = 0
    var out = [UInt8](repeating: 0, count: bytes.count + bytes.count / 2 + 64)
    while true {
      let capacity = out.count
      let needed = out.withUnsafeMutableBytes { out in
        bytes.withUnsafeBytes { source in
          cicu_to_utf8(
            charset, source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
            out.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(capacity), &invalid)
        }
      }
      guard needed >= 0 else { return nil }
      if Int(needed) <= capacity {
        out.removeLast(capacity - Int(needed))
        return (out, Int(invalid))
      }
      out = [UInt8](repeating: 0, count: Int(needed))
    }
  }

  /// Runs one of the filling functions, again with more room where the first guess was too small.
  static func convert(
    _ text: [UInt8],
    _ function: (UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32) -> Int32
  ) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: text.count * 2 + 16)
    while true {
      let capacity = out.count
      let needed = out.withUnsafeMutableBytes { out in
        text.withUnsafeBytes { source in
          function(
            source.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(text.count),
            out.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(capacity))
        }
      }
      guard needed >= 0 else { return text }
      if Int(needed) <= capacity {
        out.removeLast(capacity - Int(needed))
        return out
      }
      out = [UInt8](repeating: 0, count: Int(needed))
    }
  }
}

/// A set of transliteration rules in ICU's syntax, compiled. Not shared between threads.
final class Transliterator {
  private let handle: OpaquePointer

  /// Nil where the rules are not well formed.
  init?(rules: [UInt8]) {
    let opened = rules.withUnsafeBytes {
      cicu_transliterator_open($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(rules.count))
    }
    guard let opened else { return nil }
    handle = opened
  }

  deinit { cicu_transliterator_close(handle) }

  /// The transliterated text; about a microsecond a word.
  func transliterate(_ text: [UInt8]) -> [UInt8] {
    ICU.convert(text) { cicu_transliterate(handle, $0, $1, $2, $3) }
  }
}
