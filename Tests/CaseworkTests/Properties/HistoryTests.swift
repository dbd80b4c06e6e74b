import Testing

/// What must never happen does not happen in any history.
///
/// Every history is drawn from a seed, which a failure names: `RandomStory(seed: …)` tells it again.
@Suite struct HistoryTests {
  private static let histories: UInt64 = 10_000
  private static let batch: UInt64 = 500

  @Test func `Nothing leaks, nothing is forgotten and no step is illegal in ten thousand random histories`() async {
    var coverage = Coverage()
    var failures: [String] = []
    await withTaskGroup(of: (Coverage, [String]).self) { group in
      for first in stride(from: 0, to: Self.histories, by: Int(Self.batch)) {
        group.addTask { Self.tell(first..<first + Self.batch) }
      }
      for await (covered, failed) in group {
        coverage.add(covered)
        failures += failed
      }
    }
    #expect(failures.first == nil, "one of \(failures.count) histories")
    #expect(coverage.missing == [], "never happened, so never examined")
  }

  private static func tell(_ seeds: Range<UInt64>) -> (Coverage, [String]) {
    var coverage = Coverage()
    var failures: [String] = []
    for seed in seeds {
      var story = RandomStory(seed: seed)
      story.run(steps: 38)
      coverage.add(story.coverage)
      if !story.faults.isEmpty { failures.append("seed \(seed): \(story.faults.joined(separator: "; "))") }
    }
    return (coverage, failures)
  }
}
