/// A person named in a text, in Cyrillic.
public struct PersonName: Sendable, Equatable {
  public enum Form: Sendable {
    /// `Р.К. Сейтжанова`, `М. Б. Есімсейітов`.
    case initialsFirst
    /// `Сейтжанова Р.К.`
    case surnameFirst
    /// `Айгүл Нұрлан`, `Бекет Төлегенұлы`, three parts.
    case full
  }

  /// As written.
  public var text: String
  /// Bytes of the UTF-8 text.
  public var span: Range<Int>
  public var form: Form
  var words: Range<Int>

  /// The name that a text starts with.
  public static func name(atStartOf text: String) -> PersonName? { NameReader(FoldedText(text)).name(at: 0) }

  /// The name that a text ends with; a full stop that is no initial's may follow it.
  public static func name(atEndOf text: String) -> PersonName? {
    let reader = NameReader(FoldedText(text))
    return reader.name(endingAt: reader.text.words.count)
  }

  /// All names, in text order. Two capitalised words without initials count only with the ending of a surname or
  /// patronymic, so that places and institutions stay out.
  public static func names(in text: String) -> [PersonName] { NameReader(FoldedText(text)).all() }
}

struct NameReader {
  let text: FoldedText
  private let notNames = NameReader.excluded

  init(_ text: FoldedText) { self.text = text }

  func all() -> [PersonName] {
    var found: [PersonName] = []
    var index = 0
    while index < text.words.count {
      if let name = name(at: index), name.form != .full || hasSurnameEnding(name.words) {
        found.append(name)
        index = name.words.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The longest name that starts at a word.
  func name(at index: Int) -> PersonName? {
    if let end = initials(index), let last = surname(end) { return made(index..<last, .initialsFirst) }
    guard let end = surname(index) else { return nil }
    if let last = initials(end) {
      // «города Алматы С. Тойбеков»: the initials belong to the next word.
      if let next = surname(last),
        isCity(index..<end) || initials(next) == nil && hasSurnameEnding(last..<next)
      {
        return nil
      }
      return made(index..<last, .surnameFirst)
    }
    return full(index)
  }

  /// Two or three words in capitals, which a role after them makes a name: `ЕРБОЛАТ САҒЫНҒАЛИ, бөлім басшысы`.
  func capitals(at index: Int) -> PersonName? {
    guard let first = surname(index), let second = surname(first) else { return nil }
    let end = surname(second) ?? second
    let words = index..<end
    guard words.allSatisfy({ text.words[$0].kind == .mark || text.words[$0].isUpperCase }), !isPlace(words)
    else { return nil }
    return made(words, .full)
  }

  /// Whether a name alone on a line is one: two words without initials need the ending of a surname or patronymic.
  func isTelling(_ name: PersonName) -> Bool { name.form != .full || hasSurnameEnding(name.words) }

  /// The longest name that ends before a word index.
  func name(endingAt end: Int) -> PersonName? {
    for start in max(0, end - 9)..<max(0, end) {
      guard let name = name(at: start) else { continue }
      if name.words.upperBound == end { return name }
      if name.words.upperBound == end - 1, text.isMark(end - 1, 0x2E) { return name }
    }
    return nil
  }

  private func made(_ words: Range<Int>, _ form: PersonName.Form) -> PersonName {
    let span = text.span(words)
    return PersonName(text: text.string(span), span: span, form: form, words: words)
  }

  /// The end of one or two initials, each with its full stop (`И.`, `Дж.`).
  private func initials(_ index: Int) -> Int? {
    var end = index
    while end < index + 4, let word = text.words[safe: end], isInitial(word), text.isMark(end + 1, 0x2E) {
      end += 2
    }
    return end > index ? end : nil
  }

  private func isInitial(_ word: FoldedText.Word) -> Bool {
    guard word.kind == .letters, word.isCapitalised, text.fold[word.start] >= 0x400 else { return false }
    return word.count == 1 || (word.count == 2 && !word.isUpperCase)
  }

  /// The end of a capitalised Cyrillic word that can be a name, both parts of a double one.
  private func surname(_ index: Int) -> Int? {
    guard part(index) else { return nil }
    if text.isHyphen(index + 1), !(text.words[index + 1].isAfterSpace),
      let second = text.words[safe: index + 2],
      !second.isAfterSpace, part(index + 2)
    {
      return index + 3
    }
    return index + 1
  }

  private func part(_ index: Int) -> Bool {
    guard let word = text.words[safe: index], word.kind == .letters, word.isCapitalised, word.count >= 2,
      text.fold[word.start..<word.end].allSatisfy({ $0 >= 0x400 })
    else { return false }
    if text.isMark(index + 1, 0x2E), word.count == 2, !word.isUpperCase,
      text.words[safe: index + 2]?.isAfterSpace == false
    {
      return false
    }
    return notNames.meaning(text, word) == nil && !Self.isOffice(text, word)
      && Roman.value(text.fold[word.start..<word.end]) == nil
  }

  /// `Тұрғын Қ. Өтеген`, `Житель С. Ахметов`: a word for what somebody is.
  private static func isOffice(_ text: FoldedText, _ word: FoldedText.Word) -> Bool {
    switch Office.vocabulary.meaning(text, word) {
    case .chair, .head, .executive, .reporter: true
    default: false
    }
  }

  /// Two or three capitalised words in a row.
  private func full(_ index: Int) -> PersonName? {
    guard let first = surname(index), let second = surname(first), !isLocative(index) else { return nil }
    if let third = surname(second), hasPatronymic(first..<third) { return made(index..<third, .full) }
    let name = made(index..<second, .full)
    let isHeading = text.words[index].isUpperCase && text.words[first].isUpperCase
    return (isHeading && !hasSurnameEnding(name.words)) || isPlace(name.words) ? nil : name
  }

  /// `Түйінінде` (in conclusion) before a name is none of it.
  private func isLocative(_ index: Int) -> Bool { NameReader.locatives.contains { ends(index, with: $0) } }

  private func isCity(_ words: Range<Int>) -> Bool {
    let key = words.flatMap { index -> [UInt16] in
      let word = text.words[index]
      return word.kind == .letters ? Array(text.skeleton[word.start..<word.end]) : []
    }
    return Gazetteer.shared.isCity(key)
  }

  /// `Регламент Кентауский`, `Әулие Түркістан`: an adjective of a place, or a city's name at the end.
  private func isPlace(_ words: Range<Int>) -> Bool {
    let adjective = words.contains { index in
      let word = text.words[index]
      return Gazetteer.shared.isAdjective(Array(text.skeleton[word.start..<word.end]))
    }
    return adjective || isCity(words.upperBound - 1..<words.upperBound)
  }

  private func hasPatronymic(_ words: Range<Int>) -> Bool {
    words.contains { index in NameReader.patronymics.contains { ends(index, with: $0) } }
  }

  private func hasSurnameEnding(_ words: Range<Int>) -> Bool {
    words.contains { index in
      NameReader.surnames.contains { ends(index, with: $0) }
        || NameReader.patronymics.contains { ends(index, with: $0) }
    }
  }

  private func ends(_ index: Int, with ending: [UInt16]) -> Bool {
    let word = text.words[index]
    return word.count > ending.count + 1
      && text.fold[word.end - ending.count..<word.end].elementsEqual(ending)
  }

  private static let locatives = endings("ында інде нда нде")

  private static func endings(_ list: String) -> [[UInt16]] {
    list.split(separator: " ").map { Array($0.utf16) }
  }

  private static let patronymics = endings(
    "ович евич ича овича евича овичем евичем овна евна овны евны овной евной ұлы қызы улы кызы")
  private static let surnames = endings(
    "ов ев ова ева ин ина ова ову еву ым овым евым овой евой ову еву ский ская енко чук бек бай баев баева"
  )

  /// Words that start with a capital and are parts of no name: offices, bodies, countries, months, greetings.
  private static let excluded = Vocabulary<Bool>([
    (
      true,
      """
      депутат* председател* секретар* руководител* заместител* начальник* директор* министр* министерств* управлени* \
      отдел(|а|у|ом|е|ы|ов|ам) департамент(|а|у|ом|е|ы|инин) аким(|а|у|ом|е|ы|ов|ат|ата|ату|атом|ата|аты) комисси* комитет(|а|у|ом|е|ы|ов) \
      палат(|а|ы|е|у|ой) совет(|а|у|ом|е|ы) сесси* маслихат* республик* казахстан* область области областн* \
      район(|а|у|ом|е|ы|ов|ный|ного|ному|ная|ной) город(|а|у|ом|е|ской|ского|скому|ская) закон(|а|у|ом|е|ы|ов) кодекс* бюджет* \
      протокол* решени* доклад* повестк* вопрос(|а|у|ом|е|ы|ов) проект(|а|у|ом|е|ы|ов) программ* уважаем* \
      төраға(|сы|сының|сына|ның) төрағалық* хатшы* әкімдік* әкімі* әкім(|нің|ге|дің) басқарма* бөлім(|і|інің|нің|дер) басшы(|сы|сының|лары) \
      қазақстан* республикасы* облыс(|ы|ының|ында|тық|тың|та) аудан(|ы|ының|ында|дық|ның|да) \
      қала(|сы|сының|сында|лық|ның|да|дағы) заң(|ы|ының|ында|ға|ды|ның) шешім(|і|інің|ді|нің) сессия* хаттама* құрметті \
      мәселе* баяндама* министрлі* комиссия* кеңес(|і|інің|тің|те|ке) бірінші екінші үшінші \
      солтүстік оңтүстік шығыс батыс северн(|ый|ого|ая|ой) южн(|ый|ого|ая|ой) восточн(|ый|ого|ая|ой) \
      западн(|ый|ого|ая|ой) январ* феврал(|ь|я|е) март апрел(|ь|я|е) июн(|ь|я|е) июл(|ь|я|е) август(|а|е) сентябр* октябр* ноябр* декабр* \
      кто что как где это если когда мы вы он она они за по на из от до для при не но \
      да нет бұл ол біз сіз олар сол осы мен және пресс* аппарат* фракци* партия партии президент(|а|у|і|інің) \
      елбасы төрайым* орынбасар(|ы|ының) қаулы* рк қр тоо жшс ао сср приём прием слово ответ
      """
    )
  ])
}
