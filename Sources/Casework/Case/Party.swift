/// Who acts: a member of the team, the reporter of this case, or a part of the desk itself.
public struct Party: Hashable, Sendable {
  public var id: PartyID
  public var roles: Set<Role>

  public init(_ id: PartyID, roles: Set<Role>) {
    self.id = id
    self.roles = roles
  }

  /// The person who reported this case.
  public static let reporter = Party(.reporter, roles: [.reporter])
  /// The desk: intake, clock, channels.
  public static let desk = Party(.desk, roles: [.desk])

  /// True for members of the project's team, who alone see everything in a case.
  public var isTeam: Bool { !roles.isDisjoint(with: Role.team) }
}

/// A random id of a member, or one of the two fixed ones. It stands in plain in the books, so it never is a name.
public struct PartyID: Hashable, Sendable, RawRepresentable, CustomStringConvertible {
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public static let reporter = PartyID("reporter")
  public static let desk = PartyID("desk")
  public var description: String { rawValue }
}

/// What somebody may do, per project (domain: roles and permissions). A person has none by default.
public enum Role: String, CaseIterable, Sendable, Hashable {
  case reporter
  case triager
  case developer
  case releaseManager = "release-manager"
  case coordinator
  case auditor
  case admin
  /// The desk itself: intake, the clock, the channels' receipts.
  case desk

  /// Those who read cases. Admins and auditors do not.
  public static let team: Set<Role> = [.triager, .developer, .releaseManager, .coordinator]
}
