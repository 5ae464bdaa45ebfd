// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Hattama",
  products: [
    .executable(name: "hattama", targets: ["hattama"]),
    .library(name: "Analysis", targets: ["Analysis"]),
    .library(name: "Coding", targets: ["Coding"]),
    .library(name: "Ingestion", targets: ["Ingestion"]),
    .library(name: "Linguistics", targets: ["Linguistics"]),
    .library(name: "TestSupport", targets: ["TestSupport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries, each behind one Swift type.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLinear", providers: [.apt(["liblinear-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata")]),

    // Text and languages; knows nothing of protocols.
    .target(name: "Linguistics", dependencies: ["CICU"], resources: [.copy("Data")]),
    // Formats and document structure; knows nothing of codes.
    .target(
      name: "Ingestion", dependencies: ["Linguistics", "CArchive", "CCrypto", "CLibXML2"],
      resources: [.copy("Data")]),
    // Codebooks, lexicons, matching.
    .target(
      name: "Coding", dependencies: ["Linguistics", .product(name: "Yams", package: "Yams")]),
    // Counting and statistics.
    .target(name: "Tabulation", dependencies: ["Linguistics"]),
    // Files and pictures.
    .target(
      name: "Reporting", dependencies: ["Tabulation", "CCrypto", "CXLSXWriter", "CZlib"],
      resources: [.copy("Data")]),
    // Reads a pipeline, wires the stages, writes store and manifest.
    .target(
      name: "Analysis",
      dependencies: [
        "Ingestion", "Coding", "Tabulation", "Reporting", "CLinear",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "hattama",
      dependencies: [
        "Analysis", "CMalloc", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // What tests of several modules share.
    .target(name: "TestSupport", path: "Tests/TestSupport"),
    .testTarget(name: "LinguisticsTests", dependencies: ["Linguistics", "TestSupport"]),
    .testTarget(
      name: "IngestionTests", dependencies: ["Ingestion", "CArchive", "CLibXML2", "TestSupport"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "CodingTests", dependencies: ["Coding", "TestSupport"]),
    .testTarget(
      name: "TabulationTests", dependencies: ["Tabulation", "TestSupport"], resources: [.copy("Fixtures")]),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Tabulation"], exclude: ["Goldens"]),
    .testTarget(name: "AnalysisTests", dependencies: ["Analysis", "TestSupport"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "Analysis", "hattama", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
