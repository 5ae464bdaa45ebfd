import Foundation
import Testing

@testable import Reporting

/// Contrast as WCAG 2.2 defines it (relative luminance, 1.4.3 and 1.4.6), on the colours that stand in the style.
@Suite struct ReportStyleTests {
  private static let pairs: [(ink: String, ground: String, least: Double)] =
    [
      ("ink", "paper", 7), ("ink", "sheet", 7), ("muted", "paper", 4.5), ("muted", "sheet", 4.5),
      ("accent", "paper", 4.5), ("warn-ink", "warn", 4.5), ("own-ink", "own", 4.5), ("ink", "soft", 7),
    ] + (1...6).map { ("ink", "h\($0)", $0 == 6 ? 5 : 7) }

  /// The colours of the light scheme, then of the dark one.
  private func schemes() -> [[String: Double]] {
    let blocks = ReportStyle.text.components(separatedBy: ":root {").dropFirst().prefix(2)
    return blocks.map { block in
      var luminances: [String: Double] = [:]
      let end = block.firstIndex(of: "}") ?? block.endIndex
      for match in block[..<end].matches(of: /--([a-z0-9-]+): #([0-9a-f]{6});/) {
        let value = Int(match.output.2, radix: 16) ?? 0
        let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel in
          let share = Double(channel) / 255
          return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        luminances[String(match.output.1)] =
          0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
      }
      return luminances
    }
  }

  @Test(arguments: [0, 1]) func textStandsOutFromItsGround(scheme: Int) throws {
    let luminances = schemes()[scheme]
    for pair in Self.pairs {
      let ink = try #require(luminances[pair.ink], "\(pair.ink)")
      let ground = try #require(luminances[pair.ground], "\(pair.ground)")
      let contrast = (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)
      #expect(contrast >= pair.least, "\(pair.ink) on \(pair.ground): \(contrast)")
    }
  }

  /// Shades that differ in lightness are told apart with any colour vision, and on a grey printer.
  @Test(arguments: [0, 1]) func shadesRunInOneDirection(scheme: Int) throws {
    let luminances = schemes()[scheme]
    let steps = try (1...6).map { try #require(luminances["h\($0)"]) }
    let ordered = scheme == 0 ? steps.sorted(by: >) : steps.sorted()
    #expect(steps == ordered)
    #expect(Set(steps).count == 6)
  }

  /// Rules for paper must not lose to rules for the screen that stand after them.
  @Test func printRulesStandLast() throws {
    var content = Sample.content
    content.validity = ValidityPage(dimensions: [], method: .init(untranslated: ""), resamples: 1)
    content.statements = [
      .init(
        id: "w", label: .init(untranslated: "W"), rowLabel: .init(untranslated: "R"), columns: [], rows: [])
    ]
    let report = String(decoding: try HTMLReport.bytes(of: content), as: UTF8.self)
    let validity = String(
      decoding: try #require(content.validity).page(title: .init(untranslated: "V")), as: UTF8.self)
    for page in [report, validity] {
      let end = try #require(page.range(of: "</style>")).lowerBound
      let parts = page[..<end].components(separatedBy: "@media print {")
      #expect(parts.count == 2)
      // Nothing but the end of the block's own rules.
      #expect(parts.last?.hasSuffix("}\n}") == true || parts.last?.hasSuffix("}\n}\n") == true)
      #expect(parts.last?.contains(".words") == true)
    }
  }
}
