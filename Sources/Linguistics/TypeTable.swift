/// The distinct folded forms ("types") that a worker has met, each with a small integer id.
///
/// Folded means what matching compares. `TextAnalyzer` folds a token as written in this order:
/// 1. soft hyphens, zero-width and directional characters and variation selectors go;
/// 2. Normalization Form C;
/// 3. Unicode's full case folding (Straße as strasse);
/// 4. ё as е; й stays; stress marks (U+0300, U+0301) on Cyrillic letters go;
/// 5. hyphens U+2010 and U+2011 as `-`, apostrophes ’ ‘ ʼ inside a token as `'`;
/// 6. look-alike letters put back into the word's alphabet, and Roman numerals of either alphabet in Latin
///    letters (жергiлiктi with Latin i as жергілікті, ХХІІ as xxii): see `ScriptRepair`;
/// 7. in sentences recognised as Latin-script Kazakh, the word in Cyrillic (jáne as және).
///
/// A full stop that belongs to the token (млн., т.б., А.) stays in the form. Kazakh letters are never folded to
/// Russian ones. Lexicon terms must be folded the same way: analyse them.
///
/// Whatever is expensive is done once per type, not once per token. Not shared between threads: each worker
/// has its own. Ids are dense, from 0, in order of first meeting.
public final class TypeTable {
  // Owned by one thread, and no method re-enters another: exclusivity checks would only cost time.
  @exclusivity(unchecked) @usableFromInline var arena: [UInt8] = []
  @exclusivity(unchecked) @usableFromInline var bounds: [Int32] = [0]
  @exclusivity(unchecked) var slots: [Slot] = Array(repeating: Slot(id: -1, hash: 0), count: few)

  /// Where a type is, with its hash beside the id so that most misses end here.
  struct Slot {
    var id: Int32
    var hash: UInt32
  }

  /// How often the table was emptied or replaced. Whoever keeps something by type begins anew when this changes.
  public internal(set) var generation = 0

  /// With more than a few words, tables of words make room for many at once: what grows by doubling is copied and paid for
  /// twice.
  package static let few = 1 << 12
  package static let many = 1 << 17
  /// Bytes of the many, about.
  private static let bytesOfMany = 20 * many

  /// How many slots a table of words has after so many: few steps while it is small, no more room than needed after.
  static func larger(_ slots: Int) -> Int { slots * (slots < 2 * many ? 4 : 2) }

  public init() {}

  public var count: Int { bounds.count - 1 }

  /// Empties the table and keeps its memory, but for what an unheard-of document took.
  func removeAll() {
    generation += 1
    if count > 2 * Self.many {
      arena = []
      bounds = []
      slots = Array(repeating: Slot(id: -1, hash: 0), count: Self.few)
    } else {
      arena.removeAll(keepingCapacity: true)
      bounds.removeAll(keepingCapacity: true)
      for i in slots.indices { slots[i] = Slot(id: -1, hash: 0) }
    }
    bounds.append(0)
  }

  /// The folded form of one token, for callers without an analyzer at hand. A few microseconds; step 7 needs a sentence
  /// and is left out.
  ///
  /// ```
  /// TypeTable.folded("ЖЕРГIЛIКТI")  // "жергілікті"
  /// ```
  public static func folded(_ token: String) -> String {
    var folder = Folder()
    folder.fold(Array(token.utf8).span)
    return String(decoding: folder.folded.utf8, as: UTF8.self)
  }

  /// The id of a folded form, new or known. Amortised O(length).
  public func intern(_ form: Span<UInt8>) -> Int32 {
    let hash = UInt32(truncatingIfNeeded: ByteRun.hash(form.bytes, 0, form.count))
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot].id >= 0 {
      if slots[slot].hash == hash && equals(Int(slots[slot].id), form) { return slots[slot].id }
      slot = (slot + 1) & (slots.count - 1)
    }
    let id = Int32(truncatingIfNeeded: count)
    if count == Self.few {
      arena.reserveCapacity(Self.bytesOfMany)
      bounds.reserveCapacity(Self.many)
    }
    form.withUnsafeBufferPointer { arena.append(contentsOf: $0) }
    bounds.append(Int32(truncatingIfNeeded: arena.count))
    slots[slot] = Slot(id: id, hash: hash)
    if count * 2 > slots.count { grow() }
    return id
  }

  /// Gives the UTF-8 bytes of a type's folded form to `body`.
  @inlinable
  public func withForm<R>(_ id: Int32, _ body: (Span<UInt8>) -> R) -> R {
    let i = Int(id)
    let (start, end) = (Int(bounds[i]), Int(bounds[i + 1]))
    let arena = arena
    return body(arena.span.extracting(start..<end))
  }

  /// The folded form as a string; for messages and explanations, not for hot loops.
  public func form(_ id: Int32) -> String {
    String(decoding: arena[Int(bounds[Int(id)])..<Int(bounds[Int(id) + 1])], as: UTF8.self)
  }

  private func equals(_ id: Int, _ form: Span<UInt8>) -> Bool {
    let start = Int(bounds[id])
    guard Int(bounds[id + 1]) - start == form.count else { return false }
    let arena = arena
    return ByteRun.equal(arena.span.bytes, start, form.bytes, 0, form.count)
  }

  private func grow() {
    var larger = Array(repeating: Slot(id: -1, hash: 0), count: Self.larger(slots.count))
    let mask = larger.count - 1
    for entry in slots where entry.id >= 0 {
      var slot = Int(entry.hash) & mask
      while larger[slot].id >= 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}
