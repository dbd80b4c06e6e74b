public import Foundation

/// The fix: one row for each release line (S46), the target release, and what has been released.
public struct Remediation: Hashable, Sendable {
  /// Release line's label to its status.
  public var lines: [String: LineStatus] = [:]
  public var timeline: Timeline?
  public var releases: [Release] = []

  public init() {}

  public enum Command: Hashable, Sendable {
    case setLine(String, LineStatus)
    case setTimeline(Timeline)
    case registerRelease(Release)
  }

  public enum Event: Hashable, Sendable {
    /// The matrix was opened with a row for each supported line.
    case opened(lines: [String])
    case lineSet(String, LineStatus)
    case timelineSet(Timeline)
    case releaseRegistered(Release)
  }

  /// The release that carries the fix (S41).
  public struct Timeline: Hashable, Sendable {
    public var release: String
    public var kind: Kind
    public var date: Date

    public init(release: String, kind: Kind, date: Date) {
      self.release = release
      self.kind = kind
      self.date = date
    }

    public enum Kind: String, CaseIterable, Sendable { case patch, minor, major }
  }

  /// A release that people can fetch.
  public struct Release: Hashable, Sendable {
    public var version: String
    public var line: String
    public var url: String

    public init(version: String, line: String, url: String) {
      self.version = version
      self.line = line
      self.url = url
    }
  }

  mutating func evolve(_ event: Event, _ entry: Entry) {
    switch event {
    case .opened(let labels):
      for label in labels where lines[label] == nil { lines[label] = .underInvestigation(followUp: nil) }
    case .lineSet(let label, let status): lines[label] = status
    case .timelineSet(let timeline): self.timeline = timeline
    case .releaseRegistered(let release): releases.append(release)
    }
  }

  /// Every affected line has its fix, its reason, or its mitigation, and at least one is fixed.
  public var fixIsReady: Bool {
    lines.values.contains { $0.isFixed } && lines.values.allSatisfy(\.isFinal)
  }

  public var isFinal: Bool { !lines.isEmpty && lines.values.allSatisfy(\.isFinal) }
}
