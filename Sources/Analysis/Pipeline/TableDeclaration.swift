import Tabulation

extension Pipeline {
  /// One table of the pipeline, as its file declares it.
  ///
  /// ```yaml
  /// - id: region-indicator
  ///   label: {en: Indicators by region, ru: …, kk: …}
  ///   rows: region                 # any field, dimension or group
  ///   columns: indicator
  ///   codes: [results.infrastructure, results.vulnerable]       # of all codes of the dimension only these
  ///   unit: passages
  ///   where: {from: 2022-01-01, kind: [protocol, decision], language: kk, level: oblast}
  ///   cells: [count, share, level, keyness, examples]
  ///   levels: {rule: terciles, over: column}
  ///   alternatives: [{rule: cut-offs, medium: 0.02, high: 0.08}]
  ///   leave-entries-out: true
  ///   minimum: 5
  ///   confidence: 0.95
  ///   bootstrap: 2000
  ///   permutation: 2000
  ///   seed: 20250913
  ///   split: 2022-06-08
  ///   examples: 2
  /// ```
  public struct Table: Sendable, Equatable {
    public var id: String
    /// Nil where the file gives none: then rows and columns name the table.
    public var label: TrilingualLabel?
    public var rows: Field
    public var columns: Field
    /// The codes that a dimension is limited to, in this order; empty for all.
    public var codes: [String] = []
    public var unit = CountingUnit.passages
    public var filter = Filter()
    public var content: [CellContent] = [.count, .share]
    public var analysis = TableAnalysis()
    /// Line of each key of the declaration; of each code for `codes`.
    public var lines: [String: Int] = [:]
    public var codeLines: [Int] = []

    public init(id: String, label: TrilingualLabel?, rows: Field, columns: Field) {
      self.id = id
      self.label = label
      self.rows = rows
      self.columns = columns
    }
  }

  /// What a table's rows or columns can be.
  public enum Field: Sendable, Equatable {
    case document(DocumentField)
    case passage(PassageField)
    /// A dimension of the codebook, or the groups of its codes (criteria).
    case dimension(String)
    case group(String)

    /// The field of a name: `region`, `speaker`, `topic`, `criterion`, `group:form`. Names that are no field are taken for a
    /// dimension, which only the codebook can tell.
    public init(name: String) {
      if let field = DocumentField(rawValue: name) {
        self = .document(field)
      } else if let field = PassageField(rawValue: name) {
        self = .passage(field)
      } else if name == "criterion" {
        self = .group("indicator")
      } else if name.hasPrefix("group:") {
        self = .group(String(name.dropFirst(6)))
      } else {
        self = .dimension(name)
      }
    }

    /// Names of all fields that do not depend on the codebook.
    public static let names =
      DocumentField.allCases.map(\.rawValue) + PassageField.allCases.map(\.rawValue) + ["criterion"]
  }

  /// What is known of a document.
  public enum DocumentField: String, Sendable, CaseIterable {
    case region, district, level, body, kind, language, year, month
    /// Before the day of `split` and from it on.
    case period
    case session
    case sessionKind = "session-kind"
    case convocation, chair, document
  }

  /// What is known of a passage beside its codes.
  public enum PassageField: String, Sendable, CaseIterable {
    case role, speaker, polarity
    case passageLanguage = "passage-language"
  }

  /// Which documents and passages a table counts: those that have one of the values of every field that is named, and
  /// one of the codes where some are named.
  public struct Filter: Sendable, Equatable {
    public var period = Period()
    public var documents: [DocumentField: [String]] = [:]
    public var passages: [PassageField: [String]] = [:]
    /// A code stands for those below it too: `results` for `results.infrastructure`.
    public var codes: [String] = []
    /// Line of each code.
    public var codeLines: [Int] = []

    public init() {}
  }
}
