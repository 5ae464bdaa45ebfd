import Coding
import Ingestion
import Linguistics

/// A file of `ModelCache`: a mark, a checksum of the rest, what the tables were made by and from, and the tables.
enum KeptModel {
  /// A file that a model was made from.
  struct Source: Equatable {
    var path: String
    var stamp: FileStamp
    var sha256: String

    /// The files of a list that are there.
    static func all(_ paths: [String]) -> [Source] {
      paths.compactMap { path in
        guard let stamp = FileStamp(path: path), let bytes = try? SourceFile.bytes(of: path) else {
          return nil
        }
        return Source(path: path, stamp: stamp, sha256: SourceFile.sha256(bytes))
      }
    }
  }

  /// Another order of bytes reads it backwards.
  private static let mark: UInt64 = 0x4D4C_444D_5454_4148
  /// Bytes before the contents: mark and checksum.
  static let headLength = 16

  static func bytes(
    _ tables: CompiledTables, build: String, _ request: ModelCache.Request, _ sources: [Source],
    at started: Int64
  ) -> [UInt8] {
    var writer = CompiledWriter()
    writer.text(build)
    writer.text(request.settings)
    writer.array(sources) { source, writer in
      writer.text(source.path)
      writer.bool(source.stamp.isYoung(at: started))
      let stamp = source.stamp
      writer.flat([stamp.size, stamp.modified, stamp.changed, Int64(bitPattern: stamp.inode)])
      writer.text(source.sha256)
    }
    tables.write(to: &writer)
    return file(writer.finish())
  }

  /// A file of these contents.
  static func file(_ contents: [UInt8]) -> [UInt8] {
    sealed([UInt8](repeating: 0, count: headLength) + contents)
  }

  /// A file of the contents behind the first `headLength` bytes.
  static func sealed(_ file: consuming [UInt8]) -> [UInt8] {
    var bits = mark
    var sum = CompiledBytes.checksum(of: file, from: headLength)
    for i in 0..<8 {
      file[i] = UInt8(truncatingIfNeeded: bits)
      file[8 + i] = UInt8(truncatingIfNeeded: sum)
      bits >>= 8
      sum >>= 8
    }
    return file
  }

  /// What tells the contents of a file from others'; nil where the bytes are no such file.
  static func checksum(of file: [UInt8]) -> UInt64? {
    file.count < headLength
      ? nil : file.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self) }
  }

  /// The tables of a file and their checksum; nil where it is not there, not whole, another build's or older than its
  /// sources.
  static func read(
    _ path: String, build: String, _ request: ModelCache.Request
  ) -> (tables: CompiledTables, checksum: UInt64)? {
    guard let bytes = CompiledBytes(file: path), let checksum = bytes.word(at: 8) else { return nil }
    let tables = contents(bytes) { reader throws(CompiledReader.Damage) in
      guard try reader.text() == build, try reader.text() == request.settings,
        try isFresh(&reader, request.files())
      else { throw CompiledReader.Damage() }
      return try CompiledTables(from: &reader)
    }
    return tables.map { ($0, checksum) }
  }

  /// What is read from the contents of a file; nil where the file is not whole.
  ///
  /// - Parameter isPart: not all of the contents need be read.
  static func contents<T>(
    _ bytes: CompiledBytes, isPart: Bool = false,
    _ read: (inout CompiledReader) throws(CompiledReader.Damage) -> T
  ) -> T? {
    guard bytes.count > headLength, bytes.word(at: 0) == mark,
      bytes.word(at: 8) == bytes.checksum(from: headLength)
    else { return nil }
    do throws(CompiledReader.Damage) {
      var reader = try CompiledReader(bytes, from: headLength)
      let value = try read(&reader)
      return isPart || reader.isAtEnd ? value : nil
    } catch {
      return nil
    }
  }

  /// Whether the files are those that the model was made from: by what the file system says of each, and by its bytes where
  /// that says that something may have changed.
  private static func isFresh(
    _ reader: inout CompiledReader, _ files: [String]
  ) throws(CompiledReader.Damage) -> Bool {
    let now = files.compactMap { path in FileStamp(path: path).map { (path: path, stamp: $0) } }
    var sources = now[...]
    let count = try reader.index(below: 1 << 24)
    guard count == now.count else { return false }
    for _ in 0..<count {
      let path = try reader.text()
      let isYoung = try reader.bool()
      let stamp = try reader.flat(Int64.self)
      let sha256 = try reader.text()
      guard stamp.count == 4, let source = sources.popFirst(), source.path == path else { return false }
      let kept = FileStamp(
        size: stamp[0], modified: stamp[1], changed: stamp[2], inode: UInt64(bitPattern: stamp[3]))
      if source.stamp == kept, !isYoung { continue }
      guard let bytes = try? SourceFile.bytes(of: path), SourceFile.sha256(bytes) == sha256 else {
        return false
      }
    }
    return true
  }
}
