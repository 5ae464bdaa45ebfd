import Coding
import Reporting
import Tabulation

extension Evaluation {
  /// The evaluation as a section for the report, or a page of its own.
  ///
  /// Decisions by language and kind stand there where the evaluation has that grouping.
  ///
  /// - Parameter mistakes: the most false positives, and the most misses, of a dimension.
  public func validityPage(_ codebook: Codebook, mistakes limit: Int = 5) -> ValidityPage {
    ValidityPage(
      dimensions: dimensions.map { page($0, codebook, limit) }, method: method,
      resamples: bootstrap.resamples)
  }

  private func page(
    _ result: DimensionResult, _ codebook: Codebook, _ limit: Int
  ) -> ValidityPage.Dimension {
    func label(_ code: String) -> TrilingualLabel {
      codebook.index(ofCode: code).map { TrilingualLabel(codebook.codes[$0].label) }
        ?? TrilingualLabel(untranslated: code)
    }
    let dimension = codebook.dimensions.first { $0.id == result.dimension }
    let all = result.groups.first
    var page = ValidityPage.Dimension(
      dimension.map { TrilingualLabel($0.label) } ?? TrilingualLabel(untranslated: result.dimension),
      groups: result.groups.filter { $0.group.by != .languageAndKind }.map { group in
        ValidityPage.Row(
          Self.label(of: group.group), count: group.group.passages, precision: group.microPrecision,
          recall: group.microRecall, f1: group.microF1, alpha: group.meanAlpha, people: group.peopleMeanAlpha)
      },
      codes: (all?.codes ?? []).map { code in
        ValidityPage.Row(
          label(code.code), count: code.counts.inGold, prevalence: code.prevalence, precision: code.precision,
          recall: code.recall, f1: code.f1, alpha: code.alpha, people: code.people?.alpha)
      })
    let crossed = result.groups.filter { $0.group.by == .languageAndKind }
    page.decisionGroups = crossed.map { Self.label(of: $0.group) }
    if !crossed.isEmpty {
      page.decisions = (all?.codes ?? []).indices.map { index in
        ValidityPage.Decisions(
          label(all?.codes[index].code ?? ""), counts: crossed.map { $0.codes[index].counts })
      }
    }
    page.languagesOverlap = result.languages.first { $0.figure == "macro F1" }?.overlaps
    for kind in [Mistake.Kind.falsePositive, .falseNegative] {
      page.mistakes += result.mistakes.filter { $0.kind == kind }.prefix(limit).map { mistake in
        ValidityPage.Mistake(
          code: label(mistake.code), isMissed: kind == .falseNegative, place: mistake.place,
          language: mistake.language, text: mistake.text,
          score: kind == .falsePositive ? mistake.score : nil,
          votes: mistake.votes, evidence: mistake.evidence.map { ($0.words, $0.entry, $0.rule) })
      }
    }
    return page
  }

  private static func label(of group: Group) -> TrilingualLabel {
    switch group.by {
    case .all: return TrilingualLabel(kk: "Барлығы", ru: "Все", en: "All")
    case .language: return FieldLabels.label(.language, group.value)
    case .kind: return label(ofKind: group.value)
    case .region: return RegionNames.goldLabel(of: group.value) ?? label(ofKind: group.value)
    case .languageAndKind:
      let parts = group.value.split(separator: " ", maxSplits: 1).map(String.init)
      let kind = label(ofKind: parts.last ?? "")
      let language = parts.first ?? ""
      return TrilingualLabel { "\(language) \(kind[$0])" }
    }
  }

  private static func label(ofKind kind: String) -> TrilingualLabel {
    kind == "unknown"
      ? TrilingualLabel(kk: "белгісіз", ru: "не указано", en: "unknown") : FieldLabels.label(.kind, kind)
  }

  private var method: TrilingualLabel {
    let coder =
      switch self.coder {
      case .lexicon:
        TrilingualLabel(
          kk: "Сөздік бойынша кодтау.", ru: "Кодирование по словарю.", en: "Coded by the lexicon.")
      case .learned:
        TrilingualLabel(
          kk: "Үйретілген кодтаушы.", ru: "Обученный кодировщик.", en: "Coded by the learned coder.")
      case .combined:
        TrilingualLabel(
          kk: "Сөздік пен үйретілген кодтаушы бірге.", ru: "Словарь и обученный кодировщик вместе.",
          en: "Coded by lexicon and learned coder together.")
      }
    let parts =
      switch unseen {
      case nil:
        TrilingualLabel(
          kk: "Барлық үзінділерді бір кодтаушы кодтады.", ru: "Все фрагменты кодировал один кодировщик.",
          en: "One coder coded all passages.")
      case .folds:
        TrilingualLabel(
          kk: "Құжаттар мен авторлардың әр бестен бірі қалғандарында үйретілген модельмен тексерілді.",
          ru: "Каждая пятая часть документов и авторов проверена моделью, обученной на остальных.",
          en: "Each fifth of the documents and authors was tested by a model that the others taught.")
      case .regions:
        TrilingualLabel(
          kk: "Әр өңір басқа өңірлерде үйретілген модельмен тексерілді.",
          ru: "Каждый регион проверен моделью, обученной на других регионах.",
          en: "Each region was tested by a model that the other regions taught.")
      case .languages:
        TrilingualLabel(
          kk: "Әр тіл екінші тілде үйретілген модельмен тексерілді.",
          ru: "Каждый язык проверен моделью, обученной на другом языке.",
          en: "Each language was tested by a model that the other taught.")
      }
    return TrilingualLabel { coder[$0] + " " + parts[$0] }
  }
}
