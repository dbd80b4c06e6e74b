import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Where Chromium and its WebDriver are on this machine.
struct BrowserPrograms {
  let chromium: String
  let driver: String

  /// `nil` if one of the two is not in the search path.
  static func found() -> BrowserPrograms? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    func program(_ names: String...) -> String? {
      for folder in path.split(separator: ":") {
        for name in names where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
          return "\(folder)/\(name)"
        }
      }
      return nil
    }
    guard let chromium = program("chromium", "google-chrome"), let driver = program("chromedriver") else { return nil }
    return BrowserPrograms(chromium: chromium, driver: driver)
  }
}

/// The one chromedriver of a test process: started when the first browser is opened, stopped when the process ends.
actor BrowserDriver {
  static let shared = BrowserDriver()

  /// Two at a time: more of them on a small machine only make each other slow.
  private var free = 2
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var start: Task<Int, any Error>?

  /// Waits for a turn and for the driver; returns the port of the driver. Each `enter` that returns needs one `leave`.
  func enter() async throws -> Int {
    if free > 0 { free -= 1 } else { await withCheckedContinuation { waiting.append($0) } }
    let start = self.start ?? Task { try await Self.launch() }
    self.start = start
    do {
      return try await start.value
    } catch {
      leave()
      throw error
    }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }

  private static func launch() async throws -> Int {
    guard let programs = BrowserPrograms.found() else {
      throw Browser.Failure("not installed", "no chromium with chromedriver in PATH; script/bootstrap installs them")
    }
    let folder = try FileManager.default.temporaryFolder("embargo-driver")
    let log = folder.appendingPathComponent("log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: programs.driver)
    // The driver picks a free port itself and says which: nobody can take it in between.
    process.arguments = ["--port=0"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try startWithSignals(process)
    StopAtExit.remember(process.processIdentifier, folder)

    let deadline = ContinuousClock.now + Browser.patience
    while ContinuousClock.now < deadline, process.isRunning {
      let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      if let port = port(in: said), await WebDriver.isReady(onPort: port) { return port }
      try await Task.sleep(for: .milliseconds(20))
    }
    let said = (try? String(contentsOf: log, encoding: .utf8)) ?? "nothing"
    throw Browser.Failure("not started", "\(programs.driver) said: \(said)")
  }

  /// Swift's threads block signals and children inherit that: such a driver could not be told to stop.
  private static func startWithSignals(_ process: Process) throws {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// "ChromeDriver was started successfully on port 41234."
  private static func port(in log: String) -> Int? {
    guard let range = log.range(of: "successfully on port ") else { return nil }
    let digits = log[range.upperBound...].prefix { $0.isNumber }
    // Without the full stop the number may still be growing.
    return log[range.upperBound...].dropFirst(digits.count).first == "." ? Int(digits) : nil
  }
}

/// The runner ends its process without unwinding, so what must be tidied is tidied by `atexit`.
private enum StopAtExit {
  private static let started = Mutex<[(process: Int32, folder: URL)]>([])

  static func remember(_ process: Int32, _ folder: URL) {
    let first = started.withLock {
      $0.append((process, folder))
      return $0.count == 1
    }
    guard first else { return }
    atexit {
      StopAtExit.started.withLock {
        for (process, folder) in $0 {
          kill(process, SIGTERM)
          try? FileManager.default.removeItem(at: folder)
        }
      }
    }
  }
}

extension FileManager {
  /// A new, empty folder for this process alone.
  func temporaryFolder(_ name: String) throws -> URL {
    let url = temporaryDirectory.appendingPathComponent("\(name)-\(UUID().uuidString)")
    try createDirectory(at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    return url
  }
}
