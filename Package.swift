// swift-tools-version: 6.2
import PackageDescription

// The table of design: who may import whom. The build checks it
// (`--explicit-target-dependency-import-check error`), so a line here is a decision.
let package = Package(
  name: "embargo",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "embargo", targets: ["embargo"]),
    .library(name: "AdvisoryTypes", targets: ["AdvisoryTypes"]),
    .library(name: "CVSS", targets: ["CVSS"]),
    .library(name: "CSAF", targets: ["CSAF"]),
    .library(name: "CVE", targets: ["CVE"]),
    .library(name: "OSV", targets: ["OSV"]),
    .library(name: "SecurityTxt", targets: ["SecurityTxt"]),
    .library(name: "Mail", targets: ["Mail"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Standards: no third-party dependency, no opinion about the desk.
    .target("JSON"),
    .target("AdvisoryTypes", ["JSON"]),
    .target("CVSS"),
    .target("CSAF", ["AdvisoryTypes", "CVSS", "JSON"]),
    .target("CVE", ["AdvisoryTypes", "CVSS", "JSON"]),
    .target("OSV", ["AdvisoryTypes", "CVSS", "JSON"]),
    .target("SecurityTxt"),
    .target("Mail"),
    .target("HTML"),

    // Rules.
    .target("Casework", ["AdvisoryTypes", "CVSS", "JSON"]),
    .target("PolicyFile", ["AdvisoryTypes", "CVE", "Casework", .product(name: "Yams", package: "Yams")]),
    .target(
      "Renderings", ["AdvisoryTypes", "Casework", "CSAF", "CVE", "CVSS", "HTML", "JSON", "OSV", "SecurityTxt"]),

    // Books.
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target("Vault", [.product(name: "Crypto", package: "swift-crypto")]),
    .target(
      "Storage",
      ["Casework", "JSON", "Vault", "CPostgres", "AdvisoryTypes", .product(name: "GRDB", package: "GRDB.swift")]),

    // Desk and rooms.
    .target(
      "Desk",
      [
        "AdvisoryTypes", "Casework", "JSON", "Storage", "Vault",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .target(
      "Publishing",
      [
        "AdvisoryTypes", "Casework", "Desk", "JSON", "Renderings",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      "Mailroom",
      [
        "AdvisoryTypes", "Casework", "Desk", "Mail", "Renderings",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .target(
      "Web",
      [
        "AdvisoryTypes", "Casework", "CVSS", "Desk", "HTML", "JSON", "Mail", "Renderings", "Storage",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .executableTarget(
      name: "embargo",
      dependencies: [
        "AdvisoryTypes", "Casework", "CVSS", "Desk", "JSON", "Mail", "Mailroom", "PolicyFile", "Publishing",
        "Renderings", "Storage",
        "Vault", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: .house),

    // Tests.
    .target(
      "EmbargoTesting",
      [
        "Casework", "Desk", "Storage", "Vault",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .tests("AdvisoryTypesTests", ["AdvisoryTypes", "JSON"]),
    .tests("CVSSTests", ["CVSS"]),
    .tests("CaseworkTests", ["AdvisoryTypes", "Casework", "JSON"], exclude: ["Coding/golden"]),
    .tests("EmbargoTestingTests", ["EmbargoTesting"]),
    .tests("FormatsTests", ["AdvisoryTypes", "CSAF", "CVE", "CVSS", "JSON", "OSV", "SecurityTxt"]),
    .tests("JSONTests", ["JSON"]),
    .tests("MailTests", ["Mail"]),
    .tests("PolicyTests", ["Casework", "HTML", "PolicyFile", "Renderings"]),
    .tests("RenderingsTests", ["AdvisoryTypes", "CVE", "HTML", "Renderings"], exclude: ["Snapshots"]),
    .tests("StorageTests", ["EmbargoTesting", "Storage", "Vault"]),
    .tests("VaultTests", ["Vault"]),
    .tests(
      "WebTests",
      [
        "AdvisoryTypes", "CVSS", "Casework", "Desk", "Storage", "Vault", "Web",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ], exclude: ["snapshots"]),
    .tests(
      "StoryTests",
      [
        "AdvisoryTypes", "CVE", "Casework", "Desk", "EmbargoTesting", "JSON", "Mailroom", "PolicyFile", "Publishing",
        "Renderings", "Storage", "Vault",
        .product(name: "Logging", package: "swift-log"),
      ]),
    .tests(
      "RobustnessTests",
      [
        "AdvisoryTypes", "Casework", "Desk", "EmbargoTesting", "JSON", "Mailroom", "PolicyFile", "Publishing",
        "Renderings", "Storage", "Vault", "embargo",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .tests("BrowserTests", ["EmbargoTesting", "embargo"]),
  ]
)

extension Target {
  /// A target under the house's language settings.
  static func target(_ name: String, _ dependencies: [Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: .house)
  }
}

extension Target {
  /// Tests under the same settings. What lies in `exclude` is data that tests read by its path.
  static func tests(_ name: String, _ dependencies: [Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: .house)
  }
}

extension [SwiftSetting] {
  static var house: [SwiftSetting] {
    [
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("ExistentialAny"),
      .treatAllWarnings(as: .error),
    ]
  }
}
