/// A citation of a council's act: `Решение Кентауского городского маслихата Туркестанской области от 14 июля 2023 года
/// № 5/38-VIII`.
public struct Citation: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable { case decision, ruling, order }

  /// Bytes of the UTF-8 text.
  public var span: Range<Int>
  /// The council as written, with its own place and without the region beside it.
  public var body: String?
  /// The council in the nominative, see `Body.name`.
  public var bodyName: String?
  public var level: Metadata.Level?
  /// ISO 3166-2.
  public var region: String?
  /// KATO code.
  public var district: String?
  public var kind: Kind?
  /// ISO 8601.
  public var date: String?
  /// The number without inner spaces, its roman part in Latin letters: `8С- 44/3` → `8С-44/3`, `17/184-VIІI` →
  /// `17/184-VIII`. The Cyrillic С of a session mark stays. Whether session or decision comes first differs between
  /// councils, so the number is not taken apart.
  public var number: String?
  /// The number as it stands in the text.
  public var numberAsWritten: String?
  /// The convocation, where the citation or a roman part of the number names it.
  public var convocation: Int?

  /// One JSON object with the keys body, level, region, district, kind, date, number, convocation; null where unknown.
  public var json: String {
    func text(_ value: String?) -> String { value.map(Citation.quoted) ?? "null" }
    let pairs = [
      ("body", text(body)), ("level", text(level?.rawValue)), ("region", text(region)),
      ("district", text(district)),
      ("kind", text(kind?.rawValue)), ("date", text(date)), ("number", text(number)),
      ("convocation", convocation.map(String.init) ?? "null"),
    ]
    return "{" + pairs.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func quoted(_ string: String) -> String {
    var out = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20:
        out += "\\u00" + (scalar.value < 0x10 ? "0" : "1") + String(scalar.value & 15, radix: 16)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
