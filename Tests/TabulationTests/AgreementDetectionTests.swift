import Testing

@testable import Tabulation

@Suite struct AgreementDetectionTests {
  @Test func countsFollowGoldAndCoder() {
    var detection = Detection()
    detection.add(gold: true, assigned: true, times: 3)
    detection.add(gold: false, assigned: true)
    detection.add(gold: true, assigned: false, times: 2)
    detection.add(gold: false, assigned: false, times: 4)
    #expect(
      detection
        == Detection(truePositives: 3, falsePositives: 1, falseNegatives: 2, trueNegatives: 4))
    #expect(detection.items == 10)
    #expect(detection.prevalence == .value(0.5))
    #expect(detection.precision == .value(0.75))
    #expect(detection.recall == .value(0.6))
    #expect(detection.f1 == .value(6.0 / 9))
  }

  @Test(
    arguments: [
      (
        "nothing at all", Detection(), .undefined(.noItems), .undefined(.neverAssigned),
        .undefined(.notInGold),
        .undefined(.absent), .undefined(.noItems)
      ),
      (
        "neither in the gold nor assigned", Detection(trueNegatives: 9), .value(0),
        .undefined(.neverAssigned),
        .undefined(.notInGold), .undefined(.absent), .undefined(.oneCategory)
      ),
      (
        "never assigned", Detection(falseNegatives: 1, trueNegatives: 9), .value(0.1),
        .undefined(.neverAssigned),
        .value(0), .value(0), .value(0)
      ),
      (
        "not in the gold", Detection(falsePositives: 1, trueNegatives: 9), .value(0), .value(0),
        .undefined(.notInGold), .value(0), .value(0)
      ),
      (
        "always, by both", Detection(truePositives: 9), .value(1), .value(1), .value(1), .value(1),
        .undefined(.oneCategory)
      ),
    ] as [(String, Detection, Measure, Measure, Measure, Measure, Measure)])
  func degenerateTablesHaveNamedOutcomes(
    name: String, detection: Detection, prevalence: Measure, precision: Measure, recall: Measure, f1: Measure,
    agreement: Measure
  ) {
    #expect(detection.prevalence == prevalence)
    #expect(detection.precision == precision)
    #expect(detection.recall == recall)
    #expect(detection.f1 == f1)
    #expect(detection.cohenKappa.reason == agreement.reason)
    #expect(detection.krippendorffAlpha.reason == agreement.reason)
    #expect(detection.gwetAC1.reason == agreement.reason)
    #expect(detection.cohenKappa == detection.confusion.cohenKappa)
  }

  @Test func microWeighsDecisionsAndMacroCodes() throws {
    let codes = [
      Detection(truePositives: 9, falseNegatives: 1), Detection(falseNegatives: 1),
      Detection(falsePositives: 2), Detection(trueNegatives: 3),
    ]
    #expect(
      codes.micro
        == Detection(truePositives: 9, falsePositives: 2, falseNegatives: 2, trueNegatives: 3))
    // Codes that the gold does not have are in the micro figures alone.
    #expect(abs(try #require(codes.macroF1.value) - (18.0 / 19) / 2) < 1e-12)
    #expect([Detection(falsePositives: 2)].macroF1 == .undefined(.notInGold))
    #expect([Detection]().meanAlpha == .undefined(.notInGold))
  }

  @Test func meanLeavesOutWhatIsUndefined() {
    #expect(Measure.mean([.value(0.5), .value(1), .undefined(.absent)]) == .value(0.75))
    #expect(Measure.mean([.undefined(.oneCategory), .undefined(.absent)]) == .undefined(.oneCategory))
    #expect(Measure.mean([]) == .undefined(.noItems))
  }

  @Test func neitherOneNorNaNComesOutOfAnyTable() {
    for tp in 0..<4 {
      for fp in 0..<4 {
        for fn in 0..<4 {
          for tn in 0..<4 {
            let detection = Detection(
              truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn)
            for measure in [detection.cohenKappa, detection.krippendorffAlpha, detection.gwetAC1] {
              guard let value = measure.value else { continue }
              #expect(value.isFinite && value >= -1 - 1e-12 && value <= 1)
              // Complete agreement is 1 only where both categories occur.
              #expect((value == 1) == (fp == 0 && fn == 0 && tp > 0 && tn > 0))
            }
          }
        }
      }
    }
  }
}
