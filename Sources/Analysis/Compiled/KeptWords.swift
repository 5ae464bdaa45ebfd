import Coding
import Linguistics
import Synchronization

/// What workers found out about words, kept beside a compiled model from one start of the program to the next: where a
/// corpus grows, or is coded again, few of its words are new, and a new word costs more than a hundred known ones.
///
/// The results are the same with and without: all that is kept of a word depends on the word, the build and the model.
final class KeptWords: Sendable {
  static let fileEnding = ".hattama-words"
  /// Files of words that are kept; one is as large as several models.
  private static let files = 4
  /// More words are not kept: memory stays bounded, and a worker that takes them over has room for tens of thousands more
  /// before it forgets (`Ingester.hasManyWords`).
  static let most = 190_000

  /// Words that a worker has met before it takes over what is kept: to fetch all of it costs as much as to find out about
  /// a few thousand words, and a page or two have less.
  let fewest: Int
  private let cache: ModelCache
  private let name: String
  /// The checksum of the model's tables.
  private let model: UInt64
  /// How many words are kept; nil where nobody looked.
  private let count = Mutex<Int?>(nil)

  init(_ cache: ModelCache, name: String, model: UInt64, fewest: Int) {
    (self.cache, self.name, self.model, self.fewest) = (cache, name, model, fewest)
  }

  /// Gives a worker the kept words in place of its own, if there are any for its model. Its own are forgotten: to find out
  /// about so few again is less than to join two tables.
  func take(into worker: CodingWorker) {
    let analyzer = worker.ingester.analyzer
    let words = read { reader throws(CompiledReader.Damage) in
      do throws(CompiledReader.Damage) {
        try analyzer.readWords(from: &reader)
        try worker.coder.readWords(from: &reader)
        // What follows would be another coder's.
        if !reader.isAtEnd { throw CompiledReader.Damage() }
      } catch {
        // Part of what was read may be in place.
        analyzer.forgetWords()
        throw error
      }
    }
    count.withLock { $0 = max($0 ?? 0, words ?? 0) }
  }

  /// Keeps the words of a worker, if they are clearly more than are kept.
  func keep(_ worker: CodingWorker) {
    let analyzer = worker.ingester.analyzer
    let words = analyzer.types.count
    guard words > fewest, words <= Self.most else { return }
    let isKept = count.withLock { count in
      let kept = count ?? read { _ in } ?? 0
      let isKept = words <= kept + kept / 8
      count = isKept ? kept : words
      return isKept
    }
    if isKept { return }
    var writer = CompiledWriter(reserving: 3 * analyzer.wordBytes, head: KeptModel.headLength)
    writer.int(Int(bitPattern: UInt(model)))
    writer.int(words)
    analyzer.writeWords(to: &writer)
    worker.coder.writeWords(to: &writer)
    // Moved on, for a copy would be as large as all the words.
    let bytes = (consume writer).finish()
    let file = KeptModel.sealed(consume bytes)
    cache.keep(file, name: name, limit: Self.files)
  }

  /// Reads what is kept for this model; the number of words, or nil where nothing is kept or it is damaged.
  private func read(_ words: (inout CompiledReader) throws(CompiledReader.Damage) -> Void) -> Int? {
    guard let bytes = CompiledBytes(file: cache.folder + "/" + name) else { return nil }
    return KeptModel.contents(bytes, isPart: true) { reader throws(CompiledReader.Damage) in
      guard try reader.int() == Int(bitPattern: UInt(model)) else { throw CompiledReader.Damage() }
      let count = try reader.index(below: Self.most + 1)
      try words(&reader)
      return count
    }
  }
}
