import Ingestion
import Tabulation

/// The regions' names in the tables, from the gazetteer.
public enum RegionNames {
  /// ISO 3166-2 codes, sorted.
  public static let codes: [String] = names.keys.sorted()

  /// The label of a region, or nil for an unknown code.
  public static func label(of code: String) -> TrilingualLabel? { names[code] }

  /// The label of a region that gold names, by its code or in English: `KZ-63`, `east-kazakhstan`.
  static func goldLabel(of name: String) -> TrilingualLabel? {
    if let label = label(of: name) { return label }
    // The study spells it with an e.
    let slug = name == "turkestan" ? "turkistan" : name.lowercased()
    let code = english.first { $0.value.lowercased().replacing(" ", with: "-") == slug }?.key
    return code.flatMap(label)
  }

  /// ISO 3166-2:KZ, names in English.
  private static let english = [
    "KZ-10": "Abai", "KZ-11": "Akmola", "KZ-15": "Aktobe", "KZ-19": "Almaty Region", "KZ-23": "Atyrau",
    "KZ-27": "West Kazakhstan", "KZ-31": "Zhambyl", "KZ-33": "Jetisu", "KZ-35": "Karaganda",
    "KZ-39": "Kostanay", "KZ-43": "Kyzylorda", "KZ-47": "Mangystau", "KZ-55": "Pavlodar",
    "KZ-59": "North Kazakhstan", "KZ-61": "Turkistan", "KZ-62": "Ulytau", "KZ-63": "East Kazakhstan",
    "KZ-71": "Astana", "KZ-75": "Almaty", "KZ-79": "Shymkent",
  ]

  private static let names: [String: TrilingualLabel] = {
    var names: [String: TrilingualLabel] = [:]
    for place in Gazetteer.shared.places where place.isRegion && place.to == nil {
      names[place.region] = TrilingualLabel(
        kk: place.kazakh, ru: place.russian, en: english[place.region] ?? place.region)
    }
    return names
  }()
}
