import Tabulation

/// Counts a pipeline's tables anew from a store, without coding again.
public enum StoredTables {
  /// - Parameters:
  ///   - references: passages that a cell keeps.
  ///   - message: takes a line for each document and request that counts nothing.
  /// - Throws: `PipelineError` where a table asks for what the codebook does not have; `StoreError`.
  public static func tables(
    _ pipeline: Pipeline, _ model: CodingModel, _ store: Store,
    references: ReferenceLimit = .usual, message: (String) -> Void = { _ in }
  ) throws -> [CrossTable] {
    var builder = try TableBuilder(pipeline, model, references: references)
    let reader = CountedDocumentReader(model, builder.needs, builder.gold)
    try store.counted(reader) { number, counted in builder.add(counted, number: number) }
    builder.remarks.forEach(message)
    return builder.tables
  }

  /// What the tables of a pipeline count, without counting.
  public static func requests(
    _ pipeline: Pipeline, _ model: CodingModel
  ) throws(PipelineError) -> [CrossTableRequest] {
    try TableBuilder(pipeline, model).tallies.map(\.request)
  }
}
