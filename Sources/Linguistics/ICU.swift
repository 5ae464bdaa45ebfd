import CICU

/// The one Swift face of ICU: normalisation, case folding, character properties, transliteration, alphabetical order.
///
/// Everything here is for work that is done once per distinct word or once per file; hot loops use the
/// tables that `CharacterTable` makes from ICU's properties at start-up.
public enum ICU {
  /// Version of the ICU library, such as `"72.1"`.
  public static let version = String(cString: cicu_version())

  /// Normalization Form C of UTF-8 text; malformed bytes become U+FFFD.
  public static func nfc(_ text: some Sequence<UInt8>) -> [UInt8] {
    convert(Array(text)) { cicu_nfc($0, $1, $2, $3) }
  }

  /// Normalization Form C of the full case folding of UTF-8 text: `"ЁЛКА"` gives `"ёлка"`, `"Straße"` `"strasse"`.
  public static func folded(_ text: some Sequence<UInt8>) -> [UInt8] {
    convert(Array(text)) { cicu_fold_nfc($0, $1, $2, $3) }
  }

  /// Names in the order of the Kazakh alphabet, which Russian names keep too: `Құрман` stands before `Ходанов`, not after
  /// all letters that Russian has. Digits come first, then Cyrillic, then Latin; names that no reader tells apart are in the
  /// order of their code points. Some milliseconds for the first name, a microsecond for each.
  public static func alphabetical(_ names: some Sequence<String>) -> [String] {
    let collator = cicu_collator_open("kk")
    defer { cicu_collator_close(collator) }
    let keyed = names.map { name in
      let text = Array(name.utf8)
      return (
        name: name, text: text,
        key: collator == nil ? text : convert(text) { cicu_sort_key(collator, $0, $1, $2, $3) }
      )
    }
    return keyed.sorted { a, b in
      a.key == b.key ? a.text.lexicographicallyPrecedes(b.text) : a.key.lexicographicallyPrecedes(b.key)
    }.map(\.name)
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
