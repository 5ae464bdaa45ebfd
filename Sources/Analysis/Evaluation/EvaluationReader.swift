import Coding
import Foundation
import Ingestion
import Tabulation

/// Reads an evaluation back from what `EvaluationJSON` wrote.
///
/// An evaluation by models that have not seen the gold takes many trainings; a run reads its result from a file, for
/// reliability marks, corrected shares and the report's page on validity.
public enum EvaluationReader {
  /// - Throws: `IngestionError` where the file cannot be read; `DecodingError` where it is no evaluation.
  public static func evaluation(file: String) throws -> Evaluation {
    try JSONDecoder().decode(Evaluation.self, from: Data(SourceFile.bytes(of: file)))
  }
}

extension Evaluation: Decodable {
  private enum Key: String, CodingKey {
    case codebook, coder, unseen, gold, bootstrap, dimensions, polarity
  }
  private struct Bootstrap: Decodable {
    var resamples: Int
    var seed: String
    var level: Double
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let bootstrap = try values.decode(Bootstrap.self, forKey: .bootstrap)
    let coder = try values.decode(String.self, forKey: .coder)
    guard let kind = CoderKind(rawValue: coder) else {
      throw DecodingError.dataCorruptedError(forKey: .coder, in: values, debugDescription: coder)
    }
    self.init(
      codebook: try values.decode(String.self, forKey: .codebook), coder: kind,
      unseen: try values.decodeIfPresent(String.self, forKey: .unseen).flatMap(UnseenTest.Parts.init),
      goldFiles: try values.decode([String].self, forKey: .gold),
      bootstrap: DocumentBootstrap(
        resamples: bootstrap.resamples, seed: UInt64(bootstrap.seed) ?? 0, level: bootstrap.level),
      dimensions: try values.decode([DimensionResult].self, forKey: .dimensions),
      polarity: try values.decode([PolarityResult].self, forKey: .polarity), problems: [])
  }
}

extension Evaluation.Group: Decodable {
  private enum Key: String, CodingKey { case by, value, documents, passages, found }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      by: Evaluation.Grouping(rawValue: try values.decode(String.self, forKey: .by)) ?? .all,
      value: try values.decode(String.self, forKey: .value),
      documents: try values.decode(Int.self, forKey: .documents),
      passages: try values.decode(Int.self, forKey: .passages),
      found: try values.decode(Int.self, forKey: .found))
  }
}

extension Evaluation.DimensionResult: Decodable {
  private enum Key: String, CodingKey { case dimension, groups, mistakes, notInGold }
  private struct NotInGold: Decodable {
    var code: String
    var assigned: Int
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      dimension: try values.decode(String.self, forKey: .dimension),
      groups: try values.decode([Evaluation.GroupResult].self, forKey: .groups),
      mistakes: try values.decode([Evaluation.Mistake].self, forKey: .mistakes),
      notInGold: try values.decode([NotInGold].self, forKey: .notInGold).map { ($0.code, $0.assigned) })
  }
}

extension Evaluation.GroupResult: Decodable {
  private enum Key: String, CodingKey {
    case strays, exact, microPrecision, microRecall, microF1, macroF1, meanAlpha, masiAlpha
    case peopleMacroF1, peopleMeanAlpha, peopleMasiAlpha, codes
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func estimate(_ key: Key) throws -> Estimate { try values.decode(Estimate.self, forKey: key) }
    self.init(
      group: try Evaluation.Group(from: decoder), strays: try values.decode(Int.self, forKey: .strays),
      exact: try estimate(.exact), microPrecision: try estimate(.microPrecision),
      microRecall: try estimate(.microRecall), microF1: try estimate(.microF1),
      macroF1: try estimate(.macroF1), meanAlpha: try estimate(.meanAlpha),
      masiAlpha: try estimate(.masiAlpha),
      peopleMacroF1: try values.decodeIfPresent(Estimate.self, forKey: .peopleMacroF1),
      peopleMeanAlpha: try values.decodeIfPresent(Estimate.self, forKey: .peopleMeanAlpha),
      peopleMasiAlpha: try values.decodeIfPresent(Estimate.self, forKey: .peopleMasiAlpha),
      codes: try values.decode([Evaluation.CodeResult].self, forKey: .codes))
  }
}

extension Evaluation.CodeResult: Decodable {
  private enum Key: String, CodingKey {
    case code, prevalence, precision, recall, f1, alpha, kappa, ac1, people
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func estimate(_ key: Key) throws -> Estimate { try values.decode(Estimate.self, forKey: key) }
    self.init(
      code: try values.decode(String.self, forKey: .code), counts: try Detection(from: decoder),
      prevalence: try estimate(.prevalence), precision: try estimate(.precision),
      recall: try estimate(.recall), f1: try estimate(.f1), alpha: try estimate(.alpha),
      kappa: try estimate(.kappa), ac1: try estimate(.ac1),
      people: try values.decodeIfPresent(Evaluation.People.self, forKey: .people))
  }
}

extension Evaluation.PolarityResult: Decodable {
  private enum Key: String, CodingKey { case accuracy, macroF1, alpha, kappa, ac1, values }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    func estimate(_ key: Key) throws -> Estimate { try values.decode(Estimate.self, forKey: key) }
    self.init(
      group: try Evaluation.Group(from: decoder), accuracy: try estimate(.accuracy),
      macroF1: try estimate(.macroF1), alpha: try estimate(.alpha), kappa: try estimate(.kappa),
      ac1: try estimate(.ac1), values: try values.decode([Value].self, forKey: .values))
  }
}

extension Evaluation.PolarityResult.Value: Decodable {
  private enum Key: String, CodingKey { case polarity, precision, recall, f1 }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    self.init(
      polarity: try values.decode(String.self, forKey: .polarity), counts: try Detection(from: decoder),
      precision: try values.decode(Estimate.self, forKey: .precision),
      recall: try values.decode(Estimate.self, forKey: .recall),
      f1: try values.decode(Estimate.self, forKey: .f1))
  }
}
