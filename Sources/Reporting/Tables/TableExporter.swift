import Tabulation

/// One file format of tables. A format is one file with one type, listed in `TableExporters.all`.
public protocol TableExporter: Sendable {
  /// What users write in a pipeline, such as `csv`.
  var name: String { get }
  /// With which the file's name ends, without the dot.
  var fileExtension: String { get }
  /// Whether the words in the file are of one language, so that there is a file for each.
  var isTranslated: Bool { get }

  /// The file's content.
  ///
  /// - Parameter language: the language of headings and labels, where the format has only one.
  func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8]
}

extension TableExporter {
  public var isTranslated: Bool { false }
}

public enum TableExporters {
  /// Every format, in the order in which they are listed to users.
  public static let all: [any TableExporter] = [
    CSVExporter(), WideCSVExporter(), JSONExporter(), MarkdownExporter(), LaTeXExporter(), SPSSExporter(),
    VegaLiteExporter(),
  ]

  /// The format of a name such as `csv`, or nil.
  public static func named(_ name: String) -> (any TableExporter)? {
    all.first { $0.name == name }
  }
}
