import CVSS
import Foundation
import Testing

/// The official names lie beside the repository; without them their test is skipped and says so.
private let official: URL =
  (ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
  ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance"))
  .appending(path: "cvss/v4_metrics.json")

@Suite struct `The words of a metric` {
  @Test(arguments: CVSS.Version.allCases)
  func `are there for every metric and every value, and can be read as sentences`(version: CVSS.Version) throws {
    for metric in CVSS.Metric.all(of: version) {
      #expect(metric.title != metric.name && !metric.shortTitle.isEmpty, "\(metric)")
      #expect(metric.question.hasSuffix("?") && metric.question.first?.isUppercase == true, "\(metric)")
      var sentences: Set<String> = []
      for code in metric.codes {
        let title = try #require(metric.title(of: code), "\(metric):\(code)")
        let sentence = try #require(metric.sentence(for: code), "\(metric):\(code)")
        #expect(!title.isEmpty && sentence.hasSuffix(".") && sentence.first?.isUppercase == true, "\(sentence)")
        #expect(sentence.count <= 140, "\(sentence)")
        #expect(sentences.insert(sentence).inserted, "\(metric):\(code) reads like another value: \(sentence)")
      }
      #expect(metric.title(of: "?") == nil && metric.sentence(for: "?") == nil)
    }
  }

  @Test(arguments: CVSS.Version.allCases)
  func `have a title that no other metric of the version has`(version: CVSS.Version) {
    let titles = CVSS.Metric.all(of: version).map(\.title)
    #expect(Set(titles).count == titles.count)
  }

  @Test(arguments: CVSS.Version.allCases)
  func `below one heading have short titles that differ`(version: CVSS.Version) {
    let names = CVSS.Metric.all(of: version).map { $0.part.heading + $0.shortTitle }
    #expect(Set(names).count == names.count)
  }

  @Test func `of an environment are those of the base metric, said of that environment`() throws {
    let base = try #require(CVSS.Metric.named("AV", in: .v4_0))
    let modified = try #require(CVSS.Metric.named("MAV", in: .v4_0))
    #expect(modified.title == "Modified Attack Vector" && modified.shortTitle == "Attack Vector")
    #expect(modified.title(of: "P") == base.title(of: "P"))
    #expect(modified.question == "From where can the attacker attack in this environment?")
    #expect(
      modified.sentence(for: "P")
        == "In this environment, the attacker must touch the device, for a moment or for longer.")
    #expect(modified.sentence(for: "X") == "Nothing differs in this environment: AV counts as it is.")
  }

  // Skipped where the conformance tables are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(.enabled(if: FileManager.default.fileExists(atPath: official.path), "no conformance tables"))
  func `of version 4_0 give values their official names`() throws {
    struct Group: Decodable {
      struct Metric: Decodable {
        struct Option: Decodable { let value: String? }
        let short: String
        let options: [String: Option]
      }
      let metricGroups: [String: [String: Metric]]

      enum CodingKeys: String, CodingKey { case metricGroups = "metric_groups" }
    }
    let groups = try JSONDecoder().decode([String: Group].self, from: Data(contentsOf: official))
    let metrics = groups.values.flatMap(\.metricGroups.values).flatMap(\.values)
    #expect(metrics.count == CVSS.Metric.all(of: .v4_0).count)
    for row in metrics {
      let metric = try #require(CVSS.Metric.named(row.short, in: .v4_0))
      for (name, option) in row.options where !name.isEmpty {
        let title = String(name.split(separator: " (")[0])
        let code = try #require(option.value)
        #expect(metric.title(of: code) == (title == "POC" ? "Proof-of-Concept" : title), "\(row.short) \(name)")
      }
    }
  }
}

@Suite struct `The words of a severity` {
  @Test(arguments: CVSS.Version.allCases)
  func `say which scores it stands for`(version: CVSS.Version) throws {
    for tenths in 0...100 {
      let score = CVSS.Score(tenths: tenths)
      let range = try #require(CVSS.Severity(score, in: version).range(in: version))
      let ends = range.components(separatedBy: " to ").compactMap(Double.init)
      let (first, last) = (try #require(ends.first), try #require(ends.last))
      #expect((first...last).contains(Double(tenths) / 10), "\(score): \(range)")
    }
    #expect(CVSS.Severity.none.range(in: .v2_0) == nil && CVSS.Severity.critical.range(in: .v2_0) == nil)
  }
}
