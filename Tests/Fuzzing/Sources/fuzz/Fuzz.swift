import CFuzzer

/// `FUZZ_TARGET=html fuzz [libFuzzer options] CORPUS…`. The name stands in the environment, which libFuzzer's own child
/// processes (`-fork`, `-merge`, `-minimize_crash`) inherit.
@main struct Fuzz {
  static func main() {
    let given = Array(CommandLine.arguments.dropFirst())
    if given.first == "mutate" { return Mutations.run(Array(given.dropFirst())) }
    guard let target = FuzzTarget.chosen else {
      print("FUZZ_TARGET is one of: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
      return
    }
    FuzzTarget.current = target.makeTest()
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    _ = LLVMFuzzerRunDriver(&count, &arguments, testOneInput)
  }
}

/// libFuzzer's library asks for it by this name, though it is called through the driver.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzTarget.current(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

/// Ends the process where a promise is broken: that is what a fuzzer is there to find.
func expect(_ holds: Bool, _ promise: @autoclosure () -> String) {
  if !holds { fatalError("broken: " + promise()) }
}
