import AdvisoryTypes
import Foundation

@testable import Casework

/// Events with arbitrary content, the same for the same seed.
struct RandomEvents {
  private var generator: SplitMix

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  mutating func event() -> Case.Event {
    switch roll(10) {
    case 0: .report(report(one(Report.Event.WireName.self)))
    case 1: .conversation(.written(.init(audience: one(), text: text(), asks: coin(), attachments: attachments())))
    case 2: .facts(facts(one(Facts.Event.WireName.self)))
    case 3: .embargo(embargo(one(Embargo.Event.WireName.self)))
    case 4: .assessment(assessment(one(Assessment.Event.WireName.self)))
    case 5: .remediation(remediation(one(Remediation.Event.WireName.self)))
    case 6: .identifiers(identifiers(one(Identifiers.Event.WireName.self)))
    case 7: .plan(plan(one(Plan.Event.WireName.self)))
    case 8: .advisory(advisory(one(AdvisoryDraft.Event.WireName.self)))
    default: .publication(publication(one(Publication.Event.WireName.self)))
    }
  }

  private mutating func report(_ name: Report.Event.WireName) -> Report.Event {
    switch name {
    case .received:
      .received(
        Submission(
          channel: one(), title: text(), text: text(), name: maybe(), affiliation: maybe(), contact: maybe(),
          steps: maybe(), effects: maybe(), configuration: maybe(), attackSurface: maybe(), otherProjects: maybe(),
          alreadyPublic: maybe(), exploited: maybe(), claimedImpact: coin() ? impact() : nil, vector: maybe(),
          credit: coin() ? CreditWish(wanted: coin(), name: text()) : nil, intake: maybe(), attachments: attachments(),
          policyVersion: text()))
    case .acknowledged: .acknowledged(text: text())
    case .responded:
      .responded(
        FirstResponse(
          text: text(), plan: (0..<roll(3)).map { _ in .init(what: text(), owner: text(), due: date()) },
          workarounds: coin() ? .known(texts()) : .noneKnown(revisit: date())))
    case .reproduced: .reproduced(Reproduction(outcome: one(), environment: text(), notes: text()))
    case .validated: .validated(duplicates: text())
    case .invalidated: .invalidated(missing: texts(), text: text())
    case .accepted: .accepted
    case .deferred: .deferred(Deferral(reason: text(), review: date()))
    case .rejectionProposed: .rejectionProposed(rejection())
    case .rejectionDeclined: .rejectionDeclined(reason: text())
    case .closed:
      .closed(
        Closure(
          disposition: one(), letter: text(), rejection: coin() ? rejection() : nil,
          unsafeDefault: coin()
            ? UnsafeDefault(
              isDefault: coin(), bypassesControl: coin(), documented: coin(), explanation: text(), guidance: text(),
              hardeningItem: text()) : nil))
    case .creditChosen: .creditChosen(CreditWish(wanted: coin(), name: text()))
    }
  }

  private mutating func facts(_ name: Facts.Event.WireName) -> Facts.Event {
    switch name {
    case .vendorAware: .vendorAware
    case .fixReady: .fixReady
    case .fixDeployed: .fixDeployed(evidence())
    case .publicAware: .publicAware(evidence(), byOurselves: coin())
    case .exploitPublic: .exploitPublic(evidence())
    case .attacksObserved: .attacksObserved(evidence())
    case .claimed: .claimed(one(), evidence())
    case .refuted: .refuted(one(), reason: text())
    }
  }

  private mutating func embargo(_ name: Embargo.Event.WireName) -> Embargo.Event {
    switch name {
    case .proposed: .proposed(until: date(), reason: text(), delay: coin() ? one() : nil)
    case .accepted: .accepted(until: date())
    case .declined: .declined(reason: text())
    case .terminated:
      .terminated(
        [
          Embargo.Ending.reached, .publicKnowledge, .exploitPublic, .published, .notAVulnerability,
          .decided(reason: text()),
        ][roll(6)])
    case .consented: .consented(PartyID(text()))
    case .dateProposed: .dateProposed(date(), reason: text())
    case .dateDecided: .dateDecided(date(), reason: text())
    }
  }

  private mutating func assessment(_ name: Assessment.Event.WireName) -> Assessment.Event {
    switch name {
    case .assessed:
      .assessed(
        Finding(
          component: text(), versions: text(), impact: impact(), preconditions: text(), exploitation: one(),
          priority: one(), weakness: coin() ? CWEID("CWE-\(1 + roll(999_999))") : nil))
    case .loweringProposed: .loweringProposed(one(), reason: text())
    case .lowered: .lowered(one(), reason: text())
    case .scored: .scored(vector: text(), lines: texts(), final: coin(), reason: text(), explanation: maybe())
    case .scoreWithdrawn: .scoreWithdrawn(vector: text(), lines: texts(), reason: text())
    case .scoreProposed: .scoreProposed(vector: text(), comment: text(), side: one())
    case .finalScoreWaived: .finalScoreWaived(reason: text())
    case .ssvcDecided:
      .ssvcDecided(
        .init(
          exploitation: one(), automatable: one(), valueDensity: one(), technicalImpact: one(),
          publicSafetyImpact: one()), reason: text())
    }
  }

  private mutating func remediation(_ name: Remediation.Event.WireName) -> Remediation.Event {
    switch name {
    case .opened: .opened(lines: texts())
    case .lineSet: .lineSet(text(), status())
    case .timelineSet: .timelineSet(.init(release: text(), kind: one(), date: date()))
    case .releaseRegistered: .releaseRegistered(.init(version: text(), line: text(), url: text()))
    }
  }

  private mutating func status() -> LineStatus {
    switch roll(7) {
    case 0: .underInvestigation(followUp: coin() ? date() : nil)
    case 1: .affected(from: text())
    case 2: .candidate(from: text(), version: text(), author: text())
    case 3: .fixed(from: text(), .init(version: text(), evidence: text(), author: text(), tester: text()))
    case 4: .willNotFix(from: text(), reason: text())
    case 5: .mitigationOnly(from: text(), reason: text())
    default: .notAffected(one(), detail: text())
    }
  }

  private mutating func identifiers(_ name: Identifiers.Event.WireName) -> Identifiers.Event {
    switch name {
    case .reserved: CVEID("CVE-2026-\(10_000 + roll(1_000_000))").map { .reserved($0) } ?? .waived(reason: "")
    case .waived: .waived(reason: text())
    case .recordPublished: .recordPublished(evidence: text())
    case .rejected: .rejected(reason: text())
    }
  }

  private mutating func plan(_ name: Plan.Event.WireName) -> Plan.Event {
    switch name {
    case .created: .created(owner: PartyID(text()))
    case .edited: .edited((0..<roll(3)).map { _ in .init(audience: text(), channel: text(), text: text()) })
    case .mitigationAdded:
      .mitigationAdded(
        .init(
          action: text(), appliesTo: text(), isFull: coin(), sideEffects: text(), verify: text(), undo: text(),
          isVerified: coin()))
    case .noMitigationDeclared: .noMitigationDeclared(reason: text())
    case .approved: .approved
    }
  }

  private mutating func advisory(_ name: AdvisoryDraft.Event.WireName) -> AdvisoryDraft.Event {
    switch name {
    case .drafted:
      .drafted(
        .init(
          title: text(), summary: text(), details: text(), impact: text(), conditions: text(), references: texts()))
    case .approved: .approved(contentVersion: Int.random(in: .min ... .max, using: &generator))
    }
  }

  private mutating func publication(_ name: Publication.Event.WireName) -> Publication.Event {
    switch name {
    case .released:
      .released(
        Advisory(
          id: text(), title: text(), summary: text(), details: text(),
          publisher: .init(name: text(), namespace: text(), contact: text()),
          published: date(), updated: date(),
          scores: (0..<roll(3)).map { _ in .init(vector: text(), lines: texts(), isProvisional: coin()) },
          vendor: text(), product: text(),
          references: [.init(url: text(), summary: text())], tlp: one()))
    case .delivered: .delivered(delivery: text(), channel: one(), proof: text())
    }
  }

  private mutating func rejection() -> Rejection {
    Rejection(
      disposition: one(), claim: text(), tested: text(), why: text(), evidence: text(), elsewhere: text(),
      appeal: text())
  }

  private mutating func evidence() -> Facts.Evidence { .init(text(), happened: date()) }
  private mutating func impact() -> Set<Impact> { Set((0..<roll(6)).map { _ in one() }) }
  private mutating func texts() -> [String] { (0..<roll(4)).map { _ in text() } }
  private mutating func maybe() -> String? { coin() ? text() : nil }

  private mutating func attachments() -> [Submission.Attachment] {
    (0..<roll(3)).map { _ in .init(id: text(), name: text(), mediaType: text(), size: roll(1 << 40)) }
  }

  /// Any scalars, the awkward ones often.
  private mutating func text() -> String {
    let awkward: [Unicode.Scalar] = [
      "\"", "\\", "\n", "\r", "\0", "\u{7F}", "\u{2028}", "\u{202E}", "\u{301}", "\u{FEFF}",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<roll(12) {
      if coin() {
        text.append(awkward[roll(awkward.count)])
      } else if let scalar = Unicode.Scalar(UInt32(roll(0x11_0000))) {
        text.append(scalar)
      }
    }
    return String(text)
  }

  /// To the millisecond, years 0 to 9999.
  private mutating func date() -> Date {
    Date(
      timeIntervalSince1970: Double(Int.random(in: -62_167_219_200_000...253_402_300_799_999, using: &generator))
        / 1_000)
  }

  private mutating func one<Value: CaseIterable>(_: Value.Type = Value.self) -> Value {
    let values = Array(Value.allCases)
    return values[roll(values.count)]
  }

  private mutating func coin() -> Bool { Bool.random(using: &generator) }
  private mutating func roll(_ sides: Int) -> Int { Int.random(in: 0..<sides, using: &generator) }
}
