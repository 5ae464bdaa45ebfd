/// The upper halves (bytes 80 to FF) of the single-byte encodings, sixteen characters a line, as glibc's
/// `iconv` gives them; U+FFFD where a byte is not assigned. Bytes below 80 are ASCII in all of them.
enum CodePageTables {
  /// Windows-1251.
  static let windows1251 =
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ"
    + "ђ‘’“”•–—\u{FFFD}™љ›њќћџ"
    + "\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї"
    + "°±Ііґµ¶·ё№є»јЅѕї"
    + "АБВГДЕЖЗИЙКЛМНОП"
    + "РСТУФХЦЧШЩЪЫЬЭЮЯ"
    + "абвгдежзийклмноп"
    + "рстуфхцчшщъыьэюя"

  /// KZ-1048 (STRK1048-2002): windows-1251 with the Kazakh letters in the places of Serbian, Macedonian,
  /// Belarusian and Ukrainian ones.
  static let kz1048 =
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏ"
    + "ђ‘’“”•–—\u{FFFD}™љ›њқһџ"
    + "\u{A0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{AD}®Ү"
    + "°±Ііөµ¶·ё№ғ»әҢңү"
    + "АБВГДЕЖЗИЙКЛМНОП"
    + "РСТУФХЦЧШЩЪЫЬЭЮЯ"
    + "абвгдежзийклмноп"
    + "рстуфхцчшщъыьэюя"

  /// KOI8-R (RFC 1489).
  static let koi8R =
    "─│┌┐└┘├┤┬┴┼▀▄█▌▐"
    + "░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷"
    + "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞"
    + "╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
    + "юабцдефгхийклмно"
    + "пярстужвьызшэщчъ"
    + "ЮАБЦДЕФГХИЙКЛМНО"
    + "ПЯРСТУЖВЬЫЗШЭЩЧЪ"

  /// ISO-8859-5; 80 to 9F are control characters.
  static let iso88595 =
    "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}"
    + "\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}"
    + "\u{A0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{AD}ЎЏ"
    + "АБВГДЕЖЗИЙКЛМНОП"
    + "РСТУФХЦЧШЩЪЫЬЭЮЯ"
    + "абвгдежзийклмноп"
    + "рстуфхцчшщъыьэюя"
    + "№ёђѓєѕіїјљњћќ§ўџ"

  /// IBM 866, the code page of Russian DOS.
  static let ibm866 =
    "АБВГДЕЖЗИЙКЛМНОП"
    + "РСТУФХЦЧШЩЪЫЬЭЮЯ"
    + "абвгдежзийклмноп"
    + "░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
    + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧"
    + "╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀"
    + "рстуфхцчшщъыьэюя"
    + "ЁёЄєЇїЎў°∙·√№¤■\u{A0}"

  /// Windows-1252, for pages in Western languages and for recognising mojibake.
  static let windows1252 =
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}"
    + "\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ"
    + "\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯"
    + "°±²³´µ¶·¸¹º»¼½¾¿"
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ"
    + "ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß"
    + "àáâãäåæçèéêëìíîï"
    + "ðñòóôõö÷øùúûüýþÿ"

  /// Windows-1253, Greek: only for recognising mojibake.
  static let windows1253 =
    "€\u{FFFD}‚ƒ„…†‡\u{FFFD}‰\u{FFFD}‹\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    + "\u{FFFD}‘’“”•–—\u{FFFD}™\u{FFFD}›\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"
    + "\u{A0}΅Ά£¤¥¦§¨©\u{FFFD}«¬\u{AD}®―"
    + "°±²³΄µ¶·ΈΉΊ»Ό½ΎΏ"
    + "ΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟ"
    + "ΠΡ\u{FFFD}ΣΤΥΦΧΨΩΪΫάέήί"
    + "ΰαβγδεζηθικλμνξο"
    + "πρςστυφχψωϊϋόύώ\u{FFFD}"

  /// Mac Cyrillic, of pages made on old Apple computers.
  static let macCyrillic =
    "АБВГДЕЖЗИЙКЛМНОП"
    + "РСТУФХЦЧШЩЪЫЬЭЮЯ"
    + "†°Ґ£§•¶І®©™Ђђ≠Ѓѓ"
    + "∞±≤≥іµґЈЄєЇїЉљЊњ"
    + "јЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ"
    + "–—“”‘’÷„ЎўЏџ№Ёёя"
    + "абвгдежзийклмноп"
    + "рстуфхцчшщъыьэю¤"
}
