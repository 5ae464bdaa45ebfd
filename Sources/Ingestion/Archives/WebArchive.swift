/// Reads web archives (WARC, ISO 28500): the pages that servers sent, one record after another. A record that is compressed by
/// itself is unpacked on the way.
final class WebArchive {
  struct Problem: Error {
    var id: String
    var message: String
  }

  struct Record {
    /// `WARC-Target-URI`.
    var address: String
    var content: Result<[UInt8], Problem>
  }

  private let stream: ArchiveStream
  private let limit: Int
  private let budget: Int
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var place = 0
  private var end = 0
  private var isOpen = false

  /// - Parameters:
  ///   - limit: bytes of a record.
  ///   - budget: bytes that the archive may unpack to.
  init(_ stream: ArchiveStream, limit: Int, budget: Int) {
    self.stream = stream
    self.limit = limit
    self.budget = budget
  }

  /// The next answer of a server that is a document; nil at the end.
  func next() throws(ArchiveStream.Failure) -> Record? {
    while let header = try header() {
      guard let length = header["content-length"].flatMap({ Int($0) }), length >= 0 else {
        throw ArchiveStream.Failure(message: "a record does not say how long it is")
      }
      let kind = header["warc-type"]?.lowercased() ?? ""
      let address = (header["warc-target-uri"] ?? "").trimmed("<>")
      let type = header["content-type"]?.lowercased() ?? ""
      let isAnswer = kind == "response" && type.hasPrefix("application/http")
      guard isAnswer || ["resource", "conversion"].contains(kind) && HTTPAnswer.isDocument(type) else {
        _ = try block(length, keeping: 0)
        continue
      }
      guard let bytes = try block(length, keeping: limit) else {
        return Record(
          address: address,
          content: .failure(Problem(id: "too-large", message: Limits.tooLarge(limit))))
      }
      guard isAnswer else { return Record(address: address, content: .success(bytes)) }
      switch HTTPAnswer.document(bytes, limit: limit) {
      case .success(let document?): return Record(address: address, content: .success(document))
      case .success(nil): continue
      case .failure(let problem): return Record(address: address, content: .failure(problem))
      }
    }
    return nil
  }

  /// The fields of the next record, names in lower case; nil at the end.
  private func header() throws(ArchiveStream.Failure) -> [String: String]? {
    var line: [UInt8]? = try self.line()
    // Two line ends close the record before.
    while line?.isEmpty == true { line = try self.line() }
    guard let first = line else { return nil }
    guard first.starts(with: Array("WARC/".utf8)) else {
      throw ArchiveStream.Failure(message: "a record of a web archive is expected")
    }
    var fields: [String: String] = [:]
    while let line = try self.line(), !line.isEmpty {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
      fields[name] = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed(" \t")
    }
    return fields
  }

  /// Longer lines are no header.
  private static let longestLine = 1 << 16

  /// A line without its end; nil at the end of the archive.
  private func line() throws(ArchiveStream.Failure) -> [UInt8]? {
    var line: [UInt8] = []
    while line.count < Self.longestLine {
      guard place < end else {
        guard try fill() else { return line.isEmpty ? nil : line }
        continue
      }
      let rest = buffer[place..<end]
      guard let feed = rest.firstIndex(of: 0x0A) else {
        line += rest
        place = end
        continue
      }
      line += buffer[place..<feed]
      place = feed + 1
      if line.last == 0x0D { line.removeLast() }
      return line
    }
    throw ArchiveStream.Failure(message: "a line of a record's header has no end")
  }

  /// The block of a record; nil where it has more than may be kept, and then it is passed over.
  private func block(_ length: Int, keeping most: Int) throws(ArchiveStream.Failure) -> [UInt8]? {
    let isKept = length <= most
    var bytes: [UInt8] = []
    if isKept { bytes.reserveCapacity(length) }
    var left = length
    while left > 0 {
      if place == end {
        guard try fill() else {
          throw ArchiveStream.Failure(message: "the last record is cut off")
        }
      }
      let count = min(left, end - place)
      if isKept { bytes += buffer[place..<(place + count)] }
      place += count
      left -= count
    }
    return isKept ? bytes : nil
  }

  private func fill() throws(ArchiveStream.Failure) -> Bool {
    if !isOpen {
      guard try stream.next() != nil else { return false }
      isOpen = true
    }
    guard stream.unpacked < budget else { throw .bomb(budget) }
    var failure: ArchiveStream.Failure?
    end = buffer.withUnsafeMutableBytes { buffer in
      do throws(ArchiveStream.Failure) { return try stream.read(into: buffer) } catch {
        failure = error
        return 0
      }
    }
    place = 0
    if let failure { throw failure }
    return end > 0
  }
}

extension String {
  /// Without some characters at the ends.
  fileprivate func trimmed(_ characters: String) -> String {
    var text = self[...]
    while let first = text.first, characters.contains(first) { text = text.dropFirst() }
    while let last = text.last, characters.contains(last) { text = text.dropLast() }
    return String(text)
  }
}
