/// The model as text: files that people can read and compare.
///
/// `codes.tsv` has a row for each code: its id, bias, threshold, decision and number of examples. `weights.tsv` has a
/// row for each feature, sorted by bytes: its name and `code:weight` pairs, where code is the row number in
/// `codes.tsv` from 0 and weights have four decimals. Lines that begin with `#` are comments.
extension LearnedModel {
  public static let codesFile = "codes.tsv"
  public static let weightsFile = "weights.tsv"
  /// The fields of meaning that the model was trained with, as `WordFields` reads them.
  public static let fieldsFile = "fields.tsv"

  /// Reads the files. About ten milliseconds a megabyte.
  ///
  /// - Throws: `CodebookError` with the file, line and remedy of the first line that cannot be read.
  public init(
    codes: [UInt8], weights: [UInt8], fields: [UInt8] = [], folder: String
  ) throws(CodebookError) {
    let codes = try Self.codes(codes, file: folder + "/" + Self.codesFile)
    let table = try Self.table(weights, codes: codes.count, file: folder + "/" + Self.weightsFile)
    self.init(codes: codes, table, try WordFields(fields, file: folder + "/" + Self.fieldsFile))
  }

  private static func codes(_ bytes: [UInt8], file: String) throws(CodebookError) -> [Code] {
    var codes: [Code] = []
    for (number, line) in String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() where !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("code\t") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 5, let bias = Double(fields[1]), let threshold = Double(fields[2]),
        let decision = Decision(rawValue: String(fields[3])), let examples = Int(fields[4])
      else {
        throw unreadable(file, number + 1, "a row is code, bias, threshold, decision, examples")
      }
      codes.append(
        Code(
          id: String(fields[0]), bias: bias, threshold: threshold, decision: decision, examples: examples))
    }
    return codes
  }

  private static func table(_ bytes: [UInt8], codes: Int, file: String) throws(CodebookError) -> Table {
    var table = Table()
    table.reserve(weights: bytes.count / 8)
    var line = 0
    var i = 0
    let text = bytes.span
    while i < text.count {
      line += 1
      var end = i
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      if end > i, text[i] != UInt8(ascii: "#"), !read(text, i..<end, codes, into: &table) {
        throw unreadable(file, line, "a row is a feature and code:weight pairs, parted by tabs")
      }
      i = end + 1
    }
    return table
  }

  /// Reads one row; false where it is none.
  private static func read(
    _ text: Span<UInt8>, _ row: Range<Int>, _ codes: Int, into table: inout Table
  ) -> Bool {
    var i = row.lowerBound
    while i < row.upperBound, text[i] != UInt8(ascii: "\t") { i += 1 }
    guard i > row.lowerBound, i < row.upperBound,
      let name = text.extracting(row.lowerBound..<i).withUnsafeBufferPointer({
        String(validating: $0, as: UTF8.self)
      })
    else { return false }
    i += 1
    while i < row.upperBound {
      guard let code = number(text, &i, row.upperBound), code >= 0, code < Double(codes),
        code == code.rounded(), i < row.upperBound, text[i] == UInt8(ascii: ":")
      else { return false }
      i += 1
      guard let value = number(text, &i, row.upperBound) else { return false }
      table.add(code: Int(code), value: Float(value))
      if i < row.upperBound {
        guard text[i] == UInt8(ascii: " ") else { return false }
        i += 1
      }
    }
    table.end(name)
    return true
  }

  /// `-12.0345`, `.5`, `7`: what weights are written as. Exponents are not.
  private static func number(_ text: Span<UInt8>, _ i: inout Int, _ end: Int) -> Double? {
    let isNegative = i < end && text[i] == UInt8(ascii: "-")
    if isNegative { i += 1 }
    var digits = 0
    var value = 0.0
    var scale = 1.0
    var isFraction = false
    while i < end {
      let byte = text[i]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if byte >= 0x30, byte <= 0x39, digits < 15 {
        value = value * 10 + Double(byte - 0x30)
        if isFraction { scale *= 10 }
        digits += 1
      } else {
        break
      }
      i += 1
    }
    if digits == 0 { return nil }
    return (isNegative ? -value : value) / scale
  }

  private static func unreadable(_ file: String, _ line: Int, _ what: String) -> CodebookError {
    CodebookError([
      LexiconIssue(
        .error, "unreadable-model", file: file, line: line, column: 1,
        "\(what); train the model again with 'hattama train'")
    ])
  }

  // MARK: Writing

  /// The bytes of the two files.
  ///
  /// - Parameter heading: comment lines for both, without `#`.
  public func files(heading: [String]) -> (codes: [UInt8], weights: [UInt8]) {
    let comment = heading.map { "# \($0)\n" }.joined()
    var rows = comment + "code\tbias\tthreshold\tdecision\texamples\n"
    for code in codes {
      rows += "\(code.id)\t\(Self.decimals(code.bias))\t\(Self.decimals(code.threshold))\t"
      rows += "\(code.decision.rawValue)\t\(code.examples)\n"
    }
    var bytes = Array(comment.utf8)
    for (index, name) in features.enumerated() {
      bytes += Array(name.utf8)
      for (position, weight) in weights(of: index).enumerated() {
        bytes.append(position == 0 ? UInt8(ascii: "\t") : UInt8(ascii: " "))
        bytes += Array("\(weight.code):\(Self.decimals(weight.value))".utf8)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return (Array(rows.utf8), bytes)
  }

  /// A number with four decimals, without what can be left out: `0.25` is `.25`.
  static func decimals(_ value: Double) -> String {
    let units = Int((value * 10_000).rounded())
    let magnitude = units.magnitude
    var fraction = String(magnitude % 10_000)
    fraction = String(repeating: "0", count: 4 - fraction.utf8.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let whole = magnitude >= 10_000 || fraction.isEmpty ? String(magnitude / 10_000) : ""
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
