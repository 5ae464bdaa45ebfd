/// Rows of `RussianMatcherTests`: form, lemma, part of speech (`-`: not stated), accepted or not, why.
enum RussianMatcherRows {
  static let table = """
    стол стол NOUN yes the dictionary form
    стола стол NOUN yes genitive, masculine hard stem
    столами стол NOUN yes instrumental plural
    столей стол NOUN no hard stems take -ов
    стул столом NOUN no another word
    города город NOUN yes nominative plural in -а
    городов город NOUN yes genitive plural
    аулы аул NOUN yes plural
    акимат акимат NOUN yes dictionary form
    акиматом акимат NOUN yes instrumental
    маслихате маслихат NOUN yes prepositional
    маслихатов маслихат NOUN yes genitive plural
    маслихатский маслихат NOUN no derivation is stated, not guessed
    бюджетный бюджет NOUN no derivation is stated, not guessed
    врачом врач NOUN yes sibilant stem, stressed ending
    врачей врач NOUN yes sibilant stem, genitive plural in -ей
    врачов врач NOUN no no -ов after sibilants
    врачы врач NOUN no no ы after sibilants
    товарищем товарищ NOUN yes sibilant stem, unstressed ending
    отца отец NOUN yes vowel drops in -ец
    отцов отец NOUN yes vowel drops, genitive plural
    отецом отец NOUN yes -ец without drop is a less likely class (кузнец)
    кузнеца кузнец NOUN yes vowel stays after two consonants
    владельцами владелец NOUN yes -лец gives -льц
    бойцы боец NOUN yes -ец after a vowel gives -йц
    списков список NOUN yes vowel drops in -ок
    урока урок NOUN yes vowel stays in -ок
    участков участок NOUN yes vowel drops in -ок
    ручейка ручеек NOUN yes -еек gives -ейк
    дня день NOUN yes vowel drops in день
    дней день NOUN yes vowel drops, genitive plural
    уровнем уровень NOUN yes vowel drops in -вень
    корней корень NOUN yes vowel drops in -рень
    пельменей пельмень NOUN yes vowel stays in -мень
    посла посол NOUN yes listed drop
    посолов посол NOUN no listed drop only
    займов заем NOUN yes listed drop to й
    ветра ветер NOUN yes listed drop
    рта рот NOUN yes listed drop
    льва лев NOUN yes listed drop to ь
    коня конь NOUN yes masculine in -ь
    жителей житель NOUN yes -тель
    жителю житель NOUN yes -тель dative
    секретаря секретарь NOUN yes -арь
    учителя учитель NOUN yes plural in -я
    героев герой NOUN yes stem in -й
    санатории санаторий NOUN yes -ий has -ии in the prepositional
    муравья муравей NOUN yes -вей gives -вь
    музея музей NOUN yes no change in -ей
    путем путь NOUN yes путь is masculine
    пути путь NOUN yes and takes -и
    крестьяне крестьянин NOUN yes -янин loses -ин
    крестьян крестьянин NOUN yes genitive plural without ending
    горожанам горожанин NOUN yes -анин
    татары татарин NOUN yes plural without -ин
    котята котенок NOUN yes -енок gives -ята
    мышат мышонок NOUN yes -онок gives -ат
    люди человек NOUN yes suppletive plural
    людьми человек NOUN yes suppletive plural, instrumental
    дети ребенок NOUN yes suppletive plural
    детей ребенок NOUN yes suppletive plural, genitive
    лет год NOUN yes suppletive genitive plural
    гг. год NOUN yes abbreviation
    годы год NOUN yes plural
    соседи сосед NOUN yes soft plural
    друзей друг NOUN yes plural in -зья
    сыновья сын NOUN yes plural in -овья
    братьев брат NOUN yes plural in -ья
    листья лист NOUN yes plural in -ья
    стулья стул NOUN yes plural in -ья
    хозяева хозяин NOUN yes plural in -ева
    господа господин NOUN yes plural in -а
    цветы цветок NOUN yes plural without the suffix
    чл член NOUN no an abbreviation that is not listed
    млн миллион NOUN yes abbreviation
    тыс. тысяча NOUN yes abbreviation with its dot
    силой сила NOUN yes feminine hard stem
    сил сила NOUN yes genitive plural without ending
    книги книга NOUN yes velar stem takes и
    книгы книга NOUN no no ы after velars
    улицей улица NOUN yes stem in ц
    сумок сумка NOUN yes vowel before -ка
    девочек девочка NOUN yes vowel е after a sibilant
    копеек копейка NOUN yes й gives е
    сестер сестра NOUN yes vowel before р
    сосен сосна NOUN yes vowel before н
    войн война NOUN yes no vowel in войн
    судеб судьба NOUN yes ьб gives еб
    овец овца NOUN yes vowel before ц
    кукол кукла NOUN yes vowel о before л
    песен песня NOUN yes -ня without ь
    деревень деревня NOUN yes -ня with ь
    земель земля NOUN yes vowel before л
    недель неделя NOUN yes -я gives -ь
    статей статья NOUN yes -ья gives -ей
    комиссий комиссия NOUN yes -ия gives -ий
    комиссиею комиссия NOUN yes old instrumental
    комиссие комиссия NOUN no -ия has -ии
    области область NOUN yes feminine in -ь
    областью область NOUN yes feminine in -ь, instrumental
    ночам ночь NOUN yes hard plural after a sibilant
    матери мать NOUN yes stem in -ер
    дочерьми дочь NOUN yes instrumental in -ьми
    любви любовь NOUN yes vowel drops
    церкви церковь NOUN yes vowel drops
    слова слово NOUN yes neuter
    слов слово NOUN yes genitive plural
    окон окно NOUN yes vowel before н
    писем письмо NOUN yes ьм gives ем
    чисел число NOUN yes vowel before л
    сердец сердце NOUN yes vowel before ц
    яиц яйцо NOUN yes й gives и
    ушей ухо NOUN yes plural with ш
    облаков облако NOUN yes genitive plural in -ов
    полей поле NOUN yes neuter soft
    решений решение NOUN yes -ие gives -ий
    решении решение NOUN yes prepositional in -ии
    решениею решение NOUN no neuter has -ем
    устьев устье NOUN yes -ье gives -ьев
    ружей ружье NOUN yes -ье gives -ей
    хозяйств хозяйство NOUN yes -ство
    училищем училище NOUN yes sibilant neuter
    времени время NOUN yes -мя gives -мен
    времен время NOUN yes -мя, genitive plural
    семян семя NOUN yes -мя gives -мян
    небеса небо NOUN yes plural in -еса
    деревья дерево NOUN yes plural in -ья
    судов судно NOUN yes plural without н
    метро метро NOUN yes indeclinable
    метром метро NOUN no indeclinable
    видео видео NOUN yes indeclinable
    видеом видео NOUN no indeclinable after a vowel
    выборов выборы NOUN yes plural only, -ов
    каникул каникулы NOUN yes plural only, no ending
    суток сутки NOUN yes plural only, vowel
    денег деньги NOUN yes plural only, listed
    данными данные NOUN yes plural that inflects as an adjective
    столовой столовая NOUN yes noun that inflects as an adjective
    столовую столовая NOUN yes the same, accusative
    столового столовая NOUN no it is feminine
    животных животное NOUN yes neuter noun with adjective endings
    рабочего рабочий NOUN yes masculine noun with adjective endings
    учащихся учащийся NOUN yes participle in -ся
    генерал-майора генерал-майор NOUN yes the last part inflects
    мини-дней мини-день NOUN yes listed word after a hyphen
    слушание слушания NOUN no the plural was given as lemma
    ивановым иванов PROPN yes surname, instrumental
    ивановых иванов PROPN yes surname, plural
    ивановой иванова PROPN yes feminine surname
    пушкиным пушкин PROPN yes surname in -ин
    ростовом ростов PROPN yes town in -ов
    островского островский PROPN yes surname as adjective
    толстого толстой PROPN yes surname in -ой
    юрия юрий PROPN yes name in -ий
    назарбаевым назарбаев PROPN yes surname of Kazakhstan
    токаевой токаева PROPN yes feminine surname of Kazakhstan
    седых седых PROPN yes surname that does not inflect
    шевченко шевченко PROPN yes surname in -ко
    ивановичем иванович PROPN yes patronymic
    петровны петровна PROPN yes feminine patronymic
    павла павел PROPN yes vowel drops
    алматы алматы PROPN yes place name in -ы
    костаная костанай PROPN yes place name in -ай
    кызылорды кызылорда PROPN yes place name in -а
    актобе актобе PROPN yes place name in -е
    шымкентом шымкент PROPN yes place name
    новая новый ADJ yes feminine
    новейшего новый ADJ yes superlative
    новее новый ADJ yes comparative
    поновее новый ADJ yes comparative with по-
    нов новый ADJ yes short form
    новить новый ADJ no a verb
    сельскими сельский ADJ yes velar adjective
    сельскых сельский ADJ no no ы after velars
    общего общий ADJ yes sibilant adjective
    большому большой ADJ yes stressed ending
    больше большой ADJ yes comparative
    лучше хороший ADJ yes suppletive comparative
    выше высокий ADJ yes comparative without suffix
    строже строгий ADJ yes г gives ж
    чище чистый ADJ yes ст gives щ
    внешнюю внешний ADJ yes soft adjective
    внешную внешний ADJ no soft stem
    третьего третий ADJ yes possessive type
    рыбьей рыбий ADJ yes possessive type
    важен важный ADJ yes vowel in the short form
    силен сильный ADJ yes ь drops
    короток короткий ADJ yes vowel о
    достоин достойный ADJ yes listed type
    полон полный ADJ yes vowel о
    велика большой ADJ yes suppletive short form
    должны должен ADJ yes short forms only
    рады рад ADJ yes short forms only
    самого сам ADJ yes pronoun
    бабушкиного бабушкин ADJ yes possessive in -ин
    васильева васильев ADJ yes possessive in -ев
    сельского сельское ADJ yes cited in the gender of its phrase
    публичных публичные ADJ yes cited in the plural
    соседней соседняя ADJ yes cited in the feminine, soft
    депутатов депутаты NOUN yes cited in the plural
    слушаниями слушания NOUN yes cited in the plural
    жителями жители NOUN yes cited in the plural
    дорог дороги NOUN yes cited in the plural
    социальной социальная - yes phrase form, part of speech not stated
    перечней перечень NOUN yes vowel drops in -чень
    семее семей PROPN yes town in -ей
    жанаозене жанаозен PROPN yes town in -ен
    темиртау темиртау PROPN yes town in -у
    восточно-казахстанской восточно-казахстанская PROPN yes oblast as adjective
    золотом золото NOUN yes not the indeclinable лото
    болотах болото NOUN yes not the indeclinable лото
    лота лото NOUN no indeclinable
    проводится проводить VERB yes passive
    проводится провести VERB no the other aspect
    посажена посадить VERB yes д gives ж
    утвержден утвердить VERB yes д gives жд in the participle
    сформирован сформировать VERB yes -ировать
    пошлют послать VERB yes listed
    стрельнет стрельнуть VERB yes -льнуть
    обидят обидеть VERB yes second conjugation in -еть
    обоняет обонять VERB yes not a prefixed нять
    отоплено отопить VERB yes not a prefixed пить
    способит способить VERB yes not a prefixed бить
    районов районный ADJ no a noun, not a short form
    танков танковый ADJ no relational adjectives have no short forms
    городски городской ADJ no relational adjectives have no short forms
    20-х 20-й ADJ yes number with suffix
    2-го 2-й ADJ yes number with suffix
    20-х 21-й ADJ no another number
    ежегодно ежегодный ADJ no adverb
    важно важный ADJ yes predicative short form
    читаю читать VERB yes first conjugation
    читавший читать VERB yes past active participle
    читаемая читать VERB yes present passive participle
    прочитана прочитать VERB yes short passive participle
    читался читать VERB no no reflexive without its lemma
    обсуждается обсуждать VERB yes passive of an imperfective verb
    пишет писать VERB yes с gives ш
    писает писать VERB no listed change
    сказанного сказать VERB yes past passive participle
    скажут сказать VERB yes з gives ж
    ищу искать VERB yes ск gives щ
    держит держать VERB yes second conjugation in -ать
    слышат слышать VERB yes second conjugation in -ать
    решат решать VERB no first conjugation
    решают решать VERB yes first conjugation
    ждут ждать VERB yes no change
    обсуждают обсуждать VERB yes not a prefixed ждать
    назовет назвать VERB yes inserted vowel
    соберут собрать VERB yes inserted vowel
    требует требовать VERB yes -овать
    организованных организовать VERB yes -овать, participle
    воюет воевать VERB yes -евать gives -ю-
    успевает успевать VERB yes -евать keeps
    создает создавать VERB yes -авать
    создавая создавать VERB yes -авать keeps in the converb
    остается оставаться VERB yes -авать, reflexive
    примет принять VERB yes -нять gives -м
    поймут понять VERB yes -нять gives -йм
    снимет снять VERB yes -нять gives -ним
    возьмет взять VERB yes listed
    говорят говорить VERB yes second conjugation
    ношу носить VERB yes с gives ш
    люблю любить VERB yes б gives бл
    рожденный родить VERB yes д gives жд
    посещу посетить VERB yes т gives щ
    простят простить VERB yes ст keeps outside the first person
    строй строить VERB yes imperative in -й
    построенными построить VERB yes participle after a vowel
    убьет убить VERB yes бить with a prefix
    разобьют разбить VERB yes бить with -о-
    служит служить VERB yes not a prefixed жить
    живут жить VERB yes жить
    ошибся ошибиться VERB yes listed
    видит видеть VERB yes second conjugation in -еть
    вижу видеть VERB yes д gives ж
    умеет уметь VERB yes first conjugation in -еть
    умит уметь VERB no first conjugation
    успеет успеть VERB yes not a prefixed петь
    поет петь VERB yes петь
    умер умереть VERB yes no -л
    хотят хотеть VERB yes mixed conjugation
    хочет хотеть VERB yes mixed conjugation
    достигнет достигнуть VERB yes -нуть
    достиг достигнуть VERB yes past without -ну
    вздох вздохнуть VERB no -ну stays
    открыто открыть VERB yes -ыть
    откроют открыть VERB yes ы gives о
    будет быть VERB yes listed
    есть быть VERB yes listed
    борется бороться VERB yes -оть
    несла нести VERB yes -сти
    ведущий вести VERB yes -сти with д
    растут расти VERB yes -сти with т
    рос расти VERB yes past of расти
    учтено учесть VERB yes prefixed честь
    ел есть VERB yes listed
    шел идти VERB yes suppletive past
    нашли найти VERB yes suppletive past with a prefix
    придет прийти VERB yes listed
    поехали поехать VERB yes prefixed ехать
    поедут поехать VERB yes prefixed ехать
    может мочь VERB yes г gives ж
    привлекут привлечь VERB yes -влечь
    лягут лечь VERB yes listed
    дадут дать VERB yes listed
    продаст продать VERB yes prefixed дать
    станет стать VERB yes стать
    встретились встретиться VERB yes reflexive past
    встретившихся встретиться VERB yes reflexive participle
    встретить встретиться VERB no the lemma in -ся keeps it
    занимаясь заниматься VERB yes reflexive converb
    занимаюся заниматься VERB no -сь after a vowel
    неисполнение исполнение NOUN no не- is not taken off
    слушаниях слушание - yes part of speech not stated: noun
    сельского сельский - yes not stated: adjective
    обсудили обсудить - yes not stated: verb
    двух два NUM yes numeral
    тремя три NUM yes numeral
    пятьюдесятью пятьдесят NUM yes both parts inflect
    пятисот пятьсот NUM yes both parts inflect
    там т NOUN no single letters do not inflect
    т. т NOUN yes a single letter with its dot
    рф рф PROPN yes abbreviation
    рфа рф PROPN no abbreviations without a vowel do not inflect
    """
}
