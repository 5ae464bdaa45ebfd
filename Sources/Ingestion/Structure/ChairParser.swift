/// Who chaired the session or signed as its head: from the signatures, else from how the text opens.
enum ChairParser {
  /// The chair as written; a Russian genitive after "под председательством" is put into the nominative.
  static func chair(in lines: [MetadataParser.Line]) -> String? {
    for line in lines where line.role == .signature {
      if let name = signer(in: line.text) { return name }
    }
    for line in lines.prefix(MetadataParser.headLength)
    where line.role != .agenda && line.text.utf8.count < 1500 && line.classes.contains(.chair) {
      if let name = presiding(in: line.text) { return name }
    }
    return nil
  }

  private static let signing = stems([
    "председатель", "төраға", "төрағасы", "төрағалық", "председательствующий",
  ])
  private static let presiding = stems([
    "председательств", "председательствовал", "председатель", "вел", "вела", "вели", "төраға", "төрағалық",
    "төрағасы", "жүргізген", "жүргізгендер", "жүргізді", "жүргізіп", "басқарды", "ашты",
  ])

  private static let secretaries = stems(["секретар", "хатшы", "вела"])

  private static func stems(_ words: [String]) -> [[UInt16]] { words.map { FoldedText($0).skeleton } }

  /// `Председатель сессии Т. Касенов. Секретарь маслихата Р. Бейсеков`: the first name after the chair's word.
  private static func signer(in line: String) -> String? {
    let text = FoldedText(line)
    let chairs = text.words.filter { word in
      signing.contains { text.skeleton[word.start..<word.end].elementsEqual($0) }
    }
    guard let last = chairs.last else { return nil }
    let end = Int(text.ends[last.end - 1])
    let isAlone = !text.words.contains { word in
      secretaries.contains { text.skeleton[word.start..<word.end].starts(with: $0) }
    }
    if isAlone, let name = PersonName.name(atEndOf: line) { return name.text }
    if let name = PersonName.names(in: line).first(where: { $0.span.lowerBound >= end }) { return name.text }
    return PersonName.name(atEndOf: line)?.text
  }

  /// `под председательством Болата Сарсенбекова`, `Заседание вёл Мурат Жетибаев`, `Жиынды төраға Сайлаубек Есенов
  /// басқарды`: the name nearest to the word, names after it preferred.
  private static func presiding(in passage: String) -> String? {
    let text = FoldedText(passage)
    let names = PersonName.names(in: passage)
    guard !names.isEmpty else { return nil }
    for word in text.words where word.kind == .letters {
      let form = text.skeleton[word.start..<word.end]
      guard presiding.contains(where: { form.starts(with: $0) && form.count <= $0.count + 3 }) else {
        continue
      }
      let at = Int(text.offsets[word.start])
      guard let near = names.min(by: { distance($0.span, at) < distance($1.span, at) }),
        distance(near.span, at) < 90
      else { continue }
      let isGenitive =
        String(decoding: form, as: UTF16.self).hasPrefix("председательств") && near.span.lowerBound > at
      return isGenitive ? nominative(near.text) : near.text
    }
    return nil
  }

  private static func distance(_ span: Range<Int>, _ at: Int) -> Int {
    span.lowerBound >= at ? span.lowerBound - at : at - span.upperBound + 20
  }

  /// A man's or woman's name from the genitive: `Болата Сарсенбекова` → `Болат Сарсенбеков`, `Айгерим Оразовой` →
  /// `Айгерим Оразова`, `Г.Мухтаровой` → `Г.Мухтарова`.
  static func nominative(_ name: String) -> String {
    var words = name.split(separator: " ").map(String.init)
    guard let surname = words.last else { return name }
    if surname.hasSuffix("ой") {
      words[words.count - 1] = surname.dropLast(2) + "а"
      return words.joined(separator: " ")
    }
    let isMasculine = ["ова", "ева", "ина", "ына"].contains { surname.hasSuffix($0) }
    guard isMasculine else { return name }
    words[words.count - 1] = String(surname.dropLast())
    for index in words.indices.dropLast() where !words[index].contains(".") {
      if words[index].hasSuffix("а") { words[index].removeLast() }
      if words[index].hasSuffix("я") { words[index] = words[index].dropLast() + "й" }
    }
    return words.joined(separator: " ")
  }
}
