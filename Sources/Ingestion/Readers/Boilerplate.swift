/// What surrounds the document proper on web pages, as the tables `boilerplate.tsv` and `site-profiles.tsv`
/// know it. A class, since everything that reads pages holds it.
final class Boilerplate: Sendable {
  static let shared = Boilerplate(
    rows: DataTable("boilerplate").rows, profileRows: DataTable("site-profiles").rows)

  let tables: Tables
  private let profiles: [Profile]
  /// Hashes of the classes and ids by which profiles are recognised, by their low byte.
  private let profileKeys: [Bool]

  init(rows: [[String]], profileRows: [[String]]) {
    tables = Tables(rows)
    profiles = Self.profiles(profileRows)
    var keys = Array(repeating: false, count: 256)
    for key in profiles.flatMap(\.when).compactMap({ $0.id ?? $0.classes.first }) {
      keys[Int(FoldedBytes.hash(key.utf8.span) & 0xff)] = true
    }
    profileKeys = keys
  }

  /// The first profile, in the order of the table, that recognises a page. Cost: one look at each class and id.
  func profile(of tree: MarkupTree) -> Profile? {
    var found: Int?
    for index in tree.elements.indices where tree.elements[index].attributeCount > 0 {
      guard holdsProfileKey(tree, index) else { continue }
      let match = profiles.firstIndex { profile in
        profile.when.contains { tree.matches(index, $0) }
      }
      if let match, match < found ?? profiles.count { found = match }
    }
    return found.map { profiles[$0] }
  }

  private func holdsProfileKey(_ tree: MarkupTree, _ index: Int) -> Bool {
    for name in [MarkupNames.classAttribute, MarkupNames.idAttribute] {
      guard let value = tree.attribute(name, of: index) else { continue }
      var hash = FoldedBytes.emptyHash
      for byte in value {
        if byte == 0x20 {
          if profileKeys[Int(hash & 0xff)] { return true }
          hash = FoldedBytes.emptyHash
        } else {
          hash = FoldedBytes.hash(byte, after: hash)
        }
      }
      if profileKeys[Int(hash & 0xff)] { return true }
    }
    return false
  }

  // MARK: Names

  /// What a class or id says of an element.
  struct Name: Sendable {
    var reason: LossReason
    /// Hash of the token or name that says so.
    var key: UInt64
    /// Polls and the votes of councils are called alike: what the element holds has to tell.
    var isOfPoll = false
  }

  /// The reason that a class or id gives for leaving an element out: that of the first of its names that stands
  /// in the table, or of the first token of a name that does. Tokens are split at anything but letters and
  /// digits, and where the case changes (`topMenu`); one after a negator (`no-sidebar`) does not count.
  ///
  /// - Parameter voids: keys that say nothing on this page.
  func name(in value: ArraySlice<UInt8>, except voids: [UInt64]) -> Name? {
    var name: Name?
    var isNegated = false
    var isHidden = false
    var isShown = false
    forEachToken(value) { token in
      if !isNegated, !voids.contains(token) {
        name = tables.tokens[token].map { Name(reason: $0, key: token) }
        if name == nil, let reason = tables.polls[token] {
          name = Name(reason: reason, key: token, isOfPoll: true)
        }
      }
      isNegated = tables.negators[token] != nil
      return name == nil
    } whole: { whole in
      isNegated = false
      // What is hidden on telephones only is shown to others (`d-none d-md-block`).
      if let reason = tables.classes[whole] {
        if reason == .hidden { isHidden = true } else { name = Name(reason: reason, key: whole) }
      }
      if tables.shown[whole] != nil { isShown = true }
      return name == nil
    }
    if isHidden && !isShown { return Name(reason: .hidden, key: 0) }
    return name
  }

  /// Whether a class says that an element holds a title or the like.
  func namesContent(_ value: ArraySlice<UInt8>) -> Bool { names(value, tables.contentTokens) }

  /// The reason that an ARIA role gives for leaving an element out.
  func reason(forRoleOf index: Int, in tree: MarkupTree) -> LossReason? {
    guard let role = tree.attribute(MarkupNames.role, of: index), !role.isEmpty,
      tree.elements[index].name > MarkupNames.body
    else { return nil }
    return tables.roles[FoldedBytes.hash(FoldedBytes.lower(role.span).span)]
  }

  /// Whether a class or id says that an element opens and closes under its heading.
  func namesPanel(_ value: ArraySlice<UInt8>) -> Bool { names(value, tables.panels) }

  private func names(_ value: ArraySlice<UInt8>, _ tokens: HashTable<Bool>) -> Bool {
    var found = false
    forEachToken(value) { token in
      found = tokens[token] != nil
      return !found
    } whole: { _ in
      true
    }
    return found
  }

  /// Calls with the hashes of each name's tokens, then of the name, in lower case, until a call returns false.
  private func forEachToken(
    _ value: ArraySlice<UInt8>, _ token: (UInt64) -> Bool, whole: (UInt64) -> Bool
  ) {
    var hash = FoldedBytes.emptyHash
    var wholeHash = FoldedBytes.emptyHash
    var length = 0
    var wasLower = false
    var i = value.startIndex
    while i <= value.endIndex {
      let byte = i < value.endIndex ? value[i] : 0x20
      let isUpper = byte >= 0x41 && byte <= 0x5a
      let isLetter = isUpper || (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x30 && byte <= 0x39)
      if (!isLetter || (isUpper && wasLower)) && length > 0 {
        guard token(hash) else { return }
        hash = FoldedBytes.emptyHash
        length = 0
      }
      if byte <= 0x20 {
        guard whole(wholeHash) else { return }
        wholeHash = FoldedBytes.emptyHash
      } else {
        wholeHash = FoldedBytes.hash(byte | 0x20, after: wholeHash)
      }
      if isLetter {
        hash = FoldedBytes.hash(byte | 0x20, after: hash)
        length += 1
      }
      wasLower = isLetter && !isUpper
      i += 1
    }
  }
}
