import AdvisoryTypes
public import Casework
import Foundation
import JSON
import Storage

extension Desk {
  /// Carries a command to its case: everything that follows from it happens in one transaction, or nothing does.
  ///
  /// - Throws: `Refusal` when the rules say no, `DeskFault.noSuchCase`, `DatabaseError`.
  @discardableResult
  public func perform(_ command: Case.Command, on id: CaseID, by party: Party) async throws -> [Case.Event] {
    try await decidingAgain { db in
      let subject = try load(id, in: db)
      guard subject.version > 0 else { throw DeskFault.noSuchCase }
      return try apply(command, to: subject, by: party, in: db)
    }
  }

  /// Publishes the case's advisory under the next free id, or its next revision under the id that it has. Returns the
  /// id.
  ///
  /// - Parameter note: what changed, in a sentence for readers; a revision needs it.
  public func publish(_ id: CaseID, by party: Party, note: String = "") async throws -> String {
    try await decidingAgain { db in
      let subject = try load(id, in: db)
      guard subject.version > 0 else { throw DeskFault.noSuchCase }
      let advisoryID =
        try subject.publication.advisory?.id
        ?? PublicAdvisories.nextID(prefix: policy.project.advisoryPrefix, at: clock.now, in: db)
      try apply(.publication(.release(id: advisoryID, note: note)), to: subject, by: party, in: db)
      return advisoryID
    }
  }

  /// Runs a transaction; when somebody else was faster, everything is decided again on what is true now.
  func decidingAgain<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    for _ in 0..<8 {
      do {
        return try await database.transaction(body)
      } catch let error as DatabaseError where error.isConflict {
        continue
      }
    }
    return try await database.transaction(body)
  }

  /// The case as of now; version 0 if there is none.
  func load(_ id: CaseID, in db: any Connection) throws -> Case {
    try Case(id, history: entries(of: id, in: db))
  }

  func entries(of id: CaseID, in db: any Connection) throws -> [Entry] {
    try events.history(of: id.text, in: db).map(Entry.init(stored:))
  }

  /// Decide, append, project, enqueue.
  @discardableResult
  func apply(
    _ command: Case.Command, to subject: Case, by party: Party, in db: any Connection
  ) throws -> [Case.Event] {
    let now = clock.now
    let decided = try subject.decide(command, in: .init(now: now, party: party, policy: policy, gates: gates))
    guard !decided.isEmpty else { return [] }
    try events.append(
      decided.map { NewEvent(name: $0.wireName, at: now, actor: party.id.rawValue, body: $0.json.bytes()) },
      to: subject.id.text, after: subject.version, in: db)
    var after = subject
    var hasRung = false
    for event in decided {
      let entry = Entry(event, at: now, by: party.id)
      after.evolve(entry)
      for delivery in after.reactions(to: entry, policy: policy) {
        // One command rings the reporter's bell once, however much there is to read.
        if delivery.channel == .letter, hasRung { continue }
        hasRung = hasRung || delivery.channel == .letter
        try enqueue(delivery, for: after.id, in: db)
      }
      if case .publication(.released(let advisory)) = event {
        try PublicAdvisories.add(advisory, of: after.id, in: db)
      }
    }
    try project(after, touched: now, in: db)
    return decided
  }

  func enqueue(_ delivery: Delivery, for id: CaseID, in db: any Connection) throws {
    // Whether a mail server is configured is a matter of the process that carries letters; until then they wait.
    try outboxTable.enqueue(
      delivery.json.bytes(), to: delivery.channel.rawValue, key: delivery.key, for: id.text, now: clock.now, in: db)
  }
}

extension Entry {
  /// Reads an entry as it stands in the books.
  init(stored: StoredEvent) throws {
    try self.init(
      Case.Event(wireName: stored.name, json: JSON(parsing: stored.body)), at: stored.at, by: PartyID(stored.actor))
  }
}
