/// Points for each of the languages that words are evidence for, in the order of `LanguageEvidence.languages`.
typealias Points = SIMD8<Int16>

/// What single words say about the language they are in: the features of `languages.tsv`, summed once per type.
struct LanguageEvidence: Sendable {
  /// The languages of the eight lanes.
  static let languages: [Language] = [.kk, .ru, .ky, .kaa, .uz, .tt, .uk, .en]

  private var letters: [UInt32: Points] = [:]
  private var clusters: [UInt64: Points] = [:]
  private var starts: [UInt64: Points] = [:]
  private var ends: [UInt64: Points] = [:]
  private var words: [UInt64: Points] = [:]
  private var lettersSeen: [Bool] = Array(repeating: false, count: 0x600)

  static let shared = LanguageEvidence()

  private init() {
    for record in DataFile.records("languages.tsv") where record.count == 4 {
      guard let weight = Int16(record[2]) else { continue }
      var points = Points.zero
      for code in record[1].split(separator: ",") {
        guard let lane = LanguageEvidence.languages.firstIndex(where: { $0.code == code }) else { continue }
        points[lane] += weight
      }
      for pattern in record[3].split(separator: " ") {
        let scalars = pattern.unicodeScalars.map(\.value)
        switch record[0] {
        case "letter":
          for c in scalars {
            letters[c, default: .zero] &+= points
            if c < 0x600 { lettersSeen[Int(c)] = true }
          }
        case "start": starts[ScalarHash.of(scalars), default: .zero] &+= points
        case "end": ends[ScalarHash.of(scalars.reversed()), default: .zero] &+= points
        case "inside": clusters[ScalarHash.of(scalars), default: .zero] &+= points
        case "word": words[ScalarHash.of(scalars), default: .zero].replaceWithMaximum(points)
        default: continue
        }
      }
    }
  }

  /// The points of one word, folded. O(length), a few hundred nanoseconds.
  func points(of word: [UInt32]) -> Points {
    var points = Points.zero
    let count = word.count
    var whole = ScalarHash()
    for k in 0..<count {
      let c = word[k]
      whole.add(c)
      // Each letter counts once a word.
      if c < 0x600 && lettersSeen[Int(c)] && !word[..<k].contains(c), let add = letters[c] { points &+= add }
      if k < 4 && k + 1 < count, let add = starts[whole.value] { points &+= add }
    }
    if let add = words[whole.value] { points &+= add }
    if count > 2 {
      var ending = ScalarHash()
      for k in 0..<Swift.min(5, count - 1) {
        ending.add(word[count - 1 - k])
        if let add = ends[ending.value] { points &+= add }
      }
      var best = Points.zero
      for k in 0..<(count - 1) {
        var cluster = ScalarHash()
        cluster.add(word[k])
        for length in 2...4 where k + length <= count {
          cluster.add(word[k + length - 1])
          if let add = clusters[cluster.value] { best.replaceWithMaximum(add) }
        }
      }
      points &+= best
    }
    return points.clamped(lowerBound: Points(repeating: -100), upperBound: Points(repeating: 100))
  }
}

extension SIMD8<Int16> {
  fileprivate mutating func replaceWithMaximum(_ other: Self) {
    replace(with: other, where: other .> self .| (self .== 0 .& other .!= 0))
  }
}
