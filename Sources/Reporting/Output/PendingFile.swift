import Glibc
import Synchronization

/// A file being written aside. `commit` gives it its name; without it, nothing is left behind.
public struct PendingFile: ~Copyable, Sendable {
  private let folder: Int32
  private let descriptor: Int32
  private let name: String
  private let aside: String
  private let shown: String
  private var isCommitted = false

  /// Files begun so far in this process.
  private static let serial = Atomic<Int>(0)

  /// Takes over the descriptor of the folder and closes it in the end.
  init(folder: Int32, name: String, shown: String) throws(OutputError) {
    self.folder = folder
    self.name = name
    self.shown = shown
    // No other file being written has this name, in this process or another; one that exists was left by a run that
    // was killed.
    let serial = PendingFile.serial.add(1, ordering: .relaxed).newValue
    aside = ".\(name).\(getpid()).\(serial).part"
    unlinkat(folder, aside, 0)
    descriptor = openat(folder, aside, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    if descriptor < 0 {
      let code = errno
      Glibc.close(folder)
      throw OutputFolder.failure(shown, "cannot write", code)
    }
  }

  deinit {
    Glibc.close(descriptor)
    if !isCommitted { unlinkat(folder, aside, 0) }
    Glibc.close(folder)
  }

  /// Which of the files that are being written are removed: `.name.<process>.<number>.part`.
  enum Abandoned {
    /// Those of processes that do not run.
    case ofEndedProcesses
    /// Those of this process too, which has begun none here: in a container, process numbers return.
    case ofEarlierProcesses
    /// All of them, since nobody else may write here.
    case ofAnybody

    func includes(_ process: pid_t) -> Bool {
      switch self {
      case .ofAnybody: true
      case .ofEarlierProcesses: process == getpid() || Self.ofEndedProcesses.includes(process)
      case .ofEndedProcesses: kill(process, 0) != 0 && errno == ESRCH
      }
    }
  }

  /// Removes what killed programs left. Links to folders are not followed.
  static func removeAbandoned(_ abandoned: Abandoned, in path: String, depth: Int) {
    guard let folder = opendir(path) else { return }
    defer { closedir(folder) }
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard name != ".", name != "..", lstat(path + "/" + name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        if depth > 1 { removeAbandoned(abandoned, in: path + "/" + name, depth: depth - 1) }
        continue
      }
      let parts = name.split(separator: ".")
      guard name.hasPrefix("."), parts.count > 3, parts.last == "part", Int(parts[parts.count - 2]) != nil,
        let process = pid_t(parts[parts.count - 3]), abandoned.includes(process)
      else { continue }
      unlink(path + "/" + name)
    }
  }

  /// Writes bytes at the end. Unbuffered: give it pieces of some tens of kilobytes.
  public mutating func append(_ bytes: [UInt8]) throws(OutputError) {
    var written = 0
    while written < bytes.count {
      let result = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      if result < 0 {
        if errno == EINTR { continue }
        throw OutputFolder.failure(shown, "cannot write", errno)
      }
      written += result
    }
  }

  /// Gives the file its name, in the place of one that was there.
  public consuming func commit() throws(OutputError) {
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS {
      throw OutputFolder.failure(shown, "cannot write", errno)
    }
    if renameat(folder, aside, folder, name) != 0 {
      throw OutputFolder.failure(shown, "cannot give the file its name", errno)
    }
    isCommitted = true
  }
}
