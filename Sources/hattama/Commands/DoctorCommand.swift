import Analysis
import ArgumentParser
import Foundation
import Ingestion
import Linguistics

/// `hattama doctor`: is everything here that a run needs?
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check the installation: libraries, data, pipelines, codebooks.")

  func run() throws {
    var problems = 0
    func report(_ name: String, _ value: String, ok: Bool = true) {
      if !ok { problems += 1 }
      Output.write("\(ok ? "ok     " : "PROBLEM") \(name): \(value)\n")
    }
    report("hattama", Manifest.version)
    report("ICU", ICU.version)
    report("libxml2", Libraries.libxml2)
    let places = Gazetteer.shared.places.count
    report("gazetteer", places > 0 ? "\(places) places" : "not found beside the program", ok: places > 0)
    report("compiled lexicons", Self.cacheState)
    for name in ["Pipelines/socially-oriented-state.yaml", "Pipelines/pest-rural-self-government.yaml"] {
      // They ship with the project's folder, and a study of one's own needs none of them.
      guard let file = Setup.findProjectFile(name) else {
        report(
          name, "not in this folder, above it, or beside the program; a study of your own does not need it")
        continue
      }
      do {
        let pipeline = try PipelineLoader.load(file)
        let model = try CodingModel(pipeline)
        let errors = model.issues.filter { $0.severity == .error }.count
        report(
          name,
          "\(model.codebook.codes.filter { !$0.isGroup }.count) codes, \(model.lexicon.entries.count) lexicon entries"
            + (errors > 0 ? ", \(errors) errors: see hattama lexicon lint \(pipeline.codebook)" : ""),
          ok: errors == 0)
        let files = FileFinder(pipeline.sources)
        report("sources of \(pipeline.id)", "\(files.files.count) files", ok: !files.files.isEmpty)
      } catch { report(name, "\(error)", ok: false) }
    }
    if problems > 0 { throw ExitCode(1) }
  }

  /// Where compiled lexicons are kept between starts, and how much is there.
  private static var cacheState: String {
    guard let cache = ModelCache.ofUser() else {
      return "not kept: HATTAMA_NO_CACHE is set, or there is no home folder; every start compiles them"
    }
    let (models, bytes) = cache.size
    let kept = models == 0 ? "none yet" : "\(models) of \((bytes + 999_999) / 1_000_000) MB"
    return "\(kept) in \(cache.folder), which can be removed at any time"
  }
}
