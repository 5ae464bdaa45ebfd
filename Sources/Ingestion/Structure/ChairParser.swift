/// Who chaired the session or signed as its head: from the signatures, else from how the text opens.
enum ChairParser {
  /// The chair as written, in the nominative.
  ///
  /// For minutes the opening is asked too: where it names the person that signed, in a fuller form, that form is
  /// taken.
  static func chair(in lines: [MetadataParser.Line], kind: Metadata.Kind) -> String? {
    let signed = signer(of: lines)
    guard signed == nil || kind == .protocol || kind == .hearing else { return signed }
    let openings = lines.prefix(MetadataParser.headLength).filter { line in
      line.role != .agenda && line.role != .signature && line.length < 1500
        && (line.classes.contains(.chair) || kind == .hearing && line.classes.contains(.secretary))
    }
    let opened =
      openings.lazy.compactMap { presiding(in: $0.reading.folded, isSure: true, kind) }.first
      ?? (signed == nil
        ? openings.lazy.compactMap { presiding(in: $0.reading.folded, isSure: false, kind) }.first : nil)
    guard let signed else { return opened }
    guard let opened, PersonIdentity(opened).isSame(as: PersonIdentity(signed)) else { return signed }
    return opened.utf8.count > signed.utf8.count ? opened : signed
  }

  // MARK: Signatures

  private static let signing = Vocabulary<Bool>([
    (
      true,
      "председател(ь|я) төраға(|сы) төрағалық төрайым(|ы) председательствующ(ий|ая) председательствовал(|а)"
    )
  ])
  private static let secretaries = Vocabulary<Bool>([(true, "секретар* хатшы* вела вел")])

  /// A signature that names a chair's office; its name may stand on a later line.
  private static func signer(of lines: [MetadataParser.Line]) -> String? {
    // Offices whose names stand on later lines, in order: whether each is a chair's.
    var waiting: [Bool] = []
    for line in lines where line.role == .signature {
      let text = line.reading.folded
      let offices = text.words.compactMap { word -> Bool? in
        if signing.meaning(text, word) != nil { return true }
        return secretaries.meaning(text, word) != nil ? false : nil
      }
      if offices.contains(true), let name = signer(in: text) { return name }
      let names = NameReader(text).all()
      if names.isEmpty {
        waiting += offices
      } else if offices.isEmpty {
        for name in names where !waiting.isEmpty {
          if waiting.removeFirst() { return name.text }
        }
      }
    }
    return nil
  }

  /// `Председатель сессии Т. Касенов. Секретарь маслихата Р. Бейсеков`: the first name after the chair's word.
  private static func signer(in text: FoldedText) -> String? {
    let reader = NameReader(text)
    guard let last = text.words.last(where: { signing.meaning(text, $0) != nil }) else { return nil }
    let end = Int(text.ends[last.end - 1])
    let isAlone = !text.words.contains { secretaries.meaning(text, $0) != nil }
    let atEnd = reader.name(endingAt: text.words.count)?.text
    if isAlone, let atEnd { return atEnd }
    let names = reader.all()
    // «Асхат Шакәрімов, мәслихат төрағасы»
    return names.first { $0.span.lowerBound >= end }?.text ?? atEnd ?? (isAlone ? names.last?.text : nil)
  }

  // MARK: Openings

  /// Words that tell who presided; a chair's office alone may be that of a commission or a guest.
  private static let sure = Vocabulary<Bool>([
    (
      true,
      """
      председательств* вел вела вели ведет открыл открыла провел провела төрағалық* төрағалығы* жүргізген жүргізгендер \
      жүргізді жүргізіп жүргізуші* басқарды басқарған ашты ашқан ведущ(ий|ая) модератор(|ы)
      """
    )
  ])
  /// Who leads, before the name: `Ведущая слушаний – депутат Ахметова И.Ж., секретарь – …`.
  private static let leaders = Vocabulary<Bool>([
    (true, "ведущ(ий|ая) модератор председательствующ(ий|ая) жүргізуші(|сі)")
  ])
  private static let leaderReach = 8
  /// Who received citizens.
  private static let receiving = Vocabulary<Bool>([(true, "қабылдаған қабылдады принял(|а) принимал(|а)")])
  private static let staff = Vocabulary<Bool>([(true, "специалист* маман*")])

  /// `ведущий специалист` leads nothing.
  private static func isStaff(_ text: FoldedText, _ index: Int) -> Bool {
    text.words[safe: index].map { staff.meaning(text, $0) != nil } ?? false
  }

  private static let offices = Vocabulary<Bool>([(true, "председател* төраға* төрайым*")])
  /// Those whose chair is the session's: `председатель сессии`, `сессия төрағасы`, `председатель слушаний`.
  private static let sittings = Vocabulary<Bool>([
    (true, "сесси* отырыс* заседани* слушани* тыңдау* жиын* жиналыс*")
  ])

  /// `под председательством Болата Сарсенбекова`, `Заседание вёл Мурат Жетибаев`, `Жиынды төраға Сайлаубек Есенов
  /// басқарды`, `Болат Тұрғараевтың төрағалығымен`: the name nearest to the word, names after it preferred.
  ///
  /// - Parameter isSure: only by words for presiding and the chair of the session; else by any chair's office.
  private static func presiding(in text: FoldedText, isSure: Bool, _ kind: Metadata.Kind) -> String? {
    let reader = NameReader(text)
    let names = reader.all().filter { !isNamesake(text, $0.words) }
    for index in text.words.indices where text.words[index].kind == .letters {
      let word = text.words[index]
      let isVerb =
        sure.meaning(text, word) != nil && !isStaff(text, index + 1)
        || kind == .hearing && receiving.meaning(text, word) != nil
      let isOffice = !isVerb && offices.meaning(text, word) != nil
      guard isVerb || isOffice && (!isSure || isOfSitting(text, index)) else { continue }
      // A Kazakh genitive before the word hides the surname's ending.
      if let name = reader.name(endingAt: index), name.words.count > 1, hasGenitive(name.text) {
        return kazakhNominative(name.text)
      }
      let at = Int(text.offsets[word.start])
      if isVerb {
        if leaders.meaning(text, word) != nil, let name = names.first(where: { $0.words.lowerBound > index }),
          name.words.lowerBound - index <= leaderReach,
          !(index..<name.words.lowerBound).contains(where: { text.isMark($0, 0x2C) || text.isMark($0, 0x2E) })
        {
          return name.text
        }
        // Several who led together: the one with an office, or none.
        let sentence = Self.sentence(around: index, text)
        let beside = names.filter { sentence.contains($0.words.lowerBound) }
        if let head = beside.first(where: { isAfterOffice(text, $0.words.lowerBound) }) { return head.text }
        if beside.count > 1, kind == .hearing { return nil }
        // A name whose surname has no telling ending stands right beside the verb.
        if beside.isEmpty, let name = reader.name(endingAt: index) ?? reader.name(at: index + 1) {
          return name.text
        }
      }
      guard let near = names.min(by: { distance($0.span, at) < distance($1.span, at) }),
        distance(near.span, at) < reach
      else { continue }
      let form = String(decoding: text.skeleton[word.start..<word.end], as: UTF16.self)
      let isGenitive = form == "председательством" && near.span.lowerBound > at
      return isGenitive ? nominative(near.text) : near.text
    }
    return nil
  }

  /// `района имени Габита Мусрепова`, `Ғабит Мүсірепов атындағы аудан`: a place, street or school bears the name.
  private static func isNamesake(_ text: FoldedText, _ name: Range<Int>) -> Bool {
    let before = text.isMark(name.lowerBound - 1, 0x2E) ? name.lowerBound - 2 : name.lowerBound - 1
    return [before, name.upperBound].contains { index in
      text.words[safe: index].map { Term.vocabulary.meaning(text, $0) == .named } ?? false
    }
  }

  /// The words between full stops; the stop of an initial is none.
  private static func sentence(around index: Int, _ text: FoldedText) -> Range<Int> {
    func ends(_ at: Int) -> Bool { text.isMark(at, 0x2e) && (text.words[safe: at - 1]?.count ?? 0) > 2 }
    let start = text.words.indices[..<index].last(where: ends) ?? 0
    let end = text.words.indices[index...].first(where: ends) ?? text.words.count
    return start..<end
  }

  private static let heads = Vocabulary<Bool>([
    (true, "председател(ь|я|ем) төраға(|сы) төрайым(|ы) секретар(ь|я|ем) хатшы(|сы)")
  ])

  /// The office of a council's head or secretary stands right before, `маслихата` or `сессии` between.
  private static func isAfterOffice(_ text: FoldedText, _ name: Int) -> Bool {
    for index in stride(from: name - 1, through: max(0, name - 5), by: -1) {
      guard let word = text.words[safe: index], word.kind == .letters || text.isHyphen(index) else {
        return false
      }
      if word.kind == .letters, heads.meaning(text, word) != nil { return true }
    }
    return false
  }

  /// Between a word for presiding and the name. Bytes.
  private static let reach = 150

  private static func isOfSitting(_ text: FoldedText, _ index: Int) -> Bool {
    [index - 1, index + 1].contains { beside in
      text.words[safe: beside].map { sittings.meaning(text, $0) != nil } ?? false
    }
  }

  private static func distance(_ span: Range<Int>, _ at: Int) -> Int {
    span.lowerBound >= at ? span.lowerBound - at : at - span.upperBound + 20
  }

  private static let kazakhGenitives = ["ның", "нің", "дың", "дің", "тың", "тің"]

  private static func hasGenitive(_ name: String) -> Bool { kazakhGenitives.contains(where: name.hasSuffix) }

  /// `Болат Тұрғараевтың` → `Болат Тұрғараев`.
  static func kazakhNominative(_ name: String) -> String {
    for ending in kazakhGenitives where name.hasSuffix(ending) && name.count > ending.count + 4 {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// A man's or woman's name from the genitive or, for a woman, the accusative: `Болата Сарсенбекова` → `Болат
  /// Сарсенбеков`, `Айгерим Оразовой` → `Айгерим Оразова`, `Г.Мухтаровой` → `Г.Мухтарова`, `Омарова Д.С.` → `Омаров Д.С.`
  static func nominative(_ name: String) -> String {
    var words = name.split(separator: " ").map(String.init)
    // The surname is the last word without a full stop.
    guard let at = words.lastIndex(where: { !$0.hasSuffix(".") }) else { return name }
    let surname = words[at]
    if surname.hasSuffix("ой") {
      words[at] = surname.dropLast(2) + "а"
      return words.joined(separator: " ")
    }
    if ["ову", "еву", "ину", "ыну"].contains(where: { surname.hasSuffix($0) }) {
      words[at] = surname.dropLast() + "а"
      return words.joined(separator: " ")
    }
    guard ["ова", "ева", "ина", "ына"].contains(where: { surname.hasSuffix($0) }) else { return name }
    words[at] = String(surname.dropLast())
    for index in words.indices where index < at && !words[index].contains(".") {
      if words[index].hasSuffix("а") { words[index].removeLast() }
      if words[index].hasSuffix("я") { words[index] = words[index].dropLast() + "й" }
    }
    return words.joined(separator: " ")
  }
}
