import Yams

/// A mapping of the file while it is being read: each key is asked for once, and what nobody asked for is unknown.
///
/// Every question answers with a value that can be gone on with, so that one reading finds all there is to find.
final class Section {
  let path: String
  let line: Int
  let findings: Findings
  private var members: [String: Member] = [:]
  private(set) var asked: [String] = []

  struct Member {
    let node: Node
    let line: Int
  }

  init(_ mapping: Node.Mapping, path: String, line: Int, findings: Findings) {
    self.path = path
    self.line = line
    self.findings = findings
    var repeated: [(name: String, line: Int)] = []
    for (key, value) in mapping {
      let line = key.mark?.line ?? line
      guard let name = key.scalar?.string else {
        findings.error(path, line, "has a key that is no word")
        continue
      }
      if name.first == Document.repeated {
        repeated.append((name.filter { $0 != "\"" && $0 != "'" && $0 != Document.repeated }, line))
      } else {
        members[name] = Member(node: value, line: line)
      }
    }
    for (name, line) in repeated {
      findings.error(
        self.key(Spelling.shown(name)), members[name]?.line ?? line,
        "stands in this section more than once, first on line \(line)")
    }
  }

  /// Reads with `body`, then reports the keys that it did not ask for.
  func visit(_ body: (Section) -> Void) {
    body(self)
    let unknown = members.filter { !asked.contains($0.key) }.sorted {
      ($0.value.line, $0.key) < ($1.value.line, $1.key)
    }
    for (name, member) in unknown where !findings.isFull {
      let hint = Spelling.nearest(to: name, among: asked).map { "; did you mean “\($0)”?" } ?? ""
      findings.error(key(Spelling.shown(name)), member.line, "is not a key of a policy\(hint)")
    }
  }

  /// The value of a key, if it is there.
  func member(_ name: String) -> Member? {
    if !asked.contains(name) { asked.append(name) }
    return members[name]
  }

  /// Where findings about this key point to: its own line, or its section's when it is missing.
  func line(of name: String) -> Int { members[name]?.line ?? line }

  func key(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  func error(_ name: String, _ reason: String) { findings.error(key(name), line(of: name), reason) }

  func advise(_ name: String, _ reason: String) { findings.advice(key(name), line(of: name), reason) }

  // MARK: Parts

  /// A section inside; its keys are checked even when the section is not there, so that required ones are missed.
  func section(_ name: String, _ body: (Section) -> Void) {
    guard let member = member(name) else {
      Section(.init([]), path: key(name), line: line, findings: findings).visit(body)
      return
    }
    guard let mapping = member.node.mapping else {
      return error(name, "must be a section with keys of its own")
    }
    Section(mapping, path: key(name), line: member.line, findings: findings).visit(body)
  }

  /// Each item of a list of sections. Gives the number of items, or nil when there is no such list.
  func sections(_ name: String, _ body: (Section) -> Void) -> Int? {
    guard member(name)?.node.sequence != nil else {
      _ = items(name)
      return nil
    }
    let items = items(name)
    for (index, item) in items.enumerated() {
      let path = "\(key(name))[\(index + 1)]"
      let line = item.mark?.line ?? line(of: name)
      guard let mapping = item.mapping else {
        findings.error(path, line, "must be a section with keys of its own")
        continue
      }
      Section(mapping, path: path, line: line, findings: findings).visit(body)
    }
    return items.count
  }

  /// The items of a list; a policy has no list longer than 500.
  func items(_ name: String) -> [Node] {
    guard let member = member(name) else { return [] }
    guard let sequence = member.node.sequence else {
      error(name, "must be a list: items that begin with “- ”, or [one, two]")
      return []
    }
    guard sequence.count <= 500 else {
      error(name, "has more than 500 items")
      return []
    }
    return Array(sequence)
  }
}
