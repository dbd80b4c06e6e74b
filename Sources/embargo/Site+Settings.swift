import AdvisoryTypes
import CVE
import Casework
import Foundation
import Renderings

extension Site {
  /// Where and in whose name this desk publishes.
  init(settings: Settings, policy: Policy, now: Date) {
    let project = policy.project
    self.init(
      // What is published names https addresses only; a desk on localhost borrows the project's.
      baseURL: settings.site ?? (settings.url.hasPrefix("https://") ? settings.url : project.namespace),
      projectName: project.name,
      publisher: .init(name: project.vendor, namespace: project.namespace, contact: project.address),
      contacts: ["mailto:\(project.address)", "\(settings.url)/report"].filter { !$0.hasPrefix("http://") },
      expires: Self.expiry(after: now),
      assigner: project.cnaOrganization.flatMap { organization in
        project.cnaShortName.flatMap { CVE.Assigner(organization: organization, shortName: $0) }
      })
  }

  /// Eleven months ahead, moving once a month, so that a tree does not change without reason.
  private static func expiry(after now: Date) -> Date {
    let month = 30.0 * 86_400
    return Date(timeIntervalSince1970: (now.timeIntervalSince1970 / month).rounded(.down) * month + 11 * month)
  }
}
