import Reporting
import Tabulation

extension Comparison {
  /// The comparison as a table of words: for pages, Markdown and spreadsheets.
  public var statementTable: StatementTable {
    var rows = cells.map { cell in
      StatementTable.Row(
        TableKey(cell.fact.id, Self.heading(cell.fact, region: cell.fact.region)),
        [
          [.init(cell.fact.printed)], [.init(cell.markedVerdict)],
          cell.reasons.enumerated().map { index, reason in
            let isLast = index == cell.reasons.count - 1
            return .init(reason, passages: isLast ? cell.passages : [], code: cell.fact.code)
          },
        ])
    }
    for unprinted in unprinted {
      rows.append(
        StatementTable.Row(
          TableKey(
            unprinted.fact.id + "/" + unprinted.region,
            Self.heading(unprinted.fact, region: unprinted.region)),
          [
            [.init(unprinted.fact.label)], [.init(Self.unprintedLabel)],
            [.init(unprinted.reason, passages: unprinted.passages, code: unprinted.fact.code)],
          ]))
    }
    return StatementTable(
      id: "comparison",
      label: TrilingualLabel(
        kk: "Жарияланған мәндермен салыстыру", ru: "Сравнение с опубликованным",
        en: "Comparison with the published tables"),
      rowLabel: TrilingualLabel(kk: "Ұяшық", ru: "Ячейка", en: "Cell"),
      columns: [
        TrilingualLabel(kk: "Баспада", ru: "В печати", en: "In print"),
        TrilingualLabel(kk: "Қорытынды", ru: "Вывод", en: "Verdict"),
        TrilingualLabel(kk: "Ереже және сандар", ru: "Правило и числа", en: "Rule and numbers"),
      ], rows: rows, notes: notes)
  }

  private static let unprintedLabel = TrilingualLabel(
    kk: "баспада жоқ", ru: "в печати нет", en: "not in print")

  /// `Table 4 · Almaty`; the printed words themselves stand in the next column.
  private static func heading(_ fact: PublishedFact, region: String?) -> TrilingualLabel {
    let name = region.flatMap(RegionNames.label)
    let table = TrilingualLabel(
      kk: "\(fact.table)-кесте", ru: "Таблица \(fact.table)", en: "Table \(fact.table)")
    let conclusions = TrilingualLabel(kk: "Қорытынды", ru: "Выводы", en: "Conclusions")
    return TrilingualLabel { language in
      let start = fact.table == "conclusions" ? conclusions[language] : table[language]
      return [start, name?[language]].compactMap { $0 }.joined(separator: " · ")
    }
  }

  /// What the comparison amounts to, a sentence each.
  public var notes: [TrilingualLabel] {
    var notes: [TrilingualLabel] = []
    if isDemonstration {
      notes.append(
        TrilingualLabel(
          kk:
            "Көрнекі үлгі: құжаттар осы жоба үшін жазылған, сондықтан сәйкестік зерттеу туралы ештеңе айтпайды.",
          ru:
            "Демонстрация: документы написаны для этого проекта, поэтому совпадение ничего не говорит об исследовании.",
          en:
            "Demonstration: the documents were written for this project, so agreement says nothing about the study."
        ))
    }
    let (agreement, found, kappa, levels) = (agreement, found, kappa, levels.items)
    notes.append(
      TrilingualLabel { language in
        let share = agreement.value.map { " (\(ValueText.text($0, .passages, language)))" } ?? ""
        let interval =
          agreement.interval.map {
            ", 95%: \(ValueText.text($0.lowerBound, .passages, language)) – \(ValueText.text($0.upperBound, .passages, language))"
          } ?? ""
        return switch language {
        case .kk:
          "Өзгеше болуы мүмкін \(agreement.total) ұяшықтан \(agreement.count) сәйкес\(share)\(interval)."
        case .ru:
          "Из \(agreement.total) ячеек, которые могли разойтись, совпадают \(agreement.count)\(share)\(interval)."
        case .en:
          "\(agreement.count) of the \(agreement.total) cells that could have disagreed agree\(share)\(interval)."
        }
      })
    notes.append(
      TrilingualLabel { language in
        let value =
          switch kappa {
          case .value(let kappa): ValueText.decimal(kappa, places: 2, language)
          case .undefined:
            TrilingualLabel(kk: "анықталмаған", ru: "не определена", en: "undefined")[language]
          }
        return switch language {
        case .kk: "Деңгейлер: салмақталған каппа (сызықтық) \(value), \(levels) ұяшық."
        case .ru: "Уровни: взвешенная каппа (линейная) \(value), ячеек: \(levels)."
        case .en: "Levels: weighted kappa (linear) \(value) over \(levels) cells."
        }
      })
    let missing = count(.notComputable)
    notes.append(
      TrilingualLabel(
        kk:
          "Тек бар екені басылған \(found.total) ұяшықтың \(found.count)-інде үзінді бар; \(missing) ұяшық есептелмейді.",
        ru:
          "Ячеек, где напечатано только наличие: \(found.total), найдено \(found.count); не вычислимо: \(missing).",
        en:
          "Presence only: \(found.total) cells, of which \(found.count) have findings; not computable: \(missing)."
      ))
    notes.append(
      TrilingualLabel(
        kk: "Баспада жоқ, бірақ ереже орындалатын жұптар: \(unprintedLookedAt) ішінен \(unprinted.count).",
        ru: "Пар без слова в печати, где правило выполняется: \(unprinted.count) из \(unprintedLookedAt).",
        en:
          "Of \(unprintedLookedAt) pairs of region and word that print does not have, the rule holds in \(unprinted.count)."
      ))
    return notes
  }
}

extension Comparison.Cell {
  /// The verdict with a sign in front, by which the eye finds it.
  fileprivate var markedVerdict: TrilingualLabel {
    let sign =
      switch verdict {
      case .agrees: "✓"
      case .differs: "✗"
      case .notComputable: "–"
      case .presenceOnly: isFound == true ? "●" : "○"
      }
    return TrilingualLabel { "\(sign) \(verdictLabel[$0])" }
  }

  /// The verdict; for presence, with what was found.
  public var verdictLabel: TrilingualLabel {
    guard let isFound else { return verdict.label }
    let found =
      isFound
      ? TrilingualLabel(kk: "табылды", ru: "найдено", en: "found")
      : TrilingualLabel(kk: "табылмады", ru: "не найдено", en: "not found")
    return TrilingualLabel { "\(verdict.label[$0]): \(found[$0])" }
  }
}

extension PublishedFact {
  /// The printed words, with the level or number.
  var printed: TrilingualLabel {
    if let level {
      return TrilingualLabel { "\(label[$0]): \(level.label[$0])" }
    }
    return kind == .figure ? TrilingualLabel { "\(label[$0]): \(expected)" } : label
  }
}
