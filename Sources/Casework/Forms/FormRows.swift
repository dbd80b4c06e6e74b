import Foundation

/// Lists whose entries have parts: one entry per line, the parts with `|` between them. That works in a plain text
/// area, as a repeated option and in a file.
extension FormReader {
  /// Steps as `what | owner | 2026-12-01 14:00`. The last two bars count, so that a step may have one in its words.
  func investigation(_ field: CommandForm.Field) throws(Refusal) -> [FirstResponse.Step] {
    var steps: [FirstResponse.Step] = []
    for entry in try list(field) {
      let parts = Self.parts(entry)
      guard parts.count >= 3 else { throw badRow(entry, field) }
      let what = parts.dropLast(2).joined(separator: " | ")
      let owner = parts[parts.count - 2]
      guard !what.isEmpty, !owner.isEmpty else { throw badRow(entry, field) }
      let due = try FormDate.read(parts[parts.count - 1], label: field.label)
      steps.append(FirstResponse.Step(what: what, owner: owner, due: due))
    }
    return steps
  }

  /// Steps as `audience | channel | text`. The first two bars count.
  func announcements(_ field: CommandForm.Field) throws(Refusal) -> [Plan.Step] {
    var steps: [Plan.Step] = []
    for entry in try list(field) {
      let parts = Self.parts(entry)
      guard parts.count >= 3 else { throw badRow(entry, field) }
      let text = parts.dropFirst(2).joined(separator: " | ")
      guard !parts[0].isEmpty, !parts[1].isEmpty, !text.isEmpty else { throw badRow(entry, field) }
      steps.append(Plan.Step(audience: parts[0], channel: parts[1], text: text))
    }
    return steps
  }

  private static func parts(_ entry: String) -> [String] {
    entry.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func badRow(_ entry: String, _ field: CommandForm.Field) -> Refusal {
    Refusal(
      "“\(field.label)” has an entry without its three parts: “\(entry.excerpt(80))”. \(field.help)", rule: "form")
  }
}
