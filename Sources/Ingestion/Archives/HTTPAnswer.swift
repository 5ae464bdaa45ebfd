/// What a server answered, as web archives keep it: a status line, header fields, an empty line, the body (RFC 9112).
enum HTTPAnswer {
  /// The document in an answer; nil where it is none: an error, a redirection, a picture.
  ///
  /// - Parameter limit: bytes of the document.
  static func document(_ answer: [UInt8], limit: Int) -> Result<[UInt8]?, WebArchive.Problem> {
    guard let (lines, start) = head(answer),
      let status = lines.first?.split(separator: " ").dropFirst().first,
      status.hasPrefix("2")
    else { return .success(nil) }
    var fields: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      fields[line[..<colon].lowercased()] = value.lowercased()
    }
    guard isDocument(fields["content-type"] ?? "text/html") else { return .success(nil) }
    var body = Array(answer[start...])
    if fields["transfer-encoding"]?.contains("chunked") == true { body = unchunked(body) ?? body }
    switch fields["content-encoding"] ?? "identity" {
    case "identity", "": break
    case "gzip", "x-gzip":
      // Many programs unpack the body and leave the field as it was.
      guard body.starts(with: [0x1F, 0x8B]) else { break }
      guard let unpacked = unpacked(body, limit: limit) else {
        return .failure(
          .init(
            id: "unpacking",
            message: "cannot be unpacked, or has more bytes than a document may have; see --max-bytes"))
      }
      body = unpacked
    case let other:
      return .failure(
        .init(
          id: "content-encoding",
          message: "is compressed as '\(other)', which is not read; save the page uncompressed or with gzip"))
    }
    return .success(body.isEmpty ? nil : body)
  }

  /// Whether a media type is one of documents.
  static func isDocument(_ type: String) -> Bool {
    let name = type.prefix { $0 != ";" && $0 != " " }
    return [
      "text/html", "application/xhtml+xml", "text/xml", "application/xml", "application/json", "text/plain",
      "application/x-ndjson", "application/akn+xml", "application/tei+xml",
    ].contains(name)
  }

  /// The lines before the body, and where it begins.
  private static func head(_ answer: [UInt8]) -> ([String], Int)? {
    var lines: [String] = []
    var start = 0
    while let feed = answer[start...].firstIndex(of: 0x0A) {
      var line = answer[start..<feed]
      if line.last == 0x0D { line.removeLast() }
      start = feed + 1
      if line.isEmpty { return (lines, start) }
      lines.append(String(decoding: line, as: UTF8.self))
      guard lines.count < 1000 else { return nil }
    }
    return nil
  }

  /// The body of chunks, each with its length before it; nil where it is none such.
  private static func unchunked(_ body: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var start = 0
    while let feed = body[start...].firstIndex(of: 0x0A) {
      let digits = body[start..<feed].prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
      guard let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length >= 0 else {
        return nil
      }
      start = feed + 1
      if length == 0 { return result }
      guard length <= body.count - start else { return nil }
      result += body[start..<(start + length)]
      start += length
      while start < body.count, body[start] == 0x0D || body[start] == 0x0A { start += 1 }
    }
    return nil
  }

  private static func unpacked(_ body: [UInt8], limit: Int) -> [UInt8]? {
    body.withUnsafeBytes { bytes in
      let stream = ArchiveStream(.plain)
      do throws(ArchiveStream.Failure) {
        try stream.open(bytes)
        return try stream.next() == nil ? nil : try stream.bytes(limit: limit)
      } catch {
        return nil
      }
    }
  }
}
