import Yams

extension PipelineLoader {
  /// Region packs, project lexicon and the day of the regional division.
  ///
  /// ```yaml
  /// packs: ../Lexicons/regions      # the default is the folder `regions` beside the codebook's; none turns packs off
  /// project: my-entries.tsv         # entries of this analysis, over base and packs
  /// regions: {codes: [KZ-10, KZ-63], as-of: 2023-01-01}   # or as-of: document, the default; or just a list of codes
  /// ```
  mutating func readLayers(_ mapping: Node.Mapping, into pipeline: inout Pipeline) {
    switch optionalString(mapping, "packs") {
    case nil: pipeline.packs = Self.normalised(pipeline.codebook + "/../regions")
    case "none": pipeline.packs = nil
    case .some(let folder): pipeline.packs = path(folder)
    }
    pipeline.project = optionalString(mapping, "project").map(path)
    guard let regions = mapping["regions"]?.mapping else { return }
    checkKeys(regions, ["codes", "as-of"], "key of regions")
    if let node = regions["as-of"], node.string != "document" { pipeline.regionsAsOf = day(node) }
  }

  /// The list of codes, which may stand alone.
  static func regionCodes(_ mapping: Node.Mapping) -> Node? {
    guard let regions = mapping["regions"] else { return nil }
    return regions.mapping.map { $0["codes"] } ?? regions
  }
}
