/// Vowel harmony: the suffixes of a back word have а, ы, ғ, қ; those of a front word е, і, г, к.
enum KazakhHarmony: UInt8, CaseIterable {
  case back, front

  /// The harmony that a letter forces; nil for consonants and for и, у, ю, which go with both.
  init?(_ letter: Unicode.Scalar) {
    switch letter {
    case "а", "о", "ұ", "ы", "я": self = .back
    case "ә", "е", "ё", "ө", "ү", "і", "э": self = .front
    default: return nil
    }
  }

  /// Harmonies in which a stem takes its suffixes. The last clear vowel decides; words that mix the two kinds
  /// (loans, compounds), end in и-syllables or ь, or have no clear vowel are found with both.
  static func of(_ stem: [Unicode.Scalar]) -> [KazakhHarmony] {
    let word = stem.lastIndex(of: "-").map { Array(stem[($0 + 1)...]) } ?? stem
    let kinds = word.compactMap(KazakhHarmony.init)
    guard let last = kinds.last else {
      return word.contains("қ") || word.contains("ғ") ? [.back] : KazakhHarmony.allCases
    }
    let lastPlace = word.lastIndex { KazakhHarmony($0) == last } ?? 0
    let unclearEnd = word[lastPlace...].contains { $0 == "и" || $0 == "ю" || $0 == "ь" }
    let other: KazakhHarmony = last == .back ? .front : .back
    return unclearEnd || kinds.contains(other) ? [last, other] : [last]
  }
}

/// What stands before a suffix: the class of the last sound, or the way in which a stem was altered.
enum KazakhSound: UInt8, CaseIterable {
  /// а, ә, е, о, ө, ұ, ү, ы, і …
  case vowel
  /// р, й, у, и
  case glide
  /// л
  case lateral
  /// м, н, ң
  case nasal
  /// з, ж
  case sibilant
  /// Voiceless consonants, and б, в, г, ғ, д, which end loans only and count as voiceless.
  case voiceless
  /// кітап-, шық-: only before a consonant, since the next case holds before a vowel.
  case hard
  /// кітаб-, шығ-, орн-: only before a vowel.
  case softened
  /// қо(й)-: й and the next vowel are written as one letter (қоя, қою).
  case glideMerged
  /// оқы-: not before й and у, since the next case holds there.
  case vowelKept
  /// оқ(ы)-: ы, і melt into й (оқиды) or drop before у (оқу).
  case vowelMerged
  /// тау-(ып): п becomes у before the converb.
  case rounded
  /// бо-(п): the converb of a few verbs in л.
  case clipped
  /// After a hyphen, a digit or a foreign letter: the spelling does not show the sound, so any suffix form goes.
  case unknown

  /// False for altered stems, which nothing but a suffix can follow.
  var endsWords: Bool {
    switch self {
    case .softened, .glideMerged, .vowelMerged, .rounded, .clipped: false
    default: true
    }
  }

  static func of(_ letter: Unicode.Scalar) -> KazakhSound {
    switch letter {
    case "а", "ә", "е", "ё", "о", "ө", "ұ", "ү", "ы", "і", "э", "я": .vowel
    case "р", "й", "у", "и", "ю": .glide
    case "л": .lateral
    case "м", "н", "ң": .nasal
    case "з", "ж": .sibilant
    case "б", "в", "г", "ғ", "д", "к", "қ", "п", "с", "т", "ф", "х", "һ", "ц", "ч", "ш", "щ": .voiceless
    default: .unknown
    }
  }
}
