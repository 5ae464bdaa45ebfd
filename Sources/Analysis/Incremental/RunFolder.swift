import Coding
import Foundation
import Glibc
import Ingestion
import Reporting

/// The output folder of a run, held by that run alone, and what it keeps there for the next one, in `.hattama/`: the
/// store while it is made, what is known of the input files, and what the results were made of.
final class RunFolder: Sendable {
  let results: OutputFolder
  private let lock: Int32

  private static let name = ".hattama"

  /// - Throws: `OutputError` where the folder cannot be written to, or another run writes to it now.
  init(_ path: String) throws(OutputError) {
    results = try OutputFolder(path)
    let folder = results.path + "/" + Self.name
    if mkdir(folder, 0o777) != 0, errno != EEXIST {
      throw OutputFolder.failure(folder, "cannot make the folder", errno)
    }
    let file = folder + "/lock"
    lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard lock >= 0 else { throw OutputFolder.failure(file, "cannot write", errno) }
    // The kernel lets go of it when the process ends, however it ends.
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      let process = Self.text(of: lock)
      close(lock)
      throw OutputError(
        path: path,
        message: "another run\(process.isEmpty ? "" : " (process \(process))") is writing to this folder; "
          + "wait for its end, or name another folder with --output")
    }
    ftruncate(lock, 0)
    let process = Array("\(getpid())".utf8)
    _ = Glibc.write(lock, process, process.count)
    results.removeAbandoned(below: ["tables", "summaries", "comparison"], own: Self.name)
  }

  deinit {
    ftruncate(lock, 0)
    close(lock)
  }

  private static func text(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 20)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : ""
  }

  /// The store of the last finished run.
  var store: String { path(Store.fileName) }
  /// The store of the run under way.
  var part: String { results.path + "/\(Self.name)/analysis.sqlite.part" }
  /// What an earlier run left unfinished.
  private var remains: String { results.path + "/\(Self.name)/earlier.sqlite" }
  private static let state = name + "/state.json"
  static let inputs = name + "/inputs"

  /// Checks that a store may be put where the last one is, and that this one is as it was left.
  ///
  /// - Parameter isFresh: whether the last one is not needed any more, so may be damaged.
  /// - Throws: `OutputError` where a file of that name is of no run, or the store is damaged; `StoreError`.
  func checkStore(isFresh: Bool) throws {
    let last = state
    let isAsLeft = last?.store != nil && FileStamp(path: store) == last?.store
    switch try StorePlace(store, isThorough: !isAsLeft && !isFresh) {
    case .empty, .store: return
    case .unreadable(let reason) where last?.files.contains { $0.name == Store.fileName } == true:
      guard !isFresh else { return }
      throw OutputError(
        path: store,
        message: "is damaged (\(reason)); run with --fresh, which codes every document anew")
    case .foreign, .unreadable:
      throw OutputError(
        path: store,
        message:
          "is the file of another program, and a run would replace it; move it, or name another folder "
          + "with --output")
    }
  }

  /// Forgets all earlier runs.
  func forget() {
    for store in [store, part, remains] { Store.remove(store) }
    for name in [Self.state, Self.inputs] { try? FileManager.default.removeItem(atPath: path(name)) }
  }

  /// Stores whose documents may be taken over: the finished one, and of those that were broken off the one that came
  /// farthest.
  func priors(_ keys: RunKeys, _ lexicon: CompiledLexicon) throws(OutputError) -> [PriorStore] {
    if let files = PriorStore.settle(part) {
      if let others = PriorStore.settle(remains), others >= files {
        Store.remove(part)
      } else {
        Store.remove(remains)
        try rename(part, remains)
      }
    }
    return [store, remains].compactMap { PriorStore($0, keys, lexicon) }
  }

  /// Puts the finished store in its place.
  func publish() throws(OutputError) {
    try rename(part, store)
    Store.remove(remains)
    removeSuperJournals()
  }

  /// A run that was killed while it wrote to two stores at once leaves SQLite's record of both behind. With the finished
  /// store in its place there is none that would ask for it.
  private func removeSuperJournals() {
    let folder = path(Self.name)
    for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      if file.hasPrefix("analysis.sqlite.part-mj") || file.hasPrefix("earlier.sqlite-mj") {
        unlink(folder + "/" + file)
      }
    }
  }

  private func rename(_ old: String, _ new: String) throws(OutputError) {
    guard Glibc.rename(old, new) == 0 else {
      throw OutputFolder.failure(new, "cannot be put in place", errno)
    }
  }

  // MARK: What the last run was

  /// nil where there was none, or it was not finished.
  var state: RunState? {
    FileManager.default.contents(atPath: path(Self.state))
      .flatMap { try? JSONDecoder().decode(RunState.self, from: $0) }
  }

  /// What follows changes results: until `finish` they are those of no run.
  func begin(after last: RunState?) throws {
    guard var state = last else { return }
    state.keys = RunKeys()
    try write(state)
  }

  /// The results are whole.
  ///
  /// - Parameters:
  ///   - names: files of the results. Those of the run before that are none any more are removed, unless somebody changed
  ///     them.
  func finish(_ state: RunState, _ names: [String], _ last: RunState?) throws {
    for file in last?.files ?? [] where !names.contains(file.name) {
      let path = path(file.name)
      if FileStamp(path: path)?.size == file.size { unlink(path) }
    }
    var state = state
    state.store = FileStamp(path: store)
    state.files = names.map { .init(name: $0, size: FileStamp(path: path($0))?.size ?? 0) }
    try write(state)
  }

  private func write(_ state: RunState) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    try results.write([UInt8](try encoder.encode(state)), to: Self.state)
  }

  var stamps: InputStamps {
    InputStamps((try? SourceFile.bytes(of: path(Self.inputs), limit: .max)) ?? [])
  }

  func path(_ name: String) -> String { results.path + "/" + name }
}

/// What the results in a folder were made of: `.hattama/state.json`, written last.
struct RunState: Codable, Equatable {
  struct File: Codable, Equatable {
    /// In the output folder.
    var name: String
    /// Bytes.
    var size: Int64
  }

  var keys: RunKeys
  /// A hash over names and stamps of the input files; empty where a file was so new that its stamp says nothing.
  var inputs: String
  var files: [File]
  var summary: PipelineRun.Summary
  /// Problems of the pipeline's tables, as they were named.
  var remarks: [String]
  /// The store as it was left: with another stamp somebody has written to it since.
  var store: FileStamp?

  /// Whether every result is there, as far as sizes tell.
  func isComplete(in folder: RunFolder) -> Bool {
    !files.isEmpty && files.allSatisfy { FileStamp(path: folder.path($0.name))?.size == $0.size }
  }
}
