import Testing

@testable import Ingestion

struct StructureWordsTests {
  /// Every class that the code knows has words, and every row of the table a class.
  @Test func tableAndClassesAgree() {
    let rows = DataTable("structure-words").rows
    #expect(Set(rows.map { $0[0] }) == Set(StructureWords.names))
    #expect(rows.count == StructureWords.names.count)
    #expect(rows.allSatisfy { $0.count == 2 && !$0[1].isEmpty })
  }
}
