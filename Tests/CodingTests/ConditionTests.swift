import Coding
import Linguistics
import Testing

/// An entry for `вода` with conditions, in a text: does it count?
struct ConditionCase: Sendable, CustomTestStringConvertible {
  var name: String
  var conditions: String
  var text: String
  var counts: Bool
  var role = "speech"
  var kind = "protocol"
  var item = ""

  var testDescription: String { name }

  static let all: [ConditionCase] = [
    .init(
      name: "near, at the limit before", conditions: "near 3: школа", text: "школа а б вода", counts: true),
    .init(
      name: "near, at the limit after", conditions: "near 3: школа", text: "вода а б школы", counts: true),
    .init(name: "near, beyond", conditions: "near 3: школа", text: "вода а б в школа", counts: false),
    .init(name: "near ignores commas", conditions: "near 2: школа", text: "вода, а, школа", counts: true),
    .init(name: "near needs the sentence", conditions: "near 9: школа", text: "Вода. Школа.", counts: false),
    .init(name: "near a phrase", conditions: "near 2: новый школа", text: "вода в новой школе", counts: true),
    .init(name: "near any of", conditions: "near 2: (=клуб|школа)", text: "вода в школе", counts: true),
    .init(name: "near is outside of the hit", conditions: "near 2: вода", text: "вода", counts: false),
    .init(name: "near another of the same", conditions: "near 2: вода", text: "вода и вода", counts: true),
    .init(
      name: "near the nearest of many", conditions: "near 1: школа", text: "школа а школа вода", counts: true),
    .init(name: "not near, absent", conditions: "not near 3: школа", text: "вода", counts: true),
    .init(name: "not near, present", conditions: "not near 3: школа", text: "вода в школе", counts: false),
    .init(name: "not near, beyond", conditions: "not near 1: школа", text: "вода в школе", counts: true),
    .init(
      name: "sentence", conditions: "sentence: школа", text: "вода, а также, в конце концов, школа",
      counts: true),
    .init(name: "sentence, next one", conditions: "sentence: школа", text: "Вода. Школа.", counts: false),
    .init(
      name: "sentence, halves", conditions: "sentence: школа & клуб", text: "клуб, вода, школа", counts: true),
    .init(
      name: "sentence, one half", conditions: "sentence: школа & клуб", text: "вода, школа", counts: false),
    .init(name: "not sentence", conditions: "not sentence: школа", text: "Вода. Школа.", counts: true),
    .init(name: "passage", conditions: "passage: школа", text: "Вода. Школа.", counts: true),
    .init(name: "passage, absent", conditions: "passage: школа", text: "Вода. Клуб.", counts: false),
    .init(name: "not passage", conditions: "not passage: школа", text: "Вода. Школа.", counts: false),
    .init(name: "item", conditions: "item: школа", text: "вода", counts: true, item: "О школах"),
    .init(name: "item, another", conditions: "item: школа", text: "вода", counts: false, item: "О клубе"),
    .init(name: "item, none", conditions: "item: школа", text: "вода в школе", counts: false),
    .init(name: "not item", conditions: "not item: школа", text: "вода", counts: false, item: "О школах"),
    .init(name: "role", conditions: "role: report,speech", text: "вода", counts: true),
    .init(name: "role, another", conditions: "role: vote", text: "вода", counts: false),
    .init(name: "not role", conditions: "not role: agenda,speech", text: "вода", counts: false),
    .init(name: "kind", conditions: "kind: protocol", text: "вода", counts: true),
    .init(name: "not kind", conditions: "not kind: news", text: "вода", counts: true),
    .init(name: "negated excluded", conditions: "negated: exclude", text: "нет воды", counts: false),
    .init(
      name: "negated excluded, not negated", conditions: "negated: exclude", text: "есть вода", counts: true),
    .init(name: "negated required", conditions: "negated: require", text: "нет воды", counts: true),
    .init(name: "negated required, not negated", conditions: "negated: require", text: "вода", counts: false),
    .init(name: "all must hold", conditions: "role: speech ; sentence: школа", text: "вода", counts: false),
    .init(name: "all hold", conditions: "role: speech ; sentence: школа", text: "вода школа", counts: true),
  ]
}

@Suite struct ConditionTests {
  @Test(arguments: ConditionCase.all) func holds(_ row: ConditionCase) throws {
    let lexicon = try compile(["e\tresults.water\t\tвода\t\t\(row.conditions)"])
    var setup = TestText()
    let item = setup.append(row.item, .ru)
    let sentences = setup.append(row.text, .ru)
    let context = PassageContext(role: row.role, kind: row.kind, itemSentences: item)
    let coding = LexiconCoder(lexicon, types: setup.types)
      .code(setup.analysis, sentences: sentences, context: context)
    #expect(!coding.codes.isEmpty == row.counts)
  }

  @Test(
    "a condition's choice covers both languages",
    arguments: [
      (Language.ru, "вода, субсидия", true), (.kk, "су, жәрдемақы", true), (.kk, "су, субсидия", true),
      (.ru, "вода, жәрдемақы", false), (.mixed, "вода, жәрдемақы", true),
    ])
  func bothLanguages(_ language: Language, _ text: String, _ counts: Bool) throws {
    let lexicon = try compile(["e\tresults.water\tсу\tвода\t\tsentence: (жәрдемақы|субсидия)"])
    #expect(!codes(text, language, lexicon).isEmpty == counts)
  }

  @Test func aHitThatFailsItsConditionHidesNothing() throws {
    let lexicon = try compile([
      "long\tresults.water\t\tвода село\t\trole: vote", "short\tresults.water\t\tвода",
    ])
    let found = coding("вода села", .ru, lexicon).codes.flatMap(\.evidence)
    #expect(found.map { lexicon.entries[$0.entry].entry.id } == ["short"])
  }

  @Test func conditionsAreAskedOfEachHit() throws {
    let lexicon = try compile(["e\tresults.water\t\tвода\t\tnear 1: школа"])
    let found = coding("вода, вода школы", .ru, lexicon).codes.flatMap(\.evidence)
    #expect(found.map(\.tokens) == [2..<3])
  }
}

@Suite struct NegationTests {
  @Test(
    "what negates a hit",
    arguments: [
      ("нет воды", true), ("не хватает воды", true), ("без воды", true), ("ни воды ни школы", true),
      ("воды нет", true), ("воды здесь нет", true), ("не а б вода", false), ("не было, вода", false),
      ("вода есть", false), ("не только вода", false), ("не менее важна вода", false), ("воды. Нет", false),
      ("воды а б нет", false), ("вода не", false),
    ])
  func russian(_ text: String, _ negated: Bool) throws {
    let lexicon = try compile(["e\tresults.water\t\tвода"])
    let found = coding(text, .ru, lexicon).codes.flatMap(\.evidence)
    #expect(found.first?.isNegated == negated)
  }

  @Test(
    "what negates a Kazakh hit",
    arguments: [
      ("су жоқ", true), ("су емес", true), ("су жоқтың қасы", true), ("су ауылда жоқ", true),
      ("сусыз ауыл", true),
      ("су таза емес", true), ("су үкіметтік емес ұйымда", false), ("су бар", false), ("су ғана емес", false),
      ("не су", false), ("су, жоқ", false),
    ])
  func kazakh(_ text: String, _ negated: Bool) throws {
    let lexicon = try compile(["e\tresults.water\tсу\t"])
    let found = coding(text, .kk, lexicon).codes.flatMap(\.evidence)
    #expect(found.first?.isNegated == negated)
  }

  @Test(
    "polarity of the passage",
    arguments: [
      ("вода есть", Polarity.neutral), ("воды нет", .negative), ("вода, рост", .positive),
      ("вода, плохой", .negative),
      ("воды нет, рост", .neutral), ("рост и плохой", .neutral), ("рост", .positive), ("", .neutral),
    ])
  func polarity(_ text: String, _ polarity: Polarity) throws {
    let lexicon = try compile([
      "e\tresults.water\t\tвода", "good\tpolarity.positive\t\tрост", "bad\tpolarity.negative\t\tплохой",
    ])
    let coding = coding(text, .ru, lexicon)
    #expect(coding.polarity == polarity)
    #expect(!coding.codes.contains { lexicon.code($0).id.hasPrefix("polarity") })
  }
}
