import Coding
import GRDB
import Ingestion

/// What each entry of a lexicon said when a run was made: table `entry` of the store. Tells which entries were edited
/// since, so that only the passages that they touch have to be coded again.
///
/// Beside `LexiconState`, which the store keeps for later runs and only the build that wrote it can read: digests are
/// compared by any build, and under a changed codebook too.
struct LexiconSnapshot: Equatable {
  /// SHA-256 of all that decides where an entry counts, by id: terms as resolved, codes, conditions, weight, region, and
  /// what layers change of it.
  var digests: [String: String]

  init(_ scheme: CodingScheme) {
    var texts: [String: String] = [:]
    for layer in scheme.layers {
      for entry in layer.entries {
        let terms = (entry.kazakh + entry.russian).map { String(describing: $0.halves) }
        let parts: [String] =
          [layer.region ?? "", entry.codes.joined(separator: " "), String(entry.kazakh.count)] + terms
          + entry.conditions.map { String(describing: $0) }
          + [
            entry.partsOfSpeech.map(\.rawValue).joined(separator: " "), entry.overlap.rawValue,
            String(entry.weight),
          ]
        texts[entry.id, default: ""] += parts.joined(separator: "\n")
      }
      for change in layer.changes {
        texts[change.id, default: ""] +=
          "\n\(layer.region ?? "")\n\(change.isOff)\n\(change.conditions.map { String(describing: $0) })"
      }
    }
    digests = texts.mapValues { SourceFile.sha256(Array($0.utf8)) }
  }

  fileprivate init(digests: [String: String]) { self.digests = digests }

  /// Ids that are in one of two and not in the other, or differ; sorted.
  func changes(from old: LexiconSnapshot) -> [String] {
    Set(digests.keys).union(old.digests.keys).filter { digests[$0] != old.digests[$0] }.sorted()
  }
}

extension Store {
  /// Writes what the entries of the run's lexicon say.
  func add(_ snapshot: LexiconSnapshot) throws(StoreError) {
    try adding { db in
      let statement = try db.cachedStatement(sql: "INSERT INTO entry (id, digest) VALUES (?, ?)")
      for (id, digest) in snapshot.digests.sorted(by: { $0.key < $1.key }) {
        try statement.execute(arguments: [id, digest])
      }
    }
  }

  /// What the entries said when the run was made.
  func snapshot() throws(StoreError) -> LexiconSnapshot {
    let rows = try reading { try Row.fetchAll($0, sql: "SELECT id, digest FROM entry") }
    var digests: [String: String] = [:]
    for row in rows { digests[row["id"]] = row["digest"] }
    return LexiconSnapshot(digests: digests)
  }
}
