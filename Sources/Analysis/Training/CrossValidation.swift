/// One way to part the examples: what is learned from, and what the result is tested with.
struct Split: Sendable {
  var training: [Int]
  var test: [Int]
}

/// Ways to test a coder on what it has not seen.
enum Splits {
  /// Every group (document or author) is tested once, by what the others taught.
  static func grouped(_ set: TrainingSet, folds: Int) -> [Split] {
    let groups = Set(set.examples.map(\.group)).sorted()
    // Documents and authors are dealt out apart, so that each fold has some of both.
    var foldOf: [String: Int] = [:]
    let placed = Set(set.examples.filter { $0.region != nil }.map(\.group))
    for part in [groups.filter { !placed.contains($0) }, groups.filter(placed.contains)] {
      for (number, group) in part.enumerated() { foldOf[group] = number % folds }
    }
    return (0..<folds).map { fold in
      Split(
        training: set.examples.indices.filter { foldOf[set.examples[$0].group] != fold },
        test: set.examples.indices.filter { foldOf[set.examples[$0].group] == fold })
    }.filter { !$0.test.isEmpty && !$0.training.isEmpty }
  }

  /// Every region's documents are tested by what the other regions and the single passages taught.
  static func byRegion(_ set: TrainingSet) -> [Split] {
    Set(set.examples.compactMap(\.region)).sorted().map { region in
      Split(
        training: set.examples.indices.filter { set.examples[$0].region != region },
        test: set.examples.indices.filter { set.examples[$0].region == region })
    }
  }

  /// Documents are tested by what the single passages taught.
  static func documents(_ set: TrainingSet) -> [Split] {
    let split = Split(
      training: set.examples.indices.filter { set.examples[$0].region == nil },
      test: set.examples.indices.filter { set.examples[$0].region != nil })
    return split.training.isEmpty || split.test.isEmpty ? [] : [split]
  }

  /// Documents in one language are tested by what the other language's passages taught.
  static func acrossLanguages(_ set: TrainingSet) -> [Split] {
    ["kk", "ru"].map { language in
      Split(
        training: set.examples.indices.filter { set.examples[$0].language != language },
        test: set.examples.indices.filter {
          set.examples[$0].language == language && set.examples[$0].region != nil
        })
    }.filter { !$0.test.isEmpty && !$0.training.isEmpty }
  }
}

/// The scores that models gave to examples that they had not seen.
struct Validation: Sendable {
  var splits: [Split] = []
  /// Examples tested, and for each the number of its split and the scores of all codes.
  var examples: [Int] = []
  var splitOf: [Int] = []
  var scores: [[Double]] = []
  /// For each of them what its titles say of all codes.
  var contexts: [[Double]] = []

  /// Trains on each split and scores its test examples.
  static func run(_ trainer: Trainer, _ splits: [Split], jobs: Int) async -> Validation {
    var validation = Validation(splits: splits)
    for (number, split) in splits.enumerated() {
      let lines = await Self.lines(trainer, split.training, jobs: jobs)
      for example in split.test {
        validation.examples.append(example)
        validation.splitOf.append(number)
        validation.scores.append(
          lines.enumerated().map { code, line in
            if trainer.set.examples[example].inherited.contains(code) { return .infinity }
            return line.map { trainer.matrix.score(example, $0) } ?? -.infinity
          })
        validation.contexts.append(trainer.context(of: example, lines))
      }
    }
    return validation
  }

  /// The lines of all codes.
  static func lines(_ trainer: Trainer, _ examples: [Int], jobs: Int) async -> [LogisticRegression?] {
    let result = LineCollector(count: trainer.set.codes.count)
    await OrderedWork.run(
      count: trainer.set.codes.count, workers: jobs, state: {},
      job: { _, code in trainer.fit(code: code, examples: examples) },
      emit: { code, line in result.set(code, line) })
    return result.lines
  }
}
