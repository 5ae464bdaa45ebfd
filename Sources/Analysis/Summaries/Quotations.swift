import Coding
import Reporting
import Tabulation

/// Passages in their own words, from a run's store.
final class Quotations {
  /// Code points of a passage that are quoted at most; longer ones are cut around the words that carried the code.
  private static let longest = 320

  private let store: Store
  private let dates: [String?]
  private var read: [PassageReference: StoredPassage] = [:]

  /// - Throws: `StoreError`.
  init(_ store: Store) throws {
    self.store = store
    dates = try store.documents().map(\.date)
  }

  func date(of reference: PassageReference) -> String? {
    dates.indices.contains(reference.document) ? dates[reference.document] : nil
  }

  /// - Throws: `StoreError`.
  func quotation(_ reference: PassageReference, code: String) throws -> StatementTable.Quotation? {
    let known = read[reference]
    guard let passage = try known ?? store.passages([reference]).first else { return nil }
    read[reference] = passage
    let start = passage.codings.first { Codebook.covers(code, $0.code) }?
      .evidence.map(\.start).min()
    let name = passage.path.split(separator: "/").last.map(String.init) ?? passage.path
    return StatementTable.Quotation(
      Self.cut(passage.text, around: start ?? 0), language: passage.language,
      source: ([name, passage.date].compactMap { $0 } + ["№ \(passage.n)"]).joined(separator: ", "))
  }

  /// - Parameter place: code point that must be in what is left.
  static func cut(_ text: String, around place: Int, longest: Int = longest) -> String {
    let points = Array(text.unicodeScalars)
    guard points.count > longest else { return text }
    var start = max(0, min(place - longest / 3, points.count - longest))
    var end = min(points.count, start + longest)
    // Whole words, where there is white space to cut at.
    func isSpace(_ index: Int) -> Bool { points[index].properties.isWhitespace }
    if start > 0, start < place, let space = (start..<place).first(where: { isSpace($0 - 1) }) {
      start = space
    }
    if end < points.count, place < end, let space = (place...end).last(where: isSpace), space > start {
      end = space
    }
    let cut = String(String.UnicodeScalarView(points[start..<end]))
    return (start > 0 ? "…" : "") + cut + (end < points.count ? "…" : "")
  }
}
