import ArgumentParser
import CVSS

/// Measures parsing and scoring of CVSS vectors, on one thread.
struct BenchCVSS: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cvss", abstract: "Measure parsing and scoring of CVSS vectors.",
    discussion: """
      Each set is of random vectors, the same ones on every run; a round parses and scores each of them ten times. Times are \
      nanoseconds for one vector, the best and the median of the rounds. The checksum is the sum of the scores in tenths.
      """)

  @Option(help: "Vectors of a set.") var vectors = 10_000
  @Option(help: "Rounds of each set, at least 11.") var rounds = 31
  @Option(
    help: ArgumentHelp(
      "Measure no time: parse and score the vectors of each set this often, while somebody counts allocations."))
  var passes: Int?

  func validate() throws {
    guard (1...1_000_000).contains(vectors) else { throw ValidationError("--vectors is from 1 to 1000000.") }
    guard (11...10_000).contains(rounds) else { throw ValidationError("--rounds is from 11 to 10000.") }
    guard passes.map((1...10_000).contains) ?? true else { throw ValidationError("--passes is from 1 to 10000.") }
  }

  func run() async throws {
    if let passes {
      let checksum = VectorSet.all.map { $0.sum($0.vectors(vectors), passes: passes) }.reduce(0, &+)
      print("checksum\t\(checksum)")
      return
    }
    print("ns a vector, parse and score; one thread, \(rounds) rounds of 10 × \(vectors) vectors of each set")
    print("set\tbest\tmedian\tbest CPU\tmedian CPU\tdifferent vectors\tchecksum")
    for (set, texts, timing) in measured() {
      print(
        set.title, VectorSet.Timing.best(timing.wall), VectorSet.Timing.median(timing.wall),
        VectorSet.Timing.best(timing.processor), VectorSet.Timing.median(timing.processor),
        Set(texts).count, timing.checksum, separator: "\t")
    }
  }

  /// The sets take turns, so that whatever else the machine does for a moment disturbs all of them alike.
  private func measured() -> [(VectorSet, [String], VectorSet.Timing)] {
    var sets = VectorSet.all.map { ($0, $0.vectors(vectors), VectorSet.Timing()) }
    for _ in 0..<rounds {
      for index in sets.indices { sets[index].0.measure(sets[index].1, into: &sets[index].2) }
    }
    return sets
  }
}
