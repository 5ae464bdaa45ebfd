import Testing

@testable import Ingestion

/// Old and new regional divisions.
struct RegionHistoryTests {
  static let rows: [(district: String?, region: String, day: String, expected: String)] = [
    ("101000000", "KZ-10", "2021-05-01", "KZ-63"), ("101000000", "KZ-63", "2023-05-01", "KZ-10"),
    ("101000000", "KZ-63", "2022-06-07", "KZ-63"), ("101000000", "KZ-63", "2022-06-08", "KZ-10"),
    (nil, "KZ-10", "2021-05-01", "KZ-63"), (nil, "KZ-63", "2023-05-01", "KZ-63"),
    (nil, "KZ-33", "2021-05-01", "KZ-19"), (nil, "KZ-62", "2021-05-01", "KZ-35"),
    (nil, "KZ-79", "2017-01-01", "KZ-61"), (nil, "KZ-55", "2021-01-01", "KZ-55"),
    ("999999999", "KZ-55", "2021-01-01", "KZ-55"),
  ]

  @Test(arguments: rows) func regionOnADay(
    _ row: (district: String?, region: String, day: String, expected: String)
  ) {
    #expect(
      Gazetteer.shared.region(ofDistrict: row.district, region: row.region, on: row.day) == row.expected)
  }
}
