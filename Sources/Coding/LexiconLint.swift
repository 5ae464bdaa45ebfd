import Linguistics

/// Finds what is suspicious in lexicons that load: work for `hattama lexicon lint`, beside the issues of loading.
///
/// - `one-language`: an entry without a Kazakh or without a Russian term.
/// - `uneven-languages`: an entry with many more words in one language than in the other.
/// - `repeated-term`: a term twice in one entry.
/// - `covered-term`: a term of a region pack that the base lexicon finds already, under all codes of its entry.
/// - `shadowed-term`: a term that another entry of the code always beats.
/// - `dead-term`: a term that does not match its own words.
/// - `dead-entry`: an entry whose conditions no passage can meet, or whose terms are all shadowed.
/// - `unused-definition`: a reference or family that no entry uses.
/// - `unused-part-of-speech`: the entry's parts of speech fit no term.
///
/// Linear in the words of the lexicon: a lexicon of 50,000 entries takes some seconds.
public struct LexiconLint {
  private let lexicon: CompiledLexicon
  private var issues: [LexiconIssue] = []

  /// All findings, warnings, sorted by place; `lexicon.issues` are not among them.
  public static func check(_ lexicon: CompiledLexicon) -> [LexiconIssue] {
    var lint = LexiconLint(lexicon: lexicon)
    for entry in lexicon.entries {
      lint.checkLanguages(entry.entry)
      lint.checkConditions(entry.entry)
    }
    let shadows = TermShadows(lexicon)
    lint.issues += shadows.issues
    lint.issues += DeadTerms(lexicon).issues
    lint.issues += CoveredTerms.issues(lexicon)
    lint.issues += UnusedDefinitions.issues(lexicon)
    return lint.issues.sorted(by: LexiconIssue.precedes)
  }

  private init(lexicon: CompiledLexicon) { self.lexicon = lexicon }

  private mutating func report(_ id: String, _ entry: LexiconEntry, _ message: String) {
    issues.append(LexiconIssue(.warning, id, entry, message))
  }

  // MARK: Languages

  /// So many words in one language for each in the other are uneven, if there are more than `fewWords`.
  private static let unevenRatio = 4
  private static let fewWords = 8

  private mutating func checkLanguages(_ entry: LexiconEntry) {
    // A name may be known in one language alone, and its forms are no ways to say it.
    if entry.source == PackNames.source { return }
    if entry.kazakh.isEmpty || entry.russian.isEmpty {
      let language = entry.kazakh.isEmpty ? "Kazakh" : "Russian"
      report("one-language", entry, "the entry '\(entry.id)' has no \(language) term")
    } else {
      let kazakh = Self.alternatives(entry.kazakh)
      let russian = Self.alternatives(entry.russian)
      if max(kazakh, russian) > Self.fewWords, max(kazakh, russian) >= Self.unevenRatio * min(kazakh, russian)
      {
        report(
          "uneven-languages", entry,
          "the entry '\(entry.id)' can be said in \(kazakh) ways in Kazakh and in \(russian) in Russian; is one of "
            + "the languages unfinished?")
      }
    }
    let counts = (entry.kazakh + entry.russian).map(\.wordCount)
    if !entry.partsOfSpeech.isEmpty, !counts.contains(entry.partsOfSpeech.count) {
      report(
        "unused-part-of-speech", entry,
        "the entry '\(entry.id)' states \(entry.partsOfSpeech.count) parts of speech and has no term of so many words"
      )
    }
  }

  /// The terms with each further alternative of a choice, which says as much as a term.
  private static func alternatives(_ terms: [Term]) -> Int {
    terms.reduce(0) { count, term in
      term.halves.joined().reduce(count + 1) { count, element in
        if case .choice(let alternatives) = element { return count + alternatives.count - 1 }
        return count
      }
    }
  }

  // MARK: Conditions

  /// Passages with these roles are context or set apart, and never coded.
  private static let rolesWithoutCodes: Set<String> = ["heading", "note", "signature"]

  private mutating func checkConditions(_ entry: LexiconEntry) {
    var roles = Set(ConditionParser.roles).subtracting(Self.rolesWithoutCodes)
    var kinds = Set(ConditionParser.kinds)
    var regions = Set(RegionCode.all)
    var needsRegion = false
    var negations: Set<Bool> = []
    var terms: [String: Bool] = [:]
    var clash: String?
    for condition in entry.conditions {
      switch condition {
      case .fact(.role(let names), let wanted): Self.restrict(&roles, to: names, wanted)
      case .fact(.kind(let names), let wanted): Self.restrict(&kinds, to: names, wanted)
      case .fact(.region(let names), let wanted):
        needsRegion = needsRegion || wanted
        Self.restrict(&regions, to: names, wanted)
      case .fact(.period, _): break
      case .fact(.negated, let wanted): negations.insert(wanted)
      case .term(let term, let place, let wanted):
        // A near term is in the sentence too, but not the other way round: only equal places contradict each other.
        let key = "\(place) \(term.text)"
        if let other = terms[key], other != wanted { clash = "'\(term.text)' must stand and must not stand" }
        terms[key] = wanted
      }
    }
    if roles.isEmpty { clash = "no coded passage has such a role" }
    if kinds.isEmpty { clash = "no document is of such a kind" }
    if needsRegion, regions.isEmpty { clash = "no region is left" }
    if negations.count > 1 { clash = "the hit must be negated and must not be" }
    if Self.haveNoCommonDay(entry.conditions) { clash = "the periods have no day in common" }
    if let clash {
      report("dead-entry", entry, "the entry '\(entry.id)' can never count: \(clash)")
    }
  }

  private static func restrict(_ names: inout Set<String>, to others: [String], _ wanted: Bool) {
    names = wanted ? names.intersection(others) : names.subtracting(others)
  }

  private static func haveNoCommonDay(_ conditions: [Condition]) -> Bool {
    let periods = conditions.compactMap { condition -> Period? in
      if case .fact(.period(let period), wanted: true) = condition { period } else { nil }
    }
    guard periods.count > 1, let from = periods.compactMap(\.from).max() else { return false }
    return periods.contains { period in
      period.to.map { from.prefix($0.utf8.count) > $0 } ?? false
    }
  }
}
