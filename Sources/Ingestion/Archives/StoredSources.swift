/// Finds the bytes that a document was read from by the document's path: a file, an archive's entry, a line of a JSON Lines
/// file, or what a record of a JSON file stands in. An archive stays open as long as its entries are asked for in their order.
public final class StoredSources {
  private let root: String?
  private var archive: (path: String, place: String, next: InputArchive.Entries)?
  private var last: (path: String, bytes: [UInt8])?

  /// - Parameter root: folder that relative paths count from; nil for the working folder.
  public init(root: String? = nil) { self.root = root }

  /// - Parameter path: as `Document.path` has it.
  /// - Throws: as `SourceFile.bytes`; `no-such-entry` where an archive has none of this name.
  public func bytes(of path: String) throws(IngestionError) -> [UInt8] {
    if let last, Self.isEntry(path, last.path) { return last.bytes }
    let file = file(of: path)
    let place = place(of: file)
    // Once from where the last one was found, and once from the beginning.
    if archive?.path == file, file != path, let bytes = advance(to: path) { return bytes }
    guard file != path, let entries = try InputArchive.entries(of: place) else {
      let bytes = try SourceFile.bytes(of: place)
      last = (file, bytes)
      return bytes
    }
    archive = (file, place, entries)
    guard let bytes = advance(to: path) else {
      throw IngestionError(
        path: path, id: "no-such-entry", message: "the file has no such entry any more")
    }
    return bytes
  }

  private func advance(to path: String) -> [UInt8]? {
    while let archive, let found = archive.next() {
      guard case .success(let entry) = found else { continue }
      let name = archive.path + entry.path.dropFirst(archive.place.count)
      guard Self.isEntry(path, name) else { continue }
      last = (name, entry.bytes)
      return entry.bytes
    }
    return nil
  }

  /// Whether a document's path is that of a file or entry, or of a record in it.
  private static func isEntry(_ path: String, _ entry: String) -> Bool {
    path == entry || path.hasPrefix(entry + "!/")
  }

  private func place(of path: String) -> String {
    root.map { path.hasPrefix("/") ? path : $0 + "/" + path } ?? path
  }

  /// The file that a document's path names. A file's name may have the mark of entries in it.
  private func file(of path: String) -> String {
    guard path.contains("!/"), !InputWalk.isFile(place(of: path)) else { return path }
    let marks = path.ranges(of: "!/")
    let files = marks.lazy.map { String(path[..<$0.lowerBound]) }
    return files.first { InputWalk.isFile(self.place(of: $0)) } ?? files.first ?? path
  }
}
