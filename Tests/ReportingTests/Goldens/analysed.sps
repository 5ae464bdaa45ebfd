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
    unit A24
    share F20.16
    share_low F20.16
    share_high F20.16
    cluster_low F20.16
    cluster_high F20.16
    level A24
    keyness_g2 F20.16
    keyness_log_ratio F20.16
    keyness_p F20.16
    keyness_p_holm F20.16
    keyness_p_bh F20.16
    odds_ratio F20.16
    odds_low F20.16
    odds_high F20.16
    association_test A24
    association_p F20.16
    association_p_holm F20.16
    cramers_v F20.16
    corrected F20.16
    corrected_low F20.16
    corrected_high F20.16
    corrected_refused A24
    prediction_powered F20.16
    prediction_powered_low F20.16
    prediction_powered_high F20.16
    share_before F20.16
    share_after F20.16
    change_p F20.16
    change_p_holm F20.16
    trend_slope F20.16
    trend_p F20.16
    alpha F20.16
    reliability A24
    column_chi2 F20.16
    column_df F20.16
    column_cramers_v F20.16
    column_p F20.16
    column_p_holm F20.16
    column_smallest_expected F20.16
    column_warning A24.

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
VARIABLE LABELS row_coded_passages 'Жолдың кесте кодтары бар үзінділері'.
VARIABLE LABELS row_codings 'Жолдың кодтары'.
VARIABLE LABELS share_of_passages 'Жол үзінділеріндегі үлес'.
VARIABLE LABELS share_of_codings 'Жол кодтарындағы үлес'.
VARIABLE LABELS unit 'Санау бірлігі'.
VARIABLE LABELS share 'Бірлік бойынша үлес'.
VARIABLE LABELS share_low 'Аралықтың төменгі шегі'.
VARIABLE LABELS share_high 'Аралықтың жоғарғы шегі'.
VARIABLE LABELS cluster_low 'Құжаттар бойынша бутстреп, төменгі шек'.
VARIABLE LABELS cluster_high 'Құжаттар бойынша бутстреп, жоғарғы шек'.
VARIABLE LABELS level 'Деңгей'.
VARIABLE LABELS keyness_g2 'Кілттілік, G²'.
VARIABLE LABELS keyness_log_ratio 'Үлестер қатынасының log₂'.
VARIABLE LABELS keyness_p 'Кілттілік, p'.
VARIABLE LABELS keyness_p_holm 'Кілттілік, p (Холм)'.
VARIABLE LABELS keyness_p_bh 'Кілттілік, p (Бенджамини–Хохберг)'.
VARIABLE LABELS odds_ratio 'Мүмкіндіктер қатынасы'.
VARIABLE LABELS odds_low 'Оның төменгі шегі'.
VARIABLE LABELS odds_high 'Оның жоғарғы шегі'.
VARIABLE LABELS association_test 'Байланыс сынағы'.
VARIABLE LABELS association_p 'Байланыс, p'.
VARIABLE LABELS association_p_holm 'Байланыс, p (Холм)'.
VARIABLE LABELS cramers_v 'Крамердің V'.
VARIABLE LABELS corrected 'Түзетілген үлес'.
VARIABLE LABELS corrected_low 'Оның төменгі шегі'.
VARIABLE LABELS corrected_high 'Оның жоғарғы шегі'.
VARIABLE LABELS corrected_refused 'Түзетілмеу себебі'.
VARIABLE LABELS prediction_powered 'Болжаммен күшейтілген баға'.
VARIABLE LABELS prediction_powered_low 'Оның төменгі шегі'.
VARIABLE LABELS prediction_powered_high 'Оның жоғарғы шегі'.
VARIABLE LABELS share_before 'Күнге дейінгі үлес'.
VARIABLE LABELS share_after 'Күннен кейінгі үлес'.
VARIABLE LABELS change_p 'Өзгеріс, p'.
VARIABLE LABELS change_p_holm 'Өзгеріс, p (Холм)'.
VARIABLE LABELS trend_slope 'Жылдық өзгеріс'.
VARIABLE LABELS trend_p 'Тренд, p'.
VARIABLE LABELS alpha 'Криппендорф альфасы'.
VARIABLE LABELS reliability 'Сенімділік'.
VARIABLE LABELS column_chi2 'Бағандағы жолдардың χ²'.
VARIABLE LABELS column_df 'Еркіндік дәрежесі'.
VARIABLE LABELS column_cramers_v 'Баған, Крамердің V'.
VARIABLE LABELS column_p 'Баған, p'.
VARIABLE LABELS column_p_holm 'Баған, p (Холм)'.
VARIABLE LABELS column_smallest_expected 'Ең аз күтілетін жиілік'.
VARIABLE LABELS column_warning 'χ² туралы ескерту'.
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
VARIABLE LABELS row_coded_passages 'Фрагменты строки с кодами таблицы'.
VARIABLE LABELS row_codings 'Коды строки'.
VARIABLE LABELS share_of_passages 'Доля фрагментов строки'.
VARIABLE LABELS share_of_codings 'Доля кодов строки'.
VARIABLE LABELS unit 'Единица счёта'.
VARIABLE LABELS share 'Доля по единице счёта'.
VARIABLE LABELS share_low 'Нижняя граница интервала'.
VARIABLE LABELS share_high 'Верхняя граница интервала'.
VARIABLE LABELS cluster_low 'Бутстреп по документам, нижняя граница'.
VARIABLE LABELS cluster_high 'Бутстреп по документам, верхняя граница'.
VARIABLE LABELS level 'Уровень'.
VARIABLE LABELS keyness_g2 'Ключевость, G²'.
VARIABLE LABELS keyness_log_ratio 'log₂ отношения долей'.
VARIABLE LABELS keyness_p 'Ключевость, p'.
VARIABLE LABELS keyness_p_holm 'Ключевость, p (Холм)'.
VARIABLE LABELS keyness_p_bh 'Ключевость, p (Бенджамини–Хохберг)'.
VARIABLE LABELS odds_ratio 'Отношение шансов'.
VARIABLE LABELS odds_low 'Его нижняя граница'.
VARIABLE LABELS odds_high 'Его верхняя граница'.
VARIABLE LABELS association_test 'Критерий связи'.
VARIABLE LABELS association_p 'Связь, p'.
VARIABLE LABELS association_p_holm 'Связь, p (Холм)'.
VARIABLE LABELS cramers_v 'V Крамера'.
VARIABLE LABELS corrected 'Исправленная доля'.
VARIABLE LABELS corrected_low 'Её нижняя граница'.
VARIABLE LABELS corrected_high 'Её верхняя граница'.
VARIABLE LABELS corrected_refused 'Почему не исправлена'.
VARIABLE LABELS prediction_powered 'Оценка с опорой на предсказания'.
VARIABLE LABELS prediction_powered_low 'Её нижняя граница'.
VARIABLE LABELS prediction_powered_high 'Её верхняя граница'.
VARIABLE LABELS share_before 'Доля до даты'.
VARIABLE LABELS share_after 'Доля с даты'.
VARIABLE LABELS change_p 'Изменение, p'.
VARIABLE LABELS change_p_holm 'Изменение, p (Холм)'.
VARIABLE LABELS trend_slope 'Изменение за год'.
VARIABLE LABELS trend_p 'Тренд, p'.
VARIABLE LABELS alpha 'Альфа Криппендорфа'.
VARIABLE LABELS reliability 'Надёжность'.
VARIABLE LABELS column_chi2 'χ² строк в столбце'.
VARIABLE LABELS column_df 'Степени свободы'.
VARIABLE LABELS column_cramers_v 'Столбец, V Крамера'.
VARIABLE LABELS column_p 'Столбец, p'.
VARIABLE LABELS column_p_holm 'Столбец, p (Холм)'.
VARIABLE LABELS column_smallest_expected 'Наименьшая ожидаемая частота'.
VARIABLE LABELS column_warning 'Замечание к χ²'.
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
VARIABLE LABELS row_coded_passages 'Passages of the row with the table''s codes'.
VARIABLE LABELS row_codings 'Codings of the row'.
VARIABLE LABELS share_of_passages 'Share of the row''s passages'.
VARIABLE LABELS share_of_codings 'Share of the row''s codings'.
VARIABLE LABELS unit 'Unit of counting'.
VARIABLE LABELS share 'Share or rate by the unit of counting'.
VARIABLE LABELS share_low 'Lower end of its interval'.
VARIABLE LABELS share_high 'Upper end of its interval'.
VARIABLE LABELS cluster_low 'Bootstrap of documents, lower end'.
VARIABLE LABELS cluster_high 'Bootstrap of documents, upper end'.
VARIABLE LABELS level 'Level'.
VARIABLE LABELS keyness_g2 'Keyness, G²'.
VARIABLE LABELS keyness_log_ratio 'log₂ of the shares'' ratio'.
VARIABLE LABELS keyness_p 'Keyness, p'.
VARIABLE LABELS keyness_p_holm 'Keyness, p (Holm)'.
VARIABLE LABELS keyness_p_bh 'Keyness, p (Benjamini-Hochberg)'.
VARIABLE LABELS odds_ratio 'Odds ratio'.
VARIABLE LABELS odds_low 'Its lower end'.
VARIABLE LABELS odds_high 'Its upper end'.
VARIABLE LABELS association_test 'Test of association'.
VARIABLE LABELS association_p 'Association, p'.
VARIABLE LABELS association_p_holm 'Association, p (Holm)'.
VARIABLE LABELS cramers_v 'Cramér''s V'.
VARIABLE LABELS corrected 'Corrected share (Rogan-Gladen)'.
VARIABLE LABELS corrected_low 'Its lower end'.
VARIABLE LABELS corrected_high 'Its upper end'.
VARIABLE LABELS corrected_refused 'Why there is no corrected share'.
VARIABLE LABELS prediction_powered 'Prediction-powered estimate'.
VARIABLE LABELS prediction_powered_low 'Its lower end'.
VARIABLE LABELS prediction_powered_high 'Its upper end'.
VARIABLE LABELS share_before 'Share before the date'.
VARIABLE LABELS share_after 'Share from the date on'.
VARIABLE LABELS change_p 'Change, p'.
VARIABLE LABELS change_p_holm 'Change, p (Holm)'.
VARIABLE LABELS trend_slope 'Change a year'.
VARIABLE LABELS trend_p 'Trend, p (Cochran-Armitage)'.
VARIABLE LABELS alpha 'Krippendorff''s alpha on gold'.
VARIABLE LABELS reliability 'Reliability'.
VARIABLE LABELS column_chi2 'χ² of the column''s rows'.
VARIABLE LABELS column_df 'Its degrees of freedom'.
VARIABLE LABELS column_cramers_v 'Column, Cramér''s V'.
VARIABLE LABELS column_p 'Column, p'.
VARIABLE LABELS column_p_holm 'Column, p (Holm)'.
VARIABLE LABELS column_smallest_expected 'Smallest expected count'.
VARIABLE LABELS column_warning 'Warning of χ²'.
!ENDDEFINE.

!label_en.
RESTORE.
EXECUTE.
