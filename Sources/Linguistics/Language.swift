/// The language of a sentence, passage or document.
///
/// `kk` and `ru` are the languages that Hattama analyses. The others are recognised so that they are not
/// taken for Kazakh or Russian; text in them is shown and never matched.
public enum Language: UInt8, Sendable, CaseIterable {
  case kk, ru, mixed, ky, kaa, uz, tt, uk, en, other

  /// Kazakh, Russian or both: what is matched and coded.
  @inlinable
  package var isCoded: Bool { self == .kk || self == .ru || self == .mixed }

  /// The code written in every output: `kk`, `ru`, `mixed`, … `other`.
  public var code: String { Self.codes[Int(rawValue)] }

  private static let codes = allCases.map { String(describing: $0) }

  /// The language of a code such as `"kk"`, or nil.
  public init?(code: String) {
    guard let match = Language.allCases.first(where: { $0.code == code }) else { return nil }
    self = match
  }
}
