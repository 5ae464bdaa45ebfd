extension Gazetteer {
  /// Chooses among the rows of each mention by date and by the region named beside it.
  func resolve(_ hits: [Hit], in text: FoldedText, on date: String?) -> [PlaceMention] {
    zip(hits, regionsBeside(hits)).map { hit, beside in
      let rows = hit.rows.map { places[Int($0)] }
      let chosen = choose(rows, beside: rows.allSatisfy(\.isRegion) ? nil : beside, on: date)
      let span = text.span(hit.words)
      return PlaceMention(
        span: span, text: text.string(span), place: chosen.count == 1 ? chosen[0] : nil, candidates: chosen,
        region: Set(chosen.map(\.region)).count == 1 ? chosen[0].region : nil, words: hit.words)
    }
  }

  /// For each hit the codes of the region named next to it: directly before or after it, else the only region of the text.
  /// Of two at one distance the former; linear, since the hits stand in text order.
  private func regionsBeside(_ hits: [Hit]) -> [[String]?] {
    let regions = hits.map { namedRegions($0.rows) }
    let isOnly = Set(regions.filter { !$0.isEmpty }).count == 1
    var nearest: [(distance: Int, codes: [String])?] = Array(repeating: nil, count: hits.count)
    var last: Int?
    for place in hits.indices {
      if let last {
        nearest[place] = (hits[place].words.lowerBound - hits[last].words.upperBound, regions[last])
      }
      if !regions[place].isEmpty { last = place }
    }
    last = nil
    for place in hits.indices.reversed() {
      if let last {
        let distance = hits[last].words.lowerBound - hits[place].words.upperBound
        if nearest[place].map({ distance < $0.distance }) ?? true {
          nearest[place] = (distance, regions[last])
        }
      }
      if !regions[place].isEmpty { last = place }
    }
    return nearest.map { $0.flatMap { $0.distance <= 3 || isOnly ? $0.codes : nil } }
  }

  /// The codes of the regions that rows may stand for; empty where a row is no region.
  private func namedRegions(_ rows: [Int32]) -> [String] {
    rows.allSatisfy { places[Int($0)].kind == .oblast } ? rows.map { places[Int($0)].kato } : []
  }

  /// One row a code, the best for the date and region; all rows where the region fits none.
  func choose(_ rows: [Place], beside regions: [String]?, on date: String?) -> [Place] {
    var rows = rows
    if let regions {
      let fitting = rows.filter { row in
        regions.contains(row.parent ?? row.kato) || regions.contains(String(row.kato.prefix(2)) + "0000000")
      }
      if !fitting.isEmpty { rows = fitting }
    } else if rows.contains(where: { $0.kind != .urbanDistrict }) {
      rows.removeAll { $0.kind == .urbanDistrict }
    }
    var order: [String] = []
    var best: [String: (row: Place, rank: Int)] = [:]
    for row in rows {
      var rank = 0
      if let date { rank += row.isValid(on: date) ? 4 : 0 } else { rank += row.to == nil ? 2 : 0 }
      if let regions, regions.contains(row.parent ?? row.kato) { rank += date == nil ? 8 : 1 }
      if let held = best[row.kato] {
        if rank > held.rank { best[row.kato] = (row, rank) }
      } else {
        order.append(row.kato)
        best[row.kato] = (row, rank)
      }
    }
    let top = order.compactMap { best[$0]?.row }
    guard let date else { return top }
    let valid = top.filter { $0.isValid(on: date) }
    return (valid.isEmpty ? top : valid).map { inForce($0, on: date) }
  }

  /// A place under a name that it no longer had, or not yet, lies in the region of the day all the same:
  /// `Семипалатинск` in 2024 is in the region of Abai.
  private func inForce(_ place: Place, on date: String) -> Place {
    guard !place.isValid(on: date), !place.isRegion,
      let row = places.first(where: { $0.kato == place.kato && $0.isValid(on: date) })
    else { return place }
    var place = place
    place.region = row.region
    return place
  }
}
