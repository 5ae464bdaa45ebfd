/// The documents of an archive one after another: `.zip`, `.tar`, `.tar.gz`, `.tgz`, and web archives `.warc`, `.warc.gz`.
///
/// Entries are named `archive.zip!/inner/page.html`, web pages by their address; of several with one name the second is
/// `…#2`. Only entries with the endings of documents are taken (in web archives, answers whose type says so), and no hidden ones.
/// What cannot be had is named with its reason and the rest is read: encrypted entries, archives in archives, entries and archives
/// over a limit, what comes after the place where an archive is cut off.
public final class InputArchive {
  public enum Kind: Sendable {
    case zip, tar, webArchive

    /// By the ending of the file's name.
    public init?(path: String) {
      let name = String(decoding: path.utf8.suffix(9), as: UTF8.self).lowercased()
      if name.hasSuffix(".zip") {
        self = .zip
      } else if [".tar", ".tgz", ".tar.gz"].contains(where: name.hasSuffix) {
        self = .tar
      } else if name.hasSuffix(".warc") || name.hasSuffix(".warc.gz") {
        self = .webArchive
      } else {
        return nil
      }
    }
  }

  /// A document in the archive.
  public struct Entry: Sendable {
    /// With the archive's path before it.
    public var path: String
    public var bytes: [UInt8]
  }

  /// Gives one entry after another, or why one cannot be had; nil at the end.
  typealias Entries = () -> Result<Entry, IngestionError>?

  /// The entries of an archive or the records of a JSON Lines file; nil where a path names neither.
  ///
  /// - Throws: as `init`.
  static func entries(
    of path: String, limits: Limits = Limits(), _ passedOver: PassedOver = PassedOver()
  ) throws(IngestionError) -> Entries? {
    if let kind = Kind(path: path) { return try InputArchive(path, kind, limits: limits, passedOver).next }
    return JSONLinesFile(path, limits: limits)?.next
  }

  /// Whether a path may name one, by its ending.
  public static func mayHaveEntries(_ path: String) -> Bool {
    Kind(path: path) != nil || JSONLinesFile.isNamed(path)
  }

  private enum Source {
    case files(ArchiveStream)
    case web(WebArchive)
  }

  private let path: String
  private let limits: Limits
  private let passedOver: PassedOver
  private let source: Source
  /// Bytes that may be unpacked.
  private let budget: Int
  /// How often each name was met, by a hash of it.
  private var met: [UInt64: Int] = [:]
  private var taken = 0
  private var isOver = false

  /// - Parameter passedOver: counts the entries that are no documents; in web archives nothing is counted.
  /// - Throws: as `SourceFile.bytes`, and `broken-archive`.
  public init(
    _ path: String, _ kind: Kind, limits: Limits = Limits(), _ passedOver: PassedOver = PassedOver()
  ) throws(IngestionError) {
    self.path = path
    self.passedOver = passedOver
    self.limits = limits
    let stream = ArchiveStream(kind == .zip ? .zip : kind == .tar ? .tar : .plain)
    let size = try stream.open(path)
    // Small archives may unpack to a whole document, whatever the ratio.
    budget = min(
      limits.unpacked, max(size.multipliedReportingOverflow(by: limits.expansion).partialValue, limits.bytes))
    source =
      kind == .webArchive ? .web(WebArchive(stream, limit: limits.bytes, budget: budget)) : .files(stream)
  }

  /// The next document, or why one, or the rest of the archive, cannot be had; nil at the end.
  public func next() -> Result<Entry, IngestionError>? {
    guard !isOver else { return nil }
    do throws(ArchiveStream.Failure) {
      switch source {
      case .files(let stream): return try next(stream)
      case .web(let web):
        guard let record = try web.next() else { return end() }
        let path = name(record.address)
        switch record.content {
        case .success(let bytes): return found(path, bytes)
        case .failure(let problem):
          return .failure(IngestionError(path: path, id: problem.id, message: problem.message))
        }
      }
    } catch {
      isOver = true
      return .failure(
        IngestionError(
          path: path, id: error.id ?? "broken-archive",
          message: error.id == nil
            ? "is cut off or broken after \(taken) documents, which were read: \(error.message)"
            : error.message))
    }
  }

  private func next(_ stream: ArchiveStream) throws(ArchiveStream.Failure) -> Result<Entry, IngestionError>? {
    while let header = try stream.next() {
      let inner = Self.cleaned(header.name)
      guard header.isFile, !Self.isHidden(inner) else { continue }
      if Kind(path: inner) != nil {
        return .failure(
          IngestionError(
            path: name(inner), id: "archive-in-archive",
            message: "is an archive in an archive and was not opened; unpack it and give it by itself"))
      }
      guard InputWalk.isDocument(inner) else {
        passedOver.add(inner)
        continue
      }
      let path = name(inner)
      if header.isEncrypted {
        return .failure(
          IngestionError(
            path: path, id: "encrypted",
            message: "is encrypted; unpack the archive with its password and give the files"))
      }
      let allowed = min(limits.bytes, budget - stream.unpacked)
      if let bytes = try stream.bytes(limit: allowed) { return found(path, bytes) }
      if allowed < limits.bytes { throw ArchiveStream.Failure.bomb(budget) }
      return .failure(
        IngestionError(path: path, id: "too-large", message: Limits.tooLarge(limits.bytes)))
    }
    return end()
  }

  private func found(_ path: String, _ bytes: [UInt8]) -> Result<Entry, IngestionError> {
    taken += 1
    return .success(Entry(path: path, bytes: bytes))
  }

  private func end() -> Result<Entry, IngestionError>? {
    isOver = true
    return nil
  }

  /// The path of an entry, told from earlier ones of the same name.
  private func name(_ inner: String) -> String {
    let hash = FoldedBytes.hash(inner.utf8.span)
    let number = met[hash, default: 0] + 1
    met[hash] = number
    return "\(path)!/\(inner)" + (number == 1 ? "" : "#\(number)")
  }

  /// Without `./` at the beginning and with `/` between folders, whatever the archive's maker used.
  private static func cleaned(_ name: String) -> String {
    // `\x` may stand for a byte that is no UTF-8.
    var name = name.contains("/") || name.contains("\\x") ? name : name.replacing("\\", with: "/")
    while name.hasPrefix("./") { name.removeFirst(2) }
    return name
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
  }
}

extension ArchiveStream.Failure {
  static func bomb(_ budget: Int) -> Self {
    Self(
      message:
        "unpacks to more than \(budget) bytes, which no archive of pages does; the rest of it was left out; "
        + "if it is sound, see --max-expansion",
      id: "archive-expands")
  }
}
