internal import FoundationEssentials
public import JSON

extension Advisory {
  /// The advisory in the form in which it is stored; ``init(json:)`` gives back an equal one.
  public var json: JSON {
    var object: JSON.Object = [
      "id": .string(id), "title": .string(title), "summary": .string(summary), "details": .string(details),
      "impact": .string(impact), "conditions": .string(conditions),
      "publisher": [
        "name": .string(publisher.name), "namespace": .string(publisher.namespace),
        "contact": .string(publisher.contact),
      ],
      "published": .string(Timestamp.text(published)), "updated": .string(Timestamp.text(updated)),
      "revisions": .array(
        revisions.map {
          ["number": .integer($0.number), "date": .string(Timestamp.text($0.date)), "note": .string($0.note)]
        }),
      "scores": .array(scores.map(\.json)),
      "vendor": .string(vendor), "product": .string(product),
      "lines": .array(lines.map(\.json)),
      "mitigations": .array(mitigations.map(\.json)),
      "noMitigationKnown": .bool(noMitigationKnown),
      "credits": .array(credits.map { ["name": .string($0.name), "role": .string($0.role.rawValue)] }),
      "references": .array(references.map { ["url": .string($0.url), "summary": .string($0.summary)] }),
      "timeline": .array(timeline.map { ["date": .string(Timestamp.text($0.date)), "text": .string($0.text)] }),
      "exploited": .string(exploited.rawValue), "tlp": .string(tlp.rawValue),
    ]
    object["cve"] = cve.map { .string($0.description) }
    object["cwe"] = cwe.map { .string($0.description) }
    object["purl"] = purl.map(JSON.string)
    object["repository"] = repository.map(JSON.string)
    return .object(object)
  }

  /// Reads what ``json`` wrote.
  ///
  /// - Throws: a fault of code `wrongShape` whose reason names the member.
  public init(json: JSON) throws(JSON.Fault) {
    let top = Shape(json, at: "advisory")
    let publisher = try top.member("publisher")
    self.init(
      id: try top.text("id"), cve: try top.optional("cve", CVEID.init), title: try top.text("title"),
      summary: try top.text("summary"), details: try top.text("details"), impact: try top.text("impact"),
      conditions: try top.text("conditions"),
      publisher: Publisher(
        name: try publisher.text("name"), namespace: try publisher.text("namespace"),
        contact: try publisher.text("contact")),
      published: try top.date("published"), updated: try top.date("updated"),
      revisions: try top.list("revisions") { entry throws(JSON.Fault) in
        Revision(number: try entry.integer("number"), date: try entry.date("date"), note: try entry.text("note"))
      },
      scores: try Score.list(of: top),
      cwe: try top.optional("cwe", CWEID.init), vendor: try top.text("vendor"), product: try top.text("product"),
      purl: try top.optional("purl") { $0 }, repository: try top.optional("repository") { $0 },
      lines: try top.list("lines") { entry throws(JSON.Fault) in try Line(entry) },
      mitigations: try top.list("mitigations") { entry throws(JSON.Fault) in try Mitigation(entry) },
      noMitigationKnown: try top.bool("noMitigationKnown"),
      credits: try top.list("credits") { entry throws(JSON.Fault) in
        Credit(name: try entry.text("name"), role: try entry.value("role", Credit.Role.init(rawValue:)))
      },
      references: try top.list("references") { entry throws(JSON.Fault) in
        Reference(url: try entry.text("url"), summary: try entry.text("summary"))
      },
      timeline: try top.list("timeline") { entry throws(JSON.Fault) in
        Moment(date: try entry.date("date"), text: try entry.text("text"))
      },
      exploited: try top.value("exploited", Exploitation.init(rawValue:)),
      tlp: try top.value("tlp", TLP.init(rawValue:)))
  }
}

extension Advisory.Mitigation {
  var json: JSON {
    [
      "action": .string(action), "appliesTo": .string(appliesTo), "effect": .string(effect.rawValue),
      "sideEffects": .string(sideEffects), "verify": .string(verify), "undo": .string(undo),
    ]
  }

  init(_ entry: Shape) throws(JSON.Fault) {
    self.init(
      action: try entry.text("action"), appliesTo: try entry.text("appliesTo"),
      effect: try entry.value("effect", Effect.init(rawValue:)), sideEffects: try entry.text("sideEffects"),
      verify: try entry.text("verify"), undo: try entry.text("undo"))
  }
}

extension Advisory.Line {
  var json: JSON {
    ["label": .string(label), "supported": .bool(supported), "status": status.json]
  }

  init(_ entry: Shape) throws(JSON.Fault) {
    self.init(
      label: try entry.text("label"), status: try Status(try entry.member("status")),
      supported: try entry.bool("supported"))
  }
}

extension Advisory.Line.Status {
  var json: JSON {
    switch self {
    case .affected(let from, let solution): ["is": "affected", "from": .string(from), "solution": solution.json]
    case .notAffected(let justification, let detail):
      ["is": "not affected", "justification": .string(justification.rawValue), "detail": .string(detail)]
    case .underInvestigation(let note): ["is": "under investigation", "note": .string(note)]
    }
  }

  init(_ entry: Shape) throws(JSON.Fault) {
    switch try entry.text("is") {
    case "affected":
      self = .affected(
        from: try entry.text("from"), solution: try Advisory.Line.Solution(try entry.member("solution")))
    case "not affected":
      self = .notAffected(
        justification: try entry.value("justification", Advisory.Line.Justification.init(rawValue:)),
        detail: try entry.text("detail"))
    case "under investigation": self = .underInvestigation(note: try entry.text("note"))
    default: throw entry.fault("is no status")
    }
  }
}

extension Advisory.Line.Solution {
  var json: JSON {
    switch self {
    case .fixed(let version, let url):
      ["is": "fixed", "version": .string(version), "url": url.map(JSON.string) ?? .null]
    case .willNotFix(let reason): ["is": "will not fix", "reason": .string(reason)]
    case .mitigationOnly(let reason): ["is": "mitigation only", "reason": .string(reason)]
    case .pending(let note): ["is": "pending", "note": .string(note)]
    }
  }

  init(_ entry: Shape) throws(JSON.Fault) {
    switch try entry.text("is") {
    case "fixed": self = .fixed(version: try entry.text("version"), url: try entry.optional("url") { $0 })
    case "will not fix": self = .willNotFix(reason: try entry.text("reason"))
    case "mitigation only": self = .mitigationOnly(reason: try entry.text("reason"))
    case "pending": self = .pending(note: try entry.text("note"))
    default: throw entry.fault("is no solution")
    }
  }
}
