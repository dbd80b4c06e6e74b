import Glibc

extension ProjectKey {
  /// The key in a file; made at the first start, readable by its owner alone (mode 0600).
  ///
  /// Two processes that start at once end with one key: the file is written beside its place, synced, and then
  /// linked there, which fails if somebody was faster. A file that group or others may touch is refused.
  public init(file path: String) throws(KeyFault) {
    if access(path, F_OK) != 0 && errno == ENOENT {
      try Self.make(at: path)
    }
    self = try Self.read(path)
  }

  private static func make(at path: String) throws(KeyFault) {
    let draft = path + "." + Random.token()
    let descriptor = Glibc.open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw unreadable(path, "made", errno) }
    defer { unlink(draft) }

    let bytes = Array((ProjectKey().base64 + "\n").utf8)
    let written = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    let reason = errno
    guard Glibc.close(descriptor) == 0, written else { throw unreadable(path, "written", reason) }
    guard link(draft, path) == 0 || errno == EEXIST else { throw unreadable(path, "made", errno) }
    syncFolder(of: path)
  }

  private static func read(_ path: String) throws(KeyFault) -> ProjectKey {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw unreadable(path, "read", errno) }
    defer { Glibc.close(descriptor) }

    // The opened file is asked, not the path: what is checked is what is read.
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path, "read", errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw KeyFault(.unreadable, "The key file \(path) is not a plain file.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw KeyFault(
        .tooOpen, "The key file \(path) can be read by others than its owner. Close it: chmod 600 \(path)")
    }

    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    guard count >= 0 else { throw unreadable(path, "read", errno) }
    return try ProjectKey(base64: String(decoding: buffer.prefix(count), as: UTF8.self), source: "The key file \(path)")
  }

  /// Makes the file's name durable. Best effort: some file systems cannot sync a folder.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    Glibc.close(descriptor)
  }

  private static func unreadable(_ path: String, _ verb: String, _ code: Int32) -> KeyFault {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return KeyFault(.unreadable, "The key file \(path) cannot be \(verb): \(reason).")
  }
}
