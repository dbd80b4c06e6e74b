import Casework
import Foundation
import PolicyFile
import Testing

@Suite("The policies in this repository")
struct SamplePolicyTests {
  @Test("Each one is read without an error", arguments: Repository.policies)
  func isRead(path: String) throws {
    let text = try Repository.text(path)
    #expect(PolicyFile.check(text).filter { $0.severity == .error } == [])
    let policy = try PolicyFile.read(text)
    #expect(Set(policy.dispositions.keys) == Set(Disposition.allCases))
    #expect(policy.embargo == Policy.EmbargoTerms(defaultDays: 21, capDays: 42))
    #expect(policy.clocks == ClockTargets())
  }

  @Test("WarehousePG's says what the worked example says")
  func warehousePG() throws {
    let policy = try PolicyFile.read(try Repository.text("policies/warehousepg/policy.yaml"))
    #expect(policy.project.address == "security@warehousepg.org")
    #expect(policy.project.advisoryPrefix == "WHPG")
    #expect(policy.lines.map(\.label) == ["7.5", "7.4", "7.3", "7.2", "6X"])
    #expect(policy.lines.map(\.first) == ["7.5.0", "7.4.0", "7.3.0", "7.2.0", "6.27.0"])
    #expect(policy.channels.lists == ["announce@warehousepg.org"])
    #expect(!policy.switches.actOnUnsafeDefaults)
    #expect(policy.calendar.holidays == ["2026-12-25", "2027-01-01"])
  }

  @Test("WarehousePG's gaps are told as advice: it names no key")
  func advice() throws {
    let findings = PolicyFile.check(try Repository.text("policies/warehousepg/policy.yaml"))
    #expect(findings.map(\.key) == ["project.key", "project.desk"])
  }

  @Test("A line is supported up to the end of its last day")
  func lastDay() throws {
    let line = try #require(try PolicyFile.read(smallest).lines.first)
    let midnight = Date(timeIntervalSince1970: 1_798_761_600)  // 2027-01-01T00:00:00Z
    #expect(line.supportedUntil == midnight)
    #expect(line.isSupported(at: midnight.addingTimeInterval(-1)))
    #expect(!line.isSupported(at: midnight))
  }

  @Test("What a file leaves out has the careful value")
  func defaults() throws {
    let policy = try PolicyFile.read(smallest)
    #expect(policy.clocks.firstResponseBusinessDays == 5)
    #expect(policy.clocks.cveRecordHours == 48)
    #expect(policy.embargo == Policy.EmbargoTerms())
    #expect(policy.switches == Switches())
    #expect(policy.prose == Policy.Prose())
  }
}
