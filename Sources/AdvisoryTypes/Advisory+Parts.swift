public import FoundationEssentials

extension Advisory {
  /// Who issues the advisory.
  public struct Publisher: Hashable, Sendable {
    public var name: String
    /// An https address that belongs to the publisher and names it for ever.
    public var namespace: String
    /// How to reach it, in words or as an address.
    public var contact: String

    public init(name: String, namespace: String, contact: String) {
      self.name = name
      self.namespace = namespace
      self.contact = contact
    }
  }

  /// One issue of the advisory.
  public struct Revision: Hashable, Sendable {
    public let number: Int
    public let date: Date
    public let note: String

    public init(number: Int, date: Date, note: String) {
      self.number = number
      self.date = Timestamp.wholeSecond(date)
      self.note = note
    }
  }

  /// What an operator can do until the upgrade.
  public struct Mitigation: Hashable, Sendable {
    public enum Effect: String, Hashable, Sendable, CaseIterable {
      /// Nothing is left of the vulnerability while the measure stands.
      case full
      /// The risk is smaller.
      case partial
    }

    public var action: String
    public var appliesTo: String
    public var effect: Effect
    public var sideEffects: String
    /// How to see that it works.
    public var verify: String
    /// How to take it back after the upgrade.
    public var undo: String

    public init(
      action: String, appliesTo: String = "", effect: Effect, sideEffects: String = "", verify: String = "",
      undo: String = ""
    ) {
      self.action = action
      self.appliesTo = appliesTo
      self.effect = effect
      self.sideEffects = sideEffects
      self.verify = verify
      self.undo = undo
    }
  }

  /// Somebody to thank.
  public struct Credit: Hashable, Sendable {
    /// The roles that CVE and OSV records share, as the former writes them.
    public enum Role: String, Hashable, Sendable, CaseIterable {
      case finder, reporter, analyst, coordinator
      case remediationDeveloper = "remediation developer"
      case remediationReviewer = "remediation reviewer"
      case remediationVerifier = "remediation verifier"
      case tool, sponsor, other
    }

    public var name: String
    public var role: Role

    public init(name: String, role: Role) {
      self.name = name
      self.role = role
    }
  }

  /// Something to read elsewhere.
  public struct Reference: Hashable, Sendable {
    public var url: String
    public var summary: String

    public init(url: String, summary: String) {
      self.url = url
      self.summary = summary
    }
  }

  /// Something that happened.
  public struct Moment: Hashable, Sendable {
    public let date: Date
    public let text: String

    public init(date: Date, text: String) {
      self.date = Timestamp.wholeSecond(date)
      self.text = text
    }
  }

  /// What is known about attacks.
  public enum Exploitation: String, Hashable, Sendable, CaseIterable {
    case none
    case publicPoC = "public-poc"
    case active
  }
}
