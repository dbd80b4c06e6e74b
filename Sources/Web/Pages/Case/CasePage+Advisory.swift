import AdvisoryTypes
import Casework
import HTML
import Renderings

extension CasePage {
  var plan: HTML {
    let plan = subject.plan
    let state: HTML =
      switch plan.state {
      case .none: "It comes into being when the timeline is set."
      case .draft: "Draft, owned by \(visible(plan.owner.map { names.name(of: $0) } ?? "nobody"))."
      case .approved: "Approved by \(visible(plan.approver.map { names.name(of: $0) } ?? "nobody"))."
      }
    let steps = plan.steps.map { step -> HTML in
      """
      <tr><td>\(visible(step.audience))</td><td>\(visible(step.channel))</td><td class="prose">\(visible(step.text))</td></tr>

      """
    }
    let table: HTML =
      steps.isEmpty
      ? ""
      : """
      <div class="wide"><table><thead><tr><th scope="col">Audience</th><th scope="col">Channel</th>\
      <th scope="col">Text</th></tr></thead>
      <tbody>
      \(steps)</tbody></table></div>
      """
    return "<p>\(state)</p>\n\(table)\(mitigations)"
  }

  private var mitigations: HTML {
    let plan = subject.plan
    if let reason = plan.noMitigation { return "<p>No mitigation is known: \(visible(reason))</p>" }
    guard !plan.mitigations.isEmpty else { return "<p>No mitigation is recorded yet.</p>" }
    return "<ul>\n\(plan.mitigations.map(line))</ul>"
  }

  private func line(_ mitigation: Plan.Mitigation) -> HTML {
    """
    <li><b>\(visible(mitigation.action))</b> for \(visible(mitigation.appliesTo)); \
    \(mitigation.isFull ? "full protection" : "partial protection"), \(mitigation.isVerified ? "verified" : "not verified"). \
    Side effects: \(visible(mitigation.sideEffects)). Verify: \(visible(mitigation.verify)). Undo: \(visible(mitigation.undo)).</li>

    """
  }

  var advisory: HTML {
    let draft = subject.advisory
    let isRevisionDue = subject.hasUnreleasedChanges
    let state: HTML
    if let published = subject.publication.advisory {
      let link: HTML = "<a href=\"/advisories/\(published.id).html\">\(visible(published.id))</a>"
      state =
        isRevisionDue
        ? "Published as \(link). Below is the next revision, \(draft.approval == nil ? "not approved" : "approved")."
        : "Published as \(link)."
    } else if draft.text == nil {
      state = "There is no draft."
    } else if let approval = draft.approval {
      state = "Approved by \(visible(names.name(of: approval.by))), in the words below."
    } else {
      state = "Draft by \(visible(draft.author.map { names.name(of: $0) } ?? "nobody")), not approved."
    }
    // Whoever approves a revision reads it, not what is out already.
    let shown =
      (isRevisionDue ? nil : subject.publication.advisory) ?? subject.advisory(id: "DRAFT", at: now, policy: policy)
    let receipts: HTML =
      deliveries.isEmpty ? "" : "<h3>Deliveries</h3>\n\(OutboxPage.table(deliveries, showsCase: false))"
    return "<p>\(state)</p>\n\(shown.map(preview) ?? partial)\(receipts)"
  }

  /// A draft whose assessment is missing cannot be put together; its words can be read all the same.
  private var partial: HTML {
    subject.advisory.text.map {
      "<div class=\"preview\"><h3>\(visible($0.title))</h3>\(HTML.markdown($0.details, heading: 4))</div>"
    }
      ?? ""
  }

  /// The article exactly as the public tree would hold it.
  private func preview(_ advisory: Advisory) -> HTML {
    let article = AdvisoryPage.article(of: advisory, level: 3)
    let odd = deceptiveCharacters(in: article.description).joined(separator: ", ")
    let warning: HTML =
      odd.isEmpty
      ? ""
      : """
      <p class="trouble">There are characters in it that cannot be seen or turn lines around (\(odd)). Readers would be \
      misled: find and remove them.</p>

      """
    return """
      \(warning)<details class="preview" open><summary>As everybody would read it</summary>
      \(article)
      </details>
      """
  }
}
