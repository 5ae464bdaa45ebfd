import Coding
import Foundation
import Ingestion
import Linguistics

/// Coded passages with their features: what a model is trained on and tested with.
public struct TrainingSet: Sendable {
  /// One passage.
  struct Example: Sendable {
    var features: [FeatureExtractor.Feature]
    /// Numbers (in `codes`) of the codes that people gave, that they did not agree on, and that the lexicon gives.
    var codes: Set<Int>
    var disputed: Set<Int>
    var lexicon: Set<Int>
    /// Those that a table row has from its heading, whatever it is scored.
    var inherited: Set<Int>
    /// Document or author.
    var group: String
    /// ISO 3166-2; nil for passages without a document.
    var region: String?
    var language: String
    /// Numbers (in `titles`) of the titles over the passage.
    var titles: [Int]
  }

  /// Ids of the codes that have enough examples, in the codebook's order, polarity last.
  let codes: [String]
  let dimensions: [String]
  let features: [String]
  /// The fields of meaning that the features were read with.
  let fields: WordFields
  /// For each code the feature that the lexicon's assignment of it is.
  let lexiconFeatures: [Int32]
  var examples: [Example] = []
  /// Features of the titles over passages of documents.
  let titles: [[FeatureExtractor.Feature]]
  /// Gold passages that no document has.
  public private(set) var missing = 0

  /// A code with fewer is left to the lexicon.
  static let fewestExamples = 10

  /// Analyses the passages and codes them with the lexicon.
  ///
  /// - Parameters:
  ///   - model: with the codebook and its lexicon.
  ///   - gold: coded passages.
  ///   - documents: files with the documents that `gold` names.
  ///   - fields: the fields of meaning to be learned with.
  /// - Throws: `IngestionError` where a document cannot be read.
  init(
    _ model: CodingModel, _ gold: [GoldPassage], documents: [String], fields: WordFields
  ) throws(IngestionError) {
    self.fields = fields
    let codebook = model.codebook
    var ids = codebook.codes.filter { !$0.isGroup && !$0.id.hasPrefix("polarity.") }.map(\.id)
    ids += [Polarity.negative, .positive].map { "polarity.\($0.rawValue)" }
    codes = ids.filter { id in gold.count { $0.codes.contains(id) } >= Self.fewestExamples }
    let numbers = Dictionary(
      codes.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    dimensions = codes.map { id in
      codebook.index(ofCode: id).map { codebook.dimensions[codebook.codes[$0].dimension].id } ?? "polarity"
    }
    let worker = PassageReader(model, documents: try Self.read(documents), fields)
    let extractor = worker.extractor
    lexiconFeatures = codes.map { extractor.id(of: LearnedModel.lexiconFeature($0)) }
    for passage in gold {
      let found = worker.read(passage)
      if !found.isInDocument, passage.document != nil { missing += 1 }
      examples.append(
        Example(
          features: found.features, codes: Set(passage.codes.compactMap { numbers[$0] }),
          disputed: Set(passage.disputed.compactMap { numbers[$0] }),
          lexicon: Set(found.lexicon.compactMap { numbers[$0] }),
          inherited: Set(found.inherited.compactMap { numbers[$0] }), group: passage.group,
          region: found.region, language: passage.language, titles: found.titles))
    }
    titles = worker.titles
    features = (0..<extractor.vocabulary.count).map { extractor.vocabulary.form(Int32($0)) }
  }

  private static func read(_ paths: [String]) throws(IngestionError) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for path in paths {
      files[URL(fileURLWithPath: path).lastPathComponent] = try SourceFile.bytes(of: path)
    }
    return files
  }
}

/// Finds gold passages in their documents, as a run would meet them, and their features.
private final class PassageReader {
  struct Reading {
    var features: [FeatureExtractor.Feature] = []
    var lexicon: [String] = []
    var inherited: [String] = []
    var region: String?
    var isInDocument = false
    /// Numbers in the reader's `titles`.
    var titles: [Int] = []
  }

  let extractor: FeatureExtractor
  /// Features of the titles met.
  private(set) var titles: [[FeatureExtractor.Feature]] = []
  private let model: CodingModel
  private let ingester = Ingester()
  private let coder: LexiconCoder
  private let documents: [String: [UInt8]]
  private var current: (name: String, readings: [String: Reading])?

  init(_ model: CodingModel, documents: [String: [UInt8]], _ fields: WordFields) {
    self.model = model
    self.documents = documents
    extractor = FeatureExtractor(types: ingester.analyzer.types, fields: fields)
    coder = LexiconCoder(model.lexicon, types: ingester.analyzer.types)
  }

  func read(_ passage: GoldPassage) -> Reading {
    if let name = passage.document, let bytes = documents[name] {
      if current?.name != name { current = (name, readings(of: bytes, name)) }
      if let reading = current?.readings[Self.plain(passage.text)] { return reading }
    }
    let analysis = ingester.analyzer.analysis(of: Array(passage.text.utf8))
    return reading(analysis, analysis.sentences.indices, 0, PassageContext())
  }

  private func readings(of bytes: [UInt8], _ name: String) -> [String: Reading] {
    var readings: [String: Reading] = [:]
    for document in (try? ingester.documents(of: bytes, path: name)) ?? [] {
      var titleNumbers: [Range<Int>: Int] = [:]
      for (passage, context) in zip(document.passages, CodingWorker.contexts(of: document)) {
        guard passage.role != .heading else { continue }
        var reading = Reading()
        if let context {
          reading = self.reading(
            document.analysis, passage.sentences, passage.text.lowerBound, context)
          let ranges = [context.agendaSentences, context.itemSentences, context.titleSentences]
          for range in ranges where !range.isEmpty {
            if titleNumbers[range] == nil {
              titleNumbers[range] = titles.count
              titles.append(extractor.features(document.analysis, sentences: range))
            }
          }
          reading.titles = ranges.compactMap { titleNumbers[$0] }
        }
        reading.region = document.metadata.region
        reading.isInDocument = true
        readings[Self.plain(document.string(of: passage))] = reading
      }
    }
    return readings
  }

  private func reading(
    _ analysis: TextAnalysis, _ sentences: Range<Int>, _ textStart: Int, _ context: PassageContext
  ) -> Reading {
    let coding = coder.code(analysis, sentences: sentences, textStart: textStart, context: context)
    var lexicon = coding.codes.map { model.lexicon.code($0).id }
    lexicon.append("polarity.\(coding.polarity.rawValue)")
    return Reading(
      features: extractor.features(analysis, sentences: sentences), lexicon: lexicon,
      inherited: coding.codes.filter(\.isInherited).map { model.lexicon.code($0).id })
  }

  private static func plain(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
