import Ingestion

/// Reads Yoshikoder's `.ykd`: XML with `cnode` for categories and `pnode` for patterns; the outermost `cnode` is the
/// dictionary itself.
enum YoshikoderReader {
  static func read(_ utf8: [UInt8], file: String) throws(DictionaryError) -> ForeignDictionary {
    let outline = XMLOutline(utf8)
    var dictionary = ForeignDictionary()
    if let problem = outline.problem {
      guard !outline.elements.isEmpty else {
        throw DictionaryError(
          file: file, line: problem.line, message: "not readable as XML: \(problem.message)")
      }
      dictionary.losses.append(
        DictionaryLoss(
          file: file, line: problem.line,
          message: "not well-formed XML: \(problem.message); what follows may be missing"))
    }
    guard let root = outline.elements.first, root.name == "dictionary" else {
      throw DictionaryError(
        file: file, line: outline.elements.first?.line ?? 1, message: "the root element is not <dictionary>")
    }
    let isExpression = root.attributes["patternengine"]?.lowercased().hasPrefix("reg") ?? false
    /// Open categories: their depth, name and place; the dictionary itself has none.
    var open: [(depth: Int, name: String, place: Int?)] = []
    for element in outline.elements.dropFirst() {
      open.removeAll { $0.depth >= element.depth }
      let name = element.attributes["name"] ?? ""
      switch element.name {
      case "cnode":
        let place = open.isEmpty ? nil : dictionary.categories.count
        if place != nil {
          dictionary.categories.append(
            ForeignDictionary.Category(path: open.dropFirst().map(\.name) + [name], line: element.line))
        }
        open.append((element.depth, name, place))
      case "pnode":
        let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        guard let place = open.last?.place else {
          dictionary.losses.append(
            DictionaryLoss(file: file, line: element.line, message: "'\(name)' stands in no category"))
          continue
        }
        guard !isExpression || words.allSatisfy({ $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" })
        else {
          dictionary.losses.append(
            DictionaryLoss(
              file: file, line: element.line, message: "'\(name)': regular expressions cannot be carried"))
          continue
        }
        dictionary.add(ForeignDictionary.Pattern(text: words, line: element.line), to: place)
      default:
        dictionary.losses.append(
          DictionaryLoss(
            file: file, line: element.line, message: "<\(element.name)> is no part of a dictionary"))
      }
    }
    return dictionary
  }
}
