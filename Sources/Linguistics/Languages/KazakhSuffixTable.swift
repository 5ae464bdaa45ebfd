/// The inflectional suffixes of Kazakh: what may follow what, in which shape, and what it means.
///
/// A row says: in one of these **states**, this **suffix** may follow; it means **gloss** and leads to that
/// **state**. A form is accepted where a chain of suffixes ends in a state without `+` (which says that
/// something must follow). A last column holds marks: `negative`, `voice` and `passive` (fallback readings).
/// Sources: the descriptive grammars' paradigms, checked against running text; the wording is ours.
///
/// Shapes are written with archiphonemes, which take their sound from the letters before them:
///
/// | sign | back / front, by the sound before | example |
/// |---|---|---|
/// | A, I | а / е, ы / і | қала-лар, үй-лер |
/// | K | қ / к | бар-мақ, кел-мек |
/// | G | ғ / г after a voiced sound, қ / к after a voiceless one | қалаға, үйге, атқа, етке |
/// | D | д, after voiceless т | қалада, атта |
/// | L | л after vowels and р й у, т after voiceless, else д | қалалар, аттар, қыздар |
/// | N (genitive) | н after vowels and м н ң, т after voiceless, else д | қаланың, адамның, аттың, үйдің |
/// | T (accusative) | н after vowels, т after voiceless, else д | қаланы, атты, адамды |
/// | S (ablative) | н after м н ң, т after voiceless, else д | адамнан, аттан, қаладан |
/// | M (negation) | п after voiceless, б after м н ң з ж, else м | бар-ма, айт-па, көн-бе |
/// | B (instrumental) | п after voiceless, б after з ж, else м | атпен, қызбен, адаммен |
///
/// `(I)`, `(A)`: the vowel stands after consonants only; `(с)`: the consonant stands after vowels only;
/// `[VRL]т`: only after vowels (V), р й у (R), л (L), м н ң (M), з ж (Z), voiceless (T), any consonant (C);
/// `A|й`: the first after consonants, the second after vowels. Sounds й, у, р count as consonants.
enum KazakhSuffixTable {
  /// Start states of words, by part of speech.
  static func states(for partOfSpeech: PartOfSpeech?) -> [String] {
    switch partOfSpeech {
    case .noun: ["noun"]
    case .pronoun: ["pronoun"]
    case .properNoun: ["name"]
    case .adjective: ["adjective"]
    case .verb: ["verb"]
    case .numeral: ["numeral"]
    case .adverb: ["adverb"]
    case .other: ["fixed"]
    case nil: ["noun", "adjective", "verb"]
    }
  }

  /// Names for sets of states, so that a row need not repeat them; a set may name others.
  static let groups: [String: String] = [
    // What takes number, possession and case as a noun does.
    "NOMINAL": "noun name ?adjective compared numeral pronoun plural attributive agent",
    "PARTICIPLE": "participle aorist verbalnoun",
    "STEM": "verb middle causative passive",
    "VERB": "verb middle causative passive negative",
    // Those without the noun.
    "OTHER": "name ?adjective compared numeral pronoun plural attributive agent PARTICIPLE",
    "CASED": "NOMINAL PARTICIPLE mine ours",
    // Verb forms that take the full personal endings.
    "FINITE": "aorist negaorist participle converb intent posture optative",
    // Where -сыз is "you are", since "without" only follows nouns.
    "QUALITY": "adjective compared plural attributive agent locative",
    "PREDICATE":
      "noun adjective compared pronoun plural attributive agent mine ours theirs locative ablative equative",
  ]

  /// Where no form ends.
  static let unfinished: Set<String> = ["desire", "middle", "causative", "passive", "time"]
  /// Where forms end rarely: the bare verb is a familiar imperative (бер!, бол-ма!).
  static let rarelyFinal: Set<String> = ["verb", "negative"]

  static let rows = """
    # Number and possession
    NOMINAL PARTICIPLE         | LAр         | plural                              | plural
    NOMINAL PARTICIPLE         | (I)м        | possessive 1st person singular      | mine
    NOMINAL PARTICIPLE         | (I)ң        | possessive 2nd person singular      | mine
    NOMINAL PARTICIPLE         | (I)мIз      | possessive 1st person plural        | ours
    NOMINAL PARTICIPLE         | (I)ңIз      | possessive 2nd person polite        | ours
    NOMINAL PARTICIPLE         | (с)I        | possessive 3rd person               | theirs

    mine ours                  | LAр         | associative plural                  | plural      | rare

    # Case; the dative has lost its г after the possessives in м and ң
    CASED                      | NIң         | genitive                            | genitive
    OTHER mine ours            | TI          | accusative                          | accusative
    noun                       | TI          | accusative                          | accusative  | even
    NOMINAL PARTICIPLE ours    | GA          | dative                              | dative
    mine                       | A           | dative                              | dative
    CASED                      | DA          | locative                            | locative
    CASED                      | SAн         | ablative                            | ablative
    CASED theirs               | Bен         | instrumental                        | instrumental
    CASED theirs               | Bенен       | instrumental                        | instrumental
    CASED                      | DAй         | equative (like)                     | equative
    equative                   | Iн          | equative, emphatic                  | adverbial
    mine ours                  | шA          | equative (according to)             | adverbial

    # Case after the possessive of the 3rd person
    theirs                     | нIң         | genitive                            | genitive
    theirs                     | н           | accusative                          | accusative
    theirs                     | нA          | dative                              | dative
    theirs                     | ндA         | locative                            | locative
    theirs                     | нAн         | ablative                            | ablative
    theirs                     | ндAй        | equative (like)                     | equative
    theirs                     | ншA         | equative (according to)             | adverbial

    # Words made of cases: what is in …, of what time, what belongs to …
    time                       | GI          | attributive (time)                  | attributive
    adverb                     | GI          | attributive (time)                  | attributive
    locative                   | GI          | attributive (being in)              | attributive
    NOMINAL mine ours          | Nікі        | belonging to                        | theirs
    theirs                     | нікі        | belonging to                        | theirs

    # Without: the one derivational suffix, since a reader must not take it for the bare noun
    noun name                  | сIз         | without (privative)                 | privative   | negative rare

    # Degrees of adjectives, numerals
    adjective adverb           | (I)рAK      | comparative                         | compared
    adjective                  | LAу         | attenuative                         | adverbial   | rare
    numeral                    | (I)ншI      | ordinal                             | attributive
    numeral                    | шI          | ordinal                             | attributive
    numeral                    | [C]Aу       | collective                          | attributive
    numeral                    | LAGAн       | approximate number                  | attributive
    numeral                    | LAп         | by so many                          | adverbial

    # Particles written with a hyphen
    *                          | -ақ         | emphatic particle                   | particle
    *                          | -ау         | emphatic particle                   | particle
    *                          | -мIс        | hearsay particle                    | particle

    # Person of a nominal predicate
    PREDICATE                  | BIн         | 1st person singular                 | person      | rare
    PREDICATE                  | сIң         | 2nd person singular                 | person      | rare
    PREDICATE                  | MIз         | 1st person plural                   | person      | rare
    PREDICATE                  | сIңдAр      | 2nd person plural                   | person      | rare
    QUALITY mine ours          | сIз         | 2nd person polite                   | person
    QUALITY                    | сIздAр      | 2nd person polite plural            | person

    # Voice (the stem, then reflexive or reciprocal, then causatives, then passive), negation
    verb middle causative      | (I)л        | passive                             | passive     | passive
    verb passive               | [L]Iн       | passive                             | passive     | passive
    verb                       | [VRMZT](I)н | reflexive or passive                | middle      | voice
    verb                       | (I)с        | reciprocal                          | middle      | voice
    verb middle causative      | DIр         | causative                           | causative   | voice
    verb middle causative      | [VRL]т      | causative                           | causative   | voice
    verb middle                | GIз         | causative                           | causative   | voice
    verb                       | Iр          | causative                           | causative   | voice
    verb                       | Iт          | causative                           | causative   | voice
    STEM                       | MA          | negative                            | negative    | negative

    # Finite tenses and moods
    VERB                       | DI          | past                                | past
    past                       | м           | 1st person singular                 | person
    conditional                | м           | 1st person singular                 | wish
    past                       | ң           | 2nd person singular                 | person      | rare
    conditional                | ң           | 2nd person singular                 | wish
    past                       | K           | 1st person plural                   | person
    conditional                | K           | 1st person plural                   | wish
    past                       | ңIз         | 2nd person polite                   | person
    conditional                | ңIз         | 2nd person polite                   | wish
    past                       | ңдAр        | 2nd person plural                   | person
    conditional                | ңдAр        | 2nd person plural                   | wish
    past                       | ңIздAр      | 2nd person polite plural            | person
    conditional                | ңIздAр      | 2nd person polite plural            | wish
    VERB                       | сA          | conditional                         | conditional
    VERB                       | A|й         | present, imperfective converb       | present
    present                    | дI          | 3rd person                          | person
    present                    | мIн         | 1st person singular                 | person
    present                    | м           | 1st person singular, short          | person
    present FINITE             | сIң         | 2nd person singular                 | person
    present FINITE             | сIз         | 2nd person polite                   | person
    present FINITE             | сIңдAр      | 2nd person plural                   | person
    present FINITE             | сIздAр      | 2nd person polite plural            | person
    FINITE                     | BIн         | 1st person singular                 | person
    present                    | мIз         | 1st person plural                   | person
    FINITE                     | MIз         | 1st person plural                   | person
    VERB                       | (I)п        | perfective converb                  | converb
    converb                    | тI          | evidential past, 3rd person         | person
    VERB                       | сIн         | imperative 3rd person               | imperative
    VERB                       | (A)йIн      | imperative 1st person singular      | imperative
    VERB                       | (A)йIK      | imperative 1st person plural        | imperative
    VERB                       | (A)лIK      | imperative 1st person plural        | imperative
    VERB                       | (I)ң        | imperative 2nd person plural        | imperative  | rare
    VERB                       | (I)ңIз      | imperative 2nd person polite        | imperative  | rare
    VERB                       | (I)ңдAр     | imperative 2nd person plural        | imperative
    VERB                       | (I)ңIздAр   | imperative 2nd person polite plural | imperative
    VERB imperative conditional wish | шI          | softened request                    | imperative  | rare
    conditional                | йшI         | softened request                    | imperative
    STEM                       | GAй         | optative                            | optative
    STEM                       | MAK         | intention                           | intent
    intent                     | шI          | intention                           | intent

    # Participles and verbal nouns, which go on as nouns do
    VERB                       | GAн         | past participle                     | participle
    present                    | тIн         | imperfective participle             | participle
    present                    | тұғын       | imperfective participle             | participle
    STEM                       | (A)р        | aorist participle                   | aorist      | rare
    negative                   | с           | aorist participle                   | negaorist
    aorist negaorist           | лIK         | worth doing                         | noun
    participle                 | DIK         | fact of doing                       | noun
    participle                 | шA          | until, as much as                   | adverbial
    VERB                       | у           | verbal noun                         | verbalnoun
    verbalnoun                 | шI          | agent, habitual participle          | agent
    verbalnoun                 | лI          | resultative                         | attributive
    STEM                       | GI          | desiderative                        | desire
    desire                     | м           | possessive 1st person singular      | wanted
    desire                     | ң           | possessive 2nd person singular      | wanted
    desire                     | мIз         | possessive 1st person plural        | wanted
    desire                     | ңIз         | possessive 2nd person polite        | wanted
    desire                     | сI          | possessive 3rd person               | wanted
    desire                     | лAрI        | possessive 3rd person plural        | wanted
    wanted                     | н           | accusative                          | accusative

    # The negative aorist takes cases; possessives rarely, since шығарма-сы is a noun, not шығар-ма-с-ы
    negaorist                  | I           | possessive 3rd person               | theirs      | rare
    negaorist                  | TI          | accusative                          | accusative
    negaorist                  | GA          | dative                              | dative
    negaorist                  | SAн         | ablative                            | ablative
    negaorist                  | DAй         | equative (like)                     | equative

    # Other converbs
    VERB                       | GAлI        | since, in order to                  | adverbial
    negative                   | йIншA       | until                               | adverbial
    negative                   | йIн         | without doing                       | adverbial
    STEM                       | (I)сIмен    | as soon as                          | adverbial
    """
}
