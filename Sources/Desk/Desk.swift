public import Casework
import Foundation
public import Logging
public import Storage
public import Vault

/// The one door in. A value: its whole job is one transaction, in which a case decides, its events are appended, the tables
/// that pages read follow, and the work that leaves the house is put into the outbox.
public struct Desk: Sendable {
  public let database: any Database
  public let clock: any WallClock
  /// The policy in force.
  public let policy: Policy
  /// Earlier policies by version; the clocks of a case run by the one that it came in under.
  public let earlierPolicies: [String: Policy]
  public let settings: DeskSettings
  /// Gates that know more than the rules; the rules' own always stand.
  public let gates: [any Gate]
  public let logger: Logger

  let key: ProjectKey

  public init(
    database: any Database, key: ProjectKey, clock: any WallClock, policy: Policy,
    earlierPolicies: [String: Policy] = [:], settings: DeskSettings = .init(), gates: [any Gate] = [], logger: Logger
  ) {
    self.database = database
    self.key = key
    self.clock = clock
    self.policy = policy
    self.earlierPolicies = earlierPolicies
    self.settings = settings
    self.gates = gates
    self.logger = logger
  }

  /// The policy under which a case came in: its promises were made by that text.
  public func policy(of subject: Case) -> Policy {
    subject.report.submission.flatMap { earlierPolicies[$0.policyVersion] } ?? policy
  }

  var events: EventStore { EventStore(key: key) }
  var intake: IntakeTable { IntakeTable(key: key) }
  var attachments: AttachmentTable { AttachmentTable(key: key) }
  var outboxTable: OutboxTable { OutboxTable(key: key) }
  var rooms: Rooms { Rooms(key: key) }
  var sessions: Sessions { Sessions(key: key) }
  var memberTable: MemberTable { MemberTable(key: key) }
  var loginLinks: LoginLinks { LoginLinks(key: key) }
}

/// What the desk has to know of its surroundings. Read once at the start.
public struct DeskSettings: Sendable {
  /// The address under which people reach the desk, without a slash at the end.
  public var baseURL: String
  /// A mail server is configured: reporters get receipts and door-bells.
  public var sendsMail: Bool
  /// Seconds for which a delivery is leased to the process that carries it.
  public var lease: Double

  public init(baseURL: String = "http://127.0.0.1:8080", sendsMail: Bool = false, lease: Double = 60) {
    self.baseURL = baseURL
    self.sendsMail = sendsMail
    self.lease = lease
  }
}

/// What can be wrong with a request to the desk, besides a rule that says no (`Refusal`).
public enum DeskFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Absent and foreign cases are the same to the asker.
  case noSuchCase

  public var description: String {
    switch self {
    case .noSuchCase: "There is no such case."
    }
  }
}
