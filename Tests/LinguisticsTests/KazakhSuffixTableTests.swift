import Testing

@testable import Linguistics

@Suite struct KazakhSuffixTableTests {
  private let rows = KazakhSuffixRow.parse(KazakhSuffixTable.rows)

  @Test func everyLineIsRead() {
    let lines = KazakhSuffixTable.rows.split(separator: "\n").filter { !$0.isEmpty && $0.first != "#" }
    #expect(rows.count == lines.count)
    #expect(rows.count > 100)
  }

  @Test func everyStateIsReached() {
    let starts =
      PartOfSpeech.allCases.flatMap { KazakhSuffixTable.states(for: $0) } + ["posture", "time", "*"]
    let reached = Set(rows.map(\.to) + starts)
    let used = Set(rows.flatMap(\.from)).union(KazakhSuffixTable.unfinished).union(
      KazakhSuffixTable.rarelyFinal)
    #expect(used.subtracting(reached) == [])
  }

  @Test func everyUnfinishedStateGoesOn() {
    for state in KazakhSuffixTable.unfinished {
      #expect(rows.contains { $0.from.contains(state) }, "\(state)")
    }
  }

  @Test func noRowStandsTwice() {
    var seen: Set<String> = []
    for row in rows {
      for state in row.from {
        for sound in KazakhSound.allCases {
          for surface in row.shape.surfaces(.back, sound) where sound != .unknown {
            let key = "\(state) \(sound) \(String(String.UnicodeScalarView(surface))) \(row.to) \(row.gloss)"
            #expect(seen.insert(key).inserted, "\(key)")
          }
        }
      }
    }
  }

  /// Archiphonemes after one word of each kind of sound.
  @Test(arguments: [
    ("LAр", "лар лар дар дар дар тар"), ("NIң", "ның дың дың ның дың тың"), ("TI", "ны ды ды ды ды ты"),
    ("GA", "ға ға ға ға ға қа"), ("DA", "да да да да да та"), ("SAн", "дан дан дан нан дан тан"),
    ("Bен", "мен мен мен мен бен пен"), ("MA", "ма ма ма ба ба па"), ("(I)м", "м ым ым ым ым ым"),
    ("(с)I", "сы ы ы ы ы ы"), ("A|й", "й а а а а а"), ("K", "қ қ қ қ қ қ"),
  ])
  func shapesFollowTheSound(shape: String, surfaces: String) {
    let sounds: [KazakhSound] = [.vowel, .glide, .lateral, .nasal, .sibilant, .voiceless]
    let found = sounds.flatMap { KazakhSuffixShape(shape).surfaces(.back, $0) }
    #expect(found.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ") == surfaces)
  }

  @Test(arguments: [
    ("қала", "back"), ("әке", "front"), ("кітап", "back front"), ("су", "back front"), ("тау", "back"),
    ("артист", "back front"), ("ақш", "back"), ("жшс", "back front"), ("қарым-қатынас", "back"),
    ("модель", "front back"),
  ])
  func harmonyOfAWord(word: String, harmonies: String) {
    let found = KazakhHarmony.of(Array(word.unicodeScalars)).map { "\($0)" }
    #expect(found.joined(separator: " ") == harmonies)
  }

  @Test func codesTellTextsApart() {
    let texts = ["", "а", "ә", "аә", "1", "-", "a", "é", "қ1", "1қ", "ѐ", "\u{1F600}", "а-а", "p", "р"]
    #expect(Set(texts.map(KazakhAlphabet.codes)).count == texts.count)
    #expect(KazakhAlphabet.codes("халық-1").allSatisfy { $0 < KazakhAlphabet.escape })
  }
}
