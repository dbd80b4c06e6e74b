import AdvisoryTypes
import HTML

/// The supplier's decision of SSVC: four answers, a fifth that the case knows, and what follows from them.
struct SupplierCard {
  /// Raw values by the names in ``SeverityForm/pointNames``, as chosen.
  var points: [String: String]
  /// What is known of exploits now; nobody answers it here.
  var exploitation: SSVC.Exploitation
  /// Where the facts of the case stand.
  var factsPath: String

  /// The answers, once all four are there.
  var supplier: SSVC.Supplier? {
    guard let automatable = points["automatable"].flatMap(SSVC.Automatable.init),
      let density = points["value-density"].flatMap(SSVC.ValueDensity.init),
      let technical = points["technical-impact"].flatMap(SSVC.TechnicalImpact.init),
      let safety = points["public-safety-impact"].flatMap(SSVC.PublicSafetyImpact.init)
    else { return nil }
    return SSVC.Supplier(
      exploitation: exploitation, automatable: automatable, valueDensity: density, technicalImpact: technical,
      publicSafetyImpact: safety)
  }

  static func points(of supplier: SSVC.Supplier) -> [String: String] {
    [
      "automatable": supplier.automatable.rawValue, "value-density": supplier.valueDensity.rawValue,
      "technical-impact": supplier.technicalImpact.rawValue,
      "public-safety-impact": supplier.publicSafetyImpact.rawValue,
    ]
  }

  var html: HTML {
    """
    \(verdict)
    <div class="metric known"><b>\(SSVC.Exploitation.title)</b> <small>\(SSVC.Exploitation.question)</small>
    <p><b>\(exploitation.title).</b> \(exploitation.sentence) <a href="\(factsPath)">From the facts</a></p></div>
    \(group(SSVC.Automatable.self, "automatable"))\(group(SSVC.ValueDensity.self, "value-density"))\
    \(group(SSVC.TechnicalImpact.self, "technical-impact"))\(group(SSVC.PublicSafetyImpact.self, "public-safety-impact"))
    """
  }

  private var verdict: HTML {
    guard let supplier else {
      return """
        <div class="verdict unknown" id="ssvc-verdict" data-live><h2 id="ssvc-title">\(SSVC.Outcome.title)</h2>\
        <p class="number">–</p><p class="band">Four answers make it.</p></div>
        """
    }
    let outcome = supplier.outcome
    return """
      <div class="verdict \(outcome.tone)" id="ssvc-verdict" data-live><h2 id="ssvc-title">\(SSVC.Outcome.title)</h2>\
      <p class="number">\(outcome.title)</p><p class="band">\(outcome.sentence) \
      <span class="kind">Utility: \(supplier.utility.title)</span></p></div>
      """
  }

  private func group<Answer: SSVC.Point>(_ point: Answer.Type, _ key: String) -> HTML {
    let name = "ssvc-\(key)"
    let buttons = Answer.allCases.map { answer -> HTML in
      """
      <label title="\(answer.sentence)"><input type="radio" name="\(name)" value="\(answer.rawValue)" \
      data-letter="\(answer.title.first?.uppercased())" aria-describedby="\(name)-help"\
      \(points[key] == answer.rawValue ? " checked" : "")><span><b>\(answer.title.prefix(1))</b>\
      \(answer.title.dropFirst())</span></label>
      """
    }
    return """
      <fieldset class="metric" id="\(name)"><legend>\(Answer.title)</legend>
      <small id="\(name)-help">\(Answer.question)</small>
      <div class="segments words">\(buttons)</div></fieldset>

      """
  }
}

extension SSVC.Outcome {
  /// The class of what is coloured by it, as severities are.
  var tone: String {
    switch self {
    case .defer: "none"
    case .scheduled: "low"
    case .outOfCycle: "high"
    case .immediate: "critical"
    }
  }
}
