extension Boilerplate {
  /// A selector of a site profile: every part that is given has to fit.
  struct Selector: Sendable, Equatable {
    var tag: String?
    var classes: [String] = []
    var id: String?

    init(_ text: String) {
      var rest = Substring(text)
      tag = Self.take(&rest)
      while let mark = rest.first {
        rest.removeFirst()
        let value = Self.take(&rest)
        if mark == "#" { id = value } else if let value { classes.append(value) }
      }
    }

    private static func take(_ rest: inout Substring) -> String? {
      let value = rest.prefix { $0 != "." && $0 != "#" }
      rest = rest.dropFirst(value.count)
      return value.isEmpty ? nil : String(value)
    }
  }

  /// What general rules cannot know of a site's pages.
  struct Profile: Sendable {
    var name: String
    var when: [Selector] = []
    var main: [Selector] = []
    var drop: [(selector: Selector, reason: LossReason)] = []
  }

  /// Reads the rows of `site-profiles.tsv`: profile, kind, selector, reason.
  static func profiles(_ rows: [[String]]) -> [Profile] {
    var profiles: [Profile] = []
    for row in rows where row.count >= 3 {
      if profiles.last?.name != row[0] { profiles.append(Profile(name: row[0])) }
      let selector = Selector(row[2])
      switch row[1] {
      case "when": profiles[profiles.count - 1].when.append(selector)
      case "main": profiles[profiles.count - 1].main.append(selector)
      default:
        let reason = row.count > 3 ? LossReason(rawValue: row[3]) : nil
        profiles[profiles.count - 1].drop.append((selector, reason ?? .chrome))
      }
    }
    return profiles
  }
}
