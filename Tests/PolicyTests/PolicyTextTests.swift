import Casework
import Foundation
import HTML
import PolicyFile
import Renderings
import Testing

@Suite("What the public reads of a policy")
struct PolicyTextTests {
  private let expires = Date(timeIntervalSince1970: 1_798_761_600)  // 2027-01-01T00:00:00Z

  private func texts(_ policy: Policy) -> [String] {
    [
      PolicyText.securityMarkdown(policy),
      PolicyText.securityTxt(policy, expires: expires, baseURL: "https://desk.sample.example"),
      PolicyText.page(policy).description,
    ]
  }

  @Test("A new target for the acknowledgement changes SECURITY.md, security.txt and the page")
  func oneSource() throws {
    let text = try Repository.text("policies/warehousepg/policy.yaml")
    let before = texts(try PolicyFile.read(text))
    let after = texts(
      try PolicyFile.read(text.replacing("acknowledge_business_days: 2 ", with: "acknowledge_business_days: 1 ")))
    for (before, after) in zip(before, after) {
      #expect(before.contains("2 business days"))
      #expect(after.contains("1 business day"))
      #expect(!after.contains("2 business days"))
      #expect(after.count == before.count - 1)
    }
  }

  @Test("SECURITY.md of this repository is what its own policy says")
  func ownPolicy() throws {
    let text = PolicyText.securityMarkdown(try PolicyFile.read(try Repository.text("policies/embargo/policy.yaml")))
    if Repository.records {
      try Data(text.utf8).write(to: Repository.root.appending(path: "SECURITY.md"))
    }
    #expect(try Repository.text("SECURITY.md") == text, "EMBARGO_RECORD=1 swift test writes it anew")
  }

  @Test("Clocks, release lines and dates come from the data")
  func data() throws {
    let policy = try PolicyFile.read(try Repository.text("policies/warehousepg/policy.yaml"))
    let markdown = PolicyText.securityMarkdown(policy)
    #expect(markdown.contains("| 6X | 6.27.0 | 2024-11-04 | 2027-12-31 |"))
    #expect(markdown.contains("| 7.5 | 7.5.0 | 2026-05-15 | no end planned |"))
    #expect(markdown.contains("| CVE record, if there is one | 24 hours after the advisory, 72 hours at the latest |"))
    #expect(markdown.contains("an embargo of 21 days"))
    #expect(markdown.contains("no date later than 42 days"))
    #expect(markdown.contains("except 2026-12-25 and 2027-01-01"))
    #expect(markdown.contains("[security@warehousepg.org](mailto:security@warehousepg.org)"))
    let page = PolicyText.page(policy).description
    #expect(page.contains("<tr><th scope=\"row\">6X</th><td>6.27.0</td><td>2024-11-04</td><td>2027-12-31</td></tr>"))
    #expect(page.contains("<a href=\"mailto:security@warehousepg.org\">security@warehousepg.org</a>"))
  }

  @Test("security.txt names every contact, and its promises only as comments")
  func securityTxt() throws {
    let policy = try PolicyFile.read(try Repository.text("policies/warehousepg/policy.yaml"))
    let text = PolicyText.securityTxt(policy, expires: expires, baseURL: "https://desk.sample.example/")
    #expect(
      text == """
        # How to report a vulnerability in WarehousePG. From the policy, version 2026-11-23.1.
        # A person acknowledges a report within 2 business days.
        # A plan and workarounds follow within 5 business days.
        CSAF: https://desk.sample.example/.well-known/csaf/provider-metadata.json
        Contact: mailto:security@warehousepg.org
        Contact: https://desk.sample.example/report
        Policy: https://desk.sample.example/policy
        Canonical: https://desk.sample.example/.well-known/security.txt
        Expires: 2027-01-01T00:00:00Z
        Preferred-Languages: en

        """)
  }

  @Test("A name with markup or a line end in it stays a name")
  func hostileNames() throws {
    var policy = try PolicyFile.read(smallest)
    policy.project.name = "<script>x</script> | *y*\n# z"
    policy.project.product = "x\nContact: mailto:evil@sample.example"
    policy.project.tracker = "javascript:alert(1)"
    let page = PolicyText.page(policy).description
    #expect(!page.contains("<script>"))
    #expect(!page.contains("href=\"javascript"))
    #expect(
      PolicyText.securityMarkdown(policy).hasPrefix("# Security policy of \\<script\\>x\\</script\\> \\| \\*y\\* # z\n")
    )
    let text = PolicyText.securityTxt(policy, expires: expires, baseURL: "http://127.0.0.1:8080")
    #expect(text.split(separator: "\n").count { $0.hasPrefix("Contact:") } == 1)
  }

  @Test("The switches are told in sentences")
  func switches() throws {
    var policy = try PolicyFile.read(smallest)
    let before = PolicyText.securityMarkdown(policy)
    policy.switches.actOnUnsafeDefaults = true
    policy.switches.internalOnly = false
    policy.switches.intakePauseDays = 0
    let after = PolicyText.securityMarkdown(policy)
    #expect(before.contains("is answered with guidance"))
    #expect(after.contains("A default that is not safe is handled as a vulnerability."))
    #expect(after.contains("No case of a vulnerability ends without publication."))
    #expect(after.contains("We never pause the intake of reports."))
  }
}
