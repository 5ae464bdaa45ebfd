import Foundation

/// How much a byte string looks like Russian, Kazakh or Western text in each single-byte encoding.
///
/// The score is the mean over the bytes 80 to FF of the natural logarithm of a letter's frequency, less
/// penalties for what running text does not have: a capital after a small letter, a Cyrillic letter beside a
/// Latin one, box drawing, bytes that are not assigned. Frequencies were counted on the project's own gold
/// documents in both languages (75,000 letters), per 10,000 and averaged, rare letters raised to 1.
struct CyrillicScore: Sendable {
  /// Single-byte encodings by how common they are: the first of equals wins.
  static let candidates: [TextEncoding] = [
    .windows1251, .kz1048, .koi8R, .iso88595, .ibm866, .windows1252, .macCyrillic,
  ]

  /// Encodings and scores in the order of `candidates`. Looks at no more than 64 KiB from the first byte
  /// above 7F. Empty where there is none.
  static func ranking(of bytes: [UInt8]) -> [(encoding: TextEncoding, score: Double)] {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return [] }
    let sample = bytes[max(0, first - 1)..<min(bytes.count, first + 65_536)]
    return candidates.compactMap { encoding in
      encoding.codePage.map { (encoding, score(of: sample, in: $0)) }
    }
  }

  /// The encoding of the highest score, or nil where no byte is above 7F.
  static func best(of ranking: [(encoding: TextEncoding, score: Double)]) -> TextEncoding? {
    var best: (encoding: TextEncoding, score: Double)?
    for entry in ranking {
      // A hair's breadth is rounding: bytes on which two encodings agree must not decide.
      guard let current = best else {
        best = entry
        continue
      }
      if entry.score > current.score + 1e-9 { best = entry }
    }
    return best?.encoding
  }

  private static func score(of sample: ArraySlice<UInt8>, in page: CodePage) -> Double {
    let letters = LetterTable.shared
    let classes = page.scalars.map { letters.entry(of: $0) }
    var sum = 0.0
    var count = 0
    var previous = LetterTable.Entry(kind: .other, weight: 0)
    for byte in sample {
      let entry = classes[Int(byte)]
      if byte >= 0x80 {
        sum += entry.weight
        count += 1
      }
      switch (previous.kind, entry.kind) {
      case (.small, .capital): sum -= 3
      case (.latin, .small), (.latin, .capital), (.small, .latin), (.capital, .latin): sum -= 1
      case (.western, .latin), (.latin, .western): sum += 1
      default: break
      }
      previous = entry
    }
    return count == 0 ? 0 : sum / Double(count)
  }
}

/// Weight and class of the characters that the single-byte encodings have.
struct LetterTable: Sendable {
  enum Kind: UInt8, Sendable { case small, capital, latin, western, other }
  struct Entry: Sendable {
    var kind: Kind
    var weight: Double
  }

  static let shared = LetterTable()
  private var entries: [UInt32: Entry] = [:]

  /// Letter and frequency per 10,000 letters of text that is half Russian and half Kazakh.
  private static let frequencies =
    "а1085 б196 в236 г138 д404 е796 ж140 з155 и420 й124 к294 л454 м311 н612 о618 п262 р530 с518 т660 у234 "
    + "ф15 х71 ц28 ч60 ш106 щ16 ъ4 ы498 ь76 э10 ю38 я110 ё20 і254 ғ84 қ165 ң70 ү38 ұ40 ә45 ө45 һ2"

  private init() {
    for scalar in UInt32(0x41)...0x5A {
      entries[scalar] = Entry(kind: .latin, weight: 0)
      entries[scalar + 0x20] = Entry(kind: .latin, weight: 0)
    }
    for scalar in UInt32(0xC0)...0xFF where scalar != 0xD7 && scalar != 0xF7 {
      entries[scalar] = Entry(kind: .western, weight: -5)
    }
    for scalar in "ŠšŽžŒœŸ".unicodeScalars { entries[scalar.value] = Entry(kind: .western, weight: -7) }
    // Letters of other Cyrillic alphabets: possible, in a name.
    for scalar in UInt32(0x400)...0x45F {
      let isSmall = scalar >= 0x430
      entries[scalar] = Entry(kind: isSmall ? .small : .capital, weight: -9.5)
    }
    for scalar in "«»–—“”„’‘…№\u{A0}\u{AD}•·°§©".unicodeScalars {
      entries[scalar.value] = Entry(kind: .other, weight: -4.5)
    }
    for entry in LetterTable.frequencies.split(separator: " ") {
      guard let letter = entry.first, let count = Double(entry.dropFirst()) else { continue }
      let weight = log(count / 10_000)
      for (text, kind) in [(letter.lowercased(), Kind.small), (letter.uppercased(), Kind.capital)] {
        for scalar in text.unicodeScalars { entries[scalar.value] = Entry(kind: kind, weight: weight) }
      }
    }
  }

  func entry(of scalar: UInt32) -> Entry {
    if let entry = entries[scalar] { return entry }
    return Entry(kind: .other, weight: scalar < 0x80 ? 0 : scalar == 0xFFFD || scalar < 0xA0 ? -14 : -9)
  }
}
