/// Lexemes of Russian compiled for `FormMatcher`.
public struct RussianMatcher: FormMatcher {
  /// A stem of a lexeme with a set of endings.
  private struct Entry {
    var lexeme: Int32
    var set: Int16
    var penalty: UInt8
  }

  private let lemmaLengths: [UInt8]
  private let endings = RussianEndings.shared
  /// Bytes of the distinct stems, one after the other.
  private var arena: [UInt8] = []
  private var bounds: [Int32] = [0]
  /// Entries by stem: `entries[firsts[s]..<firsts[s + 1]]`.
  private var entries: [Entry] = []
  private var firsts: [Int32] = []
  /// Open addressing over the stems' hashes, -1 for a free slot.
  private var slots: [Int32] = []
  /// One bit a hash: most prefixes of most forms are no stem.
  private var filter: [UInt64] = []

  public init(lexemes: [Lexeme]) {
    var lengths: [UInt8] = []
    var hashes: [UInt64] = []
    var lists: [[Entry]] = []
    slots = Array(repeating: -1, count: 1 << 10)
    let word = RussianEndings.shared.set("word", after: 0)
    for (index, lexeme) in lexemes.enumerated() {
      lengths.append(UInt8(clamping: lexeme.lemma.unicodeScalars.count))
      var seen: Set<Int> = []
      for paradigm in RussianParadigms.of(lexeme).sorted(by: { $0.penalty < $1.penalty }) {
        let bytes = RussianMatcher.utf8(paradigm.stem)
        var hash = RussianMatcher.seed
        for byte in bytes { hash = hash &* RussianMatcher.factor &+ UInt64(byte) &+ 1 }
        let stem = RussianMatcher.intern(
          bytes, hash, &arena, &bounds, &slots, &hashes)
        if stem == lists.count { lists.append([]) }
        guard seen.insert(stem << 16 | paradigm.set).inserted else { continue }
        lists[stem].append(
          Entry(
            lexeme: Int32(index), set: Int16(paradigm.set),
            penalty: paradigm.stem.count == lexeme.lemma.unicodeScalars.count && paradigm.set == word
              ? 0 : paradigm.penalty + 1))
      }
    }
    lemmaLengths = lengths
    for list in lists {
      firsts.append(Int32(entries.count))
      entries.append(contentsOf: list)
    }
    firsts.append(Int32(entries.count))
    var bits = 1 << 10
    while bits < hashes.count * 16 { bits *= 2 }
    filter = Array(repeating: 0, count: bits / 64)
    for hash in hashes {
      let bit = Int(truncatingIfNeeded: RussianMatcher.mix(hash) >> 32) & (bits - 1)
      filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  public func matches(_ form: Span<UInt8>) -> [LexemeMatch] {
    var found: [LexemeMatch] = []
    let count = form.count
    var hash = RussianMatcher.seed
    for i in 0..<count { hash = hash &* RussianMatcher.factor &+ UInt64(form[i]) &+ 1 }
    var state = 0
    var cut = count
    let filterMask = filter.count * 64 - 1
    while true {
      let ending = Int(endings.ending[state])
      if ending >= 0 {
        let mixed = RussianMatcher.mix(hash)
        let bit = Int(truncatingIfNeeded: mixed >> 32) & filterMask
        if filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 {
          collect(form, cut, mixed, ending, &found)
        }
      }
      // One letter back: а…п are D0 B0…BF, р…я are D1 80…8F.
      guard cut >= 2 else { break }
      let low = form[cut - 1]
      let high = form[cut - 2]
      let letter: Int
      if high == 0xD0 && low >= 0xB0 && low <= 0xBF {
        letter = Int(low) - 0xB0
      } else if high == 0xD1 && low >= 0x80 && low <= 0x8F {
        letter = Int(low) - 0x70
      } else {
        break
      }
      state = Int(endings.next[state * 32 + letter])
      if state < 0 { break }
      hash = (hash &- UInt64(low) &- 1) &* RussianMatcher.inverse
      hash = (hash &- UInt64(high) &- 1) &* RussianMatcher.inverse
      cut -= 2
    }
    if found.isEmpty { return found }
    if isReserved(form) { found.removeAll { $0.penalty > 0 } }
    return found.count > 1 ? best(found) : found
  }

  private func collect(
    _ form: Span<UInt8>, _ cut: Int, _ mixed: UInt64, _ ending: Int, _ found: inout [LexemeMatch]
  ) {
    var slot = Int(truncatingIfNeeded: mixed) & (slots.count - 1)
    while slots[slot] >= 0 {
      let stem = Int(slots[slot])
      slot = (slot + 1) & (slots.count - 1)
      let start = Int(bounds[stem])
      guard Int(bounds[stem + 1]) - start == cut else { continue }
      var i = 0
      while i < cut && arena[start + i] == form[i] { i += 1 }
      guard i == cut else { continue }
      for index in Int(firsts[stem])..<Int(firsts[stem + 1]) {
        let entry = entries[index]
        var member = Int(endings.firstMember[ending])
        let end = Int(endings.firstMember[ending + 1])
        while member < end {
          let item = endings.members[member]
          if Int(item >> 8) == Int(entry.set) {
            found.append(
              LexemeMatch(lexeme: Int(entry.lexeme), penalty: entry.penalty + UInt8(truncatingIfNeeded: item))
            )
          }
          member += 1
        }
      }
      return
    }
  }

  /// The lexemes of the least penalty, each once, in the order of the lexicon.
  private func best(_ found: [LexemeMatch]) -> [LexemeMatch] {
    var least = Int.max
    var longest = 0
    for match in found {
      least = min(least, Int(match.penalty))
    }
    for match in found where Int(match.penalty) == least {
      longest = max(longest, Int(lemmaLengths[match.lexeme]))
    }
    var kept = found.filter { Int($0.penalty) == least && Int(lemmaLengths[$0.lexeme]) == longest }
    kept.sort { ($0.lexeme, $0.penalty) < ($1.lexeme, $1.penalty) }
    var out: [LexemeMatch] = []
    for match in kept where out.last?.lexeme != match.lexeme { out.append(match) }
    return out
  }

  public func explain(_ form: String, as lexeme: Lexeme) -> [Morpheme] {
    RussianAnalysis.readings(form, as: lexeme).first?.morphemes ?? []
  }

  /// Whether a form is a word of the closed classes or an adverb that no rule may claim.
  private func isReserved(_ form: Span<UInt8>) -> Bool {
    guard form.count <= RussianMatcher.longestReserved else { return false }
    var hash = RussianMatcher.seed
    for i in form.indices { hash = hash &* RussianMatcher.factor &+ UInt64(form[i]) &+ 1 }
    return reserved.contains(hash)
  }

  private let reserved = RussianMatcher.reservedHashes
  private static let reservedHashes: Set<UInt64> = {
    var hashes: Set<UInt64> = []
    for word in RussianWordLists.reserved {
      var hash = seed
      for byte in word.utf8 { hash = hash &* factor &+ UInt64(byte) &+ 1 }
      hashes.insert(hash)
    }
    return hashes
  }()
  private static let longestReserved = RussianWordLists.reserved.map { $0.utf8.count }.max() ?? 0

  // MARK: Stems

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
  /// `factor * inverse == 1` modulo 2^64, so a hash can step back over a byte.
  private static let inverse: UInt64 = 0xF1DE_83E1_9937_733D

  private static func mix(_ hash: UInt64) -> UInt64 {
    let h = (hash ^ (hash >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return h ^ (h >> 29)
  }

  private static func utf8(_ scalars: [UInt32]) -> [UInt8] {
    var text = ""
    for value in scalars { if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) } }
    return Array(text.utf8)
  }

  /// The number of a stem, new or known.
  private static func intern(
    _ bytes: [UInt8], _ hash: UInt64, _ arena: inout [UInt8], _ bounds: inout [Int32], _ slots: inout [Int32],
    _ hashes: inout [UInt64]
  ) -> Int {
    var slot = Int(truncatingIfNeeded: mix(hash)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let stem = Int(slots[slot])
      if hashes[stem] == hash && arena[Int(bounds[stem])..<Int(bounds[stem + 1])].elementsEqual(bytes) {
        return stem
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let stem = hashes.count
    hashes.append(hash)
    arena.append(contentsOf: bytes)
    bounds.append(Int32(arena.count))
    slots[slot] = Int32(stem)
    if hashes.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for (known, value) in hashes.enumerated() {
        var free = Int(truncatingIfNeeded: mix(value)) & (slots.count - 1)
        while slots[free] >= 0 { free = (free + 1) & (slots.count - 1) }
        slots[free] = Int32(known)
      }
    }
    return stem
  }
}
