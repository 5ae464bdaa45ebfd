import ArgumentParser

@main
struct Hattama: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hattama", abstract: "Codes the documents of local councils and builds regional tables.",
    version: "0.1.0")
}
