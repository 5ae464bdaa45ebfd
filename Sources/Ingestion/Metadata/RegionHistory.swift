extension Gazetteer {
  /// The region that a document's council lay in on a day, whatever the document's own date.
  ///
  /// ```swift
  /// // Semey is in the region of Abai since 8 June 2022.
  /// Gazetteer.shared.region(ofDistrict: "101000000", region: "KZ-10", on: "2021-05-01")  // "KZ-63"
  /// Gazetteer.shared.region(ofDistrict: nil, region: "KZ-10", on: "2021-05-01")          // "KZ-63"
  /// ```
  ///
  /// - Parameters:
  ///   - district: today's KATO code of the district or city; nil for the region as a whole.
  ///   - region: ISO 3166-2, as ingestion found it.
  ///   - day: ISO 8601.
  /// - Returns: `region` where the table knows no other. A region that was not there yet is the one that most of its
  ///   districts belonged to.
  public func region(ofDistrict district: String?, region: String, on day: String) -> String {
    if let district {
      return places.first { $0.kato == district && $0.isValid(on: day) }?.region ?? region
    }
    let own = region.suffix(2) + "0000000"
    if let row = places.first(where: { $0.kato == own && $0.isValid(on: day) }) { return row.region }
    var counts: [String: Int] = [:]
    for place in places
    where place.kato.prefix(2) == region.suffix(2) && !place.isRegion && place.isValid(on: day) {
      counts[place.region, default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? region
  }
}
