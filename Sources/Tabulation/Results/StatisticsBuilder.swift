/// Computes everything beside the counts of a table. A slot is a cell, row by row, or after them a column's total.
struct StatisticsBuilder {
  let tally: Tally
  /// nil where nothing asks for single documents: resamples, permutations, periods, trends.
  let matrix: ClusterMatrix?
  let rows: [TableKey]
  let columns: [TableKey]
  /// The tally's number of each row, then that of all rows together; of each column.
  private let rowNumbers: [Int]
  private let columnNumbers: [Int]
  /// The table's row for each row number of the tally, the first for row 1; its column for each column number.
  private let rowPlaces: [Int]
  private let columnPlaces: [Int]
  /// Of the table's unit, by slot.
  let counts: [Int]
  /// Of the rows, then of all.
  let bases: [Int]

  init(
    _ tally: Tally, rows: [(key: TableKey, number: Int)], columns: [(key: TableKey, number: Int)],
    counts: [Int], bases: [Int]
  ) {
    self.tally = tally
    self.rows = rows.map(\.key)
    self.columns = columns.map(\.key)
    self.counts = counts
    self.bases = bases
    rowNumbers = rows.map { $0.number + 1 } + [Tally.allRows]
    columnNumbers = columns.map(\.number)
    rowPlaces = TableDimension.places(rows)
    columnPlaces = TableDimension.places(columns)
    let (request, analysis) = (tally.request, tally.request.analysis)
    let asksForDocuments =
      analysis.bootstrap != nil || analysis.permutation != nil || analysis.split != nil
      || request.content.contains(.trend)
    matrix =
      asksForDocuments
      ? ClusterMatrix(tally.log, request.unit, rowPlaces: rowPlaces, columnPlaces: columnPlaces) : nil
  }

  var analysis: TableAnalysis { tally.request.analysis }
  var unit: CountingUnit { tally.request.unit }
  var cellCount: Int { rows.count * columns.count }

  func base(_ slot: Int) -> Int { bases[slot / max(1, columns.count)] }
  func isTooFew(_ slot: Int) -> Bool { base(slot) < max(1, analysis.minimumBase) }

  /// - Parameters:
  ///   - examples, figures: of each slot.
  func statistics(
    _ quality: CoderQuality?, examples: [[PassageReference]], figures: [[StatedFigure]]
  ) -> TableStatistics {
    var slots = counts.indices.map { slot in
      var cell = CellStatistics()
      cell.isTooFew = isTooFew(slot)
      cell.examples = examples[slot]
      cell.figures = figures[slot]
      return cell
    }
    if let bootstrap = analysis.bootstrap, let matrix {
      let intervals = ClusterBootstrap(resampling: bootstrap, confidence: analysis.confidence).intervals(
        matrix)
      for slot in slots.indices { slots[slot].clusterInterval = intervals[slot] }
    }
    let values = self.values(counts: counts, bases: bases)
    if let rule = analysis.levels {
      for (slot, level) in levels(values, rule).enumerated() {
        guard let level, let value = values[slot] else { continue }
        slots[slot].level = LevelReading(level, by: rule, of: value)
      }
    }
    let permuted = analysis.permutation.flatMap { resampling in
      matrix.flatMap { RowPermutation(resampling: resampling).p($0) }
    }
    addKeyness(to: &slots)
    addAssociations(permuted, to: &slots)
    addChanges(to: &slots)
    addTrends(to: &slots)
    if let quality { addQuality(quality, to: &slots) }
    addPredictionPowered(to: &slots)
    return TableStatistics(
      cells: Array(slots[..<cellCount]), columnTotals: Array(slots[cellCount...]),
      columnTests: columnTests(permuted), sensitivity: sensitivity(values),
      testedCells: slots.count { $0.keyness != nil })
  }

  // MARK: Levels

  /// What levels are read from; nil where the base is too small.
  private func values(counts: [Int], bases: [Int]) -> [Double?] {
    counts.indices.map { slot in
      let base = bases[slot / max(1, columns.count)]
      guard base >= max(1, analysis.minimumBase) else { return nil }
      return Double(counts[slot]) / Double(base) * unit.scale
    }
  }

  private func levels(_ values: [Double?], _ rule: LevelRule) -> [Level?] {
    LevelReader(rows: rows.count, columns: columns.count, keys: rows.map(\.key)).levels(values, rule)
  }

  private func sensitivity(_ values: [Double?]) -> LevelSensitivity? {
    guard let rule = analysis.levels else { return nil }
    let own = levels(values, rule)
    func changed(_ other: [Level?]) -> [Int] { (0..<cellCount).filter { other[$0] != own[$0] } }
    return LevelSensitivity(
      cells: own[..<cellCount].count { $0 != nil },
      alternatives: analysis.alternatives.map { .init(rule: $0, changed: changed(levels(values, $0))) },
      withoutEntries: withoutEntries { changed(levels($0, rule)) })
  }

  private func withoutEntries(_ changed: ([Double?]) -> [Int]) -> [LevelSensitivity.WithoutEntry] {
    guard analysis.leavesEntriesOut, unit != .sessions else { return [] }
    var byEntry: [String: (counts: [Int], bases: [Int], lost: Int)] = [:]
    for (place, loss) in tally.losses.losses {
      guard let lost = loss.count(unit) else { continue }
      let row = rowPlaces[place.row - 1]
      var entry = byEntry[place.entry] ?? (counts, bases, 0)
      if let column = place.column {
        entry.counts[row * columns.count + columnPlaces[column]] -= lost
        entry.lost += loss.passages
      } else {
        entry.bases[row] -= loss.base(unit)
      }
      byEntry[place.entry] = entry
    }
    return byEntry.filter { $0.value.lost > 0 }.map { name, entry in
      LevelSensitivity.WithoutEntry(
        entry: name, lost: entry.lost, changed: changed(values(counts: entry.counts, bases: entry.bases)))
    }.sorted {
      if $0.changed.count != $1.changed.count { return $0.changed.count > $1.changed.count }
      if $0.lost != $1.lost { return $0.lost > $1.lost }
      return $0.entry.unicodeScalars.lexicographicallyPrecedes($1.entry.unicodeScalars)
    }
  }

  // MARK: Quality

  /// Passages of a row by language; of all rows for the last.
  private func languages(_ row: Int) -> [(language: String, count: Int)] {
    let number = rowNumbers[row]
    let known = number < tally.rowLanguages.count ? tally.rowLanguages[number] : []
    return tally.languages.names.enumerated().map { index, name in
      (name, known.indices.contains(index) ? known[index] : 0)
    }.sorted { $0.0 < $1.0 }
  }

  private func addQuality(_ quality: CoderQuality, to slots: inout [CellStatistics]) {
    let languages = (0...rows.count).map(languages)
    for slot in slots.indices {
      let (row, column) = (slot / columns.count, slot % columns.count)
      let known = [columns[column].key] + (row < rows.count ? [rows[row].key] : [])
      let reliability = known.lazy.compactMap { quality.reliability(of: $0, passages: languages[row]) }.first
      slots[slot].reliability = reliability
      slots[slot].corrected = corrected(slot, quality, languages[row])
    }
  }

  private func corrected(
    _ slot: Int, _ quality: CoderQuality, _ languages: [(language: String, count: Int)]
  ) -> Correction {
    guard unit == .passages else { return .refused(.notPassages) }
    guard !isTooFew(slot) else { return .refused(.tooFewUnits) }
    let code = columns[slot % columns.count].key
    guard let detection = quality.detection(of: code, passages: languages) else {
      return .refused(.notEvaluated)
    }
    return RoganGladen.correction(
      counts[slot], of: base(slot), quality: detection, confidence: analysis.confidence)
  }

  private func addPredictionPowered(to slots: inout [CellStatistics]) {
    guard unit == .passages, !tally.rowGold.isEmpty else { return }
    for slot in slots.indices {
      let (row, column) = (slot / columns.count, slot % columns.count)
      let labelled = tally.rowGold[rowNumbers[row]] ?? 0
      let place = tally.places[rowNumbers[row], columnNumbers[column]]
      let gold = place.map { tally.kept[$0].gold } ?? Tally.GoldCounts()
      slots[slot].predictionPowered = PredictionPowered(
        human: gold.human, machine: gold.machine, both: gold.both, of: labelled,
        machineOnly: counts[slot] - gold.machine, ofOthers: base(slot) - labelled
      ).correction(confidence: analysis.confidence)
    }
  }
}
