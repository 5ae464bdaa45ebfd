import Coding
import Ingestion
import Linguistics

/// What `hattama count` counts: a dictionary of forms, or a codebook folder, whose terms inflect.
public struct CountDictionary: Sendable {
  enum Words: Sendable {
    case forms(FormLexicon)
    /// Terms of our lexicons, without their conditions.
    case terms(CompiledLexicon)
  }

  /// What columns stand for.
  public enum Unit: String, Sendable, CaseIterable {
    /// Categories of a dictionary, codes of a codebook.
    case category
    /// Terms of a dictionary, entries of a codebook.
    case term
  }

  /// Names of the columns, sorted.
  public let columns: [String]
  /// What could not be carried over from another program's dictionary, or is wrong with a lexicon.
  public let remarks: [String]
  let words: Words
  let unit: Unit

  /// Reads a dictionary.
  ///
  /// - Parameter path: a table `category`, `term`, `form` (or `category`, `form`) parted by tabs; a dictionary of quanteda,
  ///   LIWC, WordStat or Yoshikoder, told by its ending; or a codebook folder.
  /// - Throws: `IngestionError`, `DictionaryError`, `CodebookError`.
  public init(_ path: String, unit: Unit = .category) throws {
    self.unit = unit
    if InputWalk.isFolder(path) {
      let model = try CodingModel(folder: path)
      // Every term counts wherever it stands: what conditions and thresholds decide is coding.
      words = .terms(CompiledLexicon(model.lexicon.schemes[0].withoutConditions()))
      remarks = model.issues.filter { $0.severity == .error }.map { "\($0)" }
      let scheme = model.lexicon.schemes[0]
      columns =
        unit == .term
        ? Set(scheme.layers.flatMap(\.entries).map(\.id)).sorted()
        : scheme.codebook.codes.filter { !$0.isGroup }.map(\.id).sorted()
      return
    }
    let bytes = try SourceFile.bytes(of: path)
    var forms: [(name: String, form: String)] = []
    if let format = ForeignDictionary.Format(path: path) {
      let dictionary = try ForeignDictionary.read(bytes, format: format, file: path)
      var remarks = dictionary.losses.map { "\($0)" }
      for category in dictionary.categories {
        let name = category.path.joined(separator: ".")
        for pattern in category.patterns {
          forms.append((unit == .term ? "\(name)/\(pattern.text)" : name, pattern.text))
        }
        for rule in category.rules {
          remarks.append("\(path):\(rule.line): the rule '\(rule.name)' is no form and counts nothing")
        }
      }
      self.remarks = remarks
    } else {
      forms = try Self.table(bytes, path, unit)
      remarks = []
    }
    let names = Set(forms.map(\.name)).sorted()
    let numbers = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    columns = names
    words = .forms(FormLexicon(forms.map { ($0.form, numbers[$0.name] ?? 0) }))
  }

  private static func table(
    _ bytes: [UInt8], _ path: String, _ unit: Unit
  ) throws(DictionaryError) -> [(name: String, form: String)] {
    var forms: [(name: String, form: String)] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      let text = String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      if text.isEmpty || text.hasPrefix("#") { continue }
      let cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard (2...3).contains(cells.count), let category = cells.first, let form = cells.last,
        !category.isEmpty,
        form.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        )
      else {
        throw DictionaryError(
          file: path, line: index + 1,
          message: "'\(text.prefix(60))' is no row: category, term and form are expected, parted by tabs")
      }
      forms.append((unit == .term && cells.count == 3 ? "\(category)/\(cells[1])" : category, form))
    }
    guard !forms.isEmpty else {
      throw DictionaryError(file: path, line: 1, message: "there is no form in the dictionary")
    }
    return forms
  }
}

/// Counts a dictionary in documents. One per worker.
public final class DictionaryCounter {
  /// One document's counts.
  public struct Row: Sendable {
    public var path: String
    /// Words of the document, numbers among them.
    public var words: Int
    /// In the order of `CountDictionary.columns`.
    public var counts: [Int]
  }

  private enum Way {
    case forms(FormCounter)
    case terms(TermCounter)
  }

  private let dictionary: CountDictionary
  private let limits: Limits
  private let way: Way
  /// Kept, so that its memory serves the next document.
  private var text = VisibleText()

  public init(_ dictionary: CountDictionary, limits: Limits = Limits()) {
    self.dictionary = dictionary
    self.limits = limits
    switch dictionary.words {
    case .forms(let lexicon): way = .forms(FormCounter(lexicon))
    case .terms(let lexicon): way = .terms(TermCounter(lexicon, dictionary.columns, dictionary.unit, limits))
    }
  }

  /// The counts of a file, an archive's entry or a line of a JSON Lines file; any other file of several records is one
  /// document.
  public func count(_ input: InputReader.Input) throws(IngestionError) -> Row {
    var row = Row(path: input.path, words: 0, counts: Array(repeating: 0, count: dictionary.columns.count))
    let bytes = try input.bytes(limits)
    let deadline = Deadline(limits)
    switch way {
    case .forms(let counter):
      try text.read(bytes, path: input.path, limits: limits)
      try deadline.check(input.path)
      let visible = text.text
      row.words = counter.count(visible.span, into: &row.counts)
    case .terms(let counter): try counter.count(bytes, &row)
    }
    return row
  }
}

/// Counts the terms of a codebook's lexicons, in all their inflected forms.
private final class TermCounter {
  private let ingester: Ingester
  private let coder: LexiconCoder
  private let columns: [String: Int]
  private let unit: CountDictionary.Unit

  init(_ lexicon: CompiledLexicon, _ columns: [String], _ unit: CountDictionary.Unit, _ limits: Limits) {
    ingester = Ingester(limits: limits)
    coder = LexiconCoder(lexicon, types: ingester.analyzer.types)
    self.columns = Dictionary(columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    self.unit = unit
  }

  func count(_ bytes: [UInt8], _ row: inout DictionaryCounter.Row) throws(IngestionError) {
    ingester.forgetWordsWhereMany()
    for document in try ingester.documents(of: bytes, path: row.path) {
      for passage in document.passages {
        row.words += document.words(of: passage)
        let coding = coder.code(
          document.analysis, sentences: passage.sentences, textStart: passage.text.lowerBound,
          context: PassageContext(region: document.metadata.region))
        count(coding, &row)
      }
    }
  }

  private func count(_ coding: PassageCoding, _ row: inout DictionaryCounter.Row) {
    // An entry of several codes is found once.
    var met: Set<[Int]> = []
    for assignment in coding.codes {
      for evidence in assignment.evidence {
        let name: String
        switch unit {
        case .category: name = coder.lexicon.code(assignment).id
        case .term:
          guard met.insert([evidence.entry, evidence.span.lowerBound, evidence.span.upperBound]).inserted
          else { continue }
          name = coder.lexicon.entries[evidence.entry].entry.id
        }
        if let column = columns[name] { row.counts[column] += 1 }
      }
    }
  }
}
