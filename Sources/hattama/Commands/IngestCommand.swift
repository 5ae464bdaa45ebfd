import Analysis
import ArgumentParser
import Ingestion
import Reporting

/// `hattama ingest`: what a document says, passage by passage, before anything is coded.
struct IngestCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, text }

  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read documents and print their metadata and passages.",
    discussion: """
      Examples:
        hattama ingest Corpus/documents                      passages of every document, to read
        hattama ingest --format jsonl page.html > page.jsonl  the same for programs, one document a line
        hattama ingest --report Corpus/documents             how much of each page became passages, and why not more
      """)

  @Argument(help: "Files, folders, archives and 'quoted patterns'; - is a document on standard input.")
  var paths: [String] = []

  @OptionGroup var lists: FileList

  @Option(help: "jsonl: one document a line; text: to read.")
  var format = Format.text

  @Flag(help: "Print shares of visible text kept and lost, with the reasons.")
  var report = false

  @OptionGroup(title: "Limits") var limits: LimitOptions

  func run() throws {
    let reader = InputReader(try lists.joined(to: paths), limits: limits.applied())
    var problems = 0
    let ingester = Ingester(limits: limits.applied())
    var json = JSONWriter()
    while let input = reader.next() {
      ingester.forgetWordsWhereMany()
      do throws(IngestionError) {
        for document in try ingester.documents(of: input) {
          if document.hasErrors { problems += 1 }
          for message in document.messages { Output.message(message) }
          if report {
            Output.write(shown: LossText.line(document))
          } else if format == .jsonl {
            DocumentJSON.write(document, to: &json)
            if json.bytes.count >= Self.chunk { write(&json) }
          } else {
            Output.write(shown: DocumentText.text(document))
          }
        }
      } catch {
        problems += 1
        Output.message("\(error)")
      }
    }
    write(&json)
    if problems > 0 { throw ExitCode(1) }
  }

  /// Lines are written so many bytes at a time.
  private static let chunk = 1 << 16

  private func write(_ json: inout JSONWriter) {
    Output.write(json.bytes.span)
    json.removeAll()
  }
}
