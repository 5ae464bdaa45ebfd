/// Points of a word for each of the languages that words are evidence for, in the order of `LanguageEvidence.languages`.
typealias Points = SIMD8<Int8>

/// What single words say about the language they are in: the features of `languages.tsv`, summed once per type.
final class LanguageEvidence: Sendable {
  /// The languages of the eight lanes.
  static let languages: [Language] = [.kk, .ru, .ky, .kaa, .uz, .tt, .uk, .en]

  /// Points while they are added up.
  private typealias Sum = SIMD8<Int16>

  private let letters: [Sum]
  private let clusters: ScalarTable<Sum>
  private let starts: ScalarTable<Sum>
  private let ends: ScalarTable<Sum>
  private let words: ScalarTable<Sum>
  private let lettersSeen: [Bool]
  /// True for the letters that some cluster begins with.
  private let clusterHeads: [Bool]

  static let shared = LanguageEvidence()

  private init() {
    var letters: [Sum] = Array(repeating: .zero, count: 0x600)
    var lettersSeen: [Bool] = Array(repeating: false, count: 0x600)
    var clusters = ScalarTable<Sum>()
    var clusterHeads: [Bool] = Array(repeating: false, count: 0x600)
    var starts = ScalarTable<Sum>()
    var ends = ScalarTable<Sum>()
    var words = ScalarTable<Sum>()
    for record in DataFile.records("languages.tsv") where record.count == 4 {
      guard let weight = Int16(record[2]) else { continue }
      var points = Sum.zero
      for code in record[1].split(separator: ",") {
        guard let lane = LanguageEvidence.languages.firstIndex(where: { $0.code == code }) else { continue }
        points[lane] += weight
      }
      for pattern in record[3].split(separator: " ") {
        let scalars = pattern.unicodeScalars.map(\.value)
        switch record[0] {
        case "letter":
          for c in scalars where c < 0x600 {
            letters[Int(c)] &+= points
            lettersSeen[Int(c)] = true
          }
        case "start": starts.update(ScalarHash.of(scalars), default: .zero) { $0 &+= points }
        case "end": ends.update(ScalarHash.of(scalars.reversed()), default: .zero) { $0 &+= points }
        case "inside":
          if let head = scalars.first, head < 0x600 { clusterHeads[Int(head)] = true }
          clusters.update(ScalarHash.of(scalars), default: .zero) { $0 &+= points }
        case "word": words.update(ScalarHash.of(scalars), default: .zero) { $0.replaceWithMaximum(points) }
        default: continue
        }
      }
    }
    (self.letters, self.lettersSeen, self.clusterHeads) = (letters, lettersSeen, clusterHeads)
    (self.clusters, self.starts, self.ends, self.words) = (clusters, starts, ends, words)
  }

  private func seen(_ c: UInt32, in word: [UInt32], before k: Int) -> Bool {
    for i in 0..<k where word[i] == c { return true }
    return false
  }

  /// The points of one word, folded. O(length), a few hundred nanoseconds.
  func points(of word: [UInt32]) -> Points {
    var points = Sum.zero
    let count = word.count
    var whole = ScalarHash()
    for k in 0..<count {
      let c = word[k]
      whole.add(c)
      // Each letter counts once a word.
      if c < 0x600 && lettersSeen[Int(c)] && !seen(c, in: word, before: k) { points &+= letters[Int(c)] }
      if k < 4 && k + 1 < count, let add = starts[whole.value] { points &+= add }
    }
    if let add = words[whole.value] { points &+= add }
    if count > 2 {
      var ending = ScalarHash()
      for k in 0..<Swift.min(5, count - 1) {
        ending.add(word[count - 1 - k])
        if let add = ends[ending.value] { points &+= add }
      }
      var best = Sum.zero
      for k in 0..<(count - 1) where word[k] < 0x600 && clusterHeads[Int(word[k])] {
        var cluster = ScalarHash()
        cluster.add(word[k])
        for length in 2...4 where k + length <= count {
          cluster.add(word[k + length - 1])
          if let add = clusters[cluster.value] { best.replaceWithMaximum(add) }
        }
      }
      points &+= best
    }
    return Points(
      truncatingIfNeeded: points.clamped(lowerBound: Sum(repeating: -100), upperBound: Sum(repeating: 100)))
  }
}

extension SIMD8<Int16> {
  @inline(__always)
  fileprivate mutating func replaceWithMaximum(_ other: Self) {
    replace(with: other, where: other .> self .| (self .== 0 .& other .!= 0))
  }
}
