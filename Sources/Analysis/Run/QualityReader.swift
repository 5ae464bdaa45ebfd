import Coding
import Tabulation

/// The evaluation that a pipeline names, for the report, and as tables need it: for each code and language alpha with
/// its interval, and the decisions against the gold.
enum QualityReader {
  /// - Returns: nil where the pipeline names no evaluation.
  /// - Throws: `PipelineError` where the file cannot be read or is none, or measures another codebook or coder than those
  ///   of the run: its figures say nothing about these codings.
  static func evaluation(_ pipeline: Pipeline, _ codebook: Codebook) throws(PipelineError) -> Evaluation? {
    guard let path = pipeline.reliability else { return nil }
    func stop(_ message: String) -> PipelineError {
      PipelineError(problems: [.init(file: path, line: 1, message: message)])
    }
    let evaluation: Evaluation
    do {
      evaluation = try EvaluationReader.evaluation(file: path)
    } catch is DecodingError {
      throw stop("is no evaluation as `hattama evaluate --json` writes it")
    } catch {
      throw stop("the evaluation cannot be read; make it with `hattama evaluate --json`")
    }
    guard evaluation.codebook == codebook.id, evaluation.coder == pipeline.coder else {
      throw PipelineError(problems: [
        .init(
          file: pipeline.file, line: pipeline.lines["reliability"] ?? 1,
          message: "'reliability': \(path) measures the coder '\(evaluation.coder.rawValue)' on the codebook "
            + "'\(evaluation.codebook)', and this pipeline has '\(pipeline.coder.rawValue)' on '\(codebook.id)'; make it "
            + "anew with `hattama evaluate --pipeline \(pipeline.file) --json`")
      ])
    }
    return evaluation
  }

  /// - Returns: nil where the pipeline names no evaluation.
  /// - Throws: as `evaluation`.
  static func quality(_ pipeline: Pipeline, _ codebook: Codebook) throws(PipelineError) -> CoderQuality? {
    guard let evaluation = try evaluation(pipeline, codebook) else { return nil }
    var quality = CoderQuality()
    for result in evaluation.dimensions.lazy.flatMap(\.groups)
    where result.group.by == .all || result.group.by == .language {
      let name = result.group.by == .all ? CoderQuality.allLanguages : result.group.value
      for code in result.codes {
        quality[code.code, language: name] = CoderQuality.Figures(
          alpha: code.alpha.measure.value, interval: code.alpha.interval, detection: code.counts)
      }
    }
    return quality
  }
}
