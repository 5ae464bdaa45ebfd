import Ingestion

/// A dictionary of another program as that program understands it, before anything is made of it.
public struct ForeignDictionary: Sendable, Equatable {
  public enum Format: String, Sendable, CaseIterable {
    case quanteda, liwc, wordstat, yoshikoder

    /// By the ending of a file's name: `yml`, `yaml`; `dic`, `dicx`; `cat`; `ykd`.
    public init?(path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "yml", "yaml": self = .quanteda
      case "dic", "dicx": self = .liwc
      case "cat": self = .wordstat
      case "ykd": self = .yoshikoder
      default: return nil
      }
    }
  }

  /// A word or phrase with wildcards.
  public struct Pattern: Sendable, Equatable {
    /// Words parted by spaces; `*` and `?` are wildcards.
    public var text: String
    public var weight = 1.0
    /// From 1.
    public var line: Int
  }

  /// WordStat's proximity rule: a pattern or category where another is, or is not, near.
  public struct Rule: Sendable, Equatable {
    public enum Relation: String, Sendable { case near, before, after, and }
    /// Where the second is looked for.
    public enum Scope: Sendable, Equatable { case sentence, paragraph, text }

    public var name: String
    /// A pattern, or `#` and the name of a category.
    public var first: String
    public var second: String
    public var relation: Relation
    public var isNegated: Bool
    /// Words; nil for anywhere in the scope.
    public var distance: Int?
    public var scope: Scope
    public var weight = 1.0
    public var line: Int
  }

  public struct Category: Sendable, Equatable {
    /// Names from the outermost category to this one.
    public var path: [String]
    public var patterns: [Pattern] = []
    public var rules: [Rule] = []
    public var line: Int
  }

  public var categories: [Category] = []
  /// What could not be read, in the order of the file.
  public var losses: [DictionaryLoss] = []

  public init() {}

  /// Reads a dictionary of another program.
  ///
  /// - Parameters:
  ///   - bytes: in any of the encodings that documents may have.
  ///   - file: its name, for messages.
  /// - Throws: `DictionaryError` where nothing of it can be read.
  public static func read(
    _ bytes: [UInt8], format: Format, file: String
  ) throws(DictionaryError) -> ForeignDictionary {
    let utf8: [UInt8]
    do throws(IngestionError) { utf8 = try SourceDecoder.decode(bytes, path: file).utf8 } catch {
      throw DictionaryError(file: file, line: 1, message: error.message)
    }
    let text = String(decoding: utf8, as: UTF8.self)
    var dictionary: ForeignDictionary
    switch format {
    case .quanteda: dictionary = try QuantedaReader.read(text, file: file)
    case .liwc: dictionary = try LIWCReader.read(text, file: file)
    case .wordstat: dictionary = WordStatReader.read(text, file: file)
    case .yoshikoder: dictionary = try YoshikoderReader.read(utf8, file: file)
    }
    dictionary.categories.removeAll { $0.patterns.isEmpty && $0.rules.isEmpty }
    guard !dictionary.categories.isEmpty else {
      throw DictionaryError(
        file: file, line: 1,
        message: "no category with words was found; is it a \(format.rawValue) dictionary?")
    }
    return dictionary
  }

  /// - Parameter place: index of the category.
  mutating func add(_ pattern: Pattern, to place: Int) { categories[place].patterns.append(pattern) }
}

extension StringProtocol {
  /// The lines of a text, whatever their ends, empty ones too.
  var lines: [SubSequence] { split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" } }

  /// Without white space at both ends and byte order marks at the beginning.
  var trimmed: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace || first == "\u{FEFF}" { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

/// Something that one dictionary format says and another cannot.
public struct DictionaryLoss: Sendable, Equatable, CustomStringConvertible {
  public var file: String
  /// From 1.
  public var line: Int
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public var description: String { "\(file):\(line): \(message)" }
}

/// Why a dictionary cannot be read at all.
public struct DictionaryError: Error, Sendable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var message: String

  public var description: String { "\(file):\(line): \(message)" }
}
