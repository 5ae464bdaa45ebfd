/// A ZIP package with parts that are stored as they are.
enum ZIPFixture {
  static func bytes(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, text) in parts {
      let (name, data) = (Array(name.utf8), Array(text.utf8))
      // Version, flags, method, time and date, checksum, sizes, lengths of name and extra field.
      let head: [UInt8] =
        number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(33, 2) + number(checksum(data), 4)
        + number(data.count, 4) + number(data.count, 4) + number(name.count, 2) + number(0, 2)
      directory += [0x50, 0x4B, 1, 2] + number(20, 2) + head + number(0, 2) + number(0, 2) + number(0, 2)
      directory += number(0, 4) + number(file.count, 4) + name
      file += [0x50, 0x4B, 3, 4] + head + name + data
    }
    return file + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(parts.count, 2)
      + number(parts.count, 2)
      + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
  }

  /// A workbook of one sheet.
  static func workbook(
    sheet: String, strings: String = "", styles: String = "", properties: String = "", name: String = "s"
  ) -> [UInt8] {
    bytes([
      (
        "xl/workbook.xml",
        "<workbook xmlns:r=\"r\">\(properties)<sheets><sheet name=\"\(name)\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"t/worksheet\" Target=\"worksheets/s.xml\"/>"
          + "<Relationship Id=\"rId2\" Type=\"t/sharedStrings\" Target=\"/xl/strings.xml\"/>"
          + "<Relationship Id=\"rId3\" Type=\"t/styles\" Target=\"styles.xml\"/></Relationships>"
      ),
      ("xl/worksheets/s.xml", "<worksheet>\(sheet)</worksheet>"), ("xl/strings.xml", "<sst>\(strings)</sst>"),
      ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
    ])
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 of ISO 3309, bit by bit.
  private static func checksum(_ data: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
