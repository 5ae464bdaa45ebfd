// swift-tools-version: 6.2
import PackageDescription

/// libFuzzer over everything that reads what users did not write. `scripts/fuzz` builds it with the sanitizers and runs it.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "Hattama", path: "../..")],
  targets: [
    // libFuzzer's own main is called from ours: SwiftPM gives main another name.
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CFuzzer",
        .product(name: "Linguistics", package: "Hattama"),
        .product(name: "Ingestion", package: "Hattama"),
        .product(name: "Coding", package: "Hattama"),
        .product(name: "Analysis", package: "Hattama"),
        .product(name: "TestSupport", package: "Hattama"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
