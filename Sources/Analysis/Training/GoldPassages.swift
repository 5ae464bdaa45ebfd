import Coding
import Foundation
import Ingestion

/// A passage that people have coded.
struct GoldPassage: Sendable {
  /// File name of its document; nil for a passage that stands alone.
  var document: String?
  /// What passages are kept together by when a model is tested: document or author.
  var group: String
  var text: String
  var language: String
  /// Ids as in a codebook, of all codebooks.
  var codes: Set<String>
  /// Codes that the coders did not agree on.
  var disputed: Set<String>
}

/// Reads gold: JSON Lines with `text`, `codes`, `pest`, `form`, `topic`, `barrier`, `polarity` and either `doc` or `id`.
enum GoldFile {
  private struct Row: Decodable {
    var doc: String?
    var id: String?
    var lang: String?
    var role: String?
    var text: String
    var codes: [String]?
    var pest: [String]?
    var form: [String]?
    var topic: [String]?
    var barrier: [String]?
    var polarity: String?
    var disputed: [String]?
  }

  /// The passages of a file; headings are left out.
  ///
  /// - Throws: `TrainingError` with the line that cannot be read.
  static func passages(_ bytes: [UInt8], file: String) throws(TrainingError) -> [GoldPassage] {
    var passages: [GoldPassage] = []
    let decoder = JSONDecoder()
    for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated() where !line.isEmpty
    {
      let row: Row
      do { row = try decoder.decode(Row.self, from: Data(line)) } catch {
        throw TrainingError(
          file: file, line: number + 1,
          message: "is no coded passage; a line is a JSON object with text, codes and the other dimensions")
      }
      if row.role == "heading" { continue }
      passages.append(passage(row, file))
    }
    return passages
  }

  private static func passage(_ row: Row, _ file: String) -> GoldPassage {
    func prefixed(_ codes: [String]?, _ dimension: String) -> [String] {
      (codes ?? []).map { $0.hasPrefix(dimension + ".") ? $0 : dimension + "." + $0 }
    }
    var codes = Set((row.codes ?? []) + (row.pest ?? []))
    codes.formUnion(prefixed(row.form, "form"))
    codes.formUnion(prefixed(row.topic, "topic"))
    codes.formUnion(prefixed(row.barrier, "barrier"))
    codes.insert("polarity." + (row.polarity ?? "neutral"))
    // ru1-204: the author is ru1.
    let author = row.id.flatMap { id in id.lastIndex(of: "-").map { String(id[..<$0]) } }
    return GoldPassage(
      document: row.doc, group: row.doc ?? author ?? file, text: row.text, language: row.lang ?? "",
      codes: codes, disputed: Set(row.disputed ?? []))
  }
}

/// Why a model cannot be trained.
public struct TrainingError: Error, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var message: String

  public var description: String { "\(file):\(line): \(message)" }
}
