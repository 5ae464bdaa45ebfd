import Foundation
import Ingestion
import Linguistics

/// Reads gold: JSON Lines, a passage a line.
///
/// ```json
/// {"doc": "protocol.html", "n": 7, "lang": "ru", "role": "speech", "text": "…", "codes": ["autonomy.oversight"],
///  "topic": ["roads"], "polarity": "neutral", "coders": [["autonomy.oversight"], [], ["autonomy.oversight"]]}
/// ```
///
/// `doc` is the document's file name, with or without folders and the place of a record in the file; a passage without it
/// stands alone. `codes` and `pest` hold indicators, a field
/// named as a dimension holds its codes with or without the dimension's name before them. `disputed` lists codes
/// that are not scored on the passage, `coders` the answers of each coder (null where one gave none). A
/// `metadata.jsonl` beside the file gives `doc`, `kind` and `region` of documents.
///
/// Documents are looked for in the gold's folder, in a folder `documents` beside it, and in one up to two levels
/// above; the nearest counts.
public enum GoldReader {
  /// Reads gold files, and all files named `gold.jsonl` below folders.
  ///
  /// - Parameter documents: folders or files to look for documents first.
  public static func read(_ paths: [String], documents: [String] = []) -> GoldStandard {
    var gold = GoldStandard()
    for path in paths { gold.files += files(path, &gold.problems) }
    for file in gold.files {
      readPassages(file, &gold)
      readMetadata(folder(of: file) + "/metadata.jsonl", &gold)
    }
    findDocuments(documents, &gold)
    return gold
  }

  /// The passages of gold files, as far as they can be read; documents are not looked for.
  static func passages(_ files: [String]) -> [GoldStandard.Passage] {
    var gold = GoldStandard()
    for file in files { readPassages(file, &gold) }
    return gold.passages
  }

  /// The passages of a gold file that is learned from: there must be nothing in it that cannot be understood.
  ///
  /// - Throws: `TrainingError` with the line that is no passage, or whose codes are no lists.
  static func passages(_ bytes: [UInt8], file: String) throws(TrainingError) -> [GoldStandard.Passage] {
    var problems: [GoldStandard.Problem] = []
    let objects = records(Data(bytes), file, &problems)
    let damaged = objects.first { !($0.object["text"] is String) || !wrongLists(in: $0.object).isEmpty }
    if let line = problems.first?.line ?? damaged?.line {
      throw TrainingError(
        file: file, line: line,
        message: "is no coded passage; a line is a JSON object with text, codes and the other dimensions")
    }
    return objects.compactMap { passage($0.object, file: file, line: $0.line) }
  }

  private static func files(_ path: String, _ problems: inout [GoldStandard.Problem]) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return [path]
    }
    let found = FileFinder([path]).files.filter { name(of: $0) == "gold.jsonl" }
    if found.isEmpty {
      problems.append(
        .init(file: path, message: "no gold.jsonl in this folder or below; name the gold files"))
    }
    return found
  }

  private static func readPassages(_ file: String, _ gold: inout GoldStandard) {
    guard let data = FileManager.default.contents(atPath: file) else {
      gold.problems.append(.init(file: file, message: "the file cannot be read; is the name right?"))
      return
    }
    var seen: [PassageKey: GoldStandard.Passage] = [:]
    for (line, object) in records(data, file, &gold.problems) {
      guard object["text"] is String else {
        gold.problems.append(
          .init(file: file, line: line, message: "the passage has no \"text\"; it is left out"))
        continue
      }
      guard let passage = passage(object, file: file, line: line) else { continue }
      for message in mistakes(in: object) {
        gold.problems.append(.init(file: file, line: line, message: message))
      }
      let key = PassageKey(document: passage.document ?? passage.place, text: passage.text)
      if let earlier = seen[key], earlier.fields != passage.fields {
        gold.problems.append(
          .init(
            file: file, line: line,
            message:
              "the passage has other codes here than in line \(earlier.line): no coder can be right on both"))
      }
      seen[key] = passage
      gold.passages.append(passage)
    }
  }

  /// nil for headings, which are context and carry no codes, and without a text.
  private static func passage(
    _ object: [String: Any], file: String, line: Int
  ) -> GoldStandard.Passage? {
    let role = object["role"] as? String ?? "body"
    guard let text = object["text"] as? String, role != "heading" else { return nil }
    let document = (object["doc"] as? String).map(PassageKey.document)
    let id = object["id"] as? String
    let number = (object["n"] as? Int).map(String.init) ?? "\(line)"
    var passage = GoldStandard.Passage(
      document: document, place: document.map { "\($0)#\(number)" } ?? id ?? "\(name(of: file)):\(line)",
      text: text, language: object["lang"] as? String ?? "other", role: role)
    passage.file = file
    passage.line = line
    // ru1-204: the author is ru1.
    passage.author = id.flatMap { id in id.lastIndex(of: "-").map { String(id[..<$0]) } }
    for (field, value) in object where field != "coders" && field != "disputed" {
      if let codes = value as? [String] { passage.fields[field] = codes }
    }
    passage.coders = (object["coders"] as? [Any] ?? []).map { $0 as? [String] }
    passage.disputed = Set(object["disputed"] as? [String] ?? [])
    passage.polarity = object["polarity"] as? String
    return passage
  }

  /// Fields that must be lists of codes and are none.
  private static func wrongLists(in object: [String: Any]) -> [String] {
    ["codes", "pest", "form", "topic", "barrier", "disputed"].filter { field in
      object[field].map { !($0 is NSNull) && !($0 is [String]) } ?? false
    }
  }

  /// What is wrong with a passage that can be read all the same.
  private static func mistakes(in object: [String: Any]) -> [String] {
    var mistakes = wrongLists(in: object).map {
      "\"\($0)\" must be a list of codes, [\"…\"]; it counts as empty"
    }
    if let value = object["coders"], !(value is NSNull) {
      let answers = value as? [Any]
      if answers?.allSatisfy({ $0 is [String] || $0 is NSNull }) != true {
        mistakes.append("\"coders\" must be a list with a list of codes, or null, for each coder")
      }
    }
    if let value = object["polarity"], !(value is NSNull),
      (value as? String).flatMap(PolarityCounts.marks.firstIndex) == nil
    {
      mistakes.append(
        "the polarity '\(value)' is none of \(PolarityCounts.marks.joined(separator: ", ")); it is not scored"
      )
    }
    if let value = object["lang"], (value as? String).flatMap(Language.init(code:)) == nil {
      mistakes.append("the language '\(value)' is none that is known, such as kk, ru or mixed")
    }
    return mistakes
  }

  private static func readMetadata(_ file: String, _ gold: inout GoldStandard) {
    guard let data = FileManager.default.contents(atPath: file) else { return }
    for (_, object) in records(data, file, &gold.problems) {
      guard let document = object["doc"] as? String else { continue }
      gold.facts[PassageKey.document(document)] = GoldStandard.DocumentFacts(
        kind: object["kind"] as? String, region: object["region"] as? String)
    }
  }

  /// The objects of a JSON Lines file with their lines, from 1.
  private static func records(_ data: Data, _ file: String, _ problems: inout [GoldStandard.Problem])
    -> [(line: Int, object: [String: Any])]
  {
    var result: [(Int, [String: Any])] = []
    for (index, line) in data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      guard let object = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else {
        problems.append(
          .init(file: file, line: index + 1, message: "is no JSON object; a passage a line is expected"))
        continue
      }
      result.append((index + 1, object))
    }
    return result
  }

  // MARK: Documents

  private static func findDocuments(_ given: [String], _ gold: inout GoldStandard) {
    let wanted = Set(gold.passages.compactMap(\.document))
    guard !wanted.isEmpty else { return }
    var places = given
    for file in gold.files {
      let folder = folder(of: file)
      places += [folder, folder + "/documents", folder + "/../documents", folder + "/../../documents"]
    }
    var searched: Set<String> = []
    for place in places.map(PipelineLoader.normalised) where searched.insert(place).inserted {
      guard FileManager.default.fileExists(atPath: place) else { continue }
      for path in FileFinder([place]).files {
        let name = name(of: path)
        if wanted.contains(name), gold.documents[name] == nil { gold.documents[name] = path }
      }
    }
    for missing in wanted.subtracting(gold.documents.keys).sorted() {
      gold.problems.append(
        .init(
          file: missing,
          message: "the gold's document was not found; its passages are left out. "
            + "Name its folder with --documents"))
    }
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
