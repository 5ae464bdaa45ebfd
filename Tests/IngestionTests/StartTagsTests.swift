import Testing

@testable import Ingestion

/// Start tags with too many attributes are found before libxml2 reads them.
struct StartTagsTests {
  static let many = (0..<12).map { "a\($0)=x" }.joined(separator: " ")

  static let rows: [(name: String, source: String, exceeds: Bool)] = [
    ("unquoted", "<p \(many)>сөз</p>", true),
    (
      "quoted, with > in values", "<p " + (0..<12).map { "a\($0)=\"x>y\"" }.joined(separator: " ") + ">", true
    ),
    ("no values", "<P " + (0..<12).map { "a\($0)" }.joined(separator: "\n") + ">", true),
    ("set off by slashes", "<p " + (0..<12).map { "a\($0)" }.joined(separator: "/") + ">", true),
    ("after other tags", "<!DOCTYPE html><html><p class=x>сөз</p><p \(many)>", true),
    ("a tag that never ends", "<p \(many)", true),
    ("XML", "<akn:p \(many)/>", true),
    ("as many as may be", "<p " + (0..<10).map { "a\($0)=x" }.joined(separator: " ") + ">", false),
    (
      "long values",
      "<p title=\"" + String(repeating: "сөз ", count: 50) + "\" class='а б в г д е ж з и к л м'>", false
    ),
    ("many tags", String(repeating: "<p a=1 b=2>сөз</p>", count: 50), false),
    ("text", "а < " + String(repeating: "сөз ", count: 50), false),
    ("a comment", "<!-- <p \(many)> --><p>сөз</p>", false),
    ("a script", "<script>if (i<n) { \(many) }</script><p>сөз</p>", false),
    ("a style sheet", "<STYLE>p<a \(many)</STYLE>", false),
    ("after a script", "<script>x</script><p \(many)>", true),
    ("an open script", "<script>i<n \(many)", false),
    ("nothing", "", false), ("a bracket", "<", false), ("an equals sign", "<p " + many + " z=", true),
  ]

  @Test(arguments: rows) func elements(_ row: (name: String, source: String, exceeds: Bool)) {
    #expect(StartTags.exceed(10, in: row.source.utf8.span) == row.exceeds)
  }

  /// libxml2 would take minutes.
  @Test(.timeLimit(.minutes(1)), arguments: ["<p %>сөз</p>", "<akomaNtoso><p %>сөз</p></akomaNtoso>"])
  func twoHundredThousand(_ page: String) {
    let attributes = (0..<200_000).map { "a\($0)=\"\($0)\"" }.joined(separator: " ")
    let bytes = Array(page.replacing("%", with: attributes).utf8)
    #expect { try Ingester().documents(of: bytes, path: "a") } throws: {
      ($0 as? IngestionError)?.id == "too-many-attributes"
    }
    #expect {
      var text = VisibleText()
      try text.read(bytes, path: "a")
    } throws: { ($0 as? IngestionError)?.id == "too-many-attributes" }
  }
}
