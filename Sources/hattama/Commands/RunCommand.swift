import Analysis
import ArgumentParser
import Foundation

/// `hattama run`: one pipeline, from files to tables.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a pipeline: code its documents and write tables, report page and store.",
    discussion: """
      Examples:
        hattama run Pipelines/socially-oriented-state.yaml --output out
        # your own documents, coded and counted as the study's
        hattama run study.yaml my-documents --output out
        # files that a list names, such as `find pages -name '*.html'` makes
        hattama run study.yaml --files-from list.txt --output out

      A run in a folder that has results already codes only what is new or has changed: documents by their bytes, all of \
      them after a change of lexicons, models or program. A run that was interrupted or killed goes on where it stopped.
      """)

  @Argument(help: "Pipeline file.", completion: .file(extensions: ["yaml", "yml"]))
  var pipeline: String

  @Argument(
    help: "Files, folders, archives and 'quoted patterns' that take the place of the pipeline's sources.",
    completion: .file())
  var paths: [String] = []

  @Option(help: "Folder for the results; made where it does not exist.", completion: .directory)
  var output: String

  @OptionGroup var lists: FileList

  @Option(
    parsing: .unconditional,
    help: "Number of documents coded at a time, by default that of cores; the results do not depend on it.",
    transform: WholeNumber.jobs)
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Flag(help: "Forget what earlier runs left in the output folder, and code every document anew.")
  var fresh = false

  @Flag(help: "Read every file to see whether it has changed, even where size, times and inode are the same.")
  var verifyInput = false

  @OptionGroup var cache: CacheOption

  @OptionGroup(title: "Limits") var limits: LimitOptions

  @Flag(help: "Make the output folder and all files in it readable for nobody else.")
  var `private` = false

  func run() async throws {
    if self.private { PrivateFiles.begin(output) }
    try await Setup.orStop {
      var loaded = try PipelineLoader.load(pipeline)
      loaded.limits = limits.applied(to: loaded.limits)
      let model = try Setup.model(loaded, cache: cache.cache)
      let sources = try lists.joined(to: paths, mayBeEmpty: true)
      let run = try PipelineRun(loaded, model, sources: sources.isEmpty ? nil : sources)
      var options = PipelineRun.Options(jobs: jobs)
      options.isFresh = fresh
      options.verifiesInput = verifyInput
      let (output, goal) = (output, options)
      let summary = try await Interruption.cancelling {
        try await run.run(output: output, goal) { Output.message($0) }
      }
      print(summary)
      if summary.problems > 0 { throw ExitCode(1) }
    }
  }

  private func print(_ summary: PipelineRun.Summary) {
    var lines = [
      "\(summary.documents) documents, \(summary.passages) passages, \(summary.codedPassages) of them coded"
    ]
    let counted = summary.counted
    if counted.outsidePeriod > 0 {
      lines.append("\(counted.outsidePeriod) documents are outside of the period")
    }
    if counted.undated > 0 {
      lines.append("\(counted.undated) documents have no day and are outside of every period")
    }
    lines.append(
      "in the tables: \(counted.documents) documents, \(counted.passages) passages besides headings, "
        + "\(counted.codedPassages) of them coded")
    if summary.problems > 0 {
      lines.append("\(summary.problems) problems, named above and listed in the store")
    }
    lines.append(
      summary.isUnchanged ? "nothing has changed since the last run; its results stand:" : "written:")
    lines += summary.files.map { "  \($0)" }
    Output.write(shown: lines.joined(separator: "\n") + "\n")
  }
}
