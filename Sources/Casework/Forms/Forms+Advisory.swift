/// The forms of the advisory and of its release.
extension FormRecipe {
  static func draftAdvisory(_ subject: Case) -> FormRecipe {
    let draft = subject.advisory.text
    let title = CommandForm.Field.line(
      "title", "Title", "At most 256 bytes, such as: Overflow in the planner.", suggest: draft?.title)
    let summary = CommandForm.Field.text(
      "summary", "Summary", "One or two sentences, at most 1024 bytes.", rows: 3, suggest: draft?.summary)
    let details = CommandForm.Field.text("details", "Description", "Markdown.", rows: 16, suggest: draft?.details)
    let impact = CommandForm.Field.text("impact", "Impact", "What an attacker gains.", rows: 3, suggest: draft?.impact)
    let conditions = CommandForm.Field.text(
      "conditions", "Conditions",
      "What must be true of an installation for it to be affected; empty if nothing special.",
      rows: 3, required: false, suggest: draft?.conditions)
    let references = CommandForm.Field.list(
      "references", "References", "One https address per line.", required: false,
      suggest: draft?.references.joined(separator: "\n"))
    return FormRecipe(
      .draftAdvisory, "Write the advisory",
      "Replaces the words and voids an approval. The team reads it; on publication everybody does.",
      [title, summary, details, impact, conditions, references]
    ) { values throws(Refusal) in
      .advisory(
        .draft(
          .init(
            title: try values.text(title), summary: try values.text(summary), details: try values.text(details),
            impact: try values.text(impact), conditions: try values.optionalText(conditions) ?? "",
            references: try values.optionalList(references))))
    }
  }

  static func approveAdvisory(_ subject: Case) -> FormRecipe {
    let version = CommandForm.Field.hidden(
      "content-version", "Version of the content that you have read",
      "A number such as 42; the case shows it beside the draft.", required: true,
      suggest: String(subject.advisory.contentVersion))
    return FormRecipe(
      .approveAdvisory, "Approve the advisory",
      "Agrees to publish the advisory as it reads now; a change voids that. Only the team reads it.",
      [version]
    ) { values throws(Refusal) in
      .advisory(.approve(contentVersion: try values.value(version, like: "42") { Int($0) }))
    }
  }

  static func release(_ subject: Case) -> FormRecipe {
    let confirm = CommandForm.Field.line(
      "confirm", "Handle of this case",
      "What is published cannot be taken back. Type \(subject.id.text) to say that you know.")
    let isRevision = subject.publication.advisory != nil
    let note = CommandForm.Field.line(
      "note", "What changed",
      "In a sentence for readers, such as: The fixed versions are named. Needed for a revision.",
      required: isRevision)
    // The desk draws the id and puts it in; no form shows it.
    let id = CommandForm.Field.hidden("advisory-id", "Id of the advisory", required: true, suggest: nil)
    return FormRecipe(
      .release, isRevision ? "Publish the revision" : "Publish the advisory",
      isRevision
        ? "Replaces the published advisory on all channels by its next revision. Everybody reads it, for ever."
        : "Publishes the advisory on all channels and ends the embargo. Everybody reads it, for ever.", [confirm, note]
    ) { values throws(Refusal) in
      guard CaseID(try values.text(confirm)) == subject.id else {
        throw Refusal("“\(confirm.label)” is not the handle of this case. \(confirm.help)", rule: "G24")
      }
      return .publication(.release(id: try values.text(id), note: try values.optionalText(note) ?? ""))
    }
  }
}
