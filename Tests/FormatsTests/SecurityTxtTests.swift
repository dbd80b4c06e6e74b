import Foundation
import SecurityTxt
import Testing

@Suite struct `A security_txt` {
  let now = Date(timeIntervalSince1970: 0)

  private var good: SecurityTxt {
    SecurityTxt(
      contacts: ["mailto:security@publisher.example", "https://publisher.example/report"],
      expires: Date(timeIntervalSince1970: 200 * 86_400), encryption: ["https://publisher.example/key.asc"],
      preferredLanguages: ["en", "de-DE"], canonical: ["https://publisher.example/.well-known/security.txt"],
      policy: ["https://publisher.example/policy.html"],
      csaf: ["https://publisher.example/.well-known/csaf/provider-metadata.json"])
  }

  @Test func `is written in the order in which it is read`() {
    #expect(
      good.text == """
        CSAF: https://publisher.example/.well-known/csaf/provider-metadata.json
        Contact: mailto:security@publisher.example
        Contact: https://publisher.example/report
        Encryption: https://publisher.example/key.asc
        Policy: https://publisher.example/policy.html
        Canonical: https://publisher.example/.well-known/security.txt
        Expires: 1970-07-20T00:00:00Z
        Preferred-Languages: en, de-DE

        """)
    #expect(good.findings(at: now).isEmpty)
  }

  @Test func `has no line that somebody smuggles in`() {
    var file = good
    file.contacts = [
      "mailto:a@b.example\nContact: mailto:evil@c.example", "security@publisher.example", "http://x.example",
    ]
    file.preferredLanguages = ["en", "d e"]
    #expect(!file.text.contains("evil") && !file.text.contains("Contact"))
    #expect(file.findings(at: now).map(\.code) == [.badAddress, .badAddress, .badAddress, .noContact, .badLanguage])
  }

  @Test func `warns before it expires`() {
    var file = good
    for (days, code) in [(-1, SecurityTxt.Finding.Code.expired), (29, .expiresSoon), (400, .expiresTooLate)] {
      file.expires = Date(timeIntervalSince1970: Double(days) * 86_400)
      #expect(file.findings(at: now).map(\.code) == [code])
    }
  }
}
