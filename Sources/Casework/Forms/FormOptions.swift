import AdvisoryTypes

/// The closed vocabularies with a label each, for forms.
extension [CommandForm.Option] {
  static func of<Word: RawRepresentable<String>>(_ words: some Sequence<Word>, _ label: (Word) -> String) -> Self {
    words.map { CommandForm.Option(value: $0.rawValue, label: label($0)) }
  }

  /// For questions whose answer must be given: a box that nobody ticked is no answer.
  static let yesOrNo: Self = [.init(value: "yes", label: "Yes"), .init(value: "no", label: "No")]

  static let audiences = of(Conversation.Audience.allCases) {
    switch $0 {
    case .team: "The team alone"
    case .reporter: "The reporter and the team"
    }
  }

  static let outcomes = of(Reproduction.Outcome.allCases) {
    switch $0 {
    case .reproduced: "It happens here as described"
    case .notReproduced: "It does not happen here"
    case .notAttempted: "It was not attempted"
    }
  }

  static let facts = of(Facts.Fact.allCases) {
    switch $0 {
    case .deployed: "The fix is deployed"
    case .public: "The vulnerability is public"
    case .exploit: "An exploit is public"
    case .attacks: "Attacks have been observed"
    }
  }

  static let delays = of(Embargo.DelayReason.allCases) {
    switch $0 {
    case .bugNotUnderstood: "The bug is not fully understood"
    case .fixNotUnderstood: "The fix is not fully understood"
    case .notTested: "The solution is not well tested"
    case .otherVendors: "Other vendors are coordinated with"
    case .legal: "A law or an authority asks for it"
    }
  }

  static let impacts = of(Impact.allCases) {
    switch $0 {
    case .confidentiality: "Loss of confidentiality"
    case .integrity: "Loss of integrity"
    case .availability: "Loss of availability"
    case .privilege: "Gain of privilege"
    case .other: "Something else"
    }
  }

  static let exploitations = of(Finding.Exploitation.allCases) {
    switch $0 {
    case .none: "None known"
    case .publicProofOfConcept: "A proof of concept is public"
    case .active: "It is being exploited"
    }
  }

  /// The answers of a point of SSVC, with what they mean.
  static func answers<Point: SSVC.Point>(_: Point.Type) -> Self {
    of(Point.allCases) { "\($0.title): \($0.sentence)" }
  }

  static let priorities = of(Priority.allCases) {
    switch $0 {
    case .p0: "P0: drop everything else"
    case .p1: "P1: confidentiality, integrity or privilege; SSVC out-of-cycle or immediate"
    case .p2: "P2: availability; SSVC scheduled"
    case .p3: "P3: everything else"
    }
  }

  static let releaseKinds = of(Remediation.Timeline.Kind.allCases) {
    switch $0 {
    case .patch: "The next patch release"
    case .minor: "The next minor release"
    case .major: "The next major release"
    }
  }

  static let justifications = of(LineStatus.Justification.allCases) {
    switch $0 {
    case .componentNotPresent: "The component is not part of it"
    case .codeNotPresent: "The vulnerable code is not part of it"
    case .notInExecutePath: "The vulnerable code is never executed"
    case .notControllable: "An attacker cannot reach the vulnerable code"
    case .mitigationsExist: "Protection against it is built in"
    }
  }

  static func dispositions(_ dispositions: some Sequence<Disposition>) -> Self {
    of(dispositions) {
      switch $0 {
      case .fixedPublished: "Fixed and published"
      case .mitigatedPublished: "Mitigated and published"
      case .wontFixPublished: "Published without a fix"
      case .internalOnly: "Kept internal"
      case .notAVulnerability: "Not a vulnerability"
      case .notAffected: "Not affected"
      case .notReproducible: "Not reproducible"
      case .unsafeDefault: "An unsafe default"
      case .outOfScope: "Out of scope"
      case .unsupportedVersion: "An unsupported version"
      case .upstreamHandedOver: "Handed over to the upstream project"
      case .duplicateOf: "A duplicate"
      case .notSecurityBug: "A bug, but not of security"
      case .insufficientInformation: "Not enough information"
      case .unverifiedGenerated: "Generated and not verified"
      case .spamAbuse: "Spam or abuse"
      case .withdrawn: "Withdrawn by the reporter"
      }
    }
  }
}
