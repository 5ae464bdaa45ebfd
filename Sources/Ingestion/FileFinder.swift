#if canImport(Glibc)
  import Glibc
#endif

/// Expands what the user names, files and folders, into files, in one order on every machine.
public struct FileFinder: Sendable {
  /// Files in the order of their paths' bytes within each folder named by the user.
  public private(set) var files: [String] = []
  public private(set) var problems: [IngestionError] = []
  /// Folders on the way down, by device and inode: one met again is a loop.
  private var trail: [(device: UInt, inode: UInt)] = []

  /// Names of files in folders that are taken; a file that the user names himself is taken whatever it is called.
  public static let extensions: Set<String> = ["html", "htm", "xhtml", "xml", "json", "jsonl", "txt"]

  /// - Parameter paths: files and folders; `-` is standard input.
  public init(_ paths: [String]) {
    for path in paths { add(path, named: true) }
  }

  private mutating func add(_ path: String, named: Bool) {
    var status = stat()
    guard path != "-", stat(path, &status) == 0 else {
      // A dangling link or a missing file: reading it says so.
      if named || Self.isWanted(path) { files.append(path) }
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      addFolder(path, UInt(status.st_dev), UInt(status.st_ino))
    } else if named || Self.isWanted(path) {
      files.append(path)
    }
  }

  private mutating func addFolder(_ path: String, _ device: UInt, _ inode: UInt) {
    guard !trail.contains(where: { $0 == (device, inode) }) else {
      problems.append(
        IngestionError(path: path, id: "folder-loop", message: "leads back to a folder above it; left out"))
      return
    }
    guard let folder = opendir(path) else {
      problems.append(
        IngestionError(
          path: path, id: "unreadable", message: "cannot be opened: \(String(cString: strerror(errno)))"))
      return
    }
    var entries: [(name: String, isFile: Bool)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { entries.append((name, Int(entry.pointee.d_type) == Int(DT_REG))) }
    }
    closedir(folder)
    trail.append((device, inode))
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      let path = "\(base)/\(entry.name)"
      // Links, and what the file system does not tell, are looked at.
      if !entry.isFile { add(path, named: false) } else if Self.isWanted(path) { files.append(path) }
    }
    trail.removeLast()
  }

  private static func isWanted(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: "."), path[dot...].utf8.count <= 6 else { return false }
    return extensions.contains(path[path.index(after: dot)...].lowercased())
  }
}
