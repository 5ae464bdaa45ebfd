import Analysis
import ArgumentParser

/// `--no-cache`.
struct CacheOption: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Compile the lexicons anew and keep nothing in the user's cache folder.",
      discussion: "Results are the same. HATTAMA_NO_CACHE=1 in the environment does this for every command."))
  var noCache = false

  var cache: ModelCache? { noCache ? nil : .ofUser() }
}
