import Foundation
import Vault

/// What an audit of the books found.
public struct AuditResult: Sendable, Equatable {
  /// How many events were looked at.
  public var events: Int
  /// How many of them cannot be read any more because their case was shredded; the chain covers them all the same.
  public var shredded: Int
  /// Sentences, one for each fault; after the first thousand they are only counted.
  public var faults: [String]
  /// The position and hash of the last event. Whoever notes it elsewhere can prove later that nothing before it changed.
  public var head: String
}

extension EventStore {
  /// Recomputes the whole chain and opens every body: finds changed, missing, swapped and cut-off events.
  public func verify(in db: any Connection) throws -> AuditResult {
    var audit = Audit(store: self, shredded: try keys.shredded(in: db))
    var position = Int64.min
    while true {
      let rows = try db.query(
        "SELECT * FROM events WHERE position > \(position) ORDER BY position LIMIT 200")
      guard let last = rows.last else { break }
      position = try last.int64("position")
      for row in rows { try audit.look(at: row, in: db) }
    }
    try audit.finish(head: ChainHead.current(with: chain, in: db))
    return audit.result()
  }
}

/// The state of an audit between two events.
private struct Audit {
  static let mostFaults = 1000

  let store: EventStore
  let shredded: Set<String>
  var count = 0
  var unread = 0
  var faults: [String] = []
  var faultCount = 0
  var position: Int64 = 0
  var hash = Chain.Hash.start
  var versions: [String: Int] = [:]
  var keys: [String: CaseKey] = [:]

  init(store: EventStore, shredded: Set<String>) {
    self.store = store
    self.shredded = shredded
  }

  mutating func look(at row: Row, in db: any Connection) throws {
    count += 1
    let event = try StoredEvent(header: row)
    let sealed = try row.bytes("sealed")
    let name = "The event at position \(event.position) (case \(event.caseID), version \(event.version))"

    if event.position != position &+ 1 {
      complain("Events are missing between positions \(position) and \(event.position).")
    }
    if event.version != versions[event.caseID, default: 0] &+ 1 {
      complain("\(name) does not follow version \(versions[event.caseID, default: 0]) of its case.")
    }
    let stored = Chain.Hash(try row.bytes("hash"))
    // From the hash that stands in the row before: one change yields one fault, not one for every later event.
    if stored != store.chain.next(after: hash, event.fields(sealed: sealed)) {
      complain("\(name) was changed, or what stands before it was.")
    }
    if shredded.contains(event.caseID) {
      unread += 1
    } else if try !opens(sealed, of: event, in: db) {
      complain("\(name) does not open.")
    }
    position = event.position
    hash = stored ?? .start
    versions[event.caseID] = event.version
  }

  mutating func finish(head: ChainHead?) {
    guard let head else { return complain("The head of the chain is missing or was tampered with.") }
    if head.position != position {
      complain("The chain has \(head.position) events, but the last one found is at position \(position).")
    } else if head.hash != hash {
      complain("The last event is not the one that was written last.")
    }
  }

  func result() -> AuditResult {
    let hidden = faultCount - faults.count
    return AuditResult(
      events: count, shredded: unread, faults: hidden == 0 ? faults : faults + ["And \(hidden) faults more."],
      head: "\(position) \(Hexadecimal.text(hash.bytes))")
  }

  private mutating func opens(_ sealed: [UInt8], of event: StoredEvent, in db: any Connection) throws -> Bool {
    do {
      let key = try keys[event.caseID] ?? store.keys.key(of: event.caseID, in: db)
      keys[event.caseID] = key
      _ = try key.open(sealed, for: event.context)
      return true
    } catch is SealFault {
      return false
    }
  }

  private mutating func complain(_ sentence: String) {
    faultCount += 1
    if faults.count < Self.mostFaults { faults.append(sentence) }
  }
}
