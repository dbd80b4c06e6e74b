import AdvisoryTypes
public import Casework
import Crypto
public import Desk
import Foundation
public import Renderings

/// Publishes the static tree: everything is written beside the old one, then one rename shows all of it at once.
///
/// The tree is a function of what is public, so a repeat gives the same bytes. It never reads a case.
public struct TreeChannel: Channel {
  let desk: Desk
  let root: String
  let site: Site

  /// - Parameter root: the folder that holds the trees and the link `current`.
  public init(desk: Desk, root: String, site: Site) {
    self.desk = desk
    self.root = root
    self.site = site
  }

  public var channel: Publication.Channel { .tree }

  public func carry(
    _ delivery: Delivery, of id: CaseID, commit: @Sendable () async throws -> Void
  ) async throws -> String {
    let advisories = try await desk.publishedAdvisories()
    if case .advisory(let advisoryID) = delivery.notice, !advisories.contains(where: { $0.id == advisoryID }) {
      throw CarryFault.temporary("The advisory is not public yet.")
    }
    do {
      return try await publish()
    } catch let fault as TreeFault {
      throw CarryFault.temporary(fault.description)
    }
  }

  /// Makes the tree and swaps it in. Returns what it is called.
  @discardableResult
  public func publish() async throws -> String {
    let writer = try TreeWriter(root: root)
    // One process at a time, and what is public is read under the lock: an older tree never replaces a newer one.
    let lock = try writer.lock()
    defer { lock.release() }
    let advisories = try await desk.publishedAdvisories()
    let files = PublicTree.files(
      of: advisories, site: site, policyPage: PolicyText.page(desk.policy),
      securityTxt: PolicyText.securityTxt(desk.policy, expires: site.expires, baseURL: site.baseURL), now: desk.now,
      hash256: { SHA256.hash(data: $0).hex }, hash512: { SHA512.hash(data: $0).hex })
    let name = Self.name(of: files)
    try writer.swapIn(files, as: name)
    return "tree \(name)"
  }

  /// The tree's name is the hash of its content.
  static func name(of files: [String: [UInt8]]) -> String {
    var hash = SHA256()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
      hash.update(data: Array("\(path.utf8.count) \(bytes.count) ".utf8))
      hash.update(data: Array(path.utf8))
      hash.update(data: bytes)
    }
    return String(hash.finalize().hex.prefix(24))
  }
}

extension Digest {
  var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}
