import Testing

@testable import Linguistics

/// Does a lexeme take a form? One row a question, with the reason.
struct KazakhRow: Sendable, CustomTestStringConvertible {
  var form: String
  var lexeme: Lexeme
  var isAccepted: Bool
  var reason: String

  var testDescription: String { "\(form) of \(lexeme.lemma): \(reason)" }

  static let all: [KazakhRow] = table.split(separator: "\n").compactMap { line in
    let columns = line.split(separator: "|").map { $0.drop { $0 == " " } }.map(trimmed)
    guard columns.count == 5 else { return nil }
    return KazakhRow(
      form: columns[0], lexeme: Lexeme(lemma: columns[1], partOfSpeech: PartOfSpeech(rawValue: columns[2])),
      isAccepted: columns[3] == "yes", reason: columns[4])
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  static let table = """
    # Number and case of nouns: harmony and assimilation
    адамдар                | адам           | NOUN  | yes | plural after a nasal: -дар
    қалалар                | қала           | NOUN  | yes | plural after a vowel: -лар
    аттар                  | ат             | NOUN  | yes | plural after a voiceless consonant: -тар
    қыздар                 | қыз            | NOUN  | yes | plural after з: -дар
    үйлер                  | үй             | NOUN  | yes | plural after й: -лер
    таулар                 | тау            | NOUN  | yes | plural after у: -лар
    көлдер                 | көл            | NOUN  | yes | plural after л: -дер
    жерлер                 | жер            | NOUN  | yes | plural after р: -лер
    адамлар                | адам           | NOUN  | no  | plural after a nasal is -дар
    қалалер                | қала           | NOUN  | no  | front suffix after a back stem
    аттер                  | ат             | NOUN  | no  | front suffix after a back stem
    үйдер                  | үй             | NOUN  | no  | plural after й is -лер
    адамның                | адам           | NOUN  | yes | genitive after a nasal: -ның
    қыздың                 | қыз            | NOUN  | yes | genitive after з: -дың
    аттың                  | ат             | NOUN  | yes | genitive after a voiceless consonant
    даланың                | дала           | NOUN  | yes | genitive after a vowel
    адамдың                | адам           | NOUN  | no  | genitive after a nasal is -ның
    адамды                 | адам           | NOUN  | yes | accusative after a nasal: -ды
    қаланы                 | қала           | NOUN  | yes | accusative after a vowel: -ны
    аттыны                 | ат             | NOUN  | no  | no double accusative
    адамға                 | адам           | NOUN  | yes | dative
    атқа                   | ат             | NOUN  | yes | dative after a voiceless consonant
    мектепке               | мектеп         | NOUN  | yes | dative after п keeps п
    атға                   | ат             | NOUN  | no  | dative after a voiceless consonant is -қа
    үйде                   | үй             | NOUN  | yes | locative
    мектепте               | мектеп         | NOUN  | yes | locative after a voiceless consonant
    мектепде               | мектеп         | NOUN  | no  | locative after a voiceless consonant is -те
    адамнан                | адам           | NOUN  | yes | ablative after a nasal
    аттан                  | ат             | NOUN  | yes | ablative after a voiceless consonant
    қаладан                | қала           | NOUN  | yes | ablative after a vowel
    адамдан                | адам           | NOUN  | no  | ablative after a nasal is -нан
    адаммен                | адам           | NOUN  | yes | instrumental
    қызбен                 | қыз            | NOUN  | yes | instrumental after з: -бен
    атпен                  | ат             | NOUN  | yes | instrumental after a voiceless consonant
    қалаңменен             | қала           | NOUN  | yes | long instrumental
    қызмен                 | қыз            | NOUN  | no  | instrumental after з is -бен
    тастай                 | тас            | NOUN  | yes | equative
    баладайын              | бала           | NOUN  | yes | emphatic equative
    # Possessives, with case
    балам                  | бала           | NOUN  | yes | my
    балаң                  | бала           | NOUN  | yes | your
    баласы                 | бала           | NOUN  | yes | his: -сы after a vowel
    баламыз                | бала           | NOUN  | yes | our
    балаңыз                | бала           | NOUN  | yes | your, polite
    үйім                   | үй             | NOUN  | yes | my, after a consonant
    тауы                   | тау            | NOUN  | yes | у counts as a consonant
    суы                    | су             | NOUN  | yes | у counts as a consonant
    үйсі                   | үй             | NOUN  | no  | -сі stands after vowels only
    балаы                  | бала           | NOUN  | no  | the possessive after a vowel is -сы
    балама                 | бала           | NOUN  | yes | dative after my: -а
    балаңа                 | бала           | NOUN  | yes | dative after your: -а
    баламызға              | бала           | NOUN  | yes | dative after our: -ға
    баласына               | бала           | NOUN  | yes | dative after his: -на
    баласыға               | бала           | NOUN  | no  | dative after his is -на
    баласын                | бала           | NOUN  | yes | accusative after his: -н
    баласында              | бала           | NOUN  | yes | locative after his: -нда
    баласынан              | бала           | NOUN  | yes | ablative after his: -нан
    баласымен              | бала           | NOUN  | yes | instrumental after his
    баласының              | бала           | NOUN  | yes | genitive after his
    балаларымыздың         | бала           | NOUN  | yes | plural, our, genitive
    көзқарасымша           | көзқарас       | NOUN  | yes | in my opinion
    ойынша                 | ой             | NOUN  | yes | in his opinion
    # Words made of cases
    қаладағы               | қала           | NOUN  | yes | attributive -дағы
    елдегілер              | ел             | NOUN  | yes | those in the country
    елдегілердің           | ел             | NOUN  | yes | of those in the country
    ішіндегі               | іш             | NOUN  | yes | attributive after his
    арасындағысы           | ара            | NOUN  | yes | possessive after an attributive
    мектептегі             | мектеп         | NOUN  | yes | attributive after a voiceless consonant
    баланікі               | бала           | NOUN  | yes | belonging to the child
    адамнікі               | адам           | NOUN  | yes | after a nasal
    аттікін                | ат             | NOUN  | yes | accusative of what belongs to the horse
    қызметкермін           | қызметкер      | NOUN  | yes | I am an employee
    депутатсың             | депутат        | NOUN  | yes | you are a deputy
    депутатпыз             | депутат        | NOUN  | yes | we are deputies
    # Stem changes of nouns
    кітабы                 | кітап          | NOUN  | yes | п becomes б before a vowel
    кітабымнан             | кітап          | NOUN  | yes | п becomes б before a vowel
    қазағы                 | қазақ          | NOUN  | yes | қ becomes ғ before a vowel
    қазақы                 | қазақ          | NOUN  | no  | қ does not stay before a vowel
    тілегім                | тілек          | NOUN  | yes | к becomes г before a vowel
    тілекім                | тілек          | NOUN  | no  | к does not stay before a vowel
    тілегке                | тілек          | NOUN  | no  | no г before a consonant
    орны                   | орын           | NOUN  | yes | high vowel drops
    орнынан                | орын           | NOUN  | yes | high vowel drops
    халқымыз               | халық          | NOUN  | yes | high vowel drops and қ stays
    халықтың               | халық          | NOUN  | yes | full stem before a consonant
    халқтың                | халық          | NOUN  | no  | short stem only before a vowel
    ерні                   | ерін           | NOUN  | yes | high vowel drops
    орн                    | орын           | NOUN  | no  | an altered stem alone is no word
    кітаб                  | кітап          | NOUN  | no  | an altered stem alone is no word
    # Loans, abbreviations, numbers with suffixes
    клубтар                | клуб           | NOUN  | yes | б at the end counts as voiceless
    заводтың               | завод          | NOUN  | yes | д at the end counts as voiceless
    паркі                  | парк           | NOUN  | yes | loans keep к
    паркте                 | парк           | NOUN  | yes | loans may take front suffixes
    фактілер               | факт           | NOUN  | yes | і after two consonants
    объектісі              | объект         | NOUN  | yes | і after two consonants
    моделі                 | модель         | NOUN  | yes | ь drops before a vowel
    модельдер              | модель         | NOUN  | yes | ь stays before a consonant
    металдан               | металл         | NOUN  | yes | double consonant simplified
    станциясында           | станция        | NOUN  | yes | я is a back vowel
    министрдің             | министр        | NOUN  | yes | и alone: front here
    институтқа             | институт       | NOUN  | yes | и, у alone: back here
    министрліктің          | министрлік     | NOUN  | yes | front
    гонконгте              | гонконг        | PROPN | yes | a name with the other harmony
    назарбаевтың           | назарбаев      | PROPN | yes | в counts as voiceless
    қайырбекова            | қайырбеков     | PROPN | yes | feminine surname
    қайырбековаға          | қайырбеков     | PROPN | yes | feminine surname, dative
    ақш-тың                | ақш            | PROPN | yes | suffix after a hyphen
    ақш-пен                | ақш            | PROPN | yes | suffix after a hyphen, pronounced by letter
    бұұ-ның                | бұұ            | PROPN | yes | suffix after a hyphen
    жшс-ға                 | жшс            | NOUN  | yes | abbreviation without vowels
    жшс-ге                 | жшс            | NOUN  | yes | either harmony after a hyphen
    ақш-хат                | ақш            | PROPN | no  | not a suffix
    5-ші                   | 5              | NUM   | yes | ordinal of a figure
    2015-інші              | 2015           | NUM   | yes | ordinal of a figure
    20-ға                  | 20             | NUM   | yes | case of a figure
    pdf-тің                | pdf            | NOUN  | yes | Latin letters and a suffix
    қарым-қатынасымыз      | қарым-қатынас  | NOUN  | yes | the second part inflects and decides
    ата-аналардың          | ата-ана        | NOUN  | yes | the second part inflects
    # Adjectives, numerals, adverbs
    үлкенірек              | үлкен          | ADJ   | yes | comparative
    жақсырақ               | жақсы          | ADJ   | yes | comparative after a vowel
    жақсылау               | жақсы          | ADJ   | yes | attenuative
    биіктеу                | биік           | ADJ   | yes | attenuative after a voiceless consonant
    жақсының               | жақсы          | ADJ   | yes | used as a noun
    жақсылар               | жақсы          | ADJ   | yes | used as a noun
    қаларақ                | қала           | NOUN  | no  | nouns have no comparative
    бесінші                | бес            | NUM   | yes | ordinal
    екінші                 | екі            | NUM   | yes | ordinal after a vowel
    бесеу                  | бес            | NUM   | yes | collective
    бестен                 | бес            | NUM   | yes | ablative
    жүздеген               | жүз            | NUM   | yes | hundreds of
    ондап                  | он             | NUM   | yes | by tens
    тезірек                | тез            | ADV   | yes | comparative of an adverb
    тезге                  | тез            | ADV   | no  | adverbs have no case
    туралының              | туралы         | X     | no  | particles do not inflect
    туралы                 | туралы         | X     | yes | the word itself
    # Verbs: finite tenses, persons
    барды                  | бар            | VERB  | yes | past
    айтты                  | айт            | VERB  | yes | past after a voiceless consonant
    келдім                 | кел            | VERB  | yes | past, I
    келдің                 | кел            | VERB  | yes | past, you
    келдік                 | кел            | VERB  | yes | past, we
    келдіңіз               | кел            | VERB  | yes | past, polite you
    келдіңдер              | кел            | VERB  | yes | past, plural you
    бардық                 | бар            | VERB  | yes | past, we: back
    бардік                 | бар            | VERB  | no  | front suffix after a back stem
    барамын                | бар            | VERB  | yes | present, I
    барам                  | бар            | VERB  | yes | present, I, short
    барасың                | бар            | VERB  | yes | present, you
    барады                 | бар            | VERB  | yes | present, he
    барамыз                | бар            | VERB  | yes | present, we
    барасыздар             | бар            | VERB  | yes | present, polite plural you
    қарайды                | қара           | VERB  | yes | present after a vowel: й
    қараады                | қара           | VERB  | no  | no а after a vowel
    оқиды                  | оқы            | VERB  | yes | ы and й become и
    таниды                 | таны           | VERB  | yes | ы and й become и
    оқыйды                 | оқы            | VERB  | no  | ы and й become и
    қояды                  | қой            | VERB  | yes | й and а become я
    қоямыз                 | қой            | VERB  | yes | й and а become я
    сүйеді                 | сүй            | VERB  | yes | й and е stay apart
    жияды                  | жи             | VERB  | yes | и and а become ия
    киеді                  | ки             | VERB  | yes | и and е stay apart
    барған                 | бар            | VERB  | yes | past participle
    айтқан                 | айт            | VERB  | yes | past participle after a voiceless consonant
    барғанмын              | бар            | VERB  | yes | participle with person
    барыпты                | бар            | VERB  | yes | evidential past
    барыппын               | бар            | VERB  | yes | evidential past, I
    барар                  | бар            | VERB  | yes | aorist
    бармас                 | бар            | VERB  | yes | negative aorist
    бармаспын              | бар            | VERB  | yes | negative aorist, I
    барса                  | бар            | VERB  | yes | conditional
    барсақ                 | бар            | VERB  | yes | conditional, we
    барсын                 | бар            | VERB  | yes | imperative, third person
    барайын                | бар            | VERB  | yes | imperative, I
    барайық                | бар            | VERB  | yes | imperative, we
    баралық                | бар            | VERB  | yes | imperative, we
    барыңыз                | бар            | VERB  | yes | imperative, polite
    барыңыздар             | бар            | VERB  | yes | imperative, polite plural
    барғай                 | бар            | VERB  | yes | optative
    бармақ                 | бар            | VERB  | yes | intention
    бармақшымын            | бар            | VERB  | yes | intention, I
    барғым                 | бар            | VERB  | yes | I want to go
    барғысы                | бар            | VERB  | yes | he wants to go
    барғы                  | бар            | VERB  | no  | the desiderative needs a possessive
    отырмын                | отыр           | VERB  | yes | posture verbs take persons on the stem
    жатырмыз               | жат            | VERB  | yes | posture verb
    # Verbs: negation, participles, converbs, verbal nouns
    барма                  | бар            | VERB  | yes | do not go
    айтпады                | айт            | VERB  | yes | negation after a voiceless consonant
    көнбеді                | көн            | VERB  | yes | negation after a nasal
    көнмеді                | көн            | VERB  | no  | negation after a nasal is -бе
    барман                 | бар            | VERB  | no  | no such ending
    бармайды               | бар            | VERB  | yes | negative present
    бармай                 | бар            | VERB  | yes | negative converb
    бармайынша             | бар            | VERB  | yes | until he goes
    бармаған               | бар            | VERB  | yes | negative participle
    баратын                | бар            | VERB  | yes | imperfective participle
    қарайтындар            | қара           | VERB  | yes | imperfective participle, plural
    барғандықтан           | бар            | VERB  | yes | because he went
    баратындықтан          | бар            | VERB  | yes | because he goes
    барғанша               | бар            | VERB  | yes | until he went
    барғалы                | бар            | VERB  | yes | since he went
    барғандай              | бар            | VERB  | yes | as if he went
    барысымен              | бар            | VERB  | yes | as soon as he went
    барып                  | бар            | VERB  | yes | converb
    қарап                  | қара           | VERB  | yes | converb after a vowel
    тауып                  | тап            | VERB  | yes | п becomes у before the converb
    табады                 | тап            | VERB  | yes | п becomes б before a vowel
    тапты                  | тап            | VERB  | yes | п stays before a consonant
    тапып                  | тап            | VERB  | no  | п does not stay before a vowel
    шығып                  | шық            | VERB  | yes | қ becomes ғ before a vowel
    шықты                  | шық            | VERB  | yes | қ stays before a consonant
    қорқады                | қорық          | VERB  | yes | high vowel drops
    боп                    | бол            | VERB  | yes | contracted converb
    кеп                    | кел            | VERB  | yes | contracted converb
    қап                    | қал            | VERB  | yes | contracted converb
    деп                    | де             | VERB  | yes | short stem
    дейді                  | де             | VERB  | yes | short stem
    бару                   | бар            | VERB  | yes | verbal noun
    баруы                  | бар            | VERB  | yes | verbal noun, possessive
    баруымыздың            | бар            | VERB  | yes | verbal noun, our, genitive
    оқу                    | оқы            | VERB  | yes | ы drops before у
    қою                    | қой            | VERB  | yes | й and у become ю
    жасау                  | жаса           | VERB  | yes | verbal noun after a vowel
    барушылар              | бар            | VERB  | yes | agent, plural
    байлаулы               | байла          | VERB  | yes | resultative
    айтарлықтай            | айт            | VERB  | yes | worth mentioning
    # Voice is a fallback, and only passive for short stems
    бекітілді              | бекіт          | VERB  | yes | passive
    бекітілмеген           | бекіт          | VERB  | yes | passive, negative
    сайланды               | сайла          | VERB  | yes | reflexive or passive
    талқыланып             | талқыла        | VERB  | yes | reflexive or passive
    алынды                 | ал             | VERB  | yes | passive after л: -ын
    жазылды                | жаз            | VERB  | yes | passive of a short stem
    көрсеткіз              | көр            | VERB  | no  | causative of a short stem is another word
    барыс                  | бар            | VERB  | no  | reciprocal of a short stem is another word
    қызметкер              | қызмет         | NOUN  | no  | derivation is not inflection
    маңыздылық             | маңыз          | NOUN  | no  | derivation is not inflection
    # Dictionary forms in -у
    бекітті                | бекіту         | VERB  | yes | stem бекіт
    бекітуді               | бекіту         | VERB  | yes | verbal noun
    бекітілсін             | бекіту         | VERB  | yes | passive imperative
    жасады                 | жасау          | VERB  | yes | stem жаса
    оқыды                  | оқу            | VERB  | yes | stem оқы
    шықты                  | шығу           | VERB  | yes | stem шық
    тапқан                 | табу           | VERB  | yes | stem тап
    қойды                  | қою            | VERB  | yes | stem қой
    киген                  | кию            | VERB  | yes | stem ки
    айтты                  | айту           | VERB  | yes | stem айт
    алды                   | алу            | VERB  | yes | stem ал, not алу
    деді                   | деу            | VERB  | yes | stem де
    қуды                   | қу             | VERB  | yes | a stem in у
    жуған                  | жу             | VERB  | yes | a stem in у
    сауды                  | сау            | VERB  | yes | a stem in у
    сады                   | сау            | VERB  | no  | сау is a stem
    # More of everything
    болатындығы            | бол            | VERB  | yes | қ of a suffix becomes ғ before a vowel
    болғандығынан          | бол            | VERB  | yes | қ of a suffix becomes ғ before a vowel
    болғандықы             | бол            | VERB  | no  | қ of a suffix does not stay before a vowel
    үлкенірегі             | үлкен          | ADJ   | yes | к of a suffix becomes г before a vowel
    барсаңызшы             | бар            | VERB  | yes | softened wish
    ағамдар                | аға            | NOUN  | yes | associative plural
    жылғы                  | жыл            | NOUN  | yes | attributive of time
    жұмыссыз               | жұмыс          | NOUN  | yes | without
    қызметсіз              | қызмет         | NOUN  | yes | without
    бармай-ақ              | бар            | VERB  | yes | particle with a hyphen
    барды-мыс              | бар            | VERB  | yes | particle with a hyphen
    екеуіне                | екі            | NUM   | yes | collective of its own stem
    жиырмасыншы            | жиырма         | NUM   | yes | ordinal of its own stem
    жүзінші                | жүз            | NUM   | yes | ordinal
    оған                   | ол             | PRON  | yes | irregular dative
    мұндай                 | бұл            | PRON  | yes | irregular equative
    маған                  | мен            | PRON  | yes | irregular dative
    бәріне                 | бәрі           | PRON  | yes | pronoun with a possessive inside
    сізден                 | сіз            | PRON  | yes | regular ablative
    шығармын               | шық            | VERB  | yes | aorist, I: perhaps
    кәсіпорны              | кәсіпорын      | NOUN  | yes | compounds drop the vowel as their last part does
    ақылы                  | ақыл           | NOUN  | yes | most nouns keep the vowel
    ақлы                   | ақыл           | NOUN  | no  | most nouns keep the vowel
    тоқыды                 | тоқу           | VERB  | yes | a verb in ы
    тоқды                  | тоқу           | VERB  | no  | тоқ is not the stem
    қалқиды                | қалқу          | VERB  | yes | two consonants before у: stem қалқы
    делінген               | де             | VERB  | yes | passive twice
    айтпақпыз              | айт            | VERB  | yes | intention, we
    келгелі                | кел            | VERB  | yes | since he came
    келгендерің            | кел            | VERB  | yes | participle, plural, your
    келмегені              | кел            | VERB  | yes | that he did not come
    келмеушілер            | кел            | VERB  | yes | those who do not come
    жазушының              | жаз            | VERB  | yes | agent, genitive
    оқимыз                 | оқы            | VERB  | yes | present, we
    дамып                  | дамы           | VERB  | yes | converb of a stem in ы
    дамуы                  | дамы           | VERB  | yes | verbal noun, possessive
    естіген                | есті           | VERB  | yes | stem in і
    жиып                   | жи             | VERB  | yes | и counts as a consonant
    киюі                   | ки             | VERB  | yes | и and у become ию
    жууға                  | жу             | VERB  | yes | у before у
    қуа                    | қу             | VERB  | yes | converb after у
    көбейеді               | көбей          | VERB  | yes | й before е
    көбею                  | көбей          | VERB  | yes | й and у become ю
    таулардағы             | тау            | NOUN  | yes | plural, locative, attributive
    қызыңыздың             | қыз            | NOUN  | yes | your, genitive
    қыздікі                | қыз            | NOUN  | yes | belonging to, after з
    балаңдікі              | бала           | NOUN  | no  | after ң it is -нікі
    суда                   | су             | NOUN  | yes | locative
    миы                    | ми             | NOUN  | yes | и counts as a consonant
    таксидің               | такси          | NOUN  | yes | и counts as a consonant
    радиосы                | радио          | NOUN  | yes | о is a vowel
    бюросының              | бюро           | NOUN  | yes | о is a vowel
    интернеттен            | интернет       | NOUN  | yes | front
    съезде                 | съезд          | NOUN  | no  | д at the end counts as voiceless
    клубда                 | клуб           | NOUN  | no  | б at the end counts as voiceless
    сбербанктің            | сбербанк       | PROPN | yes | consonants at the end
    банкінің               | банк           | NOUN  | yes | і after two consonants
    қорықты                | қорқу          | VERB  | yes | stem қорық
    қорқып                 | қорқу          | VERB  | yes | stem қорық, short before a vowel
    ойды                   | ою             | VERB  | yes | stem ой
    ұлғайды                | ұлғаю          | VERB  | yes | stem ұлғай
    күшейген               | күшею          | VERB  | yes | stem күшей
    ашты                   | ашу            | VERB  | yes | stem аш
    естіді                 | есту           | VERB  | yes | stem есті
    дамиды                 | даму           | VERB  | yes | stem дамы
    танылған               | тану           | VERB  | yes | stem таны
    жеді                   | жеу            | VERB  | yes | stem же
    бітеді                 | біту           | VERB  | yes | stem біт
    төкпе                  | төгу           | VERB  | yes | stem төк
    бүгінгі                | бүгін          | ADV   | yes | attributive of time
    митингіге              | митинг         | NOUN  | yes | і after two consonants
    митингтің              | митинг         | NOUN  | yes | or none
    минскіде               | минск          | PROPN | yes | і after two consonants
    петербургте            | петербург      | PROPN | yes | a loan takes either harmony
    петербургта            | петербург      | PROPN | yes | a loan takes either harmony
    кафесі                 | кафе           | NOUN  | yes | a loan in е
    интервьюді             | интервью       | NOUN  | yes | ю at the end
    толстойдың             | толстой        | PROPN | yes | a Russian adjective as a name
    пушкиннің              | пушкин         | PROPN | yes | front after и
    ноябрінде              | ноябрь         | NOUN  | yes | ь drops before a vowel
    км-ге                  | км             | NOUN  | yes | unit with a hyphen
    жшсның                 | жшс            | NOUN  | yes | abbreviation without a hyphen
    5-еу                   | 5              | NUM   | yes | collective of a figure
    xix-шы                 | xix            | NUM   | yes | ordinal of a roman figure
    2-сінде                | 2              | NUM   | yes | possessive of a figure, locative
    """
}

@Suite struct KazakhMatcherTests {
  @Test func tableIsRead() {
    #expect(KazakhRow.all.count >= 150)
    #expect(KazakhRow.all.allSatisfy { $0.lexeme.partOfSpeech != nil })
  }

  @Test(arguments: KazakhRow.all)
  func acceptsOrNot(_ row: KazakhRow) {
    let matcher = KazakhMatcher(lexemes: [row.lexeme], rivals: [])
    let morphemes = matcher.explain(row.form, as: row.lexeme)
    #expect(morphemes.isEmpty == !row.isAccepted, "\(row.reason)")
    #expect(row.isAccepted == (morphemes.map(\.surface).joined() == row.form))
    let matches = Array(row.form.utf8).withUnsafeBufferPointer { matcher.matches($0.span) }
    #expect(matches.map(\.lexeme) == (row.isAccepted ? [0] : []))
  }
}
