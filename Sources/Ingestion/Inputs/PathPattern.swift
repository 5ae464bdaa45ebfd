/// A pattern of paths as shells know them: `*` and `?` within a name, `[a-z]` and `[!a-z]` for one character, `**` for folders at
/// any depth, none included. Expanded here, so that it works where no shell expands it and for more files than a command line
/// takes.
struct PathPattern {
  private let start: String
  private let parts: [String]

  static func isPattern(_ path: String) -> Bool { path.utf8.contains { "*?[".utf8.contains($0) } }

  init(_ pattern: String) {
    var parts = pattern.split(separator: "/").map(String.init)
    var fixed: [String] = []
    while let first = parts.first, !Self.isPattern(first) { fixed.append(parts.removeFirst()) }
    start = (pattern.hasPrefix("/") ? "/" : "") + fixed.joined(separator: "/")
    self.parts = parts
  }

  /// Files and folders that exist, in the order of their names in each folder. Hidden ones match no pattern.
  var matches: [String] {
    var found: [String] = []
    var seen: Set<String> = []
    collect(start, parts[...], trail: []) { path in if seen.insert(path).inserted { found.append(path) } }
    return found
  }

  /// A folder on the way down, told by device and inode: one met again below itself is a loop of links.
  private struct Identity: Equatable {
    var device: UInt
    var inode: UInt
  }

  private func collect(
    _ folder: String, _ parts: ArraySlice<String>, trail: [Identity], _ take: (String) -> Void
  ) {
    guard let part = parts.first else { return take(folder) }
    let base = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    if part == "**" {
      guard let status = InputWalk.status(folder.isEmpty ? "." : folder) else { return }
      let identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
      guard !trail.contains(identity) else { return }
      // No folder at all: the rest of the pattern here.
      if parts.count > 1 { collect(folder, parts.dropFirst(), trail: trail, take) }
      for name in InputWalk.visibleNames(in: folder.isEmpty ? "." : folder) {
        if InputWalk.isFolder(base + name) {
          collect(base + name, parts, trail: trail + [identity], take)
        } else if parts.count == 1, InputWalk.isWanted(name) {
          take(base + name)
        }
      }
      return
    }
    guard Self.isPattern(part) else {
      if InputWalk.status(base + part) != nil {
        collect(base + part, parts.dropFirst(), trail: trail, take)
      }
      return
    }
    let pattern = Array(part.unicodeScalars)
    for name in InputWalk.visibleNames(in: folder.isEmpty ? "." : folder)
    where Self.matches(Array(name.unicodeScalars)[...], pattern[...]) {
      collect(base + name, parts.dropFirst(), trail: trail, take)
    }
  }

  /// Whether a name matches. Linear in the name for each star.
  static func matches(_ name: ArraySlice<Unicode.Scalar>, _ pattern: ArraySlice<Unicode.Scalar>) -> Bool {
    var (n, p) = (name.startIndex, pattern.startIndex)
    // Where the last star stands, and how much of the name it takes.
    var star: (pattern: Int, name: Int)?
    while n < name.endIndex {
      if p < pattern.endIndex, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if p < pattern.endIndex, let after = end(ofOne: pattern, p, matching: name[n]) {
        n += 1
        p = after
      } else if let (place, taken) = star {
        star = (place, taken + 1)
        p = place + 1
        n = taken + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// Where the pattern goes on after one character that matches; nil where it does not.
  private static func end(
    ofOne pattern: ArraySlice<Unicode.Scalar>, _ p: Int, matching scalar: Unicode.Scalar
  ) -> Int? {
    if pattern[p] == "?" { return p + 1 }
    guard pattern[p] == "[", let close = pattern[(p + 1)...].dropFirst().firstIndex(of: "]") else {
      return pattern[p] == scalar ? p + 1 : nil
    }
    var set = pattern[(p + 1)..<close]
    let isNegated = set.first == "!" || set.first == "^"
    if isNegated { set = set.dropFirst() }
    var isIn = false
    while let first = set.popFirst() {
      if set.count > 1, set.first == "-", let last = set.dropFirst().first {
        isIn = isIn || (first <= last && (first...last).contains(scalar))
        set = set.dropFirst(2)
      } else {
        isIn = isIn || first == scalar
      }
    }
    return isIn != isNegated ? close + 1 : nil
  }
}
