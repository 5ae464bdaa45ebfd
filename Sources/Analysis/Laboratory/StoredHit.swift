/// Words of a stored passage that an entry's term found, for a code.
struct StoredHit: Equatable {
  var entry: String
  var code: String
  /// Code points of the passage's text.
  var span: Range<Int>

  /// The hits of entries in evidence as this program writes it (`CodingJSON`): ids need no unescaping, and a quotation mark
  /// inside of a string has a backslash before it, so that keys are found as they stand.
  static func read(_ evidence: String, code: String) -> [StoredHit] {
    let bytes = Array(evidence.utf8)
    let (entryKey, startKey, endKey) = (
      Array("\"entry\":\"".utf8), Array(",\"start\":".utf8), Array(",\"end\":".utf8)
    )
    var hits: [StoredHit] = []
    var i = 0
    /// Goes on behind the next key; false where there is none.
    func find(_ key: [UInt8]) -> Bool {
      while i + key.count < bytes.count {
        if bytes[i] == key[0], bytes[i..<(i + key.count)].elementsEqual(key) {
          i += key.count
          return true
        }
        i += 1
      }
      return false
    }
    func number() -> Int {
      var value = 0
      while i < bytes.count, (0x30...0x39).contains(bytes[i]) {
        value = value &* 10 &+ Int(bytes[i] - 0x30)
        i += 1
      }
      return value
    }
    while find(entryKey) {
      let end = bytes[i...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
      let entry = String(decoding: bytes[i..<end], as: UTF8.self)
      i = end
      guard find(startKey) else { break }
      let start = number()
      guard find(endKey) else { break }
      hits.append(StoredHit(entry: entry, code: code, span: start..<max(start, number())))
    }
    return hits
  }
}
