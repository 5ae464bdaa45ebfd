import Foundation
import Testing

@testable import Ingestion

/// What holds for every reader's result: blocks lie in order and are collapsed, every visible code point is
/// accounted for, and every segment gives its text again when it is cut out of the source.
///
/// - Parameter lines: the source's lines, for plain text.
func checkSourceText(
  _ source: SourceText, lines: [String] = [], _ name: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let losses = source.losses
  #expect(
    losses.kept + losses.lost.values.reduce(0, +) == losses.visible, "\(name): accounting",
    sourceLocation: sourceLocation)
  var position = 0
  var kept = 0
  for block in source.blocks {
    #expect(block.text.lowerBound >= position, "\(name): order", sourceLocation: sourceLocation)
    position = block.text.upperBound
    let text = source.text[block.text]
    kept += WhiteSpace.visibleCount(text.span)
    var again: [UInt8] = []
    WhiteSpace.collapse(text.span, into: &again)
    #expect(Array(text) == again && !text.isEmpty, "\(name): collapsed", sourceLocation: sourceLocation)
    let points = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let segments = source.segments[block.segments]
    #expect(segments.first?.textStart == 0, "\(name): first segment", sourceLocation: sourceLocation)
    for index in segments.indices {
      let end = index + 1 < segments.endIndex ? Int(segments[index + 1].textStart) : points.count
      let expected = collapsed(points[Int(segments[index].textStart)..<end])
      let content = nodeText(source, Int(segments[index].node), lines)
      let slice = content[Int(segments[index].start)..<Int(segments[index].end)]
      #expect(collapsed(slice) == expected, "\(name): segment", sourceLocation: sourceLocation)
    }
  }
  #expect(kept == losses.kept, "\(name): kept", sourceLocation: sourceLocation)
}

/// Kind, role, speaker, section and text of each block, for tables of expected blocks.
func outline(_ source: SourceText) -> [String] {
  source.blocks.map { block in
    let speaker = block.speaker.map { " [\($0)]" } ?? ""
    let section = block.section > 0 ? " §\(block.section)" : ""
    return "\(block.kind)/\(block.role?.rawValue ?? "-")\(speaker)\(section): "
      + String(decoding: source.text[block.text], as: UTF8.self)
  }
}

func fixture(_ path: String) throws -> [UInt8] {
  let url = try #require(Bundle.module.url(forResource: "Fixtures/\(path)", withExtension: nil))
  return [UInt8](try Data(contentsOf: url))
}

private func collapsed(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var text = String.UnicodeScalarView()
  text.append(contentsOf: scalars)
  var out: [UInt8] = []
  WhiteSpace.collapse(Array(String(text).utf8).span, into: &out)
  return String(decoding: out, as: UTF8.self)
}

private func nodeText(_ source: SourceText, _ node: Int, _ lines: [String]) -> [Unicode.Scalar] {
  switch source.places.kind {
  case .markup(let tree), .fragment(_, let tree):
    let element = tree.elements[node]
    return Array(
      String(decoding: tree.text[Int(element.textStart)..<Int(element.textEnd)], as: UTF8.self).unicodeScalars
    )
  case .lines:
    return node >= 1 && node <= lines.count ? Array(lines[node - 1].unicodeScalars) : []
  }
}
