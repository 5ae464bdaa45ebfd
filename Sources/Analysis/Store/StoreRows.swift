import Foundation
import GRDB
import GRDBSQLite

/// The rows of a query, one after another, read without a value of Swift for each column.
///
/// Values are of the current row, and valid until the next `advance`. Texts that occur often are numbered: each
/// becomes a `String` once.
struct StoreRows: ~Copyable {
  private let db: Database
  /// Keeps the statement alive that `row` points to.
  private let statement: Statement
  private let row: OpaquePointer
  private var status = SQLITE_ROW
  private var texts = TextNumbers()

  /// - Throws: `DatabaseError`.
  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.makeStatement(sql: sql)
    row = statement.sqliteStatement
    status = sqlite3_step(row)
  }

  var hasRow: Bool { status == SQLITE_ROW }

  mutating func advance() { if status == SQLITE_ROW { status = sqlite3_step(row) } }

  /// - Throws: `DatabaseError` where the rows ended because something is wrong with the store.
  func end() throws {
    guard status != SQLITE_ROW, status != SQLITE_DONE else { return }
    throw DatabaseError(resultCode: ResultCode(rawValue: status), sql: statement.sql)
  }

  // MARK: Columns

  func isNull(_ column: Int32) -> Bool { sqlite3_column_type(row, column) == SQLITE_NULL }

  func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(row, column)) }

  func real(_ column: Int32) -> Double { sqlite3_column_double(row, column) }

  /// A text that occurs often.
  mutating func text(_ column: Int32) -> String {
    let number = number(column)
    return texts.names[number]
  }

  /// The number of such a text: the same for the same text, from 0 in the order of appearance.
  mutating func number(_ column: Int32) -> Int { texts.number(of: bytes(column)) }

  /// The texts by number.
  var names: [String] { texts.names }

  /// A text that occurs once.
  func longText(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  func data(_ column: Int32) -> Data { Data(bytes(column)) }

  func isText(_ column: Int32, _ text: StaticString) -> Bool {
    bytes(column).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Empty for NULL.
  private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(row, column)
    return UnsafeBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(row, column)))
  }
}

/// Numbers of texts, looked up by their bytes.
struct TextNumbers {
  private(set) var names: [String] = []
  private var hashes: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 64)
  private var bounds: [Int] = [0]
  private var arena: [UInt8] = []

  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(text, number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(names.count)
    names.append(String(decoding: text, as: UTF8.self))
    hashes.append(hash)
    arena.append(contentsOf: text)
    bounds.append(arena.count)
    if names.count * 2 > slots.count { grow() }
    return names.count - 1
  }

  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = bounds[number]
    guard bounds[number + 1] - start == text.count else { return false }
    for index in text.indices where text[index] != arena[start + index] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}
