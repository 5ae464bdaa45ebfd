/// Where a number in a table comes from: a passage of a document.
///
/// Ordered by document, then passage. Takes eight bytes, since a table of a large corpus keeps millions.
public struct PassageReference: Sendable, Hashable, Comparable {
  private let packed: UInt64

  /// - Parameters:
  ///   - document: the document's index in the run, from 0.
  ///   - passage: the passage's number in the document, from 1.
  ///   Both are clamped to 0 … 4,294,967,295.
  public init(document: Int, passage: Int) {
    packed = UInt64(UInt32(clamping: document)) << 32 | UInt64(UInt32(clamping: passage))
  }

  public var document: Int { Int(packed >> 32) }
  public var passage: Int { Int(packed & 0xFFFF_FFFF) }

  public static func < (left: PassageReference, right: PassageReference) -> Bool {
    left.packed < right.packed
  }
}

/// The references of one cell under a limit: always the smallest ones, whatever the order of arrival.
struct ReferenceList: Sendable {
  private var items: [PassageReference] = []
  /// Documents mostly come in order: then what comes after the limit is not even kept.
  private var isSorted = true

  mutating func append(_ reference: PassageReference, limit: ReferenceLimit) {
    let most: Int? = if case .first(let most) = limit { most } else { nil }
    if most ?? 1 <= 0 { return }
    if let last = items.last {
      if let most, isSorted, items.count >= most, last < reference { return }
      if reference < last { isSorted = false }
    }
    items.append(reference)
    // Trimmed at twice the limit, so that the cost of sorting is spread over as many appends.
    if let most, items.count / 2 >= most { trim(to: most) }
  }

  mutating func append(contentsOf other: ReferenceList, limit: ReferenceLimit) {
    isSorted = isSorted && other.items.isEmpty
    items.append(contentsOf: other.items)
    if case .first(let most) = limit, items.count > most { trim(to: max(most, 0)) }
  }

  private mutating func trim(to most: Int) {
    items.sort()
    items.removeLast(items.count - most)
    isSorted = true
  }

  func sorted(limit: ReferenceLimit) -> [PassageReference] {
    let all = isSorted ? items : items.sorted()
    guard case .first(let most) = limit, all.count > most else { return all }
    return Array(all[..<max(most, 0)])
  }
}

/// The passages with the strongest evidence, those that come first among equals: whatever the order of arrival.
struct ExampleList: Sendable {
  private var items: [(reference: PassageReference, strength: Double)] = []

  var references: [PassageReference] { items.map(\.reference) }

  mutating func append(_ reference: PassageReference, strength: Double, limit: Int) {
    guard limit > 0 else { return }
    if items.count == limit, let last = items.last, !precedes(reference, strength, last) { return }
    let place = items.firstIndex { precedes(reference, strength, $0) } ?? items.count
    guard place == 0 || items[place - 1].reference != reference else { return }
    items.insert((reference, strength), at: place)
    if items.count > limit { items.removeLast() }
  }

  mutating func append(contentsOf other: ExampleList, limit: Int) {
    for item in other.items { append(item.reference, strength: item.strength, limit: limit) }
  }

  private func precedes(
    _ reference: PassageReference, _ strength: Double,
    _ other: (reference: PassageReference, strength: Double)
  ) -> Bool {
    strength == other.strength ? reference < other.reference : strength > other.strength
  }
}
