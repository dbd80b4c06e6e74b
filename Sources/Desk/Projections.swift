import Casework
import Foundation
import Storage
import Vault

extension Desk {
  /// Brings the tables that lists sort by up to date with a case. The same for a new event and for a rebuild.
  func project(_ subject: Case, touched: Date, in db: any Connection) throws {
    let policy = policy(of: subject)
    let clocks = subject.clocks(under: policy)
    let next = subject.nextDeadline(under: policy)
    let title = subject.report.submission?.title ?? ""
    let caseKey = try CaseKeys(key).key(of: subject.id.text, in: db)
    let sealed = try caseKey.seal(Array(title.utf8), for: Self.titleContext(subject.id))
    let score = try subject.assessment.headline.flatMap(Self.words).map {
      try caseKey.seal(Array($0.utf8), for: Self.scoreContext(subject.id))
    }
    try db.execute(
      """
      INSERT INTO cases (case_id, version, phase, rm, em, facts, received_at, touched_at, next_clock, next_due,
        waiting_on, priority, sealed_title, sealed_score)
      VALUES (\(subject.id.text), \(subject.version), \(subject.phase(at: touched).rawValue),
        \(subject.report.state.rawValue), \(subject.embargo.state.rawValue), \(subject.facts.state.description),
        \(subject.report.receivedAt ?? touched), \(touched), \(next?.id.rawValue), \(next?.due),
        \(subject.waitingOn.rawValue), \(subject.priority?.rawValue), \(sealed), \(score))
      ON CONFLICT (case_id) DO UPDATE SET version = excluded.version, phase = excluded.phase, rm = excluded.rm,
        em = excluded.em, facts = excluded.facts, received_at = excluded.received_at,
        touched_at = excluded.touched_at, next_clock = excluded.next_clock, next_due = excluded.next_due,
        waiting_on = excluded.waiting_on, priority = excluded.priority, sealed_title = excluded.sealed_title,
        sealed_score = excluded.sealed_score
      """)
    for clock in clocks {
      try db.execute(
        """
        INSERT INTO deadlines (case_id, clock, started_at, due_at, stopped_at)
        VALUES (\(subject.id.text), \(clock.id.rawValue), \(clock.started), \(clock.due), \(clock.stopped))
        ON CONFLICT (case_id, clock) DO UPDATE SET started_at = excluded.started_at, due_at = excluded.due_at,
          stopped_at = excluded.stopped_at
        """)
    }
  }

  static func titleContext(_ id: CaseID) -> SealContext { SealContext(owner: id.text, purpose: "title") }
  static func scoreContext(_ id: CaseID) -> SealContext { SealContext(owner: id.text, purpose: "headline") }

  /// `9.3 Critical, provisional`; nil for what is no vector.
  private static func words(_ score: Score) -> String? {
    score.rating.map { "\($0.score) \($0.severity)\(score.isFinal ? "" : ", provisional")" }
  }

  /// Throws the tables that lists read away and makes them again from the events. Returns how many cases there are.
  public func rebuild() async throws -> Int {
    try await database.transaction { db in
      try db.execute("DELETE FROM cases")
      try db.execute("DELETE FROM deadlines")
      let ids = try events.allCaseIDs(in: db)
      for text in ids {
        guard let id = CaseID(text) else { continue }
        let entries = try entries(of: id, in: db)
        let subject = Case(id, history: entries)
        guard let last = entries.last else { continue }
        for case .publication(.released(let advisory)) in entries.map(\.event) {
          try PublicAdvisories.add(advisory, of: id, in: db)
        }
        try project(subject, touched: last.at, in: db)
      }
      return ids.count
    }
  }
}
