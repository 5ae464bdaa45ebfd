/// Turns UTF-8 text into tokens, sentences and languages. One per worker; not shared between threads.
///
/// Three passes over a passage: `tokenize` (bytes to tokens; everything that depends on the token alone is
/// found once per distinct token and kept in a `SurfaceTable`), `splitSentences` (tokens to sentences), and
/// the languages of the sentences, after which a few conventions that differ between Kazakh and Russian are
/// applied (51% is one token in Kazakh, two in Russian).
///
/// Where it errs, by how often, on treebanks:
///
/// | what | why |
/// |---|---|
/// | Kazakh pair words that a treebank writes apart (мекен - жайға) | joined throughout, as most of them are |
/// | Kazakh verb groups that a treebank writes as one token (барған жоқ) | a token never holds a space |
/// | `г.` `др.` at the end of a sentence | the stop stays with the abbreviation; some treebanks cut it off |
/// | sentences without a final mark before a small letter (verse, posts) | nothing in the text tells |
/// | a name after `в XVIII в.` | taken for the beginning of a sentence |
/// | Kazakh without its special letters, single sentences | one in five is taken for Kyrgyz; a passage helps |
public final class TextAnalyzer {
  public let types = TypeTable()
  // One thread owns an analyzer and none of its methods re-enters another that holds these, so the run-time's
  // exclusivity checks, a few per cent of the time, are off.
  @exclusivity(unchecked) var surfaces = SurfaceTable()
  @exclusivity(unchecked) var folder = Folder()
  /// Surface of each token of the passage under way.
  @exclusivity(unchecked) var surfaceOf: [Int32] = []
  /// Tokens of the passage under way whose boundaries depend on the language.
  @exclusivity(unchecked) var revisions: [Int32] = []
  /// Dashes after a colon that may begin direct speech in the passage under way.
  @exclusivity(unchecked) var directSpeech: [Int32] = []
  @exclusivity(unchecked) var formBytes: [UInt8] = []
  /// Keys of the tokens that are being looked up.
  @exclusivity(unchecked) var keys: [SurfaceTable.Key] = []
  lazy var latinKazakh = LatinKazakh()

  let table = CharacterTable.shared
  let lists = TokenLists.shared
  let evidence = LanguageEvidence.shared

  /// Distinct tokens that are remembered. With more, the table starts anew: memory stays bounded over any corpus, and
  /// what is frequent is soon found out again.
  var surfaceLimit = 3 << 16
  /// Words that were taken over (`readWords`), beside those that are remembered.
  @exclusivity(unchecked) var taken = (types: 0, surfaces: 0)

  public init() {}

  /// The distinct words met since the beginning, since the last `forgetWords` or since words were taken over.
  public var newWords: Int { types.count - taken.types }

  /// Forgets all types, so that memory does not grow with the corpus: what was analysed before must not be asked for its
  /// types any more. Whoever keeps something by type sees it by `TypeTable.generation`.
  public func forgetWords() {
    surfaces.removeAll()
    types.removeAll()
    taken = (0, 0)
  }

  /// Appends the tokens and sentences of `text[range]` to `analysis`; the range is one passage, which a
  /// sentence never leaves. Token offsets count bytes from the start of `text`, not of the range.
  ///
  /// Any bytes will do: a malformed byte is a symbol of its own. Tokens and white space between them make up
  /// the range exactly. A passage gives the same tokens whatever was analysed before it.
  ///
  /// - Parameter language: the language of the text where it is known (a lexicon's term); nil finds out.
  public func analyze(
    _ text: Span<UInt8>, in range: Range<Int>, language: Language? = nil, into analysis: inout TextAnalysis
  ) {
    let firstToken = analysis.tokens.count
    let firstSentence = analysis.sentences.count
    surfaceOf.removeAll(keepingCapacity: true)
    revisions.removeAll(keepingCapacity: true)
    directSpeech.removeAll(keepingCapacity: true)
    if surfaces.surfaces.count - taken.surfaces > surfaceLimit {
      surfaces.removeAll()
      taken.surfaces = 0
    }
    tokenize(text, in: range, into: &analysis.tokens)
    guard analysis.tokens.count > firstToken else { return }
    splitSentences(text, from: firstToken, into: &analysis)
    identifyLanguages(from: firstSentence, firstToken: firstToken, in: &analysis)
    if let language {
      for k in firstSentence..<analysis.sentences.count { analysis.sentences[k].language = language }
    }
    if !directSpeech.isEmpty { splitDirectSpeech(firstSentence: firstSentence, in: &analysis) }
    if !revisions.isEmpty {
      applyConventions(text, firstToken: firstToken, firstSentence: firstSentence, in: &analysis)
    }
  }

  /// Everything that is known of the token `text[start..<end]`; looked up, or found out once.
  @inline(__always)
  func surface(_ text: Span<UInt8>, _ start: Int, _ end: Int, _ surfaces: inout SurfaceTable) -> Int {
    let key = SurfaceTable.Key(text.bytes, start, end)
    let known = surfaces.find(text.bytes, start, end, key)
    return known >= 0 ? known : newSurface(text, start, end, key, &surfaces)
  }

  @inline(never)
  private func newSurface(
    _ text: Span<UInt8>, _ start: Int, _ end: Int, _ key: SurfaceTable.Key, _ surfaces: inout SurfaceTable
  ) -> Int {
    folder.fold(text.extracting(start..<end))
    let type: Int32
    if folder.isAsWritten {
      type = types.intern(text.extracting(start..<end))
    } else {
      formBytes.removeAll(keepingCapacity: true)
      for c in folder.folded { formBytes.appendScalar(c) }
      type = types.intern(formBytes.span)
    }
    let traits = self.traits()
    let points = traits.contains(.hasLetter) ? evidence.points(of: folder.folded) : .zero
    return surfaces.insert(
      text, start, end, Surface(key: key, type: type, traits: traits, points: points))
  }

  /// Traits of the token that `folder` holds.
  private func traits() -> Traits {
    var traits = folder.census.traits
    let letters = folder.census.letters
    let capitals = folder.census.capitals
    let written = folder.written
    if letters == 1 && !traits.contains(.hasDigit) { traits.insert(.singleLetter) }
    if letters > 1 && capitals == letters { traits.insert(.allUpper) }
    if written.last == 0x2E && letters > 0 { traits.insert(.endsInStop) }
    let folded = folder.folded
    if !folded.isEmpty && folded.allSatisfy(TextAnalyzer.isRoman) {
      traits.insert(.roman)
    }
    if traits.contains(.startsUpper), lists.openers.contains(folded), letters > 1 || written.count == 1 {
      if !traits.contains(.allUpper) { traits.insert(.opener) }
    }
    if letters > 1,
      written[0] == 0x23 || folded.first == 0x68 && folded.starts(with: TextAnalyzer.scheme)
        || folded.first == 0x77 && folded.starts(with: TextAnalyzer.web)
    {
      traits.insert(.tag)
    }
    // @name, and the keycaps and ticks that stand before points of lists.
    if letters > 1 && written[0] == 0x40 || written.last == 0x20E3
      || letters == 0 && lists.bullets.contains(written.prefix(1))
    {
      traits.insert(.opener)
    }
    if letters > 0, folded.count <= lists.longestAbbreviation + 1 {
      traits.formUnion(
        .abbreviation(lists.abbreviation(folded.last == 0x2E ? folded.dropLast() : folded[...])))
    }
    return traits
  }

  private static let scheme: [UInt32] = [0x68, 0x74, 0x74, 0x70]
  private static let web: [UInt32] = [0x77, 0x77, 0x77, 0x2E]
  /// i v x l c d m
  private static func isRoman(_ c: UInt32) -> Bool {
    switch c {
    case 0x69, 0x76, 0x78, 0x6C, 0x63, 0x64, 0x6D: true
    default: false
    }
  }
}
