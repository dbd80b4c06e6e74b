import Foundation
import Glibc
import Synchronization

extension Program {
  /// A started process. Its input and outputs are files without a name, so nobody has to read along.
  public final class Running: Sendable {
    private let process: pid_t
    private let output: Int32
    private let errors: Int32
    private let isOver = Mutex(false)

    init(_ path: String, _ arguments: [String], _ environment: [String: String], _ input: [UInt8]) throws {
      let files = try (0..<3).map { _ in try Self.namelessFile() }
      defer { close(files[0]) }
      (output, errors) = (files[1], files[2])
      try Self.fill(files[0], with: input)
      var surroundings = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
      surroundings.merge(environment) { $1 }
      process = try Self.spawn(path, [path] + arguments, surroundings.map { "\($0.key)=\($0.value)" }, files)
    }

    deinit {
      close(output)
      close(errors)
    }

    /// Sends a signal, unless the process has ended.
    public func send(_ signal: Int32) {
      isOver.withLock { isOver in
        if !isOver { kill(process, signal) }
      }
    }

    /// What it wrote to standard output so far.
    public var text: String { String(decoding: Self.content(of: output), as: UTF8.self) }

    /// Waits for the end. To be called once.
    public func ending() async -> Ending {
      let status = await withCheckedContinuation { continuation in
        // A thread of its own: Swift's shared ones must not be blocked.
        Thread.detachNewThread { continuation.resume(returning: self.reap()) }
      }
      let signal = status & 0x7F
      return Ending(
        status: signal == 0 ? status >> 8 & 0xFF : nil, signal: signal == 0 ? nil : signal,
        output: Self.content(of: output), errors: String(decoding: Self.content(of: errors), as: UTF8.self))
    }

    private func reap() -> Int32 {
      // First only waited for: its number is nobody else's until it is reaped, which is done under the lock.
      var information = siginfo_t()
      while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
      return isOver.withLock { isOver in
        var status = Int32(0)
        waitpid(process, &status, 0)
        isOver = true
        return status
      }
    }

    private static func spawn(
      _ path: String, _ arguments: [String], _ environment: [String], _ files: [Int32]
    ) throws -> pid_t {
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
      posix_spawn_file_actions_init(&actions)
      posix_spawnattr_init(&attributes)
      defer {
        posix_spawn_file_actions_destroy(&actions)
        posix_spawnattr_destroy(&attributes)
      }
      for (place, file) in files.enumerated() { posix_spawn_file_actions_adddup2(&actions, file, Int32(place)) }
      // Swift's threads block signals and children inherit that: such a desk could not be told to stop.
      var (none, all) = (sigset_t(), sigset_t())
      sigemptyset(&none)
      sigfillset(&all)
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setsigdefault(&attributes, &all)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

      var process = pid_t()
      let words = arguments.map { strdup($0) } + [nil]
      let settings = environment.map { strdup($0) } + [nil]
      defer { for text in words + settings { free(text) } }
      let code = posix_spawn(&process, path, &actions, &attributes, words, settings)
      guard code == 0 else {
        throw Failure(description: "\(path) cannot be started: \(String(cString: strerror(code)))")
      }
      return process
    }

    private static func namelessFile() throws -> Int32 {
      var name = Array("\(FileManager.default.temporaryDirectory.path)/embargo-XXXXXX".utf8CString)
      let file = mkstemp(&name)
      guard file >= 0 else { throw Failure(description: "There is no room for temporary files.") }
      unlink(name)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      return file
    }

    private static func fill(_ file: Int32, with input: [UInt8]) throws {
      var rest = input[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
        guard count > 0 else { throw Failure(description: "There is no room for the input of a process.") }
        rest = rest.dropFirst(count)
      }
      lseek(file, 0, SEEK_SET)
    }

    /// Without moving its position: the process may still be writing there.
    private static func content(of file: Int32) -> [UInt8] {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = pread(file, &buffer, buffer.count, off_t(bytes.count))
        guard count > 0 else { return bytes }
        bytes += buffer.prefix(count)
      }
    }
  }
}
