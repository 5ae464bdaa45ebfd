import Coding
import Reporting
import Tabulation

/// An evaluation as one JSON object, for programs; the same evaluation gives the same bytes.
///
/// An estimate is `{"value": 0.83, "low": 0.71, "high": 0.92}`, or `{"undefined": reason}` with a reason of
/// `Measure.Reason`; `low` and `high` are missing where there is no interval. Numbers have six decimals at most.
public enum EvaluationJSON {
  /// - Parameters:
  ///   - mistakes: the most false positives, and the most misses, of a dimension.
  ///   - code: only the mistakes on this code or those below it.
  public static func write(
    _ evaluation: Evaluation, mistakes: Int = .max, code: String? = nil, to json: inout JSONWriter
  ) {
    json.beginObject()
    json.member("codebook", evaluation.codebook)
    json.member("coder", evaluation.coder.rawValue)
    json.member("unseen", evaluation.unseen?.rawValue)
    json.member("gold", evaluation.goldFiles)
    json.object("bootstrap") { json in
      json.member("unit", "document")
      json.member("resamples", evaluation.bootstrap.resamples)
      json.member("seed", String(evaluation.bootstrap.seed))
      json.member("level", evaluation.bootstrap.level)
    }
    json.objects("dimensions", evaluation.dimensions) { write($1, mistakes, code, &$0) }
    json.objects("polarity", evaluation.polarity) { write($1, &$0) }
    json.member("problems", evaluation.problems.map(\.description))
    json.endObject()
    json.endLine()
  }

  private static func write(
    _ dimension: Evaluation.DimensionResult, _ limit: Int, _ code: String?, _ json: inout JSONWriter
  ) {
    json.member("dimension", dimension.dimension)
    json.objects("groups", dimension.groups) { write($1, &$0) }
    json.objects("languages", dimension.languages) { json, comparison in
      json.member("figure", comparison.figure)
      estimate("kk", comparison.kazakh, &json)
      estimate("ru", comparison.russian, &json)
      if let overlaps = comparison.overlaps { json.member("overlap", overlaps) }
    }
    json.objects("notInGold", dimension.notInGold) { json, code in
      json.member("code", code.code)
      json.member("assigned", code.assigned)
    }
    let shown = [Evaluation.Mistake.Kind.falsePositive, .falseNegative].flatMap { kind in
      dimension.mistakes.filter { mistake in
        mistake.kind == kind && (code.map { Codebook.covers($0, mistake.code) } ?? true)
      }.prefix(max(0, limit))
    }
    json.objects("mistakes", shown) { write($1, &$0) }
  }

  private static func write(_ group: Evaluation.Group, _ json: inout JSONWriter) {
    json.member("by", group.by.rawValue)
    json.member("value", group.value)
    json.member("documents", group.documents)
    json.member("passages", group.passages)
    json.member("found", group.found)
  }

  private static func write(_ result: Evaluation.GroupResult, _ json: inout JSONWriter) {
    write(result.group, &json)
    json.member("strays", result.strays)
    estimate("exact", result.exact, &json)
    estimate("microPrecision", result.microPrecision, &json)
    estimate("microRecall", result.microRecall, &json)
    estimate("microF1", result.microF1, &json)
    estimate("macroF1", result.macroF1, &json)
    estimate("meanAlpha", result.meanAlpha, &json)
    estimate("masiAlpha", result.masiAlpha, &json)
    estimate("peopleMacroF1", result.peopleMacroF1, &json)
    estimate("peopleMeanAlpha", result.peopleMeanAlpha, &json)
    estimate("peopleMasiAlpha", result.peopleMasiAlpha, &json)
    json.objects("codes", result.codes) { write($1, &$0) }
  }

  private static func write(_ result: Evaluation.CodeResult, _ json: inout JSONWriter) {
    json.member("code", result.code)
    counts(result.counts, &json)
    estimate("prevalence", result.prevalence, &json)
    estimate("precision", result.precision, &json)
    estimate("recall", result.recall, &json)
    estimate("f1", result.f1, &json)
    estimate("alpha", result.alpha, &json)
    estimate("kappa", result.kappa, &json)
    estimate("ac1", result.ac1, &json)
    if let people = result.people {
      json.object("people") { json in
        estimate("alpha", people.alpha, &json)
        estimate("kappa", people.kappa, &json)
        estimate("ac1", people.ac1, &json)
        estimate("f1", people.f1, &json)
      }
    }
  }

  private static func write(_ mistake: Evaluation.Mistake, _ json: inout JSONWriter) {
    json.member("kind", mistake.kind.rawValue)
    json.member("code", mistake.code)
    json.member("place", mistake.place)
    json.member("language", mistake.language)
    json.member("text", mistake.text)
    json.member("score", rounded(mistake.score))
    json.member("votes", mistake.votes)
    json.objects("evidence", mistake.evidence) { json, evidence in
      json.member("entry", evidence.entry)
      json.member("rule", evidence.rule)
      json.member("words", evidence.words)
    }
  }

  private static func write(_ result: Evaluation.PolarityResult, _ json: inout JSONWriter) {
    write(result.group, &json)
    estimate("accuracy", result.accuracy, &json)
    estimate("macroF1", result.macroF1, &json)
    estimate("alpha", result.alpha, &json)
    estimate("kappa", result.kappa, &json)
    estimate("ac1", result.ac1, &json)
    json.objects("values", result.values) { json, value in
      json.member("polarity", value.polarity)
      counts(value.counts, &json)
      estimate("precision", value.precision, &json)
      estimate("recall", value.recall, &json)
      estimate("f1", value.f1, &json)
    }
  }

  private static func counts(_ counts: Detection, _ json: inout JSONWriter) {
    json.member("n", counts.inGold)
    json.member("truePositives", counts.truePositives)
    json.member("falsePositives", counts.falsePositives)
    json.member("falseNegatives", counts.falseNegatives)
    json.member("trueNegatives", counts.trueNegatives)
  }

  private static func estimate(_ name: StaticString, _ estimate: Estimate?, _ json: inout JSONWriter) {
    guard let estimate else { return }
    json.key(name)
    json.beginObject()
    switch estimate.measure {
    case .undefined(let reason): json.member("undefined", reason.rawValue)
    case .value(let value):
      json.member("value", rounded(value))
      if let interval = estimate.interval {
        json.member("low", rounded(interval.lowerBound))
        json.member("high", rounded(interval.upperBound))
        if estimate.undefinedResamples > 0 {
          json.member("undefinedResamples", estimate.undefinedResamples)
        }
      }
    }
    json.endObject()
  }

  private static func rounded(_ value: Double) -> Double? {
    let result = (value * 1_000_000).rounded() / 1_000_000
    return result == 0 ? 0 : result
  }
}
