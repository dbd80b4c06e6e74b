import CVSS
import Testing

@Suite struct `Typed metrics` {
  @Test func `of 2_0 are what the text says`() throws {
    var vector = CVSS.Version2(
      .network, .low, .none, confidentiality: .partial, integrity: .partial, availability: .complete)
    #expect(vector.vector == "AV:N/AC:L/Au:N/C:P/I:P/A:C")
    vector.exploitability = .proofOfConcept
    vector.remediationLevel = .officialFix
    vector.reportConfidence = .uncorroborated
    vector.collateralDamagePotential = .lowMedium
    vector.targetDistribution = .high
    vector.integrityRequirement = .low
    #expect(vector.vector == "AV:N/AC:L/Au:N/C:P/I:P/A:C/E:POC/RL:OF/RC:UR/CDP:LM/TD:H/IR:L")
    vector.accessVector = .adjacentNetwork
    vector.exploitability = nil
    #expect(try CVSS.Version2(parsing: vector.vector) == vector)
    #expect(vector.accessVector == .adjacentNetwork && vector.exploitability == nil && vector.availability == .complete)
  }

  @Test func `of 3_1 are what the text says`() throws {
    var vector = CVSS.Version3(
      .network, .low, .none, .none, .unchanged, confidentiality: .high, integrity: .high, availability: .high)
    #expect(vector.vector == "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
    #expect(vector.score.description == "9.8" && vector.severity == .critical)
    vector.exploitCodeMaturity = .functional
    vector.modifiedScope = .changed
    vector.modifiedAvailability = CVSS.Version3.Impact.none
    vector.confidentialityRequirement = .medium
    #expect(vector.vector == "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:F/CR:M/MS:C/MA:N")
    vector.modifiedScope = nil
    #expect(vector.modifiedScope == nil && vector.modifiedAvailability == CVSS.Version3.Impact.none)
    #expect(vector.scope == .unchanged && vector.userInteraction == .none)
  }

  @Test func `of 4_0 are what the text says`() throws {
    var vector = CVSS.Version4(
      .network, .low, .none, .none, .passive, confidentiality: (.high, .none), integrity: (.high, .low),
      availability: (.low, .high))
    #expect(vector.vector == "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:P/VC:H/VI:H/VA:L/SC:N/SI:L/SA:H")
    #expect(vector.nomenclature == .base)
    vector.exploitMaturity = .proofOfConcept
    #expect(vector.nomenclature == .baseThreat)
    vector.modifiedSubsequentIntegrity = .safety
    vector.modifiedSubsequentConfidentiality = .high
    #expect(vector.nomenclature == .baseThreatEnvironmental)
    #expect(vector.macrovector.eq4 == 0)
    vector.exploitMaturity = nil
    #expect(vector.nomenclature == .baseEnvironmental)
    vector.safety = .present
    vector.providerUrgency = .amber
    #expect(vector.vector.hasSuffix("/SA:H/MSC:H/MSI:S/S:P/U:Amber"))
    #expect(vector.base.vector.hasSuffix("/SA:H") && vector.base.score == vector.baseScore)
    #expect(try CVSS.Version4(parsing: vector.vector).subsequentAvailability == .high)
  }

  @Test func `have as many values as their metrics have codes`() {
    let counts = [
      "AV": CVSS.Version4.AttackVector.allCases.count, "UI": CVSS.Version4.UserInteraction.allCases.count,
      "SC": CVSS.Version4.SubsequentImpact.allCases.count,
      "MSI": CVSS.Version4.ModifiedSubsequentImpact.allCases.count + 1,
      "U": CVSS.Version4.ProviderUrgency.allCases.count + 1, "E": CVSS.Version4.ExploitMaturity.allCases.count + 1,
    ]
    for (name, count) in counts { #expect(CVSS.Metric.named(name, in: .v4_0)?.codes.count == count) }
  }
}
