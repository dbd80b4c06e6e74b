import CVSS
import Glibc

extension VectorSet {
  /// What the rounds of one set took, in nanoseconds for one vector.
  struct Timing {
    var wall: [Double] = []
    var processor: [Double] = []
    /// The sum of the scores in tenths; the same in each round.
    var checksum = 0

    static func best(_ rounds: [Double]) -> Double { tidy(rounds.min() ?? 0) }

    static func median(_ rounds: [Double]) -> Double { tidy(rounds.isEmpty ? 0 : rounds.sorted()[rounds.count / 2]) }

    /// With one decimal.
    private static func tidy(_ time: Double) -> Double { (time * 10).rounded() / 10 }
  }

  /// One round: parses and scores the vectors ten times.
  func measure(_ vectors: [String], into timing: inout Timing) {
    let (wall, processor) = (Self.nanoseconds(CLOCK_MONOTONIC), Self.nanoseconds(CLOCK_THREAD_CPUTIME_ID))
    timing.checksum = sum(vectors, passes: 10)
    let count = Double(vectors.count * 10)
    timing.processor.append((Self.nanoseconds(CLOCK_THREAD_CPUTIME_ID) - processor) / count)
    timing.wall.append((Self.nanoseconds(CLOCK_MONOTONIC) - wall) / count)
  }

  /// The sum of all scores in tenths.
  func sum(_ vectors: [String], passes: Int) -> Int {
    var sum = 0
    for _ in 0..<passes {
      switch version {
      case .v2_0: for vector in vectors { sum &+= (try? CVSS.Version2(parsing: vector))?.score.tenths ?? 0 }
      case .v3_0, .v3_1: for vector in vectors { sum &+= (try? CVSS.Version3(parsing: vector))?.score.tenths ?? 0 }
      case .v4_0: for vector in vectors { sum &+= (try? CVSS.Version4(parsing: vector))?.score.tenths ?? 0 }
      }
    }
    return sum
  }

  private static func nanoseconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
