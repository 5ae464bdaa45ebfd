/// What each cluster adds to each slot of a table, sorted by slot and then cluster.
struct SparseCounts: Sendable {
  private(set) var starts: [Int]
  private(set) var clusters: [Int32]
  private(set) var values: [Int32]

  /// - Parameters:
  ///   - entries: any order; those of one slot and cluster are added up, or counted once.
  ///   - countsOnce: whether a cluster adds 1 at most, as a session that a code occurs in.
  init(slots: Int, _ entries: [(slot: Int32, cluster: Int32, value: Int32)], countsOnce: Bool) {
    var next = [Int](repeating: 0, count: slots + 1)
    for entry in entries { next[Int(entry.slot) + 1] += 1 }
    for slot in 0..<slots { next[slot + 1] += next[slot] }
    let bounds = next
    var order = [Int32](repeating: 0, count: entries.count)
    for (index, entry) in entries.enumerated() {
      order[next[Int(entry.slot)]] = Int32(index)
      next[Int(entry.slot)] += 1
    }
    starts = [0]
    clusters = []
    values = []
    clusters.reserveCapacity(entries.count)
    values.reserveCapacity(entries.count)
    for slot in 0..<slots {
      var places = order[bounds[slot]..<bounds[slot + 1]]
      let isSorted = zip(places, places.dropFirst()).allSatisfy {
        entries[Int($0)].cluster < entries[Int($1)].cluster
      }
      if !isSorted { places.sort { entries[Int($0)].cluster < entries[Int($1)].cluster } }
      for place in places {
        let entry = entries[Int(place)]
        if entry.cluster == clusters.last, clusters.count > starts[slot] {
          if !countsOnce { values[values.count - 1] += entry.value }
        } else {
          clusters.append(entry.cluster)
          values.append(countsOnce ? 1 : entry.value)
        }
      }
      starts.append(clusters.count)
    }
  }

  var slots: Int { starts.count - 1 }

  func entries(of slot: Int) -> Range<Int> { starts[slot]..<starts[slot + 1] }

  func sum(of slot: Int) -> Int { values[entries(of: slot)].reduce(0) { $0 + Int($1) } }

  /// The sums of a slot by stratum.
  ///
  /// - Parameter strata: of each cluster; negative for none.
  func sums(of slot: Int, strata: [Int], count: Int) -> [Int] {
    var sums = [Int](repeating: 0, count: count)
    for entry in entries(of: slot) where strata[Int(clusters[entry])] >= 0 {
      sums[strata[Int(clusters[entry])]] += Int(values[entry])
    }
    return sums
  }
}

/// A table by clusters: documents, or for units of sessions the sessions. Whole clusters are resampled and permuted, and
/// fall into periods, since what stands in one of them is alike.
struct ClusterMatrix: Sendable {
  let unit: CountingUnit
  let rows: Int
  let columns: Int
  /// First day of each cluster that is known, as yyyymmdd; 0 for none.
  private(set) var days: [Int32] = []
  /// Slots: the cells row by row, then the columns' totals.
  let counts: SparseCounts
  /// Slots: the rows, then all rows together.
  let bases: SparseCounts
  /// The one row of each cluster; nil where some cluster stands in several or in none.
  let rowOfCluster: [Int]?

  /// - Parameters:
  ///   - rowPlaces: the table's row for each row number of the log, the first for row 1.
  ///   - columnPlaces: the table's column for each column number of the log.
  init(_ log: DocumentLog, _ unit: CountingUnit, rowPlaces: [Int], columnPlaces: [Int]) {
    let (rows, columns) = (rowPlaces.count, columnPlaces.count)
    let bySession = unit == .sessions || unit == .perSession
    let order = log.documents.indices.sorted { log.documents[$0].number < log.documents[$1].number }
    var sessionRanks = [Int32](repeating: 0, count: log.sessions.names.count)
    let names = log.sessions.names
    let sortedSessions = names.indices.sorted {
      names[$0].unicodeScalars.lexicographicallyPrecedes(names[$1].unicodeScalars)
    }
    for (rank, session) in sortedSessions.enumerated() { sessionRanks[session] = Int32(rank) }
    let clusterCount = bySession ? names.count : order.count
    var days = [Int32](repeating: 0, count: clusterCount)
    var countEntries: [(slot: Int32, cluster: Int32, value: Int32)] = []
    var baseEntries: [(slot: Int32, cluster: Int32, value: Int32)] = []
    countEntries.reserveCapacity(log.cells.count * 2)
    baseEntries.reserveCapacity(log.rows.count * 2)
    var rowOfCluster = [Int](repeating: -1, count: clusterCount)
    var hasOneRow = true

    for (rank, place) in order.enumerated() {
      let document = log.documents[place]
      if bySession && document.session < 0 { continue }
      let cluster = bySession ? sessionRanks[Int(document.session)] : Int32(rank)
      let day = days[Int(cluster)]
      if document.date > 0, day == 0 || document.date < day { days[Int(cluster)] = document.date }
      if document.hasOwnTotal { hasOneRow = false }
      for entry in log.rows(of: place) {
        let value = Self.base(entry, unit)
        let slot = entry.row == 0 ? rows : rowPlaces[Int(entry.row) - 1]
        if slot < rows {
          let known = rowOfCluster[Int(cluster)]
          if known >= 0 && known != slot { hasOneRow = false }
          rowOfCluster[Int(cluster)] = slot
        }
        guard value > 0 else { continue }
        baseEntries.append((Int32(slot), cluster, value))
        if !document.hasOwnTotal { baseEntries.append((Int32(rows), cluster, value)) }
      }
      for entry in log.cells(of: place) {
        let value = Self.count(entry, unit)
        let column = columnPlaces[Int(entry.column)]
        let slot = (entry.row == 0 ? rows : rowPlaces[Int(entry.row) - 1]) * columns + column
        guard value > 0 else { continue }
        countEntries.append((Int32(slot), cluster, value))
        if !document.hasOwnTotal { countEntries.append((Int32(rows * columns + column), cluster, value)) }
      }
    }
    self.unit = unit
    self.rows = rows
    self.columns = columns
    self.days = days
    counts = SparseCounts(slots: (rows + 1) * columns, countEntries, countsOnce: unit == .sessions)
    bases = SparseCounts(slots: rows + 1, baseEntries, countsOnce: bySession)
    self.rowOfCluster = hasOneRow && !rowOfCluster.contains(-1) ? rowOfCluster : nil
  }

  var clusters: Int { days.count }

  private static func count(_ entry: DocumentLog.CellEntry, _ unit: CountingUnit) -> Int32 {
    switch unit {
    case .passages, .perSession: Int32(clamping: entry.passages)
    case .documents, .sessions: 1
    case .codings, .perThousandTokens: Int32(clamping: entry.codings)
    }
  }

  private static func base(_ entry: DocumentLog.RowEntry, _ unit: CountingUnit) -> Int32 {
    switch unit {
    case .passages: Int32(clamping: entry.passages)
    case .documents, .sessions, .perSession: 1
    case .codings: Int32(clamping: entry.codings)
    case .perThousandTokens: Int32(clamping: entry.tokens)
    }
  }
}
