import Foundation

/// The files of this repository that the tests read.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static let policies = ["policies/warehousepg/policy.yaml", "policies/embargo/policy.yaml"]

  /// With `EMBARGO_RECORD=1` the tests write what they otherwise compare.
  static let records = ProcessInfo.processInfo.environment["EMBARGO_RECORD"] == "1"
}

/// The smallest policy that is accepted. The line numbers in the tests count from its first line.
let smallest = """
  version: "1"
  project:
    name: Sample
    slug: sample
    vendor: Sample
    product: Sample
    url: https://sample.example
    namespace: https://sample.example
    advisory_prefix: SMPL
    address: security@sample.example
    tracker: https://sample.example/issues
  clocks:
    acknowledge_business_days: 2
    cve_record_hours: 48
  lines:
    - label: "1.0"
      first: 1.0.0
      supported_from: 2026-01-01
      supported_until: 2026-12-31

  """
