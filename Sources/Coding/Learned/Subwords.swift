/// The pieces of a word that the learned coder knows words by: runs of letters between markers of its beginning
/// and end, so that an inflected or unknown word still shares most of its pieces with words that were seen.
///
/// ```
/// бюджет  →  <б бю юд дж же ет т>  <бю бюд юдж дже жет ет>  <бюд бюдж юдже джет жет>
/// ```
///
/// Every number is `<0>`. One per worker; it keeps its buffers.
struct Subwords {
  /// Shortest and longest runs, in code points, markers included.
  static let lengths = 2...4
  /// Code points of a form that are read; what no word is as long as adds nothing.
  static let longestForm = 40

  private var bytes: [UInt8] = []
  /// Where each code point of `bytes` starts, and the end.
  private var starts: [Int] = []

  /// Calls `body` with the pieces of a folded form, shorter ones first. Linear in the form's length.
  ///
  /// - Returns: the number of pieces.
  mutating func forEach(in form: Span<UInt8>, _ body: (Span<UInt8>) -> Void) -> Int {
    bytes.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    bytes.append(UInt8(ascii: "<"))
    if !form.isEmpty, form[0] >= 0x30, form[0] <= 0x39 {
      starts.append(1)
      bytes.append(UInt8(ascii: "0"))
    } else {
      var i = 0
      while i < form.count {
        let byte = form[i]
        if byte & 0xc0 != 0x80 {
          if starts.count > Self.longestForm { break }
          starts.append(bytes.count)
        }
        bytes.append(byte)
        i += 1
      }
    }
    starts.append(bytes.count)
    bytes.append(UInt8(ascii: ">"))
    starts.append(bytes.count)
    let text = bytes.span
    let letters = starts.count - 1
    var pieces = 0
    for length in Self.lengths where length <= letters {
      for first in 0...(letters - length) {
        body(text.extracting(starts[first]..<starts[first + length]))
        pieces += 1
      }
    }
    return pieces
  }
}
