import Tabulation

/// What a document adds to the figures of one dimension.
struct CodingCounts: DocumentCounts {
  var codes: [Detection]
  var strays = 0
  var passages = 0
  var exact = 0
  var sets: AlphaCounts

  init(codes: Int, sets: Int) {
    self.codes = [Detection](repeating: Detection(), count: codes)
    self.sets = AlphaCounts(categories: sets)
  }

  mutating func add(_ other: CodingCounts, times: Int) {
    for index in codes.indices { codes[index].add(other.codes[index], times: times) }
    strays += other.strays * times
    passages += other.passages * times
    exact += other.exact * times
    sets.add(other.sets, times: times)
  }

  mutating func add(_ passage: GoldLabels.Passage) {
    passages += 1
    if passage.gold.subtracting(passage.disputed) == passage.assigned.subtracting(passage.disputed) {
      exact += 1
    }
    for code in codes.indices where !passage.disputed.contains(code) {
      codes[code].add(gold: passage.gold.contains(code), assigned: passage.assigned.contains(code))
    }
  }

  /// All decisions, strays among the false positives.
  var micro: Detection {
    var sum = codes.micro
    sum.falsePositives += strays
    return sum
  }
}

/// What a document adds to the agreement of the people on one dimension.
struct PeopleCounts: DocumentCounts {
  var codes: [CoderAgreement]
  var sets: AlphaCounts
  /// How often the gold has each code: averages are over those that it has.
  var inGold: [Int]

  init(_ passages: [GoldLabels.Passage], codes: Int, people: Int, sets: AlphaCounts) {
    var matrices = [LabelMatrix](repeating: LabelMatrix(coders: people, categories: 2), count: codes)
    inGold = [Int](repeating: 0, count: codes)
    for passage in passages {
      for code in 0..<codes {
        matrices[code].append(passage.people.map { $0.map { $0.contains(code) ? 1 : 0 } })
      }
      for code in passage.gold { inGold[code] += 1 }
    }
    self.codes = matrices.map(CoderAgreement.init)
    self.sets = sets
  }

  mutating func add(_ other: PeopleCounts, times: Int) {
    for index in codes.indices {
      codes[index].add(other.codes[index], times: times)
      inGold[index] += other.inGold[index] * times
    }
    sets.add(other.sets, times: times)
  }

  func mean(_ measure: (CoderAgreement) -> Measure) -> Measure {
    let present = codes.indices.filter { inGold[$0] > 0 }
    return present.isEmpty ? .undefined(.notInGold) : Measure.mean(present.map { measure(codes[$0]) })
  }
}

/// What a document adds to the figures of polarity.
struct PolarityCounts: DocumentCounts {
  /// Rows are the gold's marks.
  var confusion: Confusion

  static let marks = ["negative", "neutral", "positive"]

  init() { confusion = Confusion(categories: Self.marks.count) }

  mutating func add(_ other: PolarityCounts, times: Int) { confusion.add(other.confusion, times: times) }

  var detections: [Detection] { Self.marks.indices.map(confusion.detection) }
}
