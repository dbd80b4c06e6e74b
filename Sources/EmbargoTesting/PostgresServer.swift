import Foundation
import Synchronization

/// A PostgreSQL server that lives as long as the test process: own folder, unix socket, no TCP.
///
/// A small shell script starts it and waits for the end of its input. The process's end closes that input, even after
/// `kill -9`, and the script stops the server and removes the folder.
public final class PostgresServer: Sendable {
  /// The folder that holds the socket; mode 0700.
  public let folder: String
  private let tools: String
  private let process: Process
  private let lifeline: Pipe
  private let count = Mutex(0)

  /// The one server of this process, made when it is first asked for; fast rather than durable.
  public static func shared() async throws -> PostgresServer { try await started.value }
  private static let started = Task { try await PostgresServer.start() }

  /// Whether a server can be started here.
  public static var isInstalled: Bool { tools != nil }

  /// Whether a missing server fails the tests: `EMBARGO_REQUIRE_POSTGRES=1`.
  public static var isRequired: Bool { ProcessInfo.processInfo.environment["EMBARGO_REQUIRE_POSTGRES"] == "1" }

  /// Why a server could not be started.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Starts a server of its own.
  ///
  /// - Parameter fsync: whether commits survive a power cut; not needed unless that is what is tested.
  public static func start(fsync: Bool = false) async throws -> PostgresServer {
    guard let tools else { throw Failure(description: "PostgreSQL is not installed: apt install postgresql") }
    let (process, lifeline, output) = (Process(), Pipe(), Pipe())
    let command = asOrdinaryUser + ["/bin/sh", "-c", script, "sh", tools, fsync ? "on" : "off"]
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(fileURLWithPath: "/")
    process.standardInput = lifeline
    process.standardOutput = output
    // Not inherited: whoever reads the tests' errors would wait for the server's end.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let answer = await firstLine(of: output.fileHandleForReading)
    guard answer.hasPrefix("/") else { throw Failure(description: "PostgreSQL did not start: \(answer)") }
    return PostgresServer(folder: answer, tools: tools, process: process, lifeline: lifeline)
  }

  private init(folder: String, tools: String, process: Process, lifeline: Pipe) {
    self.folder = folder
    self.tools = tools
    self.process = process
    self.lifeline = lifeline
  }

  /// The URL of a new, empty database.
  public func freshDatabase() async throws -> String {
    let number = count.withLock { count in
      count += 1
      return count
    }
    let name = "test_\(number)"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tools + "/createdb")
    process.arguments = ["--host", folder, "--username", "embargo", "--template", "template0", name]
    process.standardInput = FileHandle.nullDevice
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { ended in
        ended.terminationStatus == 0
          ? continuation.resume() : continuation.resume(throwing: Failure(description: "createdb \(name) failed"))
      }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    return "postgresql://embargo@/\(name)?host=\(folder)"
  }

  /// Stops the server and waits until its folder is gone. Not needed for the shared one.
  public func stop() async {
    try? lifeline.fileHandleForWriting.close()
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { [process] in
        process.waitUntilExit()
        continuation.resume()
      }
    }
  }

  private static let script = """
    folder=$(mktemp -d /tmp/embargo-postgres.XXXXXX) || exit 1
    trap '' INT TERM HUP
    fail() { echo "$(tail -n 3 "$folder/log" | tr '\\n' ' ')"; rm -rf "$folder"; exit 1; }
    "$1/initdb" -D "$folder/data" -U embargo -A trust -E UTF8 --locale=C -N >"$folder/log" 2>&1 || fail
    "$1/postgres" -D "$folder/data" -k "$folder" -c listen_addresses= -c fsync=$2 -c max_connections=200 \
      >>"$folder/log" 2>&1 </dev/null &
    server=$!
    until "$1/pg_isready" -q -h "$folder"; do
      kill -0 $server 2>/dev/null || fail
      sleep 0.05
    done
    echo "$folder"
    cat >/dev/null
    kill -QUIT $server
    wait $server
    rm -rf "$folder"
    """

  /// The folder with initdb, postgres and their like: Debian's place, the highest version first, then the PATH.
  private static let tools: String? = {
    let debian = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: debian)) ?? []
    let newest = versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(debian)/\($0)/bin" }
    let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    return (newest + path).first { folder in
      ["initdb", "postgres", "pg_isready", "createdb"].allSatisfy {
        FileManager.default.isExecutableFile(atPath: folder + "/" + $0)
      }
    }
  }()

  /// PostgreSQL refuses to run as root: the words that run a command as somebody else, if this is root.
  private static var asOrdinaryUser: [String] {
    guard getuid() == 0, let user = getpwnam("postgres") ?? getpwnam("nobody") else { return [] }
    return [
      "setpriv", "--reuid=\(user.pointee.pw_uid)", "--regid=\(user.pointee.pw_gid)", "--clear-groups",
    ]
  }

  private static func firstLine(of handle: FileHandle) async -> String {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var bytes: [UInt8] = []
        while !bytes.contains(UInt8(ascii: "\n")) {
          let more = handle.availableData
          if more.isEmpty { break }
          bytes += more
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        continuation.resume(returning: String(decoding: line, as: UTF8.self))
      }
    }
  }
}
