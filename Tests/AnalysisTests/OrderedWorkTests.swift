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

  @Test func eachWorkerKeepsItsOwnState() async {
    let total = Mutex(0)
    await OrderedWork.run(
      count: 100, workers: 3, state: { 0 },
      job: { made, index in
        made += 1
        return index
      }, finish: { made in total.withLock { $0 += made } }, emit: { _, _ in })
    #expect(total.withLock { $0 } == 100)
  }

  @Test func nothingToDo() async {
    await OrderedWork.run(count: 0, workers: 2, state: { 0 }, job: { _, index in index }, emit: { _, _ in })
  }
}
