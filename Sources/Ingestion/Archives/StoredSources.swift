/// Finds the bytes that a document was read from by the document's path: a file, an archive's entry, a line of a JSON Lines
/// file, or what a record of a JSON file stands in. An archive stays open as long as its entries are asked for in their order.
public final class StoredSources {
  private let root: String?
  private var archive: (path: String, place: String, next: InputArchive.Entries)?
  private var last: Source?

  /// What a document, or several of them, was read from.
  public struct Source: Sendable {
    /// The file, or the entry of an archive: a document's path without its record.
    public let path: String
    public let bytes: [UInt8]

    /// Whether the document of this path was read from it.
    ///
    ///     Source(path: "news.json", bytes: …).holds("news.json!/results/7")  // true
    public func holds(_ document: String) -> Bool { document == path || document.hasPrefix(path + "!/") }
  }

  /// - Parameter root: folder that relative paths count from; nil for the working folder.
  public init(root: String? = nil) { self.root = root }

  /// - Parameter path: as `Document.path` has it.
  /// - Throws: as `SourceFile.bytes`; `no-such-entry` where an archive has none of this name.
  public func source(of path: String) throws(IngestionError) -> Source {
    if let last, last.holds(path) { return last }
    let file = file(of: path)
    let place = place(of: file)
    // Once from where the last one was found, and once from the beginning.
    if archive?.path == file, file != path, let source = advance(to: path) { return source }
    guard file != path, let entries = try InputArchive.entries(of: place) else {
      let source = Source(path: file, bytes: try SourceFile.bytes(of: place))
      last = source
      return source
    }
    archive = (file, place, entries)
    guard let source = advance(to: path) else {
      throw IngestionError(
        path: path, id: "no-such-entry", message: "the file has no such entry any more")
    }
    return source
  }

  private func advance(to path: String) -> Source? {
    while let archive, let found = archive.next() {
      guard case .success(let entry) = found else { continue }
      let source = Source(
        path: archive.path + entry.path.dropFirst(archive.place.count), bytes: entry.bytes)
      guard source.holds(path) else { continue }
      last = source
      return source
    }
    return nil
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
