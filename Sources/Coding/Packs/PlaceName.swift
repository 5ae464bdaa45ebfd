import Linguistics

/// The words of an official place name, taken apart: `Қараауыл ауылдық округі` is Қараауыл and the type of a rural
/// district.
struct PlaceName {
  enum Form {
    /// A noun beside its type: `село Карааул`, `Қараауыл ауылы`.
    case noun
    /// An adjective before its type: `Абайский район`.
    case adjective
    /// A person's name in the genitive after `имени`, or before `атындағы`.
    case namedAfter
  }

  var words: [String]
  var form: Form

  /// The name without its type; nil where nothing is left.
  init?(_ text: String, _ kind: GazetteerRow.Kind, _ language: Language) {
    let type = PlaceType.of(kind)
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let types = (language == .kk ? type.kazakh + type.kazakh.map(PlaceType.withoutPossessive) : type.russian)
      .map {
        $0.split(separator: " ").map(String.init)
      }
    form = .noun
    if language == .kk {
      if let end = types.first(where: { words.count > $0.count && words.suffix($0.count).elementsEqual($0) })
      {
        words.removeLast(end.count)
      }
      if words.last == "атындағы" {
        words.removeLast()
        form = .namedAfter
      }
    } else if let start = types.first(where: {
      words.count > $0.count && words.prefix($0.count).elementsEqual($0)
    }) {
      words.removeFirst(start.count)
      if words.first == "имени" {
        words.removeFirst()
        form = .namedAfter
      }
    } else if let end = types.first(where: {
      words.count > $0.count && words.suffix($0.count).elementsEqual($0)
    }) {
      words.removeLast(end.count)
      form = .adjective
    }
    guard !words.isEmpty else { return nil }
    self.words = words
  }
}

/// The words that say what kind of place a name is.
struct PlaceType {
  /// As official names have them, nominative: Kazakh with the possessive ending that a name gives its noun.
  var kazakh: [String]
  var russian: [String]
  /// Adjectives that stand for the type before a noun: `Абай аудандық мәслихаты`, `Абайский районный маслихат`.
  var kazakhAdjective: String?
  var russianAdjective: String?
  /// Abbreviations with their full stop, as tokens have them.
  var russianShort: [String] = []
  /// Kazakh ones are tokens with or without their full stop: `Семей қ.`, `Қараауыл а.`, `Қараауыл а.о.`.
  var kazakhShort: String?
  /// The name may stand alone.
  var isKnownAlone = false

  static func of(_ kind: GazetteerRow.Kind) -> PlaceType {
    switch kind {
    case .oblast:
      PlaceType(
        kazakh: ["облысы"], russian: ["область"], kazakhAdjective: "облыстық", russianAdjective: "областной",
        russianShort: ["обл."], kazakhShort: "обл.")
    case .city:
      PlaceType(
        kazakh: ["қаласы"], russian: ["город"], kazakhAdjective: "қалалық",
        russianShort: ["г.", "гор."], kazakhShort: "қ.", isKnownAlone: true)
    case .district, .urbanDistrict:
      PlaceType(
        kazakh: ["ауданы"], russian: ["район"], kazakhAdjective: "аудандық", russianAdjective: "районный",
        russianShort: ["р-н"], kazakhShort: "ауд.")
    case .town:
      PlaceType(
        kazakh: ["кенті"], russian: ["поселок"], kazakhAdjective: "кенттік",
        russianShort: ["п.", "пос."])
    case .village:
      PlaceType(
        kazakh: ["ауылы", "селосы"], russian: ["село", "аул", "деревня"],
        russianShort: ["с."], kazakhShort: "а.")
    case .ruralDistrict:
      PlaceType(
        kazakh: ["ауылдық округі"], russian: ["сельский округ"],
        russianShort: ["с.о."], kazakhShort: "а.о.")
    case .station: PlaceType(kazakh: ["станциясы"], russian: ["станция"], russianShort: ["ст."])
    case .siding: PlaceType(kazakh: ["разъезі"], russian: ["разъезд"], russianShort: ["рзд."])
    case .body, .programme, .organisation, .medium, .other: PlaceType(kazakh: [], russian: [])
    }
  }

  /// `ауылдық округі` → `ауылдық округ`, `қаласы` → `қала`.
  static func withoutPossessive(_ noun: String) -> String {
    String(noun.dropLast(noun.hasSuffix("сы") ? 2 : 1))
  }

  /// The cases of a Kazakh noun with the possessive of the third person: `ауылы, ауылының, ауылына …, ауылындағы`.
  ///
  /// A name always gives its type this ending, so that `бес ауылда` (in five villages) is no village Бес.
  static func possessiveForms(_ noun: String) -> [String] {
    let front = noun.unicodeScalars.last(where: { "аоұыяюуэәөүеіи".unicodeScalars.contains($0) }).map {
      "әөүеіиэ".unicodeScalars.contains($0)
    }
    let endings =
      front == true
      ? ["", "нің", "не", "н", "нде", "нен", "мен", "ндегі", "нікі"]
      : ["", "ның", "на", "н", "нда", "нан", "мен", "ндағы", "нікі"]
    return endings.map { noun + $0 }
  }
}
