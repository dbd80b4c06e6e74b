import Foundation
import Glibc

/// Writes a tree of files beside the published one and swaps it in by renaming a link.
struct TreeWriter {
  let root: URL

  init(root: String) throws(TreeFault) {
    self.root = URL(fileURLWithPath: root, isDirectory: true)
    try Self.attempt("make the folder \(root)") {
      try FileManager.default.createDirectory(
        at: self.root.appendingPathComponent("trees"), withIntermediateDirectories: true)
    }
  }

  /// Held by at most one process; the system takes it back when its holder dies.
  struct Lock {
    fileprivate let descriptor: Int32
    func release() { close(descriptor) }
  }

  func lock() throws(TreeFault) -> Lock {
    let path = root.appendingPathComponent(".lock").path
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw TreeFault("The lock \(path) cannot be opened.") }
    guard flock(descriptor, LOCK_EX) == 0 else {
      close(descriptor)
      throw TreeFault("The lock \(path) cannot be taken.")
    }
    return Lock(descriptor: descriptor)
  }

  func swapIn(_ files: [String: [UInt8]], as name: String) throws(TreeFault) {
    let target = root.appendingPathComponent("trees/\(name)", isDirectory: true)
    let link = root.appendingPathComponent("current")
    let previous = try? FileManager.default.destinationOfSymbolicLink(atPath: link.path)
    if previous == "trees/\(name)" { return }
    let draft = root.appendingPathComponent("trees/.\(name).\(getpid())", isDirectory: true)
    try Self.attempt("write the tree") {
      try? FileManager.default.removeItem(at: draft)
      for (path, bytes) in files {
        let file = draft.appendingPathComponent(path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
      }
      sync()
      // A tree of this name has this content; one that a crash left half-way does not exist under the name.
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.moveItem(at: draft, to: target)
      let new = root.appendingPathComponent(".current.\(getpid())")
      try? FileManager.default.removeItem(at: new)
      try FileManager.default.createSymbolicLink(atPath: new.path, withDestinationPath: "trees/\(name)")
      guard rename(new.path, link.path) == 0 else { throw TreeFault("The new tree cannot be shown.") }
    }
    clean(keeping: [name, previous.map { String($0.dropFirst("trees/".count)) }])
  }

  /// Older trees go; the one before stays for readers that are in the middle of it.
  private func clean(keeping names: [String?]) {
    let trees = root.appendingPathComponent("trees")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: trees.path)) ?? [] where !names.contains(name) {
      try? FileManager.default.removeItem(at: trees.appendingPathComponent(name))
    }
  }

  private static func attempt(_ what: String, _ body: () throws -> Void) throws(TreeFault) {
    do {
      try body()
    } catch let fault as TreeFault {
      throw fault
    } catch {
      throw TreeFault("Cannot \(what): \(error.localizedDescription)")
    }
  }
}

/// Why the public tree could not be written. The old one is still shown.
struct TreeFault: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
