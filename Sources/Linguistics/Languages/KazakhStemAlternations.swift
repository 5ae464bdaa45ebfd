/// The shapes in which a stem meets its suffixes: кітап, кітаб-; орын, орн-; оқы, оқ-; қой, қо-; тап, таб-, тау-.
///
/// Regular changes follow from the stem's last letters; words that change by no rule are in
/// `KazakhIrregularWords`.
enum KazakhStemAlternations {
  /// One shape of a stem and where in the automaton its suffixes start.
  struct Shape {
    var letters: [Unicode.Scalar]
    var state: String
    var harmony: KazakhHarmony
    var sound: KazakhSound
    /// Letters of the unaltered stem.
    var length: Int
    /// What the shape counts when lexemes compete for a form.
    var weight: Int
  }

  /// All shapes of a lexeme.
  static func shapes(of lexeme: Lexeme) -> [Shape] {
    let lemma = Array(lexeme.lemma.unicodeScalars)
    return KazakhSuffixTable.states(for: lexeme.partOfSpeech).flatMap { state in
      state == "verb" ? verbStems(lemma).flatMap(verbal) : nominal(lemma, state: state)
    }
  }

  /// Stems behind a verb's dictionary form: the bare stem itself (бекіт), or what remains of the verbal noun
  /// (бекіту, қою, шығу; оқу from оқы). Only monosyllables such as қу, жу, сау are stems in у.
  static func verbStems(_ lemma: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    guard let last = lemma.last, last == "у" || last == "ю", lemma.count > (last == "у" ? 2 : 1) else {
      return [lemma]
    }
    let rest = Array(lemma.dropLast())
    guard let before = rest.last else { return [lemma] }
    if last == "ю" { return [before == "и" ? rest : rest + ["й"]] }
    if KazakhSound.of(before) == .vowel {
      let isMonosyllable = lemma.count == 3 && rest != ["д", "е"] && rest != ["ж", "е"]
      return isMonosyllable ? [lemma] : [rest]
    }
    if before == "у" || before == "и" || before == "й" { return [rest] }
    if let stem = KazakhIrregularWords.droppingVerbs[rest] { return [stem] }
    let vowel: Unicode.Scalar = KazakhHarmony.of(rest).first == .front ? "і" : "ы"
    let hasTwoConsonants =
      rest.count > 2 && before != "т" && KazakhSound.of(rest[rest.count - 2]) != .vowel
      && !"иую".unicodeScalars.contains(rest[rest.count - 2])
    if hasTwoConsonants || KazakhIrregularWords.verbsInVowel.contains(rest + [vowel]) {
      return [rest + [vowel]]
    }
    return [harden(rest)]
  }

  private static func harden(_ stem: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let hard: Unicode.Scalar
    switch stem.last {
    case "б": hard = "п"
    case "ғ": hard = "қ"
    case "г": hard = "к"
    default: return stem
    }
    return stem.dropLast() + [hard]
  }

  private static func softer(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
    switch letter {
    case "п": "б"
    case "қ": "ғ"
    case "к": "г"
    default: nil
    }
  }

  /// How a suffix ends before the next one: -дық, but -дығ-ы.
  static func ends(of suffix: [Unicode.Scalar]) -> [(letters: [Unicode.Scalar], sound: KazakhSound)] {
    guard let last = suffix.last else { return [] }
    guard last == "қ" || last == "к", suffix.first != "-", let soft = softer(last) else {
      return [(suffix, KazakhSound.of(last))]
    }
    return [(suffix, .hard), (suffix.dropLast() + [soft], .softened)]
  }

  // MARK: Verbs

  private static func verbal(_ stem: [Unicode.Scalar]) -> [Shape] {
    guard let last = stem.last else { return [] }
    let sound = KazakhSound.of(last)
    let cut = Array(stem.dropLast())
    var kinds: [([Unicode.Scalar], KazakhSound)] = []
    if let soft = softer(last) {
      kinds = [(stem, .hard), (cut + [soft], .softened)]
      if last == "п" { kinds.append((cut + ["у"], .rounded)) } else { kinds += droppedVowel(stem) }
    } else if last == "ы" || last == "і" {
      kinds = [(stem, .vowelKept), (cut, .vowelMerged)]
    } else if last == "й" {
      kinds = [(stem, .glide), (cut, .glideMerged)]
    } else if last == "и" {
      kinds = [(stem, .glide), (stem, .glideMerged)]
    } else {
      kinds = [(stem, sound)]
    }
    if stem.count <= 3, KazakhIrregularWords.clipping.contains(stem) { kinds.append((cut, .clipped)) }
    // құр and құры share most of their forms, so neither may take them from the other.
    let weight = last == "ы" || last == "і" ? stem.count - 1 : stem.count
    var shapes = KazakhHarmony.of(stem).flatMap { harmony in
      kinds.map {
        Shape(letters: $0.0, state: "verb", harmony: harmony, sound: $0.1, length: stem.count, weight: weight)
      }
    }
    // Verbs of posture take the personal endings on the bare stem; жат adds -ыр.
    if stem.count <= 4, let posture = KazakhIrregularWords.postures[stem] {
      shapes.append(
        Shape(
          letters: posture, state: "posture",
          harmony: stem.contains("ү") ? .front : .back, sound: .glide,
          length: stem.count, weight: stem.count))
    }
    return shapes
  }

  // MARK: Nouns, adjectives, names, numerals

  private static func nominal(_ lemma: [Unicode.Scalar], state: String) -> [Shape] {
    guard let last = lemma.last else { return [] }
    let cut = Array(lemma.dropLast())
    var kinds: [([Unicode.Scalar], KazakhSound)] = [(lemma, KazakhSound.of(last))]
    if let soft = softer(last) {
      let keepsVoiceless = last == "п" || isLoan(lemma)
      kinds = [(lemma, keepsVoiceless ? .voiceless : .hard), (cut + [soft], .softened)]
    }
    kinds += droppedVowel(lemma)
    switch last {
    case "и", "ю":
      kinds.append((lemma, .vowel))
    case "ь", "ъ":
      let before = KazakhSound.of(cut.last ?? last)
      kinds = [(lemma, before), (cut, before)]
    default:
      break
    }
    if cut.last == last, KazakhSound.of(last) != .vowel { kinds.append((cut, KazakhSound.of(last))) }
    if !lemma.contains(where: { KazakhHarmony($0) != nil || "уиюь".unicodeScalars.contains($0) }) {
      kinds = [(lemma, .unknown)]
    }
    // Loans are heard with either harmony (банкке and банкқа, Гонконгте).
    var shapes = (isLoan(lemma) ? KazakhHarmony.allCases : KazakhHarmony.of(lemma)).flatMap { harmony in
      kinds.map {
        Shape(
          letters: $0.0, state: state, harmony: harmony, sound: $0.1, length: lemma.count, weight: lemma.count
        )
      }
    }
    if takesFrontVowel(lemma) {
      shapes.append(
        Shape(
          letters: lemma + ["і"], state: state, harmony: .front, sound: .vowel, length: lemma.count,
          weight: lemma.count))
    }
    if state == "numeral" || state == "pronoun" {
      for (stem, state) in KazakhIrregularWords.extraStems[string(lemma)] ?? [] {
        let letters = Array(stem.unicodeScalars)
        shapes += KazakhHarmony.of(letters).compactMap { harmony in
          letters.last.map { last in
            Shape(
              letters: letters, state: state, harmony: harmony, sound: KazakhSound.of(last),
              length: letters.count, weight: letters.count)
          }
        }
      }
    }
    if state == "noun", KazakhIrregularWords.timeNouns.contains(lemma) {
      shapes += shapes.map { shape in
        var attributive = shape
        attributive.state = "time"
        return attributive
      }
    }
    if state == "name", let feminine = feminineSurname(lemma) {
      shapes.append(
        Shape(
          letters: feminine, state: state, harmony: .back, sound: .vowel, length: lemma.count,
          weight: lemma.count))
    }
    return shapes
  }

  /// орын, халық, қорық → орн-, халқ-, қорқ- before a vowel.
  private static func droppedVowel(_ stem: [Unicode.Scalar]) -> [([Unicode.Scalar], KazakhSound)] {
    guard stem.count >= 3, stem[stem.count - 2] == "ы" || stem[stem.count - 2] == "і" else { return [] }
    let drops = (3...min(5, stem.count)).contains {
      KazakhIrregularWords.dropping.contains(Array(stem.suffix($0)))
    }
    return drops ? [(stem.dropLast(2) + stem.suffix(1), .softened)] : []
  }

  private static func string(_ letters: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(letters))
  }

  /// Letters and clusters that only words borrowed through Russian have: these keep к, п before vowels (паркі).
  private static func isLoan(_ word: [Unicode.Scalar]) -> Bool {
    var first: Int?
    var last = 0
    for (i, letter) in word.enumerated() {
      switch letter {
      case "в", "ф", "ц", "ч", "щ", "э", "ь", "ъ": return true
      case "о" where first != nil: return true
      default: break
      }
      if KazakhSound.of(letter) == .vowel || letter == "и" {
        first = first ?? i
        last = i
      }
    }
    guard let first else { return true }
    return first >= 2 || word.count - last > 2
  }

  /// факті-лер, банкі-ні, митингі-ге, Минскі-де: loans that end in two consonants may take an і.
  private static func takesFrontVowel(_ word: [Unicode.Scalar]) -> Bool {
    guard word.count > 3 else { return false }
    switch (word[word.count - 2], word[word.count - 1]) {
    case ("к", "т"), ("н", "т"), ("н", "к"), ("р", "к"), ("с", "к"), ("н", "г"), ("р", "г"): return true
    default: return false
    }
  }

  /// Қайырбеков → Қайырбекова.
  private static func feminineSurname(_ name: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    guard name.count > 4 else { return nil }
    switch (name[name.count - 2], name[name.count - 1]) {
    case ("о", "в"), ("е", "в"), ("и", "н"), ("ы", "н"): return name + ["а"]
    default: return nil
    }
  }
}
