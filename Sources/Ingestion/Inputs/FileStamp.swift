import Glibc

/// What the file system says of a file without its being read: with the same stamp it has the same bytes, as far as
/// anyone can tell who does not read it.
///
/// The time of the last change of the inode is in it beside that of the contents, since programs that copy or restore
/// files set the latter back.
public struct FileStamp: Sendable, Equatable, Codable {
  /// Bytes.
  public var size: Int64
  /// Nanoseconds since 1970: last change of the contents.
  public var modified: Int64
  /// Nanoseconds since 1970: last change of the inode (contents, name, rights).
  public var changed: Int64
  public var inode: UInt64

  public init(size: Int64, modified: Int64, changed: Int64, inode: UInt64) {
    self.size = size
    self.modified = modified
    self.changed = changed
    self.inode = inode
  }

  /// The stamp of what a path leads to; nil where there is no such file.
  public init?(path: String) {
    guard let status = InputWalk.status(path) else { return nil }
    self.init(
      size: Int64(status.st_size), modified: Self.nanoseconds(status.st_mtim),
      changed: Self.nanoseconds(status.st_ctim), inode: UInt64(status.st_ino))
  }

  /// Whether a file may have been written again after it was read, without its stamp telling: file systems count time in
  /// steps, of up to two seconds on memory sticks.
  ///
  /// - Parameter instant: nanoseconds since 1970, when reading began.
  public func isYoung(at instant: Int64) -> Bool { max(modified, changed) > instant - 2_000_000_000 }

  /// Nanoseconds since 1970. Decides what is read again, never what a result says.
  public static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
