/// Stakeholder-Specific Vulnerability Categorization (CERT/CC): a decision from a few answers, by a published table.
///
/// Of its stakeholders only the supplier is here, who asks how soon a fix has to be made.
public enum SSVC {
  /// One question of a decision, with the answers that there are.
  ///
  /// The raw values are for forms and books; `namespace:key:version` and the keys are those of SSVC's own registry.
  public protocol Point: RawRepresentable<String>, CaseIterable, Hashable, Sendable, Comparable {
    /// Namespace, key and version of the decision point, such as `ssvc:E:1.1.0`.
    static var id: String { get }
    /// Its name: `Exploitation`.
    static var title: String { get }
    /// What is asked, in a sentence.
    static var question: String { get }
    /// The answer's key in the registry: `P`.
    var key: String { get }
    /// The answer's name: `Public PoC`.
    var title: String { get }
    /// What the answer means, in a sentence.
    var sentence: String { get }
  }

  /// The supplier's decision, `ssvc:DT_SP:1.0.0`: how soon the fix is made.
  public struct Supplier: Hashable, Sendable {
    /// Namespace, key and version of the decision table in SSVC's registry.
    public static let id = "ssvc:DT_SP:1.0.0"

    /// What is known of exploits and attacks now; the answer that changes most often.
    public var exploitation: Exploitation
    /// Whether a program can make the whole attack; half of ``utility``.
    public var automatable: Automatable
    /// How much one system gives an attacker; the other half of ``utility``.
    public var valueDensity: ValueDensity
    /// How much of the software an attacker controls.
    public var technicalImpact: TechnicalImpact
    /// What may happen to people; from the finer scale by ``PublicSafetyImpact/init(_:)``.
    public var publicSafetyImpact: PublicSafetyImpact

    /// All five answers: the table decides nothing from fewer.
    public init(
      exploitation: Exploitation, automatable: Automatable, valueDensity: ValueDensity,
      technicalImpact: TechnicalImpact, publicSafetyImpact: PublicSafetyImpact
    ) {
      self.exploitation = exploitation
      self.automatable = automatable
      self.valueDensity = valueDensity
      self.technicalImpact = technicalImpact
      self.publicSafetyImpact = publicSafetyImpact
    }

    /// How useful an exploit is: derived, never answered.
    public var utility: Utility { Utility(automatable, valueDensity) }

    /// The decision by the table.
    public var outcome: Outcome {
      let (partialMinimal, partialSignificant, totalMinimal, totalSignificant) = row
      return switch (technicalImpact, publicSafetyImpact) {
      case (.partial, .minimal): partialMinimal
      case (.partial, .significant): partialSignificant
      case (.total, .minimal): totalMinimal
      case (.total, .significant): totalSignificant
      }
    }

    /// The table's row: technical impact partial, partial, total, total at public safety impact minimal, significant,
    /// minimal, significant.
    private var row: (Outcome, Outcome, Outcome, Outcome) {
      switch (exploitation, utility) {
      case (.none, .laborious): (.defer, .scheduled, .scheduled, .outOfCycle)
      case (.none, .efficient): (.scheduled, .outOfCycle, .scheduled, .outOfCycle)
      case (.none, .superEffective): (.scheduled, .outOfCycle, .outOfCycle, .outOfCycle)
      case (.publicPoC, .laborious): (.scheduled, .outOfCycle, .scheduled, .immediate)
      case (.publicPoC, .efficient): (.scheduled, .immediate, .outOfCycle, .immediate)
      case (.publicPoC, .superEffective): (.outOfCycle, .immediate, .outOfCycle, .immediate)
      case (.active, .laborious): (.outOfCycle, .immediate, .outOfCycle, .immediate)
      case (.active, .efficient): (.outOfCycle, .immediate, .outOfCycle, .immediate)
      case (.active, .superEffective): (.immediate, .immediate, .immediate, .immediate)
      }
    }
  }
}

extension SSVC.Point {
  /// In the registry's order, the mildest answer first.
  public static func < (left: Self, right: Self) -> Bool {
    let all = Array(allCases)
    return all.firstIndex(of: left) ?? 0 < all.firstIndex(of: right) ?? 0
  }
}
