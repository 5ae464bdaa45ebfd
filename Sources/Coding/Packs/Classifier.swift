import Foundation

/// The official classifier of administrative-territorial units (KATO), as the Bureau of National Statistics publishes it:
/// CSV with the columns `kato`, `level`, `name_ru`, `name_kk`.
///
/// Its abbreviated names (`с.Карааул`, `Қараауыл а.`) are written in full. Left out: winterings, farms, single houses,
/// numbered points, and the administrations of towns, whose towns have rows of their own.
public struct Classifier: Sendable {
  /// Rows by the first two digits of their code, in the order of the file.
  public private(set) var rows: [String: [GazetteerRow]] = [:]
  public private(set) var issues: [LexiconIssue] = []
  /// Rows of the file that are no inhabited place with a name of its own.
  public private(set) var leftOut = 0

  private enum Column: Int, TableColumn {
    case kato, level, ru, kk

    var name: String { self == .ru || self == .kk ? "name_\(self)" : String(describing: self) }
  }

  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - name: its name, for messages.
  public init(_ bytes: [UInt8], name: String) {
    let table = TSVTable(
      SpreadsheetText(bytes, name: name), name: name, columns: Column.names, required: 4, others: true)
    issues = table.issues
    for row in table.rows {
      let kato = row[Column.kato].text
      guard kato.utf8.count == 9,
        let (kind, russian, kazakh) = Self.place(
          kato, row[Column.level].text, row[Column.ru].text, row[Column.kk].text)
      else {
        leftOut += 1
        continue
      }
      rows[String(kato.prefix(2)), default: []].append(
        GazetteerRow(
          kind: kind, kato: kato, kazakh: [kazakh], russian: [russian], codes: [], note: "", line: row.line))
    }
  }

  private static func place(
    _ kato: String, _ level: String, _ russian: String, _ kazakh: String
  ) -> (GazetteerRow.Kind, String, String)? {
    let isCityRegion = ["71", "75", "79"].contains(kato.prefix(2))
    var (type, name) = russianParts(clean(russian))
    let kind: GazetteerRow.Kind
    switch (level, type) {
    case ("oblast", "г."): kind = .city
    case ("oblast", _): kind = .oblast
    case ("district", "Г.А."), ("settlement", "г."): kind = .city
    case ("district", _): kind = isCityRegion ? .urbanDistrict : .district
    case ("sub_district", "район"): kind = .urbanDistrict
    case ("sub_district", "с.о."): kind = .ruralDistrict
    case ("settlement", "с."): kind = .village
    case ("settlement", "п."): kind = .town
    case ("settlement", "ст."): kind = .station
    case ("settlement", "рзд."): kind = .siding
    default: return nil
    }
    let isNamedAfter = ["им.", "имени "].contains(where: name.hasPrefix)
    if isNamedAfter {
      name = String(name.dropFirst(name.hasPrefix("им.") ? 3 : 6))
      while name.first == " " { name.removeFirst() }
    }
    let base = kazakhBase(clean(kazakh))
    guard isName(name), isName(base) else { return nil }
    let noun = PlaceType.of(kind).russian[0]
    let isAdjective = !isNamedAfter && type.isEmpty == false && isRussianAdjective(name, kind, type)
    let official =
      isAdjective ? "\(name) \(noun)" : isNamedAfter ? "\(noun) имени \(name)" : "\(noun) \(name)"
    let kazakhNoun = PlaceType.of(kind).kazakh[0]
    return (
      kind, official,
      isNamedAfter ? "\(base) атындағы \(PlaceType.withoutPossessive(kazakhNoun))" : "\(base) \(kazakhNoun)"
    )
  }

  /// Types as abbreviated in the file, before or after the name: the type and the name without it.
  private static func russianParts(_ text: String) -> (type: String, name: String) {
    for (end, type) in [
      (" Г.А.", "Г.А."), (" с.о.", "с.о."), (" с.о", "с.о."), (" район", "район"), (" область", "область"),
    ]
    where text.hasSuffix(end) {
      return (type, String(text.dropLast(end.count)))
    }
    for type in ["с.о.", "рзд.", "ст.", "с.", "п.", "г.", "район", "Район", "область"]
    where text.hasPrefix(type) {
      var name = text.dropFirst(type.count)
      // `с.а.` and `п.а.` are administrations.
      guard !name.hasPrefix("а.") else { break }
      while name.first == " " { name.removeFirst() }
      return (type == "Район" ? "район" : type, String(name))
    }
    return ("", text)
  }

  private static func isRussianAdjective(_ name: String, _ kind: GazetteerRow.Kind, _ type: String) -> Bool {
    switch kind {
    case .ruralDistrict, .district, .urbanDistrict: ["ий", "ый", "ой"].contains { name.hasSuffix($0) }
    case .oblast: name.hasSuffix("ая")
    default: false
    }
  }

  /// `Қанай би атын.а.о.` → `Қанай би`.
  private static func kazakhBase(_ text: String) -> String {
    var text = text
    let ends = [
      "облысы", "ауданы", "ауылы", "қаласы", "ауыл", "Қ.Ә.", "Г.А.", "қ.ә.", "а.ә.", "а.о.", "а.о", "а.ә",
      "рзд.", "ст.",
      "қ.", "к.", "а.", "с.", "а.о .", "атындағы", "атын.", "ат.", "а",
    ]
    var isCut = true
    while isCut {
      isCut = false
      while text.last == " " { text.removeLast() }
      for end in ends where text.hasSuffix(" " + end) || text.hasSuffix("." + end) {
        text.removeLast(end.count)
        isCut = true
        break
      }
    }
    return text
  }

  /// No-break spaces and doubled ones as one space.
  private static func clean(_ text: String) -> String {
    // Once the file has the letter of an old font.
    text.replacingOccurrences(of: "ќ", with: "қ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A name that can be inflected and found: begins with a capital letter, has no digits and no quotation marks.
  private static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isUppercase, text.count > 1, text.last?.isLetter == true else {
      return false
    }
    return !text.contains { $0.isNumber || "«»\"№(),/".contains($0) }
  }
}
