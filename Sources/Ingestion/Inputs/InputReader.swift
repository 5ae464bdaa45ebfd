import Synchronization

/// The documents of files, folders, patterns and archives one after another, for workers to take. Archives are unpacked as they
/// are taken, an entry at a time; of a JSON Lines file a record is taken at a time.
public final class InputReader: Sendable {
  /// What a worker makes documents of.
  public struct Input: Sendable {
    public enum Content: Sendable {
      /// A file that the worker reads.
      case file
      /// An entry of an archive, a record of a JSON Lines file.
      case bytes([UInt8])
      /// Why there is nothing to read.
      case problem(IngestionError)
    }

    /// As the user named it; `archive.zip!/entry` in archives.
    public var path: String
    public var content: Content

    /// What stands in it.
    public func bytes(_ limits: Limits = Limits()) throws(IngestionError) -> [UInt8] {
      switch content {
      case .file: try SourceFile.bytes(of: path, limit: limits.bytes)
      case .bytes(let bytes): bytes
      case .problem(let problem): throw problem
      }
    }
  }

  private struct State: ~Copyable {
    var walk: InputWalk
    /// What is left of the archive or JSON Lines file under way.
    var entries: InputArchive.Entries?
    var taken = 0
  }

  private let state: Mutex<State>
  private let limits: Limits
  /// What was not taken so far, in folders and archives.
  public let passedOver = PassedOver()

  /// - Parameter paths: files, folders and patterns; `-` is a document on standard input.
  public init(_ paths: [String], limits: Limits = Limits()) {
    state = Mutex(State(walk: InputWalk(paths, passedOver: passedOver), entries: nil))
    self.limits = limits
  }

  /// Documents taken so far, and problems in their place.
  public var taken: Int { state.withLock { $0.taken } }

  /// The next one; nil at the end. May be called from several threads.
  public func next() -> Input? {
    state.withLock { state in
      guard let next = next(&state) else { return nil }
      state.taken += 1
      return next
    }
  }

  private func next(_ state: inout State) -> Input? {
    while true {
      if let next = state.entries {
        switch next() {
        case .success(let entry): return Input(path: entry.path, content: .bytes(entry.bytes))
        case .failure(let problem): return Input(path: problem.path, content: .problem(problem))
        case nil: state.entries = nil
        }
      }
      switch state.walk.next() {
      case nil: return nil
      case .problem(let problem): return Input(path: problem.path, content: .problem(problem))
      case .file(let path):
        do throws(IngestionError) {
          state.entries = try InputArchive.entries(of: path, limits: limits, passedOver)
          if state.entries == nil { return Input(path: path, content: .file) }
        } catch {
          return Input(path: path, content: .problem(error))
        }
      }
    }
  }
}
