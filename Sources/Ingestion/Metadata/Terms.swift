/// What a word says about councils, their places, sessions and acts.
enum Term: Sendable, Equatable {
  case council, oblastCouncil, cityCouncil, districtCouncil
  case oblast, oblastAdjective, district, districtAdjective, city, cityAdjective
  case kazakhOblast, kazakhOblastAdjective, kazakhDistrict, kazakhDistrictAdjective, kazakhCity,
    kazakhCityAdjective
  case ruralDistrict, community, assembly
  case named
  case session, convocation, elected, regular, extraordinary, irregular, beyond
  case decision, ruling, order
  case from, year

  /// One table for both languages: a Russian text holds Kazakh words and the other way round.
  static let vocabulary = Vocabulary<Term>([
    (.council, "маслихат* мэслихат*"),
    (.oblastCouncil, "облмаслихат*"), (.cityCouncil, "гормаслихат*"), (.districtCouncil, "раймаслихат*"),
    (.oblastAdjective, "областн*"), (.oblast, "област(ь|и|ью|ей|ям|ями|ях) обл"),
    (.districtAdjective, "районн*"), (.district, "район(|а|у|е|ом|ы|ов|ам|ами|ах) р-н"),
    (.cityAdjective, "городск*"), (.city, "город(|а|у|е|ом|ов|ам|ами|ах) г гор"),
    (.kazakhOblastAdjective, "облыстык*"), (.kazakhOblast, "облысы* облыс(|тын|та|тан|ка)"),
    (.kazakhDistrictAdjective, "аудандык*"), (.kazakhDistrict, "ауданы* аудан(|нын|да|нан|га)"),
    (.kazakhCityAdjective, "калалык*"), (.kazakhCity, "каласы* кала(|нын|да|дан|га) к"),
    (.ruralDistrict, "округ*"), (.community, "сообществ* қоғамдастық*"),
    (.assembly, "собрани* сход* жиналыс* жиын*"),
    (.named, "имени им атындагы атын"),
    (.session, "сесси*"),
    (.convocation, "созыв* шакырылым* шакырылган*"), (.elected, "сайланган"),
    (.extraordinary, "внеочередн*"), (.regular, "очередн* кезекти*"), (.irregular, "кезектен"),
    (.beyond, "тыс"),
    (.decision, "решени* шешим*"), (.ruling, "постановлени* каулы*"), (.order, "распоряжени* оким* буйры*"),
    (.from, "от"),
    (.year, "год(|а|у|ом|ы) г жылгы жылдын жылы жыл ж жылда"),
  ])

  /// The meaning of every word of a text, in order.
  static func terms(of text: FoldedText) -> [Term?] {
    let vocabulary = Term.vocabulary
    return text.words.map { vocabulary.meaning(text, $0) }
  }
}
