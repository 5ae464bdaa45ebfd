import Coding
import Foundation
import Ingestion

/// Makes a region pack, or completes one: `hattama lexicon new-region`.
///
/// Nothing that stands in a file is changed or removed: files that are missing are made, and names of the classifier that
/// the gazetteer lacks are added at its end. Doing it twice is doing it once.
public struct NewRegion {
  /// What was done with a file.
  public enum Outcome: Sendable, Equatable {
    case made
    case unchanged
    /// Names added to a gazetteer.
    case completed(Int)
  }

  /// A problem that stops the work.
  public struct Failure: Error, Sendable, CustomStringConvertible {
    public var description: String
  }

  private let packs: String
  private let rows: (String) -> [GazetteerRow]

  /// - Parameters:
  ///   - packs: folder of the packs, such as `Lexicons/regions`; made where it does not exist.
  ///   - rows: the classifier's places of a region, by its code.
  public init(packs: String, rows: @escaping (String) -> [GazetteerRow]) {
    self.packs = packs
    self.rows = rows
  }

  /// Makes or completes the pack of a region.
  ///
  /// - Parameters:
  ///   - region: ISO 3166-2.
  ///   - withTemplates: also `lexicon.tsv` and `tests.tsv`, with comments that teach.
  /// - Returns: each file with what was done.
  public func make(
    _ region: String, withTemplates: Bool = true
  ) throws(Failure) -> [(file: String, outcome: Outcome)] {
    guard let label = RegionNames.label(of: region) else {
      throw Failure(
        description: "'\(region)' is no region; known: \(RegionNames.codes.joined(separator: ", "))")
    }
    let folder = packs + "/" + region
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch { throw Failure(description: "\(folder): cannot be made: \(error.localizedDescription)") }
    var done: [(String, Outcome)] = []
    func write(_ name: String, _ text: @autoclosure () -> String) throws(Failure) {
      let file = folder + "/" + name
      guard !FileManager.default.fileExists(atPath: file) else {
        done.append((file, .unchanged))
        return
      }
      try save(text(), file)
      done.append((file, .made))
    }
    try write("pack.yaml", PackTemplates.manifest(region, label))
    done.append(try gazetteer(folder + "/gazetteer.tsv", region))
    if withTemplates {
      try write("lexicon.tsv", PackTemplates.lexicon(region))
      try write("tests.tsv", PackTemplates.tests(region))
    }
    return done
  }

  private func gazetteer(_ file: String, _ region: String) throws(Failure) -> (String, Outcome) {
    let places = rows(region) + PackTemplates.formerNames(of: region)
    guard let bytes = FileManager.default.contents(atPath: file) else {
      try save(PackTemplates.gazetteerHead(region) + places.map(Self.line).joined(), file)
      return (file, .made)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let known = Set(text.split(whereSeparator: { $0 == "\n" || $0 == "\t" }).map(String.init))
    let missing = places.filter { !known.contains($0.kato) && $0.to == nil }
    guard !missing.isEmpty else { return (file, .unchanged) }
    try save((text.hasSuffix("\n") ? text : text + "\n") + missing.map(Self.line).joined(), file)
    return (file, .completed(missing.count))
  }

  /// A row as the file has it.
  static func line(_ row: GazetteerRow) -> String {
    var cells = [
      row.kind.rawValue, row.kazakh.joined(separator: " ; "), row.russian.joined(separator: " ; "), row.kato,
      row.codes.joined(separator: " "), row.from ?? "", row.to ?? "", row.note,
    ]
    while cells.last == "" { cells.removeLast() }
    return cells.joined(separator: "\t") + "\n"
  }

  private func save(_ text: String, _ file: String) throws(Failure) {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic) } catch {
      throw Failure(description: "\(file): cannot be written: \(error.localizedDescription)")
    }
  }
}
