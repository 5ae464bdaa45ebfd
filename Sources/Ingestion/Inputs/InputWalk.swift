import Glibc

/// Expands what the user names, files, folders and patterns, into files one after another, in one order on every machine:
/// that of the names' bytes in each folder. Has in memory the names of the folders on the way down, not those of all files.
///
/// Hidden files and folders (`.git`) are passed over. In folders only files with an ending of `InputWalk.extensions` or of an archive
/// are taken, and the others are counted; a file that the user names himself is taken whatever it is called. A folder that leads back to one above it is named
/// and left out.
///
/// ```swift
/// var walk = InputWalk(["pages", "archive/**/*.html"])
/// while let found = walk.next() { … }
/// ```
public struct InputWalk: Sequence, IteratorProtocol, Sendable {
  public enum Found: Sendable {
    case file(String)
    case problem(IngestionError)
  }

  /// Endings of files in folders that are taken, beside archives.
  public static let extensions: Set<String> = [
    "html", "htm", "xhtml", "xml", "json", "jsonl", "ndjson", "txt",
  ]

  /// What is read, for users.
  public static let kinds =
    extensions.sorted().map { ".\($0)" }.joined(separator: " ")
    + " and archives .zip .tar .tar.gz .tgz .warc .warc.gz"

  /// A folder on the way down.
  private struct Level: Sendable {
    var path: String
    /// Told apart by device and inode: one met again below itself is a loop.
    var identity: (device: UInt, inode: UInt)
    /// In descending order, so that the next is the last.
    var names: [Name]
  }

  private struct Name: Sendable {
    var bytes: [UInt8]
    /// nil where the folder does not say.
    var isFolder: Bool?
  }

  /// What was not taken so far.
  public let passedOver: PassedOver
  private var named: [String]
  private var levels: [Level] = []

  /// - Parameters:
  ///   - paths: files, folders, and patterns with `*`, `?`, `[…]` and, for folders at any depth, `**`; `-` is
  ///     standard input.
  ///   - passedOver: counts what is not taken.
  public init(_ paths: [String], passedOver: PassedOver = PassedOver()) {
    named = paths.reversed()
    self.passedOver = passedOver
  }

  /// What the user named in one order, whatever that of the naming was: patterns expanded, and paths sorted folder by
  /// folder by the bytes of their names. A walk through them meets files as a walk through a folder above them does.
  ///
  /// ```swift
  /// InputWalk.inOneOrder(["b.html", "a/2.html", "a.html", "a/10.html"])  // a/10.html, a/2.html, a.html, b.html
  /// ```
  public static func inOneOrder(_ paths: [String]) -> [String] {
    let expanded = paths.flatMap { path in
      guard path != "-", PathPattern.isPattern(path), status(path) == nil else { return [path] }
      let matches = PathPattern(path).matches
      // A pattern that matches nothing is named when its turn comes.
      return matches.isEmpty ? [path] : matches
    }
    // The end of a folder's name comes before every byte that a name may go on with.
    let keyed = expanded.map { path in
      (key: path.utf8.map { $0 == UInt8(ascii: "/") ? 0 : $0 }, path: path)
    }
    return keyed.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.path)
  }

  public mutating func next() -> Found? {
    while true {
      if !levels.isEmpty {
        guard let name = levels[levels.count - 1].names.popLast() else {
          levels.removeLast()
          continue
        }
        if let found = take(name, in: levels[levels.count - 1].path) { return found }
      } else if let path = named.popLast() {
        if let found = take(path) { return found }
      } else {
        return nil
      }
    }
  }

  /// A path that the user named, or that his pattern matched.
  private mutating func take(_ path: String) -> Found? {
    guard path != "-" else { return .file(path) }
    guard let status = Self.status(path) else {
      guard PathPattern.isPattern(path) else { return .file(path) }
      let matches = PathPattern(path).matches
      guard !matches.isEmpty else {
        return .problem(
          IngestionError(path: path, id: "no-match", message: "no file or folder matches this pattern"))
      }
      named += matches.reversed()
      return nil
    }
    return status.st_mode & S_IFMT == S_IFDIR ? open(path, status) : .file(path)
  }

  private mutating func take(_ name: Name, in folder: String) -> Found? {
    let path = folder + "/" + FileName.text(name.bytes)
    // What a link that leads nowhere would be: reading it says so.
    if name.isFolder != false, let status = Self.status(path), status.st_mode & S_IFMT == S_IFDIR {
      return open(path, status)
    }
    guard !Self.isWanted(path) else { return .file(path) }
    passedOver.add(path)
    return nil
  }

  /// Goes into a folder.
  private mutating func open(_ path: String, _ status: stat) -> Found? {
    let identity = (device: UInt(status.st_dev), inode: UInt(status.st_ino))
    guard !levels.contains(where: { $0.identity == identity }) else {
      return .problem(
        IngestionError(path: path, id: "folder-loop", message: "leads back to a folder above it; left out"))
    }
    guard let names = Self.names(in: path) else {
      return .problem(
        IngestionError(
          path: path, id: "unreadable", message: "cannot be opened: \(String(cString: strerror(errno)))"))
    }
    let base = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    levels.append(Level(path: base == "/" ? "" : base, identity: identity, names: names))
    return nil
  }

  /// The names in a folder, in descending order; nil where it cannot be opened, and `errno` says why.
  private static func names(in path: String) -> [Name]? {
    guard let folder = FileName.resolving(path, isMissing: { $0 == nil && errno == ENOENT }, { opendir($0) })
    else { return nil }
    defer { closedir(folder) }
    var names: [Name] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      let isFolder: Bool? =
        switch Int(entry.pointee.d_type) {
        case DT_REG: false
        case DT_DIR: true
        default: nil
        }
      names.append(Name(bytes: bytes, isFolder: isFolder))
    }
    names.sort { $1.bytes.lexicographicallyPrecedes($0.bytes) }
    return names
  }

  /// The names in a folder that patterns can match, in ascending order.
  package static func visibleNames(in path: String) -> [String] {
    (names(in: path) ?? []).reversed().map { FileName.text($0.bytes) }
  }

  static func status(_ path: String) -> stat? {
    var status = stat()
    return FileName.resolving(path, isMissing: { $0 != 0 && errno == ENOENT }, { stat($0, &status) }) == 0
      ? status : nil
  }

  /// Whether a path leads to a folder.
  public static func isFolder(_ path: String) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  static func isFile(_ path: String) -> Bool { status(path).map { $0.st_mode & S_IFMT != S_IFDIR } ?? false }

  /// Whether a name's ending says that it is a document or an archive of documents.
  static func isWanted(_ path: String) -> Bool {
    isDocument(path) || InputArchive.Kind(path: path) != nil
  }

  static func isDocument(_ path: String) -> Bool {
    let name = path.utf8.suffix(8)
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return extensions.contains(String(decoding: name[name.index(after: dot)...], as: UTF8.self).lowercased())
  }
}
