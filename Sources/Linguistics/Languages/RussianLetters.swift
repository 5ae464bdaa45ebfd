/// Letter classes and consonant changes of Russian, over Unicode scalar values of folded text (lower case, ё as е).
enum RussianLetters {
  static func isVowel(_ c: UInt32) -> Bool {
    switch c {
    case 0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D, 0x44E, 0x44F: true  // а е и о у ы э ю я
    default: false
    }
  }

  static func isSibilant(_ c: UInt32) -> Bool { c == 0x436 || c >= 0x447 && c <= 0x449 }  // ж ч ш щ
  static func isVelar(_ c: UInt32) -> Bool { c == 0x433 || c == 0x43A || c == 0x445 }  // г к х

  /// б…щ without й: a letter that an ending with a vowel can follow at once.
  static func isConsonant(_ c: UInt32) -> Bool {
    c >= 0x431 && c <= 0x449 && c != 0x439 && !isVowel(c)
  }

  /// What a stem's last letter asks of the endings' spelling.
  enum SpellingClass: Int, CaseIterable {
    case plain, sibilant, velar, c, vowel

    init(after last: UInt32) {
      if isSibilant(last) {
        self = .sibilant
      } else if isVelar(last) {
        self = .velar
      } else if last == 0x446 {  // ц
        self = .c
      } else {
        self = isVowel(last) ? .vowel : .plain
      }
    }

    /// What the name of an ending set for this class ends in.
    var mark: String {
      switch self {
      case .plain: ""
      case .sibilant: "~S"
      case .velar: "~K"
      case .c: "~C"
      case .vowel: "~V"
      }
    }
  }

  /// Whether a letter of a rule's pattern (a class in Latin capitals, or the letter itself) allows `c`.
  static func fits(_ pattern: UInt32, _ c: UInt32) -> Bool {
    switch pattern {
    case 0x43: isConsonant(c)  // C
    case 0x56: isVowel(c)  // V
    case 0x4B: isVelar(c)  // K
    case 0x53: isSibilant(c)  // S
    case 0x44: c >= 0x30 && c <= 0x39  // D
    default: pattern == c
    }
  }

  /// How much a letter of a pattern says: 1 for C and V, 2 for the smaller classes, 3 for the letter itself.
  static func narrowness(_ pattern: UInt32) -> Int {
    switch pattern {
    case 0x43, 0x56: 1
    case 0x4B, 0x53, 0x44: 2
    default: 3
    }
  }

  /// The consonant change of носить → ношу, легкий → легче, любить → люблю at the end of a stem.
  static func soften(_ stem: inout [UInt32]) {
    guard let last = stem.last else { return }
    if stem.count >= 2 && stem[stem.count - 2] == 0x441 && (last == 0x43A || last == 0x442) {
      stem.removeLast(2)  // ск ст → щ
      stem.append(0x449)
      return
    }
    switch last {
    case 0x441, 0x445: stem[stem.count - 1] = 0x448  // с х → ш
    case 0x437, 0x434, 0x433: stem[stem.count - 1] = 0x436  // з д г → ж
    case 0x442, 0x43A, 0x446: stem[stem.count - 1] = 0x447  // т к ц → ч
    case 0x431, 0x43F, 0x432, 0x43C, 0x444: stem.append(0x43B)  // б п в м ф → бл…
    default: break
    }
  }
}
