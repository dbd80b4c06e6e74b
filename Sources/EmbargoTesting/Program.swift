import Foundation

/// The built `embargo`, run as people and mail servers run it: a process with arguments, an environment and an input.
public struct Program: Sendable {
  public let path: String

  public init(path: String) { self.path = path }

  /// The executable that was built with the tests; `EMBARGO_BINARY` names another one. Nil if there is none.
  public static let embargo: Program? = {
    if let named = ProcessInfo.processInfo.environment["EMBARGO_BINARY"] { return Program(path: named) }
    // Next to the test bundle; the runner itself lies in the toolchain, so its own path does not help.
    let starts = Bundle.allBundles.map(\.bundleURL) + CommandLine.arguments.map { URL(fileURLWithPath: $0) }
    for start in starts {
      let beside = start.deletingLastPathComponent().appendingPathComponent("embargo").path
      if FileManager.default.isExecutableFile(atPath: beside) { return Program(path: beside) }
    }
    return nil
  }()

  /// How a run ended.
  public struct Ending: Sendable {
    /// The exit status; nil if a signal ended it.
    public var status: Int32?
    public var signal: Int32?
    public var output: [UInt8]
    public var errors: String

    public var text: String { String(decoding: output, as: UTF8.self) }
    /// What it said, for a failing test.
    public var said: String { "status \(status ?? -1), signal \(signal ?? 0): \(text)\(errors)" }
  }

  /// Why a process could not be started.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Runs it to its end.
  ///
  /// - Parameters:
  ///   - environment: all it gets, besides the search path and the language.
  ///   - input: what stands in its standard input.
  ///   - delay: `kill -9` after so long, unless it has ended by itself.
  public func run(
    _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = [], killAfter delay: Duration? = nil
  ) async throws -> Ending {
    let running = try Running(path, arguments, environment, input)
    let killer = delay.map { delay in
      Task {
        try await Task.sleep(for: delay)
        running.send(SIGKILL)
      }
    }
    defer { killer?.cancel() }
    return await running.ending()
  }

  /// Starts it; the caller stops it with a signal, and waits for its ending.
  public func start(_ arguments: [String], environment: [String: String] = [:]) throws -> Running {
    try Running(path, arguments, environment, [])
  }
}
