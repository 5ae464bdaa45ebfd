import Synchronization
import Testing

@testable import Analysis

struct OrderedWorkTests {
  @Test(arguments: [1, 2, 7]) func resultsComeInOrderWhateverTheWorkers(_ workers: Int) async {
    let emitted = Mutex<[Int]>([])
    await OrderedWork.run(
      count: 200, workers: workers, state: { 0 },
      job: { made, index in
        made += 1
        // Uneven work, so that later jobs finish before earlier ones.
        var sum = 0
        for k in 0..<((index * 7919) % 97) * 500 { sum &+= k }
        return index + (sum == -1 ? 1 : 0)
      }, emit: { index, result in emitted.withLock { $0.append(index == result ? result : -1) } })
    #expect(emitted.withLock { $0 } == Array(0..<200))
  }

  @Test func numbersOfWorkersThatNoMachineHasAreBounded() async throws {
    for workers in [Int.max, Int.min] {
      let left = Mutex(5)
      let emitted = Mutex<[Int]>([])
      try await OrderedWork.run(
        workers: workers,
        next: { left.countDown() }, state: { 0 },
        job: { _, job in job }, emit: { _, job in emitted.withLock { $0.append(job) } })
      #expect(emitted.withLock { $0 } == [4, 3, 2, 1, 0])
    }
  }

  @Test func eachWorkerKeepsItsOwnState() async {
    let counts = Mutex<[Int]>([])
    await OrderedWork.run(
      count: 100, workers: 3, state: { 0 },
      job: { made, _ in
        made += 1
        return made
      }, emit: { _, made in counts.withLock { $0.append(made) } })
    // Three counters that start at one each: as many ones as workers that had a job, and no number more often.
    let counted = counts.withLock { $0 }
    let workers = counted.filter { $0 == 1 }.count
    #expect((1...3).contains(workers) && counted.count == 100)
    #expect(Set(counted).allSatisfy { number in counted.filter { $0 == number }.count <= workers })
  }

  @Test(arguments: [1, 3]) func workersFinishOnce(_ workers: Int) async throws {
    let left = Mutex(40)
    let done = Mutex<[Int]>([])
    try await OrderedWork.run(
      workers: workers,
      next: { left.countDown() }, state: { 0 },
      job: { own, _ in own += 1 }, emit: { _, _ in }, finish: { own in done.withLock { $0.append(own) } })
    // Each says how many jobs it did.
    let counts = done.withLock { $0 }
    #expect(counts.reduce(0, +) == 40 && counts.count <= workers && !counts.contains(0))
  }

  @Test func nothingToDo() async {
    await OrderedWork.run(count: 0, workers: 2, state: { 0 }, job: { _, index in index }, emit: { _, _ in })
  }
}

extension Mutex<Int> {
  /// The next number below the one before; nil below 0.
  fileprivate func countDown() -> Int? {
    withLock {
      $0 -= 1
      return $0 < 0 ? nil : $0
    }
  }
}
