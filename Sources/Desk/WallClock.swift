public import Foundation
import Synchronization

/// Where the time comes from. Rules get it as a parameter; this is the edge at which it enters.
public protocol WallClock: Sendable {
  var now: Date { get }
}

/// The machine's clock: the only place that reads it.
public struct SystemClock: WallClock {
  public init() {}
  /// To the millisecond, which is what the books keep: what was decided on is what is read again.
  public var now: Date {
    Date(timeIntervalSince1970: (Date().timeIntervalSince1970 * 1_000).rounded(.down) / 1_000)
  }
}

/// A clock that stands still until somebody moves it: for demonstrations, drills and tests.
public final class ManualClock: WallClock {
  private let time: Mutex<Date>

  public init(_ start: Date) { time = Mutex(start) }

  public var now: Date { time.withLock { $0 } }

  public func advance(by seconds: TimeInterval) { time.withLock { $0 = $0.addingTimeInterval(seconds) } }
  public func advance(to date: Date) { time.withLock { $0 = max($0, date) } }
}
