* Regions and indicators.
* Run it in the folder of region-indicator.csv, or write the folder's path before the file's name.
PRESERVE.
SET DECIMAL=DOT.
GET DATA
  /TYPE=TXT
  /FILE='region-indicator.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELCASE=LINE
  /FIRSTCASE=2
  /DELIMITERS=","
  /QUALIFIER='"'
  /VARIABLES=
    table_id A17
    d1_region A6
    d1_region_kk A32
    d1_region_ru A42
    d1_region_en A17
    d2_indicator A23
    d2_indicator_kk A83
    d2_indicator_ru A66
    d2_indicator_en A31
    passages F10.0
    documents F10.0
    codings F10.0
    row_passages F10.0
    row_documents F10.0
    row_coded_passages F10.0
    row_codings F10.0
    share_of_passages F20.16
    share_of_codings F20.16
    unit A20
    share F20.16
    share_low F20.16
    share_high F20.16.

DEFINE !label_kk ()
VARIABLE LABELS d1_region 'Өңір'.
VALUE LABELS d1_region
  'KZ-71' 'Астана қаласы'
  'KZ-61' 'Түркістан облысы'
  'KZ-47' 'Маңғыстау облысы'.
VARIABLE LABELS d2_indicator 'Көрсеткіш'.
VALUE LABELS d2_indicator
  'civil-society.hearings' 'Қоғамдық тыңдаулар мен азаматтарды қабылдау'
  'civil-society.ngo' 'ҮЕҰ-мен өзара іс-қимыл'
  'results.infrastructure' 'Әлеуметтік инфрақұрылым нысандары'
  'results.vulnerable' 'Халықтың осал топтарын қолдау'.
VARIABLE LABELS passages 'Ұяшықтың үзінділері'.
VARIABLE LABELS documents 'Ұяшықтың құжаттары'.
VARIABLE LABELS codings 'Ұяшықтың кодтары'.
VARIABLE LABELS row_passages 'Жолдың үзінділері'.
VARIABLE LABELS row_documents 'Жолдың құжаттары'.
VARIABLE LABELS row_coded_passages 'Жолдың коды бар үзінділері'.
VARIABLE LABELS row_codings 'Жолдың кодтары'.
VARIABLE LABELS share_of_passages 'Жол үзінділеріндегі үлес'.
VARIABLE LABELS share_of_codings 'Жол кодтарындағы үлес'.
VARIABLE LABELS unit 'Санау бірлігі'.
VARIABLE LABELS share 'Бірлік бойынша үлес'.
VARIABLE LABELS share_low '95 % аралықтың төменгі шегі'.
VARIABLE LABELS share_high '95 % аралықтың жоғарғы шегі'.
!ENDDEFINE.

DEFINE !label_ru ()
VARIABLE LABELS d1_region 'Регион'.
VALUE LABELS d1_region
  'KZ-71' 'г. Астана'
  'KZ-61' 'Туркестанская область'
  'KZ-47' 'Мангистауская область'.
VARIABLE LABELS d2_indicator 'Индикатор'.
VALUE LABELS d2_indicator
  'civil-society.hearings' 'Публичные слушания и приём граждан'
  'civil-society.ngo' 'Взаимодействие с НПО'
  'results.infrastructure' 'Объекты социальной инфраструктуры'
  'results.vulnerable' 'Поддержка уязвимых групп населения'.
VARIABLE LABELS passages 'Фрагменты ячейки'.
VARIABLE LABELS documents 'Документы ячейки'.
VARIABLE LABELS codings 'Коды ячейки'.
VARIABLE LABELS row_passages 'Фрагменты строки'.
VARIABLE LABELS row_documents 'Документы строки'.
VARIABLE LABELS row_coded_passages 'Фрагменты строки с кодами'.
VARIABLE LABELS row_codings 'Коды строки'.
VARIABLE LABELS share_of_passages 'Доля фрагментов строки'.
VARIABLE LABELS share_of_codings 'Доля кодов строки'.
VARIABLE LABELS unit 'Единица счёта'.
VARIABLE LABELS share 'Доля по единице счёта'.
VARIABLE LABELS share_low 'Нижняя граница 95 %'.
VARIABLE LABELS share_high 'Верхняя граница 95 %'.
!ENDDEFINE.

DEFINE !label_en ()
VARIABLE LABELS d1_region 'Region'.
VALUE LABELS d1_region
  'KZ-71' 'Astana'
  'KZ-61' 'Turkistan Region'
  'KZ-47' 'Mangystau Region'.
VARIABLE LABELS d2_indicator 'Indicator'.
VALUE LABELS d2_indicator
  'civil-society.hearings' 'Public hearings and receptions'
  'civil-society.ngo' 'Cooperation with NGOs'
  'results.infrastructure' 'Social infrastructure | built'
  'results.vulnerable' 'Support of vulnerable groups'.
VARIABLE LABELS passages 'Passages of the cell'.
VARIABLE LABELS documents 'Documents of the cell'.
VARIABLE LABELS codings 'Codings of the cell'.
VARIABLE LABELS row_passages 'Passages of the row'.
VARIABLE LABELS row_documents 'Documents of the row'.
VARIABLE LABELS row_coded_passages 'Coded passages of the row'.
VARIABLE LABELS row_codings 'Codings of the row'.
VARIABLE LABELS share_of_passages 'Share of the row''s passages'.
VARIABLE LABELS share_of_codings 'Share of the row''s codings'.
VARIABLE LABELS unit 'Unit of counting'.
VARIABLE LABELS share 'Share by the unit of counting'.
VARIABLE LABELS share_low 'Lower end of the 95% interval'.
VARIABLE LABELS share_high 'Upper end of the 95% interval'.
!ENDDEFINE.

!label_ru.
RESTORE.
EXECUTE.
