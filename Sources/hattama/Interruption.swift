import ArgumentParser
import Dispatch
import Glibc

/// Ctrl-C and SIGTERM during work that may be ended at any point and gone on with later.
enum Interruption {
  /// Exit code of a program that was interrupted, as shells know it.
  private static let exitCode: Int32 = 130

  /// Seconds that the work has to come to its end.
  private static let patience = 1.0

  /// Does work that is cancelled by a signal. Where it does not end soon after, or at a second signal, the program
  /// ends at once.
  ///
  /// - Throws: what the work threw; the exit code of an interrupted program where that is that it was cancelled.
  static func cancelling<Value: Sendable>(
    _ work: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    let task = Task(operation: work)
    let queue = DispatchQueue(label: "signals")
    let sources = [SIGINT, SIGTERM].compactMap { number -> (any DispatchSourceSignal)? in
      // Whoever started the program in the background may have told it to ignore the signal.
      var action = sigaction()
      guard sigaction(number, nil, &action) == 0, !isIgnored(action) else { return nil }
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        if task.isCancelled { _exit(exitCode) }
        task.cancel()
        queue.asyncAfter(deadline: .now() + patience) {
          Output.message(notice)
          _exit(exitCode)
        }
      }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    do { return try await task.value } catch is CancellationError {
      Output.message(notice)
      throw ExitCode(exitCode)
    }
  }

  /// What is said to the user.
  private static let notice = "interrupted; what is done is kept, run the same command again to go on"

  private static func isIgnored(_ action: sigaction) -> Bool {
    // SIG_IGN is the address 1, which has no function behind it to compare with.
    withUnsafeBytes(of: action.__sigaction_handler.sa_handler) { $0.load(as: UInt.self) } == 1
  }
}
