/// Where findings come together while a file is read.
final class Findings {
  private var all: [PolicyFile.Finding] = []
  /// A hostile file must not buy an endless report.
  private static let most = 200

  var isFull: Bool { all.count >= Self.most }

  func error(_ key: String, _ line: Int, _ reason: String) { add(.error, key, line, reason) }

  func advice(_ key: String, _ line: Int, _ reason: String) { add(.advice, key, line, reason) }

  private func add(_ severity: PolicyFile.Finding.Severity, _ key: String, _ line: Int, _ reason: String) {
    guard !isFull else { return }
    all.append(PolicyFile.Finding(severity: severity, line: max(1, line), key: key, reason: reason))
  }

  /// By line; at one line in the order in which they were found.
  var sorted: [PolicyFile.Finding] {
    all.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }
}
