import Testing

@testable import Linguistics

struct TypeTableTests {
  @Test func idsAreDenseAndStable() {
    let table = TypeTable()
    var ids: [Int32] = []
    for n in 0..<50_000 { ids.append(table.intern(Array("сөз\(n)".utf8).span)) }
    #expect(ids == Array(0..<50_000))
    #expect(table.intern(Array("сөз777".utf8).span) == 777)
    #expect(table.form(777) == "сөз777")
  }
}
