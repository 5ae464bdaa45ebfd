import Tabulation

/// Syntax that reads the table's CSV into SPSS or PSPP, with labels in the three languages.
///
/// The syntax defines a macro for each language and calls one; another line in its end changes the language:
///
/// ```
/// !label_en.
/// ```
public struct SPSSExporter: TableExporter {
  public init() {}

  public var name: String { "spss" }
  public var fileExtension: String { "sps" }

  public func bytes(of table: CrossTable, in language: LabelLanguage) -> [UInt8] {
    let dimensions = [(table.rowDimension, table.rows), (table.columnDimension, table.columns)]
    var syntax = """
      * \(SPSSExporter.comment(table.label[.en])).
      * Run it in the folder of \(table.id).csv, or write the folder's path before the file's name.
      PRESERVE.
      SET DECIMAL=DOT.
      GET DATA
        /TYPE=TXT
        /FILE='\(table.id).csv'
        /ENCODING='UTF8'
        /ARRANGEMENT=DELIMITED
        /DELCASE=LINE
        /FIRSTCASE=2
        /DELIMITERS=","
        /QUALIFIER='"'
        /VARIABLES=

      """
    var variables = ["table_id A\(SPSSExporter.width([table.id]))"]
    for (index, (dimension, keys)) in dimensions.enumerated() {
      let name = SPSSExporter.variable(dimension.key, index)
      variables.append("\(name) A\(SPSSExporter.width(keys.map(\.key)))")
      for language in LabelLanguage.allCases {
        variables.append(
          "\(name)_\(language.rawValue) A\(SPSSExporter.width(keys.map { $0.label[language] }))")
      }
    }
    for field in TableField.all { variables.append("\(field.name) \(SPSSExporter.format(field.kind))") }
    syntax += variables.map { "    \($0)" }.joined(separator: "\n") + ".\n"
    for language in LabelLanguage.allCases {
      syntax += "\nDEFINE !label_\(language.rawValue) ()\n"
      syntax += labels(dimensions, language) + "!ENDDEFINE.\n"
    }
    syntax += "\n!label_\(language.rawValue).\nRESTORE.\nEXECUTE.\n"
    return [0xEF, 0xBB, 0xBF] + Array(syntax.utf8)
  }

  private func labels(_ dimensions: [(TableKey, [TableKey])], _ language: LabelLanguage) -> String {
    var text = ""
    for (index, (dimension, keys)) in dimensions.enumerated() {
      let name = SPSSExporter.variable(dimension.key, index)
      text += "VARIABLE LABELS \(name) \(SPSSExporter.quoted(dimension.label[language], 255)).\n"
      if keys.isEmpty { continue }
      text += "VALUE LABELS \(name)"
      for key in keys {
        text +=
          "\n  \(SPSSExporter.quoted(key.key, 120)) \(SPSSExporter.quoted(key.label[language], 120))"
      }
      text += ".\n"
    }
    for field in TableField.all {
      text += "VARIABLE LABELS \(field.name) \(SPSSExporter.quoted(field.label[language], 255)).\n"
    }
    return text
  }

  /// A name that SPSS takes: Latin letters, digits and `_`, beginning with a letter, at most 24 long so that
  /// `_kk` fits; told apart by the dimension's place where rows and columns are of one kind.
  private static func variable(_ key: String, _ index: Int) -> String {
    var name = "d\(index + 1)_"
    for scalar in key.unicodeScalars.prefix(20) {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      name.unicodeScalars.append(isPlain ? scalar : "_")
    }
    return name
  }

  /// Bytes of the longest text, at least 1 and at most what a string variable holds.
  private static func width(_ texts: [String]) -> Int {
    min(32_767, max(1, texts.map { $0.utf8.count + 1 }.max() ?? 1))
  }

  private static func format(_ kind: TableField.Kind) -> String {
    switch kind {
    case .count: "F10.0"
    case .real: "F20.16"
    case .text: "A24"
    }
  }

  /// In apostrophes, doubled inside; cut at a number of bytes between two code points.
  static func quoted(_ text: String, _ limit: Int) -> String {
    var line = ""
    for scalar in text.unicodeScalars {
      line.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    if line.utf8.count > limit {
      while line.utf8.count > limit - 3 { line.unicodeScalars.removeLast() }
      line += "…"
    }
    return "'" + line.replacing("'", with: "''") + "'"
  }

  /// In a comment a full stop or a blank line would end it.
  private static func comment(_ text: String) -> String {
    String(text.map { $0 == "." || $0.isNewline ? " " : $0 })
  }
}
