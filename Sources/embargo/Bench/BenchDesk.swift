import ArgumentParser
import Casework
import Desk
import Foundation
import Glibc
import Storage

/// Measures what the desk does most: wall and CPU time, medians of several rounds.
struct BenchDesk: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "desk", abstract: "Measure the desk: reports, loading, lists, the audit.")

  @OptionGroup var options: DeskOptions
  @Option(help: "Rounds of each measurement.") var rounds = 11
  @Option(help: "How many reports a round takes in.") var reports = 100

  func run() async throws {
    try await telling {
      let stage = try await Stage.open(options, scenario: "bench", mails: "examples/mails")
      let desk = stage.desk
      print("what\tper second (wall, median)\tCPU ms each (median)")
      try await measure("reports taken in", count: reports) {
        for number in 0..<reports {
          _ = try await desk.receive(
            Submission(
              channel: .web, title: "Report \(number)", text: String(repeating: "text ", count: 400), policyVersion: "")
          )
        }
      }
      let ids = try await desk.cases().map(\.id)
      try await measure("cases loaded", count: reports) {
        for id in ids.prefix(reports) { _ = try await desk.load(id) }
      }
      try await measure("lists of \(ids.count) cases", count: 5) {
        for _ in 0..<5 { _ = try await desk.cases() }
      }
      let audited = try await desk.audit().events
      try await measure("events audited", count: audited) { _ = try await desk.audit() }
      await desk.database.close()
    }
  }

  private func measure(_ what: String, count: Int, _ body: () async throws -> Void) async throws {
    var walls: [Double] = []
    var processors: [Double] = []
    for _ in 0..<max(1, rounds) {
      let (wall, processor) = (ContinuousClock.now, Self.processorTime)
      try await body()
      let elapsed = wall.duration(to: .now)
      walls.append(Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18)
      processors.append(Self.processorTime - processor)
    }
    let (wall, processor) = (walls.sorted()[walls.count / 2], processors.sorted()[processors.count / 2])
    print("\(what)\t\(Int(Double(count) / wall))\t\((processor * 1e6 / Double(count)).rounded() / 1e3)")
  }

  /// Seconds of CPU that this process has used.
  private static var processorTime: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
