/// The endings of Russian inflection, by set: one row a set, `name code:ending/variant…`.
///
/// A code is what the ending says: case (`n g d a i p`: nominative, genitive, dative, accusative, instrumental,
/// prepositional) with number (`s p`) and gender (`m f n`); `sh` short form, `cmp` comparative, `sup` superlative;
/// person with number, `pt` past, `im` imperative, `cv` converb; `pap psp prp ppp` the participles. `-` is the
/// empty ending. `щ+adj` continues with the endings of another set, so a participle shows both pieces.
///
/// A row `name~K` replaces `name` for stems in г к х, `name~S` in ж ч ш щ, `name~C` in ц, `name~V` in a vowel:
/// spelling and the form of the genitive plural follow from the last letter of the stem. Sets `v…` have
/// a twin with -ся/-сь, sets `p…` (passive participles) do not. ё is written е, as forms are folded.
enum RussianEndingTable {
  static let rows = """
    # nouns, singular (the nominative is the lemma itself)
    m      gs:а ds:у is:ом ps:е
    m~S    gs:а ds:у is:ом/ем ps:е
    m~C    gs:а ds:у is:ом/ем ps:е
    mj     gs:я ds:ю is:ем ps:е
    mij    gs:я ds:ю is:ем ps:и
    f      gs:ы ds:е as:у is:ой/ою
    f~K    gs:и ds:е as:у is:ой/ою
    f~S    gs:и ds:е as:у is:ей/ею/ой/ою
    f~C    gs:ы ds:е as:у is:ей/ею/ой/ою
    fj     gs:и ds:е as:ю is:ей/ею
    fij    gs:и as:ю is:ей/ею
    fsoft  gs:и is:ью
    n      ns:о gs:а ds:у is:ом ps:е
    n~S    ns:е/о gs:а ds:у is:ем/ом
    n~C    ns:е/о gs:а ds:у is:ем/ом
    nj     ns:е gs:я ds:ю is:ем
    nij    ns:е gs:я ds:ю is:ем ps:и
    nmya   gs:и is:ем
    # nouns, plural without the genitive
    pl     np:ы dp:ам ip:ами pp:ах
    pl~K   np:и dp:ам ip:ами pp:ах
    pl~S   np:и dp:ам ip:ами pp:ах
    pla    np:а dp:ам ip:ами pp:ах
    ple    np:е dp:ам ip:ами pp:ах
    plj    np:и dp:ям ip:ями pp:ях
    plja   np:я dp:ям ip:ями pp:ях
    plmi   ip:ьми
    # genitive plural
    g0     gp:-
    gov    gp:ов
    gov~S  gp:ей
    gov~C  gp:ов/ев
    gev    gp:ев
    gej    gp:ей
    gsoft  gp:ь
    # surnames in -ов -ин, possessive adjectives, сам
    surm   gs:а ds:у is:ым ps:е
    surf   ns:а gs:ой as:у is:ою
    surpl  np:ы gp:ых ip:ыми
    poss   nsf:а nsn:о np:ы gsm:а/ого dsm:у/ому ism:ым psm:ом gsf:ой isf:ою gp:ых ip:ыми
    pron   nsf:а nsn:о np:и gsm:ого dsm:ому ism:им psm:ом gsf:ой isf:ою asf:у gp:их ip:ими
    # adjectives
    adj    nsm:ый nsf:ая nsn:ое np:ые gsm:ого dsm:ому ism:ым psm:ом asf:ую gsf:ой isf:ою gp:ых ip:ыми
    adj~K  nsm:ий nsf:ая nsn:ое np:ие gsm:ого dsm:ому ism:им psm:ом asf:ую gsf:ой isf:ою gp:их ip:ими
    adj~S  nsm:ий nsf:ая nsn:ее/ое np:ие gsm:его/ого dsm:ему/ому ism:им psm:ем/ом asf:ую gsf:ей/ой isf:ею/ою gp:их ip:ими
    adj~C  nsm:ый nsf:ая nsn:ее np:ые gsm:его dsm:ему ism:ым psm:ем asf:ую gsf:ей isf:ею gp:ых ip:ыми
    adjj   nsm:ий nsf:яя nsn:ее np:ие gsm:его dsm:ему ism:им psm:ем asf:юю gsf:ей isf:ею gp:их ip:ими
    adjb   nsf:я nsn:е np:и gsm:его dsm:ему ism:им psm:ем asf:ю gsf:ей isf:ею gp:их ip:ими
    adjf   nsf:ая np:ые asf:ую gsf:ой isf:ою gp:ых dp:ым ip:ыми
    adjf~K nsf:ая np:ие asf:ую gsf:ой isf:ою gp:их dp:им ip:ими
    adjf~S nsf:ая np:ие asf:ую gsf:ей/ой isf:ею/ою gp:их dp:им ip:ими
    adjn   nsn:ое np:ые gsn:ого dsn:ому isn:ым psn:ом gp:ых ip:ыми
    adjn~K nsn:ое np:ие gsn:ого dsn:ому isn:им psn:ом gp:их ip:ими
    adjn~S nsn:ее/ое np:ие gsn:его/ого dsn:ему/ому isn:им psn:ем/ом gp:их ip:ими
    adjp   np:ые gp:ых dp:ым ip:ыми
    adjp~K np:ие gp:их dp:им ip:ими
    adjp~S np:ие gp:их dp:им ip:ими
    adjm   gsm:ого dsm:ому ism:ым psm:ом np:ые gp:ых ip:ыми
    adjm~K gsm:ого dsm:ому ism:им psm:ом np:ие gp:их ip:ими
    adjm~S gsm:его/ого dsm:ему/ому ism:им psm:ем/ом np:ие gp:их ip:ими
    short  !shf:а !shn:о !shp:ы
    short~K !shf:а !shn:о !shp:и
    short~S !shf:а !shn:о !shp:и
    shortj !shf:я !shp:и
    short0 !shm:-
    cmpee  cmp:ее/ей
    cmpe   cmp:е
    sup    sup:ейш+adj~S
    supa   sup:айш+adj~S
    sya    re:ся
    s      re:сь
    adjsya re:-+adj~S+ся
    ord    nsm:й/ый/ий/ой nsf:я/ая nsn:е/ое np:е/ые/ие gsm:го/ого/его dsm:му/ому ism:м/ым/им/ом asf:ю/ую gsf:й/ой/ей gp:х/ых/их ip:ми/ыми/ими
    # verbs: past stem
    vpast  ptm:л ptf:ла ptn:ло ptp:ли !cv:в/вши !psp:вш+adj~S
    vpast0 ptm:-
    vpastC ptf:ла ptn:ло ptp:ли cv:ши !psp:ш+adj~S
    vpastL ptm:л ptf:ла ptn:ло ptp:ли
    vpsp   !psp:ш+adj~S
    # verbs: present stem
    vpresj 1s:ю 2s:ешь 3s:ет 1p:ем 2p:ете 3p:ют !ims:й !imp:йте !cv:я !pap:ющ+adj~S
    vpres  1s:у 2s:ешь 3s:ет 1p:ем 2p:ете 3p:ут !ims:и !imp:ите !cv:я !pap:ущ+adj~S
    vpres~S1s:у 2s:ешь 3s:ет 1p:ем 2p:ете 3p:ут !ims:и !imp:ите !cv:а !pap:ущ+adj~S
    vpresu 1s:у 3p:ут !ims:и !imp:ите !pap:ущ+adj~S
    vprese 2s:ешь 3s:ет 1p:ем 2p:ете
    vfin   1s:ю 2s:ешь 3s:ет 1p:ем 2p:ете 3p:ют !pap:ющ+adj~S
    vsec   2s:ишь 3s:ит 1p:им 2p:ите 3p:ят !ims:и/ь !imp:ьте !cv:я !pap:ящ+adj~S
    vsec~S 2s:ишь 3s:ит 1p:им 2p:ите 3p:ат !ims:и/ь !imp:ьте !cv:а !pap:ащ+adj~S
    vsec~V 2s:ишь 3s:ит 1p:им 2p:ите 3p:ят !ims:и/й !imp:йте !cv:я !pap:ящ+adj~S
    v1s    1s:ю
    v1s~S  1s:у
    vimj   !ims:й !imp:йте
    vimb   !ims:ь !imp:ьте
    vimi   !ims:и !imp:ите
    vcv    !cv:я
    vcv~S  !cv:а
    # verbs: passive participles
    shp    shf:а shn:о shp:ы
    shp0   shm:-
    pprj   !prp:ем+adj prp:ем+shp prp:ем+shp0
    pprs   !prp:им+adj prp:им+shp prp:им+shp0
    ppro   !prp:ом+adj prp:ом+shp prp:ом+shp0
    pnn    !ppp:нн+adj ppp:н+shp ppp:н+shp0
    penn   !ppp:енн+adj ppp:ен+shp ppp:ен+shp0
    pen    !ppp:ен+adj
    pn1    !ppp:н+adj
    pt     !ppp:т+adj ppp:т+shp ppp:т+shp0
    # the form is the stem
    word   wf:-
    """

  /// What a code of the table says, in words. Unknown codes give nil.
  static func gloss(_ code: String) -> String? {
    if let fixed = fixedGlosses[code] { return fixed }
    let letters = Array(code)
    guard letters.count == 2 || letters.count == 3 else { return nil }
    if let person = persons[letters[0]], let number = numbers[letters[1]], letters.count == 2 {
      return person + " " + number
    }
    guard let name = cases[letters[0]], let number = numbers[letters[1]] else { return nil }
    guard letters.count == 3 else { return name + " " + number }
    guard let gender = genders[letters[2]] else { return nil }
    return name + " " + number + " " + gender
  }

  private static let fixedGlosses = [
    "shm": "short form, masculine", "shf": "short form, feminine", "shn": "short form, neuter",
    "shp": "short form, plural", "cmp": "comparative", "sup": "superlative", "re": "reflexive",
    "inf": "infinitive", "ptm": "past, masculine", "ptf": "past, feminine", "ptn": "past, neuter",
    "ptp": "past, plural", "ims": "imperative", "imp": "imperative plural", "cv": "converb",
    "pap": "present active participle", "psp": "past active participle",
    "prp": "present passive participle", "ppp": "past passive participle", "wf": "listed form",
  ]
  private static let persons: [Character: String] = [
    "1": "1st person", "2": "2nd person", "3": "3rd person",
  ]
  private static let numbers: [Character: String] = ["s": "singular", "p": "plural"]
  private static let genders: [Character: String] = [
    "m": "masculine", "f": "feminine", "n": "neuter",
  ]
  private static let cases: [Character: String] = [
    "n": "nominative", "g": "genitive", "d": "dative", "a": "accusative", "i": "instrumental",
    "p": "prepositional",
  ]
}
