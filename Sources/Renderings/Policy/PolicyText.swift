public import Casework
public import Foundation
public import HTML
import SecurityTxt

/// What the public reads of a policy. Everything is made from the policy alone, so that the text and the behaviour of the
/// desk cannot drift apart (S1).
public enum PolicyText {
  /// The project's `SECURITY.md`: complete, in Markdown, ending with a line feed.
  public static func securityMarkdown(_ policy: Policy) -> String {
    PolicyDocument(policy).markdown
  }

  /// The policy page as a fragment for a page's body: one `article` with the page's only `h1`.
  public static func page(_ policy: Policy) -> HTML {
    PolicyDocument(policy).html
  }

  /// The project's `security.txt` (RFC 9116), with the promises as comments.
  ///
  /// - Parameters:
  ///   - expires: less than a year ahead (RFC 9116, section 2.5.5).
  ///   - baseURL: where the desk answers, without a slash at the end; what needs https is left out when it is not https.
  public static func securityTxt(_ policy: Policy, expires: Date, baseURL: String) -> String {
    let base = baseURL.hasSuffix("/") ? String(baseURL.dropLast()) : baseURL
    let file = SecurityTxt(
      contacts: ["mailto:\(policy.project.address)", "\(base)/report"], expires: expires,
      encryption: policy.project.key.map { [$0] } ?? [], preferredLanguages: policy.project.languages,
      canonical: ["\(base)/.well-known/security.txt"], policy: ["\(base)/policy"],
      csaf: ["\(base)/.well-known/csaf/provider-metadata.json"])
    let clocks = policy.clocks
    let comments = [
      "How to report a vulnerability in \(policy.project.product). From the policy, version \(policy.version).",
      "A person acknowledges a report within \(Quantity.businessDays(clocks.acknowledgeBusinessDays)).",
      "A plan and workarounds follow within \(Quantity.businessDays(clocks.firstResponseBusinessDays)).",
    ]
    // A line end in a name must not begin a field.
    return comments.map { "# \($0.split(whereSeparator: \.isNewline).joined(separator: " "))\n" }.joined() + file.text
  }
}
