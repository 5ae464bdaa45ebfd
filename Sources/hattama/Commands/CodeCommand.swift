import Analysis
import ArgumentParser
import Coding
import Foundation
import Ingestion
import Reporting

/// `hattama code`: the codes of every passage, with their evidence.
struct CodeCommand: AsyncParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl, text }

  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Code the passages of documents and print each code with its evidence.",
    discussion: """
      Examples:
        # coded passages, to read
        hattama code Corpus/documents/ru
        # one passage a line, for programs
        hattama code --format jsonl page.html > coded.jsonl
        hattama code --pipeline study.yaml page.html
      """)

  @Argument(
    help: "Files, folders, archives and 'quoted patterns'; - is a document on standard input.",
    completion: .file())
  var paths: [String] = []

  @OptionGroup var lists: FileList

  @Option(
    help: "The pipeline whose codebook and lexicons are used; without it, the study's.",
    completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String?

  @Option(help: "jsonl: one passage a line; text: to read.")
  var format = Format.text

  @Option(
    parsing: .unconditional, help: "Number of documents coded at a time (1).", transform: WholeNumber.jobs)
  var jobs = 1

  @OptionGroup var cache: CacheOption

  @OptionGroup(title: "Limits") var limits: LimitOptions

  func run() async throws {
    let model = try Setup.model(pipeline: pipeline, cache: cache.cache)
    let named = try lists.joined(to: paths)
    let reader = InputReader(named, limits: limits.applied())
    let problems = ProblemCount(model.errors.count)
    let (format, limits) = (format, limits.applied())
    try await OrderedWork.run(
      workers: jobs, next: { reader.next() },
      state: { (CodingWorker(model, limits: limits), JSONWriter(capacity: 1 << 16)) },
      job: { state, input in Self.code(input, &state, format) },
      emit: { _, outcome in
        for message in outcome.messages { Output.message(message) }
        problems.add(outcome.problems)
        Output.write(outcome.output.span)
      },
      finish: { $0.0.keepWords() })
    try Setup.finish(reader, named, problems: problems.value)
  }

  private struct Outcome: Sendable {
    var output: [UInt8] = []
    var messages: [String] = []
    var problems = 0
  }

  private static func code(
    _ input: InputReader.Input, _ state: inout (CodingWorker, JSONWriter), _ format: Format
  ) -> Outcome {
    var outcome = Outcome()
    do throws(IngestionError) {
      state.1.removeAll()
      for coded in try state.0.code(input) {
        if coded.document.hasErrors { outcome.problems += 1 }
        outcome.messages += coded.document.messages
        if format == .jsonl {
          CodingJSON.write(coded, state.0.model, to: &state.1)
        } else {
          outcome.output += Array(Terminal.shown(CodingText.text(coded, state.0.model), lines: true).utf8)
        }
      }
      if format == .jsonl { outcome.output = state.1.bytes }
    } catch {
      outcome.problems = 1
      outcome.messages.append("\(error)")
    }
    return outcome
  }
}
