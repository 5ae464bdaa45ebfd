/// What was probably meant by a name that does not exist.
public enum NearestName {
  /// `; did you mean 'region'?` where a name is near, else the list of names.
  public static func hint(_ name: String, among known: [String]) -> String {
    if let near = near(name, among: known) { return "; did you mean '\(near)'?" }
    return known.isEmpty ? "" : "; known: \(known.joined(separator: ", "))"
  }

  /// The nearest name, if it is near; nil too where the name itself is known.
  public static func near(_ name: String, among known: [String]) -> String? {
    guard let near = known.min(by: { distance(name, $0) < distance(name, $1) }) else { return nil }
    // A third of the letters may differ, three at least in names of some length.
    let reach = max(min(3, name.unicodeScalars.count - 1), name.unicodeScalars.count / 3)
    return near != name && distance(name, near) <= reach ? near : nil
  }

  /// Levenshtein's distance.
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b.unicodeScalars)
    var row = Array(0...b.count)
    for (i, x) in a.unicodeScalars.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let next = min(row[j] + 1, row[j + 1] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = next
      }
    }
    return row[b.count]
  }
}
