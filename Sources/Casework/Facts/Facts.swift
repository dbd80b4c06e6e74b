public import Foundation

/// What is true in the world about the vulnerability: the six letters, and claims that wait to be confirmed.
public struct Facts: Hashable, Sendable {
  public var state = CaseFacts()
  public var claims: [Claim] = []
  /// When each fact happened, as far as known.
  public var publicSince: Date?
  public var exploitSince: Date?
  public var attacksSince: Date?
  /// The public knows from our own advisory.
  public var byOurselves = false

  public init() {}

  /// The facts that people record. That we know (V) and that a fix is ready (F) follow from the report and the matrix.
  public enum Fact: String, CaseIterable, Sendable {
    case deployed, `public`, exploit, attacks
  }

  /// What is known of a fact: evidence, and when it happened.
  public struct Evidence: Hashable, Sendable {
    public var text: String
    public var happened: Date

    public init(_ text: String, happened: Date) {
      self.text = text
      self.happened = happened
    }
  }

  /// A fact that somebody outside the team asserts. It ends nothing by itself; the team decides within K18.
  public struct Claim: Hashable, Sendable {
    public var fact: Fact
    public var evidence: Evidence
    public var by: PartyID
    public var at: Date
  }

  public enum Command: Hashable, Sendable {
    /// A member records directly; a reporter's record is a claim.
    case record(Fact, Evidence)
    case confirm(Fact)
    case refute(Fact, reason: String)
  }

  public enum Event: Hashable, Sendable {
    case vendorAware
    case fixReady
    case fixDeployed(Evidence)
    case publicAware(Evidence, byOurselves: Bool)
    case exploitPublic(Evidence)
    case attacksObserved(Evidence)
    case claimed(Fact, Evidence)
    case refuted(Fact, reason: String)
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .vendorAware: advance(.vendorAware)
    case .fixReady: advance(.fixReady)
    case .fixDeployed: settle(.deployed, .fixDeployed)
    case .publicAware(let evidence, let byOurselves):
      settle(.public, .publicAware)
      publicSince = evidence.happened
      self.byOurselves = byOurselves
    case .exploitPublic(let evidence):
      settle(.exploit, .exploitPublic)
      exploitSince = evidence.happened
    case .attacksObserved(let evidence):
      settle(.attacks, .attacksObserved)
      attacksSince = evidence.happened
    case .claimed(let fact, let evidence):
      claims.append(Claim(fact: fact, evidence: evidence, by: entry.by, at: entry.at))
    case .refuted(let fact, _): claims.removeAll { $0.fact == fact }
    }
  }

  private mutating func settle(_ fact: Fact, _ event: CaseFacts.Event) {
    claims.removeAll { $0.fact == fact }
    advance(event)
  }

  private mutating func advance(_ event: CaseFacts.Event) {
    if let next = state.after(event) { state = next }
  }
}
