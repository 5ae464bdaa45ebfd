import Linguistics

/// A name of a region's gazetteer in a text.
public struct PlaceHit: Sendable, Equatable {
  /// Indices into `PackGazetteer.rows`: several where places share the name.
  public var rows: [Int]
  /// UTF-8 bytes of the analysed text, the type word included.
  public var span: Range<Int>
  /// Indices into the analysis' tokens.
  public var tokens: Range<Int>
}

/// Finds the names of a gazetteer. One per worker, beside its `TypeTable`.
///
/// ```swift
/// finder.places(in: analysis, sentences: 0..<1, text: text.span)  // «Қараауыл ауылында су жоқ.»: Қараауыл ауылы
/// ```
public final class PlaceFinder {
  public let gazetteer: PackGazetteer
  private let coder: LexiconCoder

  /// - Parameter types: the table of the analyzer that makes the analyses.
  public init(_ gazetteer: PackGazetteer, types: TypeTable) {
    self.gazetteer = gazetteer
    coder = LexiconCoder(gazetteer.lexicon, types: types)
  }

  /// The names in some sentences, in text order; of overlapping ones the longest.
  ///
  /// - Parameter text: what was analysed.
  public func places(in analysis: TextAnalysis, sentences: Range<Int>, text: Span<UInt8>) -> [PlaceHit] {
    var found: [(hit: EntryHit, length: Int)] = []
    for hit in coder.hits(in: analysis, sentences: sentences) where isName(hit, analysis, text) {
      found.append((hit, hit.length))
    }
    found.sort { ($1.length, $0.hit.first, $0.hit.entry) < ($0.length, $1.hit.first, $1.hit.entry) }
    var taken: [Range<Int>: [Int]] = [:]
    var tokens: Set<Int> = []
    for (hit, _) in found {
      let range = hit.first..<(hit.last + 1)
      if taken[range] != nil {
        taken[range]?.append(hit.entry)
      } else if tokens.isDisjoint(with: range) {
        taken[range] = [hit.entry]
        tokens.formUnion(range)
      }
    }
    return taken.sorted { $0.key.lowerBound < $1.key.lowerBound }.map { range, entries in
      PlaceHit(
        rows: Set(entries.flatMap { gazetteer.groups[$0] }).sorted(),
        span: Int(analysis.tokens[range.lowerBound].start)..<Int(analysis.tokens[range.upperBound - 1].end),
        tokens: range)
    }
  }

  /// Whether the name of a hit is written as one, and stands so that it cannot be an ordinary word.
  private func isName(_ hit: EntryHit, _ analysis: TextAnalysis, _ text: Span<UInt8>) -> Bool {
    let name = gazetteer.names[hit.term]
    let row = gazetteer.rows[gazetteer.groups[hit.entry][0]]
    guard row.kind.isPlace else { return true }
    func isCapital(_ token: Int) -> Bool {
      Self.isCapital(text, at: Int(analysis.tokens[token].start))
    }
    if name.place == .last {
      return ((hit.first + 1)...max(hit.first + 1, hit.last)).contains {
        $0 <= hit.last && analysis.tokens[$0].kind != .punctuation && isCapital($0)
      }
    }
    guard isCapital(hit.first) else { return false }
    if !name.tail.isEmpty { return isAbbreviated(hit, name.tail, analysis, text) && !isCapital(hit.last) }
    guard name.isHomograph else { return true }
    if name.place == .alone { return false }
    let isFirst = analysis.sentences[hit.sentence].tokenRange.lowerBound == hit.first
    return !(isFirst && name.isLoose)
  }

  /// Whether the rest of an abbreviation follows its first part, and no more of a longer one: `а.` is no `а.о.`.
  private func isAbbreviated(
    _ hit: EntryHit, _ tail: [UInt8], _ analysis: TextAnalysis, _ text: Span<UInt8>
  ) -> Bool {
    var start = Int(analysis.tokens[hit.last].end)
    // A token may have the full stop already.
    if start > 0, text[start - 1] == UInt8(ascii: ".") { start -= 1 }
    guard start + tail.count <= text.count, tail.indices.allSatisfy({ text[start + $0] == tail[$0] }) else {
      return false
    }
    return tail.count > 1 || !(start + 2 < text.count && text[start + 1] == 0xD0 && text[start + 2] == 0xBE)
  }

  /// Whether a Cyrillic or Latin capital letter begins at a byte.
  private static func isCapital(_ text: Span<UInt8>, at i: Int) -> Bool {
    guard i >= 0, i + 1 < text.count else { return false }
    let (a, b) = (text[i], text[i + 1])
    switch a {
    case 0x41...0x5A: return true
    // А…Я and Ѐ…Џ.
    case 0xD0: return b >= 0x80 && b <= 0xAF
    // Ғ Қ Ң Ү Ұ Һ, and Ә Ө: even code points are capitals.
    case 0xD2: return b & 1 == 0
    case 0xD3: return b == 0x98 || b == 0xA8
    default: return false
    }
  }
}
