/// A council named in a text.
public struct Body: Sendable, Equatable {
  /// Bytes of the UTF-8 text: the council with its own place (`Кентауского городского маслихата`), without the region
  /// that follows or precedes it.
  public var span: Range<Int>
  /// As written, without soft hyphens.
  public var text: String
  /// In the nominative, capitals reduced to initials: `Кентауский городской маслихат`.
  public var name: String
  public var level: Metadata.Level?
  /// ISO 3166-2; nil where the name is ambiguous or absent.
  public var region: String?
  /// KATO code of the district or of the city of oblast subordination; nil for regions, Astana, Almaty and Shymkent.
  public var district: String?
  /// All places that the name may stand for.
  public var candidates: [Place]

  /// Words of the council, and of the council with the region named beside it.
  var words: Range<Int> = 0..<0
  var wordsWithRegion: Range<Int> = 0..<0
}
