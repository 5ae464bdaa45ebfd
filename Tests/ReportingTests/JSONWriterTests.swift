import Foundation
import Tabulation
import Testing

@testable import Reporting

@Suite struct JSONWriterTests {
  private func written(_ escaping: JSONWriter.Escaping = .plain, _ body: (inout JSONWriter) -> Void) -> String
  {
    var json = JSONWriter(escaping: escaping)
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", #""""#), ("сессия", #""сессия""#), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#),
    ("\u{0}\u{8}\u{1F}", #""\u0000\u0008\u001f""#), ("</script>", #""\u003c/script>""#),
    ("🙂\u{2028}", "\"🙂\u{2028}\""),
    ("a&b>c", #""a&b>c""#),
  ])
  func textIsEscaped(text: String, expected: String) {
    #expect(written { $0.value(text) } == expected)
  }

  @Test(arguments: [
    ("</script><!--", #""\u003c/script\u003e\u003c!--""#), ("a&b", #""a\u0026b""#),
    ("x\u{2028}y\u{2029}z", #""x\u2028y\u2029z""#), ("\u{2027}\u{202A}—", "\"\u{2027}\u{202A}—\""),
    ("â€", #""â€""#),
  ])
  func embeddedTextCannotEndAScript(text: String, expected: String) {
    #expect(written(.embedded) { $0.value(text) } == expected)
  }

  @Test(arguments: [
    (0, "0"), (-1, "-1"), (10, "10"), (1_234_567_890, "1234567890"), (Int.max, "9223372036854775807"),
    (Int.min, "-9223372036854775808"),
  ])
  func integersAreWrittenByHand(value: Int, expected: String) {
    #expect(written { $0.value(value) } == expected)
  }

  @Test(arguments: [
    (0.5, "0.5"), (0.93, "0.93"), (1e-7, "1e-07"), (.nan, "null"), (-.infinity, "null"), (3, "3.0"),
  ])
  func doublesAreShortestOrNull(value: Double, expected: String) {
    #expect(written { $0.value(value) } == expected)
  }

  @Test func commasStandWhereTheyBelong() {
    let text = written { json in
      for n in 1...2 {
        json.beginObject()
        json.member("n", n)
        json.key("codes")
        json.beginArray()
        json.endArray()
        json.key("spans")
        json.beginArray()
        json.value(1)
        json.beginArray()
        json.value(true)
        json.null()
        json.endArray()
        json.endArray()
        json.key(text: "a\"b")
        json.value(TrilingualLabel(kk: "к", ru: "р", en: "e"))
        json.endObject()
        json.endLine()
      }
    }
    let line = #","codes":[],"spans":[1,[true,null]],"a\"b":{"kk":"к","ru":"р","en":"e"}}"#
    #expect(text == "{\"n\":1\(line)\n{\"n\":2\(line)\n")
  }

  @Test func removedContentLeavesNoComma() {
    var json = JSONWriter()
    json.value(1)
    json.removeAll()
    json.value(2)
    #expect(json.bytes == Array("2".utf8))
  }

  /// Text is looked at eight bytes at a time: what is escaped must be seen in each of their places.
  @Test(arguments: [("\"", "\\\""), ("\\", "\\\\"), ("<", "\\u003c"), ("\n", "\\n"), ("\u{1}", "\\u0001")])
  func escapesInEveryPlace(character: String, escaped: String) {
    for place in 0..<20 {
      let (before, after) = (
        String(repeating: "я", count: place / 2), String(repeating: "~", count: 20 - place)
      )
      let lead = place % 2 == 0 ? before : "=" + before
      #expect(
        written { $0.value(lead + character + after + character) }
          == "\"\(lead)\(escaped)\(after)\(escaped)\"")
    }
  }

  /// Any text comes back from an independent reader.
  @Test(arguments: 1...20)
  func foundationReadsItBack(seed: UInt64) throws {
    var state = seed
    func random(_ bound: UInt32) -> UInt32 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt32(truncatingIfNeeded: state >> 33) % bound
    }
    for _ in 0..<50 {
      var text = ""
      for _ in 0..<random(40) {
        let ranges: [UInt32] = [0x80, 0x500, 0x2100, 0xD800, 0x110000]
        if let scalar = Unicode.Scalar(random(ranges[Int(random(5))])) { text.unicodeScalars.append(scalar) }
      }
      for escaping in [JSONWriter.Escaping.plain, .embedded] {
        var json = JSONWriter(escaping: escaping)
        json.beginArray()
        json.value(text)
        json.endArray()
        let read = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String]
        #expect(read.map { $0.map { Array($0.unicodeScalars) } } == [Array(text.unicodeScalars)])
        #expect(!json.bytes.contains(UInt8(ascii: "<")))
      }
    }
  }
}
