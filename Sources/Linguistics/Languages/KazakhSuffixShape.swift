/// A suffix written with archiphonemes, such as `(I)мIз`, which takes its surface from what stands before it.
struct KazakhSuffixShape {
  private let plain: [Unicode.Scalar]
  /// For shapes written `a|b`: what stands after vowels.
  private let afterVowel: [Unicode.Scalar]?
  private let isPerfectiveConverb: Bool
  /// For shapes written `[VRL]т`: the only sounds that the suffix follows.
  private let onlyAfter: [KazakhSound]?

  init(_ text: String) {
    var shape = text[...]
    onlyAfter = text.hasPrefix("[") ? text.prefix { $0 != "]" }.flatMap(KazakhSuffixShape.sounds) : nil
    if onlyAfter != nil { shape = text.drop { $0 != "]" }.dropFirst() }
    let parts = shape.split(separator: "|").map { Array($0.unicodeScalars) }
    plain = parts.first ?? []
    afterVowel = parts.count > 1 ? parts[1] : nil
    isPerfectiveConverb = text == "(I)п"
  }

  /// All surfaces after a word of this harmony and last sound; none where the altered stem does not take it.
  func surfaces(_ harmony: KazakhHarmony, _ sound: KazakhSound) -> [[Unicode.Scalar]] {
    if let onlyAfter, sound != .unknown, !onlyAfter.contains(sound == .vowelKept ? .vowel : sound) {
      return []
    }
    switch sound {
    case .vowel, .glide, .lateral, .nasal, .sibilant, .voiceless:
      return [realize(harmony, sound)]
    case .hard:
      return [realize(harmony, .voiceless)].filter { !KazakhSuffixShape.startsWithVowel($0) }
    case .softened:
      return [realize(harmony, .voiceless)].filter(KazakhSuffixShape.startsWithVowel)
    case .glideMerged:
      return KazakhSuffixShape.replacingFirst(realize(harmony, .glide), ["а": "я", "у": "ю"])
    case .vowelKept:
      return [realize(harmony, .vowel)].filter { $0.first != "й" && $0.first != "у" }
    case .vowelMerged:
      return KazakhSuffixShape.replacingFirst(realize(harmony, .vowel), ["й": "и", "у": "у"])
    case .rounded:
      return isPerfectiveConverb ? [realize(harmony, .glide)] : []
    case .clipped:
      return isPerfectiveConverb ? [realize(harmony, .vowel)] : []
    case .unknown:
      let sounds: [KazakhSound] = [.vowel, .glide, .lateral, .nasal, .sibilant, .voiceless]
      return sounds.filter { onlyAfter?.contains($0) ?? true }.map { realize(harmony, $0) }
    }
  }

  private static func sounds(_ sign: Character) -> [KazakhSound] {
    switch sign {
    case "V": [.vowel]
    case "R": [.glide]
    case "L": [.lateral]
    case "M": [.nasal]
    case "Z": [.sibilant]
    case "T": [.voiceless, .hard, .softened]
    case "C": [.glide, .lateral, .nasal, .sibilant, .voiceless, .hard, .softened]
    default: []
    }
  }

  private static func startsWithVowel(_ surface: [Unicode.Scalar]) -> Bool {
    guard let first = surface.first else { return false }
    return KazakhHarmony(first) != nil || first == "у"
  }

  private static func replacingFirst(
    _ surface: [Unicode.Scalar], _ changes: [Unicode.Scalar: Unicode.Scalar]
  ) -> [[Unicode.Scalar]] {
    guard let first = surface.first, let changed = changes[first] else { return [] }
    return [[changed] + surface.dropFirst()]
  }

  private func realize(_ harmony: KazakhHarmony, _ before: KazakhSound) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var sound = before
    var i = 0
    let signs = before == .vowel ? afterVowel ?? plain : plain
    while i < signs.count {
      var sign = signs[i]
      i += 1
      if sign == "(", i + 1 < signs.count {
        sign = signs[i]
        i += 2
        let isVowel = sign == "A" || sign == "I"
        if isVowel == (sound == .vowel) { continue }
      }
      let letter = KazakhSuffixShape.letter(sign, harmony, sound)
      result.append(letter)
      sound = KazakhSound.of(letter)
    }
    return result
  }

  private static func letter(
    _ sign: Unicode.Scalar, _ harmony: KazakhHarmony, _ sound: KazakhSound
  ) -> Unicode.Scalar {
    let back = harmony == .back
    let voiceless = sound == .voiceless
    switch sign {
    case "A": return back ? "а" : "е"
    case "I": return back ? "ы" : "і"
    case "K": return back ? "қ" : "к"
    case "G": return voiceless ? (back ? "қ" : "к") : (back ? "ғ" : "г")
    case "D": return voiceless ? "т" : "д"
    case "L": return voiceless ? "т" : sound == .vowel || sound == .glide ? "л" : "д"
    case "N": return voiceless ? "т" : sound == .vowel || sound == .nasal ? "н" : "д"
    case "T": return voiceless ? "т" : sound == .vowel ? "н" : "д"
    case "S": return voiceless ? "т" : sound == .nasal ? "н" : "д"
    case "M": return voiceless ? "п" : sound == .nasal || sound == .sibilant ? "б" : "м"
    case "B": return voiceless ? "п" : sound == .sibilant ? "б" : "м"
    default: return sign
    }
  }
}
