/// The promises in numbers. The ceilings come from the norms; a policy beyond one is refused when it is read.
public struct ClockTargets: Hashable, Sendable {
  /// K1: a person answers. Business days; at most 7 days by ISO 29147.
  public var acknowledgeBusinessDays: Int
  /// K2: first response with plan and workarounds. Business days; at most 14 days.
  public var firstResponseBusinessDays: Int
  /// K6: a score after the report was found valid, quick rather than perfect. Hours.
  public var provisionalScoreHours: Int
  /// K12: holding statement when something is public already. Hours.
  public var holdingHours: Int
  /// K12: mitigation statement. Hours.
  public var mitigationHours: Int
  /// K13: the CVE record must be public. Hours; at most 72.
  public var cveRecordHours: Int

  public init(
    acknowledgeBusinessDays: Int = 2, firstResponseBusinessDays: Int = 5, provisionalScoreHours: Int = 24,
    holdingHours: Int = 24, mitigationHours: Int = 72, cveRecordHours: Int = 72
  ) {
    self.acknowledgeBusinessDays = acknowledgeBusinessDays
    self.firstResponseBusinessDays = firstResponseBusinessDays
    self.provisionalScoreHours = provisionalScoreHours
    self.holdingHours = holdingHours
    self.mitigationHours = mitigationHours
    self.cveRecordHours = cveRecordHours
  }
}
