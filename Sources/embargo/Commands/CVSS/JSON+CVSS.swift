import CVSS
import JSON

extension JSON {
  /// The keys are promised in the help of `embargo cvss`.
  init(_ explanation: CVSS.Explanation) {
    let vector = explanation.vector
    var object: JSON.Object = [
      "vector": .string(vector.vector), "version": .string(vector.version.rawValue),
      "score": .score(explanation.score), "severity": .string(explanation.severity.rawValue),
    ]
    switch vector {
    case .version2(let vector):
      object["base"] = .score(vector.baseScore)
      object["temporal"] = .score(vector.temporalScore)
      object["environmental"] = .score(vector.environmentalScore)
    case .version3(let vector):
      object["base"] = .score(vector.baseScore)
      object["temporal"] = .score(vector.temporalScore)
      object["environmental"] = .score(vector.environmentalScore)
    case .version4(let vector):
      object["nomenclature"] = .string(vector.nomenclature.rawValue)
      object["macrovector"] = .string(vector.macrovector.description)
    }
    object["metrics"] = .array(explanation.sections.flatMap(\.lines).map(JSON.init))
    object["changes"] = .array(vector.changes().map(JSON.init))
    self = .object(object)
  }

  init(_ fault: CVSS.Fault, in text: String) {
    self = [
      "vector": .string(text), "invalid": true, "code": .string(fault.code.rawValue), "reason": .string(fault.reason),
      "metric": fault.metric.map(JSON.string) ?? .null, "offset": .integer(fault.offset),
      "suggestion": fault.suggestion.map(JSON.string) ?? .null,
    ]
  }

  private init(_ line: CVSS.Explanation.Line) {
    self = [
      "name": .string(line.metric.name), "title": .string(line.metric.title), "value": .string(line.code),
      "valueTitle": .string(line.value), "meaning": .string(line.sentence),
    ]
  }

  private init(_ change: CVSS.Change) {
    self = [
      "metric": .string(change.metric.name), "from": .string(change.from), "to": .string(change.to),
      "vector": .string(change.vector.vector), "score": .score(change.score),
      "severity": .string(change.severity.rawValue),
    ]
  }

  private static func score(_ score: CVSS.Score?) -> JSON { score.map { .number($0.description) } ?? .null }
}
