/// Finds the sheets of a workbook among the parts of its package, and what their cells share: strings, styles, and how days
/// are counted.
struct WorkbookParts {
  private let package: ZIPPackage
  private let file: String
  private let workbook: String
  private let book: PartReader

  init(_ package: ZIPPackage, file: String) throws(SpreadsheetError) {
    self.package = package
    self.file = file
    let target = PartReader(package["_rels/.rels"] ?? []).all("Relationship").first {
      $0["Type"]?.hasSuffix("/officeDocument") == true
    }?["Target"]
    workbook = Self.path(target ?? "xl/workbook.xml", from: "")
    guard let part = package[workbook] else {
      throw SpreadsheetError(file: file, message: "the file has no workbook in it; save it as .xlsx again")
    }
    book = PartReader(part)
  }

  func sheets() throws(SpreadsheetError) -> [SpreadsheetFile.Sheet] {
    let folder = workbook.split(separator: "/").dropLast().joined(separator: "/")
    let name = workbook.split(separator: "/").last.map(String.init) ?? ""
    let relations = PartReader(package[Self.path("_rels/\(name).rels", from: folder)] ?? []).all(
      "Relationship")
    func part(_ kind: String) -> [UInt8] {
      relations.first { $0["Type"]?.hasSuffix("/\(kind)") == true }?["Target"]
        .flatMap { package[Self.path($0, from: folder)] } ?? []
    }
    let from1904 = book.all("workbookPr").contains { ["1", "true"].contains($0["date1904"] ?? "") }
    let values = CellValues(
      strings: PartReader(part("sharedStrings")).texts(of: "si"), styles: PartReader(part("styles")),
      countsFrom1904: from1904)
    var sheets: [SpreadsheetFile.Sheet] = []
    for sheet in book.all("sheet") {
      guard let target = relations.first(where: { $0["Id"] == sheet["id"] })?["Target"] else { continue }
      // A sheet that is a chart has no part of cells.
      guard let bytes = package[Self.path(target, from: folder)] else { continue }
      let reader = SheetReader(PartReader(bytes), values)
      sheets.append(.init(name: sheet["name"] ?? "", rows: reader.rows, merges: reader.merges))
    }
    guard !sheets.isEmpty else {
      throw SpreadsheetError(file: file, message: "the workbook has no sheet that can be read")
    }
    return sheets
  }

  /// The path of a part that another names, from that part's folder; `..` never leaves the package.
  private static func path(_ target: String, from folder: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// One XML part: its elements by name, their attributes and texts.
struct PartReader {
  let tree: MarkupTree

  init(_ bytes: [UInt8]) { tree = MarkupParser.parseXML(bytes.span) }

  /// The attributes of an element, asked for by local name.
  struct Attributes {
    fileprivate let tree: MarkupTree
    fileprivate let index: Int

    subscript(_ name: String) -> String? { tree.attribute(named: name, of: index) }
  }

  func all(_ name: String) -> [Attributes] {
    guard let id = tree.names.find(name) else { return [] }
    return tree.elements.indices.filter { tree.elements[$0].name == id }.map {
      Attributes(tree: tree, index: $0)
    }
  }

  /// The text of each element of a name, as `text(of:)` reads it.
  func texts(of name: String) -> [String] {
    guard let id = tree.names.find(name) else { return [] }
    return tree.elements.indices.filter { tree.elements[$0].name == id }.map(text)
  }

  /// The runs of rich or plain text below an element, joined. How kanji are read aloud (`rPh`) is left out.
  func text(of index: Int) -> String {
    guard let run = tree.names.find("t") else { return "" }
    let phonetic = tree.names.find("rPh")
    var bytes: [UInt8] = []
    var i = index + 1
    while i < Int(tree.elements[index].end) {
      let element = tree.elements[i]
      if element.name == phonetic {
        i = Int(element.end)
        continue
      }
      if element.name == run { bytes += tree.text[element.text] }
      i += 1
    }
    return Self.unescaped(bytes)
  }

  /// All character data below an element.
  func content(of index: Int) -> String {
    Self.unescaped(Array(tree.text[tree.elements[index].text]))
  }

  /// `_x000D_` is a control character, and `_x005F_` the underscore before what only looks like one.
  private static func unescaped(_ bytes: [UInt8]) -> String {
    let underscore = UInt8(ascii: "_")
    guard bytes.contains(underscore) else { return String(decoding: bytes, as: UTF8.self) }
    var result: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == underscore, i + 6 < bytes.count, bytes[i + 1] == UInt8(ascii: "x"),
        bytes[i + 6] == underscore,
        let code = UInt32(String(decoding: bytes[(i + 2)..<(i + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(code)
      {
        result.append(contentsOf: String(Character(scalar)).utf8)
        i += 7
      } else {
        result.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
