/// What a region adds to the base lexicons: entries, names and tests. A folder `Lexicons/regions/KZ-10/`.
///
/// | file | what |
/// |---|---|
/// | `pack.yaml` | names, codes, validity, author, licence |
/// | `lexicon.tsv` | entries added, base entries narrowed or switched off, each with a reason |
/// | `gazetteer.tsv` | places, bodies, programmes, organisations, media |
/// | `tests.tsv` | sentences with the codes and places that must and must not be found |
///
/// Only `pack.yaml` has to be there.
public struct RegionPack: Sendable {
  /// A name that the region had, and when. ISO dates; `to` is the first day no longer.
  public struct FormerName: Sendable, Equatable {
    public var kazakh: String
    public var russian: String
    public var from: String?
    public var to: String?
  }

  /// ISO 3166-2, such as `KZ-10`.
  public var code: String
  public var folder: String
  public var version: Int
  public var names: Codebook.Label
  /// Nine digits.
  public var kato: String
  /// First day of the region in its present borders and the first day no longer; nil where not bounded.
  public var from: String?
  public var to: String?
  /// The region that most of its places belonged to before `from`.
  public var parent: String?
  public var formerNames: [FormerName] = []
  public var author: String
  public var licence: String
  public var lexicon = PackLexicon()
  /// Rows that stand for codes; places are read by `PackGazetteer` when asked for.
  public var named: [GazetteerRow] = []
  public var tests: [PackTest] = []

  /// What the ids of the pack's own entries begin with: `kz-10-`.
  public var idPrefix: String { code.lowercased() + "-" }
}
