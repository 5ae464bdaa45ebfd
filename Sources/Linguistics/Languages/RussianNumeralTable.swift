/// How Russian cardinal and collective numerals inflect; columns as in `RussianNounTable`.
enum RussianNumeralTable {
  static let rows = """
    =один     один>одн  pron            0  один одна одного одному одном одни одних одними
    =два      а>        numtwo          0  два двух двумя двум
    =два      а>е       word            0  два две
    =оба      а>        numboth         0  оба обоих обеих
    =три      и>        numthree        0  три трех тремя
    =четыре   е>        numthree        0  четыре четырех
    =четыре   ре>рь     nummya          0  четыре четырьмя
    -ь        ь>        fsoft           0  пять пяти пятью
    =восемь   емь>ьм    fsoft           0  восемь восьми
    -ьдесят  ьдесят>    numtens         0  пятьдесят пятидесяти
    =сорок    .         numa            0  сорок сорока
    =сто      о>        numa            0  сто ста
    -сто      о>        numa            0  девяносто девяноста
    =двести   двести>   numtwohundred   0  двести двухсот
    =триста   триста>тре numhundred     0  триста трехсот
    =четыреста ыреста>ыре numhundred    0  четыреста четырехсот
    -ьсот     ьсот>и    numhundreds     0  пятьсот пятисот
    -тысяча   а>        f,pl,g0         0  тысяча тысячи тысяч
    -он       .         m,pl,gov        0  миллион миллиона миллионов
    -рд       .         m,pl,gov        0  миллиард миллиарда
    =двое     ое>       numcoll         0  двое двоих
    =трое     ое>       numcoll         0  трое троих
    -еро      о>        numcollhard     0  четверо четверых
    =несколько о>       numcollhard     0  несколько нескольких
    =полтора  а>        numcollhalf     0  полтора полторы
    =полтора  полтора>полутор numa      0  полтора полутора
    """

  /// Endings of numerals.
  static let endings = """
    numtwo   gp:ух dp:ум ip:умя
    numboth  gp:оих/еих dp:оим/еим ip:оими/еими np:е
    numthree gp:ех dp:ем ip:емя
    nummya   ip:мя
    numtens  gp:идесяти ip:ьюдесятью
    numa     gp:а
    numtwohundred gp:двухсот dp:двумстам ip:двумястами pp:двухстах
    numhundred gp:хсот dp:мстам ip:мястами pp:хстах
    numhundreds gp:сот dp:стам pp:стах
    numcoll  gp:оих dp:оим ip:оими
    numcollhard gp:ых/их dp:ым/им ip:ыми/ими
    numcollhalf np:ы
    """
}
