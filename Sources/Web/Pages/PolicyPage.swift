import Casework
import HTML
import Renderings

/// The policy, for everybody.
enum PolicyPage {
  static func page(_ policy: Policy) -> Page {
    let name = policy.project.name
    return Page(
      audience: .everybody, title: "Security policy of \(name)", navigation: Page.publicNavigation(name),
      content: PolicyText.page(policy))
  }
}
