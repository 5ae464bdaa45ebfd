/// A region, city or district in one period of its history.
public struct Place: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case oblast, city, district
    /// A district inside a city; it has no council.
    case urbanDistrict = "urban-district"
  }

  public var kind: Kind
  /// Today's code in the classifier of territorial units, nine digits, whatever the period.
  public var kato: String
  /// ISO 3166-2 of the region in the period, such as `KZ-63`.
  public var region: String
  /// KATO code of the region, or for a district in a city of the city; nil for regions.
  public var parent: String?
  /// Official names, such as `Уланский район` and `Ұлан ауданы`.
  public var russian: String
  public var kazakh: String
  /// First day, and the first day no longer, of the name and its region; nil where not bounded or not known.
  public var from: String?
  public var to: String?

  /// Whether the row held on an ISO date.
  public func isValid(on date: String) -> Bool {
    if let from, date < from { return false }
    if let to, date >= to { return false }
    return true
  }

  /// Astana, Almaty and Shymkent are regions of their own.
  public var isRegion: Bool { kind == .oblast || (kind == .city && parent == nil) }
}

/// Names of the regions, cities and districts of Kazakhstan, with former names and periods.
///
/// ```swift
/// Gazetteer.shared.places(in: "Есильский район Акмолинской области", on: nil).first?.place?.kato  // 114800000
/// ```
public struct Gazetteer: Sendable {
  public private(set) var places: [Place] = []
  /// What could not be read from the table; empty for the table that ships.
  public private(set) var issues: [Issue] = []

  /// Names without their type word (`абай`, `биржансал`), by the hashes of their skeletons to indices into `places`.
  var bases = HashTable<[Int32]>()
  /// Bases without their last vowel, that take Russian case endings.
  var stems = HashTable<[Int32]>()
  /// Names that are adjectives themselves, without ending (`рудн`).
  var adjectivalNames = HashTable<[Int32]>()
  /// Adjectives without ending (`енбекшиказахск`, `рудненск`).
  var adjectives = HashTable<[Int32]>()

  /// The table that ships with the program, read once. Where it cannot be read the gazetteer is empty and says so in
  /// `issues`.
  public static let shared: Gazetteer = {
    guard let table = DataTable.bytes("gazetteer") else {
      var empty = Gazetteer(table: "")
      empty.issues.append(
        Issue(
          .error, "gazetteer-missing", "gazetteer.tsv is not in the program's resources: install it again"))
      return empty
    }
    return Gazetteer(utf8: table)
  }()

  /// Reads a table: tab-separated, `#` comments, a header line, then kind, kato, iso, parent, ru, kk, adjectives,
  /// other, from, to. A line that cannot be read is left out and listed in `issues`.
  public init(table: String) { self.init(utf8: Array(table.utf8)) }

  private init(utf8 table: [UInt8]) {
    var isHeader = true
    var number = 0
    for line in table.split(separator: 0x0a, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      if isHeader {
        isHeader = false
        continue
      }
      let cells = DataTable.cells(line)
      guard cells.count == 10, let kind = Place.Kind(rawValue: cells[0]) else {
        let text = String(decoding: line, as: UTF8.self)
        issues.append(
          Issue(
            .error, "gazetteer-line", "“\(text)” is not a place: give ten cells, the first a kind",
            line: number))
        continue
      }
      add(kind, cells)
    }
  }

  private mutating func add(_ kind: Place.Kind, _ cells: [String]) {
    func optional(_ cell: String) -> String? { cell.isEmpty ? nil : cell }
    let index = Int32(places.count)
    places.append(
      Place(
        kind: kind, kato: cells[1], region: cells[2], parent: optional(cells[3]), russian: cells[4],
        kazakh: cells[5], from: optional(cells[8]), to: optional(cells[9])))
    for adjective in Gazetteer.list(cells[4], cells[6]) {
      if let stem = Gazetteer.adjectiveStem(adjective) { Gazetteer.insert(index, stem, in: &adjectives) }
    }
    for name in Gazetteer.list(cells[4], cells[5], cells[7]) {
      guard let base = Gazetteer.base(name) else { continue }
      Gazetteer.insert(index, base, in: &bases)
      Gazetteer.insert(index, Gazetteer.stem(base), in: &stems)
      if let stem = Gazetteer.adjectivalStem(base) { Gazetteer.insert(index, stem, in: &adjectivalNames) }
    }
  }

  /// Names as lists of words, UTF-8; the last cell is a list of them.
  private static func list(_ names: String...) -> [[ArraySlice<UInt8>]] {
    names.enumerated().flatMap { index, cell in
      let bytes = Array(cell.utf8)
      let parts = index < names.count - 1 ? [bytes[...]] : bytes.split(separator: UInt8(ascii: "|"))
      return parts.map { $0.split(separator: 0x20) }
    }
  }

  private static func insert(_ index: Int32, _ key: [UInt16], in table: inout HashTable<[Int32]>) {
    let hash = Skeleton.hash(key[...])
    guard !key.isEmpty, table[hash]?.last != index else { return }
    table[hash, default: []].append(index)
  }

  /// `Абайский район` → `абайск`; nil where the name is no adjective.
  private static func adjectiveStem(_ name: [ArraySlice<UInt8>]) -> [UInt16]? {
    var words = name
    if let last = words.last, contains(nounsOfAdjectives, last) { words.removeLast() }
    guard words.count < 3, let first = words.first, let last = words.last, !contains(russianNouns, first),
      adjectiveEndings.contains(where: { last.suffix(4).elementsEqual($0) })
    else { return nil }
    return Array(skeleton(words).dropLast(2))
  }

  /// `город Косшы` → `косшы`, `Абай ауданы` → `абай`; nil for Russian adjectives with their noun.
  private static func base(_ name: [ArraySlice<UInt8>]) -> [UInt16]? {
    var words = name
    if let last = words.last, contains(russianNouns, last) { return nil }
    if let first = words.first, contains(russianNouns, first) { words.removeFirst() }
    if let last = words.last, contains(kazakhNouns, last) { words.removeLast() }
    words.removeAll { contains(dedications, $0) }
    return skeleton(words)
  }

  private static func skeleton(_ words: [ArraySlice<UInt8>]) -> [UInt16] {
    words.flatMap { Skeleton.of(String(decoding: $0, as: UTF8.self)) }
  }

  private static func contains(_ words: [[UInt8]], _ word: ArraySlice<UInt8>) -> Bool {
    words.contains { $0.elementsEqual(word) }
  }

  private static let russianNouns = ["город", "район", "область"].map { Array($0.utf8) }
  private static let nounsOfAdjectives = ["район", "область"].map { Array($0.utf8) }
  private static let kazakhNouns = ["қаласы", "ауданы", "облысы"].map { Array($0.utf8) }
  private static let dedications = ["имени", "атындағы"].map { Array($0.utf8) }
  private static let adjectiveEndings = ["ий", "ый", "ой", "ая"].map { Array($0.utf8) }

  /// A Russian name without the last letter that its cases replace (`Астана`, `Сарань`, `Семей`); names in other vowels
  /// (`Кентау`, `Косшы`) have no cases.
  static func stem(_ base: [UInt16]) -> [UInt16] {
    let replaced: Set<UInt16> = [0x430, 0x44F, 0x44C, 0x439]  // а я ь й
    guard let last = base.last, base.count > 3, replaced.contains(last) else { return base }
    return Array(base.dropLast())
  }

  /// `рудн` of the city Рудный, which is declined as an adjective; nil for other names.
  private static func adjectivalStem(_ base: [UInt16]) -> [UInt16]? {
    let ending: [UInt16] = [0x44B, 0x439]  // ый
    return base.count > 4 && base.suffix(2).elementsEqual(ending) ? Array(base.dropLast(2)) : nil
  }
}
