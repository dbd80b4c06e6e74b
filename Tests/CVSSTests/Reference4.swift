import CVSS
import Foundation

/// The algorithm of the reference implementation of version 4.0, step by step, with its published tables and in exact
/// fractions.
struct Reference4 {
  private struct Tables: Decodable {
    let lookupTable: [String: Double]
    let metricLevels: [String: [String: Double]]
    let maxComposed: Composed
    let maxSeverity: Severity

    struct Composed: Decodable {
      let eq1, eq2, eq4, eq5: [String: [String]]
      let eq3: [String: [String: [String]]]
    }

    struct Severity: Decodable {
      let eq1, eq2, eq4, eq5: [String: Int]
      let eq3eq6: [String: [String: Int]]
    }
  }

  private let tables: Tables
  /// The most severe vectors that the tables name, each metric by its level in tenths.
  private var levels: [String: [String: Int]] = [:]

  init() throws {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    tables = try decoder.decode(Tables.self, from: ConformanceTables.data("v4_tables.json"))
    let composed = tables.maxComposed
    let all = [composed.eq1, composed.eq2, composed.eq4, composed.eq5].flatMap(\.values).flatMap { $0 }
    for vector in all + composed.eq3.values.flatMap(\.values).flatMap({ $0 }) {
      levels[vector] = Dictionary(
        uniqueKeysWithValues: vector.split(separator: "/").map { part in
          let halves = part.split(separator: ":").map(String.init)
          return (halves[0], level(halves[0], halves[1]))
        })
    }
  }

  private func level(_ metric: String, _ code: String) -> Int {
    Int(((tables.metricLevels[metric]?[code] ?? .nan) * 10).rounded())
  }

  /// In tenths, with the macrovector.
  func score(_ code: (String) -> String) -> (tenths: Int, macrovector: String) {
    var values: [String: String] = [:]
    for metric in tables.metricLevels.keys {
      let own = code(metric)
      let modified = CVSS.Metric.named("M" + metric, in: .v4_0) == nil ? "X" : code("M" + metric)
      values[metric] = modified != "X" ? modified : own != "X" ? own : metric == "E" ? "A" : "H"
    }
    let eq = sets(values)
    let macrovector = eq.map(String.init).joined()
    if ["VC", "VI", "VA", "SC", "SI", "SA"].allSatisfy({ values[$0] == "N" }) { return (0, macrovector) }
    guard let value = lookup(eq) else { return (-1, macrovector) }

    let lowers = [
      lookup(eq, adding: [1]), lookup(eq, adding: [2]), lower36(eq), lookup(eq, adding: [4]), lookup(eq, adding: [5]),
    ]
    let distances = distances(values, eq)
    let depths = [
      tables.maxSeverity.eq1["\(eq[0])"], tables.maxSeverity.eq2["\(eq[1])"],
      tables.maxSeverity.eq3eq6["\(eq[2])"]?["\(eq[5])"], tables.maxSeverity.eq4["\(eq[3])"], 1,
    ].map { $0 ?? 0 }

    // The mean of available × distance / depth, over a common denominator.
    let denominator = 840
    var (sum, count) = (0, 0)
    for index in 0..<5 {
      guard let lower = lowers[index] else { continue }
      count += 1
      sum += (value - lower) * distances[index] * (denominator / depths[index])
    }
    guard count > 0 else { return (value, macrovector) }
    let (numerator, whole) = (value * denominator * count - sum, denominator * count)
    return ((2 * numerator + whole) / (2 * whole), macrovector)
  }

  private func sets(_ value: [String: String]) -> [Int] {
    func has(_ metric: String, _ code: String) -> Bool { value[metric] == code }
    let eq1 =
      has("AV", "N") && has("PR", "N") && has("UI", "N")
      ? 0 : (has("AV", "N") || has("PR", "N") || has("UI", "N")) && !has("AV", "P") ? 1 : 2
    let eq3 =
      has("VC", "H") && has("VI", "H") ? 0 : has("VC", "H") || has("VI", "H") || has("VA", "H") ? 1 : 2
    let eq4 =
      has("SI", "S") || has("SA", "S") ? 0 : has("SC", "H") || has("SI", "H") || has("SA", "H") ? 1 : 2
    let eq6 =
      has("CR", "H") && has("VC", "H") || has("IR", "H") && has("VI", "H") || has("AR", "H") && has("VA", "H") ? 0 : 1
    return [eq1, has("AC", "L") && has("AT", "N") ? 0 : 1, eq3, eq4, has("E", "A") ? 0 : has("E", "P") ? 1 : 2, eq6]
  }

  /// In tenths; nil if there is no such macrovector.
  private func lookup(_ eq: [Int], adding sets: [Int] = []) -> Int? {
    var eq = eq
    for set in sets { eq[set - 1] += 1 }
    return tables.lookupTable[eq.map(String.init).joined()].map { Int(($0 * 10).rounded()) }
  }

  private func lower36(_ eq: [Int]) -> Int? {
    switch (eq[2], eq[5]) {
    case (1, 1), (0, 1): lookup(eq, adding: [3])
    case (1, 0): lookup(eq, adding: [6])
    case (0, 0): [lookup(eq, adding: [6]), lookup(eq, adding: [3])].compactMap { $0 }.max()
    default: lookup(eq, adding: [3, 6])
    }
  }

  /// The distances of the five sets from the first most severe vector that no metric exceeds.
  private func distances(_ value: [String: String], _ eq: [Int]) -> [Int] {
    let composed = tables.maxComposed
    let sets = [
      composed.eq1["\(eq[0])"], composed.eq2["\(eq[1])"], composed.eq3["\(eq[2])"]?["\(eq[5])"],
      composed.eq4["\(eq[3])"],
    ]
    // Each set may be looked through alone, since no metric is in two of them.
    return sets.map { vectors in
      for vector in vectors ?? [] {
        let steps = (levels[vector] ?? [:]).map { level($0.key, value[$0.key] ?? "") - $0.value }
        if steps.allSatisfy({ $0 >= 0 }) { return steps.reduce(0, +) }
      }
      return Int.min / 1_000_000_000
    } + [0]
  }
}
