import Linguistics

/// Joins base lexicon, region packs and project: base → region → project.
///
/// - A pack's entries count in documents of its region only, and so do its changes of base entries; the project's
///   count in all.
/// - Changes add up: an entry that any layer switches off is off, the conditions of all layers must hold.
/// - Nothing is overridden in silence. An id that an earlier layer has, a change of an entry that is not there, and
///   two layers that change one entry are reported; where it is unclear what is meant, the later layer's row is left out.
public enum LexiconLayering {
  /// - Parameters:
  ///   - base: a codebook with its base layer.
  ///   - project: entries and changes of the analysis itself, from its own lexicon file.
  ///   - foreignCodes: codes of other codebooks that packs serve too; rows with only such codes are passed over.
  ///   - foreignEntries: ids of the entries of those codebooks; changes of them are passed over.
  public static func join(
    _ base: CodingScheme, packs: [RegionPack], project: PackLexicon = PackLexicon(),
    foreignCodes: () -> Set<String> = { [] }, foreignEntries: () -> Set<String> = { [] }
  ) -> (scheme: CodingScheme, issues: [LexiconIssue]) {
    var join = Join(base)
    for pack in packs { join.add(pack, foreignCodes, foreignEntries) }
    join.add(project, foreignEntries)
    return (join.scheme, join.issues.sorted(by: LexiconIssue.precedes))
  }

  private struct Join {
    var scheme: CodingScheme
    var issues: [LexiconIssue] = []
    private let baseEntries: [String: LexiconEntry]
    private let codes: [String: Bool]
    /// For each base entry the changes so far: file, line and region.
    private var changed: [String: [(change: EntryChange, region: String?)]] = [:]
    private var packIDs: Set<String> = []
    /// Ids of other codebooks' entries, looked up when one is named.
    private var foreignIDs: Set<String>?

    init(_ base: CodingScheme) {
      scheme = base
      baseEntries = Dictionary(
        base.layers.flatMap(\.entries).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      codes = Dictionary(
        base.codebook.codes.map { ($0.id, $0.isGroup) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func add(
      _ pack: RegionPack, _ foreignCodes: () -> Set<String>, _ foreignEntries: () -> Set<String>
    ) {
      var entries: [LexiconEntry] = []
      var foreign: Set<String>?
      for var entry in pack.lexicon.entries + PackNames.entries(of: pack, &issues) {
        guard entry.id.hasPrefix(pack.idPrefix) else {
          report(
            "foreign-id", entry,
            "the id '\(entry.id)' must begin with '\(pack.idPrefix)', so that packs never meet")
          continue
        }
        let unknown = entry.codes.filter { codes[$0] != false }
        if !unknown.isEmpty {
          let others = foreign ?? foreignCodes()
          foreign = others
          let wrong = unknown.filter { !others.contains($0) }
          guard wrong.isEmpty else {
            reportCodes(wrong, entry)
            continue
          }
          entry.codes.removeAll { unknown.contains($0) }
          if entry.codes.isEmpty { continue }
        }
        entries.append(entry)
      }
      add(pack.code, distinct(entries), own(pack.lexicon.changes, foreignEntries), region: pack.code)
    }

    mutating func add(_ project: PackLexicon, _ foreignEntries: () -> Set<String>) {
      let packIDs = Set(scheme.layers.flatMap(\.entries).map(\.id))
      let entries = project.entries.filter { entry in
        if packIDs.contains(entry.id) {
          report(
            "id-taken", entry,
            "the id '\(entry.id)' is an earlier layer's; take another, or say 'narrow' or 'off' in the column 'change'"
          )
          return false
        }
        let wrong = entry.codes.filter { codes[$0] != false }
        if !wrong.isEmpty { reportCodes(wrong, entry) }
        return wrong.isEmpty
      }
      add("project", distinct(entries), own(project.changes, foreignEntries), region: nil)
    }

    /// Without the changes of another codebook's entries.
    private mutating func own(
      _ changes: [EntryChange], _ foreignEntries: () -> Set<String>
    ) -> [EntryChange] {
      changes.filter { change in
        if baseEntries[change.id] != nil { return true }
        let others = foreignIDs ?? foreignEntries()
        foreignIDs = others
        return !others.contains(change.id)
      }
    }

    private mutating func add(
      _ name: String, _ entries: [LexiconEntry], _ changes: [EntryChange], region: String?
    ) {
      let visible = scheme.layers.first.map { $0.entries + $0.definitions } ?? []
      var (layer, wrong) = LexiconReferences.layer(name, entries, visible: visible)
      issues += wrong
      layer.region = region
      for change in changes {
        guard baseEntries[change.id] != nil else {
          issues.append(
            LexiconIssue(
              .error, "unknown-entry", file: change.file, line: change.line, column: 1,
              "'\(change.id)' is no entry of the base lexicon; see its *.tsv for the ids"))
          continue
        }
        if let other = changed[change.id]?.first(where: {
          $0.region == nil || region == nil || $0.region == region
        }) {
          issues.append(
            LexiconIssue(
              .warning, "changed-twice", file: change.file, line: change.line, column: 1,
              "'\(change.id)' is changed in \(other.change.file):\(other.change.line) too; both changes hold")
          )
        }
        guard let (change, used) = resolve(change, visible) else { continue }
        changed[change.id, default: []].append((change, region))
        layer.changes.append(change)
        layer.referredTo.formUnion(used)
      }
      if !layer.entries.isEmpty || !layer.changes.isEmpty { scheme.layers.append(layer) }
    }

    /// A change with the terms of the entries that its conditions refer to by `@id`; nil where they cannot be found.
    private mutating func resolve(
      _ change: EntryChange, _ visible: [LexiconEntry]
    ) -> (change: EntryChange, used: Set<String>)? {
      let carrier = LexiconEntry(
        // No entry has such an id, so that a change may refer to the entry that it changes.
        id: "change of \(change.id)", codes: [], kazakh: [], russian: [], partsOfSpeech: [],
        conditions: change.conditions, weight: 1, source: "", note: "", file: change.file, line: change.line,
        codesColumn: 1)
      let resolved = LexiconReferences.resolve([carrier], visible: visible)
      issues += resolved.issues
      guard let conditions = resolved.entries.first?.conditions else { return nil }
      var change = change
      change.conditions = conditions
      return (change, resolved.used)
    }

    /// Without the entries whose id stands twice: both are left out, so that the order of rows never matters.
    private mutating func distinct(_ entries: [LexiconEntry]) -> [LexiconEntry] {
      let groups = Dictionary(grouping: entries, by: \.id)
      for entry in entries {
        guard let group = groups[entry.id], group.count > 1,
          let first = group.min(by: { ($0.file, $0.line) < ($1.file, $1.line) }),
          (first.file, first.line) != (entry.file, entry.line)
        else { continue }
        report(
          "duplicate-id", entry,
          "the id '\(entry.id)' stands also in \(first.file):\(first.line); both entries are left out")
      }
      return entries.filter { groups[$0.id]?.count == 1 }
    }

    private mutating func reportCodes(_ wrong: [String], _ entry: LexiconEntry) {
      for code in wrong {
        let message =
          codes[code] == true
          ? "'\(code)' is a group; name one of the codes in it" : "no codebook has a code '\(code)'"
        issues.append(LexiconIssue(.error, "unknown-code", entry, column: entry.codesColumn, message))
      }
    }

    private mutating func report(_ id: String, _ entry: LexiconEntry, _ message: String) {
      issues.append(LexiconIssue(.error, id, entry, message))
    }
  }
}

/// The rows of a gazetteer that stand for codes, as entries.
enum PackNames {
  /// Source of the entries.
  static let source = "gazetteer"

  /// An entry for each row with codes. Its id is made of the pack's and the row's Kazakh or Russian name.
  static func entries(of pack: RegionPack, _ issues: inout [LexiconIssue]) -> [LexiconEntry] {
    let file = pack.folder + "/gazetteer.tsv"
    return pack.named.compactMap { row -> LexiconEntry? in
      guard !row.codes.isEmpty else { return nil }
      var entry = LexiconEntry(
        id: pack.idPrefix + "name-\(row.kind.rawValue)-"
          + LatinName.id(row.russian.first ?? row.kazakh.first ?? ""),
        codes: Set(row.codes).sorted(), kazakh: [], russian: [], partsOfSpeech: [], conditions: [], weight: 1,
        source: source, note: row.note, file: file, line: row.line, codesColumn: row.codesColumn)
      do throws(TermSyntaxError) {
        entry.kazakh = try terms(row.kazakh, .kk)
        entry.russian = try terms(row.russian, .ru)
      } catch {
        issues.append(
          LexiconIssue(.error, error.id, file: file, line: row.line, column: 1, error.message))
        return nil
      }
      return entry
    }
  }

  /// Names are terms of their words: quotation marks, which a text may leave out, go.
  private static func terms(_ names: [String], _ language: Language) throws(TermSyntaxError) -> [Term] {
    var terms: [Term] = []
    for name in names {
      let plain = String(
        name.unicodeScalars.map { "«»\"“”„(),–—".unicodeScalars.contains($0) ? " " : Character($0) })
      let plainWords = plain.split(separator: " ").map(String.init)
      let words = zip(plainWords, NameForms.forms(of: plainWords, language)).map { word, forms -> String in
        // `=`, `*` and choices are the author's own.
        guard word.allSatisfy({ $0.isLetter || $0 == "-" }) else { return word }
        let choices = forms.lemmas + forms.exact.map { "=" + $0 }
        return choices.count == 1 ? choices[0] : "(\(choices.joined(separator: "|")))"
      }
      var term = try TermParser.parse(Cell(words.joined(separator: " ")))
      // Evidence shows the name as the gazetteer has it.
      term.text = name
      terms.append(term)
    }
    return terms
  }
}

/// Ids from names.
public enum LatinName {
  /// `газета «Семей таңы»` → `gazeta-semey-tany`.
  public static func id(_ name: String) -> String {
    var id = ""
    for scalar in name.lowercased().unicodeScalars {
      if let letters = letters[scalar] {
        id += letters
      } else if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        id.unicodeScalars.append(scalar)
      } else if !id.isEmpty, !id.hasSuffix("-") {
        id += "-"
      }
    }
    while id.hasSuffix("-") { id.removeLast() }
    return id
  }

  private static let letters: [Unicode.Scalar: String] = [
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh",
    "з": "z",
    "и": "i", "й": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o",
    "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts",
    "ч": "ch",
    "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
  ]
}
