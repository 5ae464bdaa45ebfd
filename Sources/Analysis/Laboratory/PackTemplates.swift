import Coding
import Ingestion
import Tabulation

/// The files of a new pack, with comments that teach their use.
enum PackTemplates {
  static func manifest(_ region: String, _ label: TrilingualLabel) -> String {
    let rows = Gazetteer.shared.places.filter { $0.kato == region.suffix(2) + "0000000" }
    let today = rows.first { $0.to == nil }
    var lines = [
      "# A region pack: what this region adds to the base lexicons. Raise the version when the pack changes.",
      "pack: \(region)", "version: 1", "names: {kk: \(label.kk), ru: \(label.ru), en: \(label.en)}",
      "kato: \"\(region.suffix(2))0000000\"",
    ]
    if let from = today?.from {
      lines.append("from: \(from)")
      let before = dayBefore(from)
      let parent = Gazetteer.shared.region(ofDistrict: nil, region: region, on: before)
      if parent != region { lines.append("parent: \(parent)          # where its places were before") }
    }
    let former = rows.filter { $0.to != nil }
    if !former.isEmpty {
      lines.append("former:")
      for row in former {
        let dates = [("from", row.from), ("to", row.to)].compactMap { key, day in day.map { "\(key): \($0)" }
        }
        lines.append("  - {kk: \(row.kazakh), ru: \(row.russian), \(dates.joined(separator: ", "))}")
      }
    }
    lines += ["author: Hattama", "licence: Apache-2.0"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The day before an ISO day, well enough to look up what was in force: month ends do not matter.
  private static func dayBefore(_ day: String) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return day }
    func pad(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    if parts[2] > 1 { return "\(parts[0])-\(pad(parts[1]))-\(pad(parts[2] - 1))" }
    if parts[1] > 1 { return "\(parts[0])-\(pad(parts[1] - 1))-31" }
    return "\(parts[0] - 1)-12-31"
  }

  /// Names that the region's districts and cities had, from the program's own table.
  static func formerNames(of region: String) -> [GazetteerRow] {
    Gazetteer.shared.places.compactMap { place in
      guard place.kato.prefix(2) == region.suffix(2), let to = place.to else { return nil }
      let isSame = Gazetteer.shared.places.contains {
        $0.kato == place.kato && $0.to == nil && $0.russian == place.russian && $0.kazakh == place.kazakh
      }
      if isSame { return nil }
      let kind: GazetteerRow.Kind =
        switch place.kind {
        case .oblast: .oblast
        case .city: .city
        case .district: .district
        case .urbanDistrict: .urbanDistrict
        }
      return GazetteerRow(
        kind: kind, kato: place.kato, kazakh: [place.kazakh], russian: [place.russian], codes: [],
        from: place.from, to: to, note: "former name", line: 0)
    }
  }

  static func gazetteerHead(_ region: String) -> String {
    """
    # Names of \(region). Places: the official classifier of administrative-territorial units NK RK 11-2025 (KATO), Bureau of
    # National Statistics of the Republic of Kazakhstan, stat.gov.kz, written by 'hattama lexicon new-region'.
    # Add what the region has beside places: kind body, programme, organisation, medium or other. Several names of one
    # thing are divided by ';', in the nominative; inflected forms are found by rule. A row with codes counts as an entry
    # of the lexicon: every mention gives its passage these codes. Example (without the '#'):
    # organisation	«Игілік» қоры	фонд «Игилик»		civil-society.ngo
    kind	kk	ru	kato	codes	from	to	note

    """
  }

  static func lexicon(_ region: String) -> String {
    """
    # What \(region) adds to the base lexicons, and changes of them. One row is one entry.
    # change: add (or empty) for a new entry; narrow for a base entry that shall count here only under more conditions;
    #   off for a base entry that shall not count here. narrow and off name the base entry's id and need a reason.
    # id: small Latin letters, digits and hyphens, beginning with \(region.lowercased())-
    # codes: the codes that a hit stands for (see codebook.yaml), divided by spaces.
    # kk, ru: dictionary forms, terms divided by ';'. Every inflected form is found. =form: this form alone; beginning*: every
    #   word with this beginning; ~3: up to three words between; (a|b): one of several.
    # conditions: near 5: TERM; sentence: TERM; passage: TERM; role: speech; each also after 'not'.
    # See what an entry does:  hattama lexicon effect PIPELINE RESULTS     Examples (without the '#'):
    # add	\(region.lowercased())-salt-lake	topic.environment	тұзды көл	соленое озеро				local press
    # narrow	topic-water-water					not near 3: Каспий				the Caspian Sea is no water supply
    change	id	codes	kk	ru	pos	conditions	weight	source	note	reason

    """
  }

  static func tests(_ region: String) -> String {
    """
    # Sentences with what must and must not be found in them, checked by 'hattama lexicon test'. codes and not: codes, divided by
    # spaces. places and not-places: names as the gazetteer has them, divided by ';'. Example (without the '#'):
    # Ауылда су құбыры салынды.	results.infrastructure	civil-society.ngo			a sentence of your documents
    text	codes	not	places	not-places	note

    """
  }
}
