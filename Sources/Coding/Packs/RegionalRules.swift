import Linguistics

/// Which entries of a compiled lexicon count in which regions.
struct RegionalRules: Sendable {
  enum State { case on, off, changed }

  /// A layer's change of an entry.
  struct Change: Sendable {
    /// nil for every region.
    var region: String?
    var isOff: Bool
    var conditions: [CompiledLexicon.CompiledCondition]
  }

  /// The number of regions without a layer, and of documents without a region.
  static let elsewhere: Int32 = -1

  private var regions: [String] = []
  /// For each entry the number of its layer's region, or `everywhere`.
  private var entryRegions: [Int32] = []
  /// For each entry whether it is in `changes`.
  private var isChanged: [Bool] = []
  private(set) var changes: [Int: [Change]] = [:]

  private static let everywhere: Int32 = -2

  init() {}

  func write(to writer: inout CompiledWriter) {
    writer.texts(regions)
    writer.flat(entryRegions)
    writer.array(changes.sorted { $0.key < $1.key }) { changed, writer in
      writer.int(changed.key)
      writer.array(changed.value) { change, writer in
        writer.optional(change.region)
        writer.bool(change.isOff)
        writer.array(change.conditions)
      }
    }
  }

  init(from reader: inout CompiledReader) throws(CompiledReader.Damage) {
    regions = try reader.texts()
    entryRegions = try reader.flat()
    isChanged = Array(repeating: false, count: entryRegions.count)
    let count = entryRegions.count
    let found = try reader.array { reader throws(Damage) in
      let entry = try reader.index(below: count)
      let changes = try reader.array { reader throws(Damage) in
        Change(region: try reader.optional(), isOff: try reader.bool(), conditions: try reader.array())
      }
      return (entry: entry, changes: changes)
    }
    for (entry, list) in found {
      isChanged[entry] = true
      changes[entry] = list
    }
  }

  mutating func addEntry(region: String?) {
    isChanged.append(false)
    guard let region else {
      entryRegions.append(Self.everywhere)
      return
    }
    entryRegions.append(add(region))
  }

  mutating func addChange(of entry: Int, _ change: Change) {
    if let region = change.region { _ = add(region) }
    isChanged[entry] = true
    changes[entry, default: []].append(change)
  }

  private mutating func add(_ region: String) -> Int32 {
    if let known = regions.firstIndex(of: region) { return Int32(known) }
    regions.append(region)
    return Int32(regions.count - 1)
  }

  /// The region of an entry's layer; nil for every region.
  func region(of entry: Int) -> String? {
    entryRegions[entry] >= 0 ? regions[Int(entryRegions[entry])] : nil
  }

  /// Asked once a passage: there are at most twenty regions.
  func number(of region: String?) -> Int32 {
    guard let region, let known = regions.firstIndex(of: region) else { return Self.elsewhere }
    return Int32(known)
  }

  /// Whether an entry counts in a region; `changed` where conditions are added.
  func state(of entry: Int, in region: Int32) -> State {
    let own = entryRegions[entry]
    if own != Self.everywhere, own != region { return .off }
    guard isChanged[entry] else { return .on }
    let here = (changes[entry] ?? []).filter { applies($0, in: region) }
    if here.contains(where: \.isOff) { return .off }
    return here.isEmpty ? .on : .changed
  }

  func applies(_ change: Change, in region: Int32) -> Bool {
    guard let own = change.region else { return true }
    return region >= 0 && regions[Int(region)] == own
  }
}
