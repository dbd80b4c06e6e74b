import Casework
import Foundation
import HTML

/// What was said. The shared thread and the team's own look different and say who reads them (S11).
struct Thread {
  var letters: [Conversation.Letter]
  /// Names of members, for the team alone.
  var names: [PartyID: String]
  var readerIsTeam: Bool
  /// Where files can be fetched; nil shows their names only.
  var files: String?

  var html: HTML {
    guard !letters.isEmpty else { return "<p>Nothing has been said yet.</p>" }
    return "<ol class=\"thread\">\n\(letters.map(letter))</ol>"
  }

  private func letter(_ letter: Conversation.Letter) -> HTML {
    let kind = letter.audience == .team ? "team-only" : letter.by == .reporter ? "shared theirs" : "shared ours"
    return """
      <li class="letter \(kind)">
      <p class="letterhead"><b>\(reader(letter))</b>\(author(letter.by)) · \(moment(letter.at))</p>
      <div class="prose">\(visible(letter.text))</div>
      \(attachments(letter.attachments))</li>

      """
  }

  private func reader(_ letter: Conversation.Letter) -> String {
    switch (letter.audience, letter.by == .reporter, readerIsTeam) {
    case (.team, _, _): "Team only"
    case (_, true, true): "From the reporter"
    case (_, false, true): "To the reporter"
    case (_, true, false): "You"
    case (_, false, false): "The team"
    }
  }

  private func author(_ party: PartyID) -> HTML? {
    guard readerIsTeam, party != .reporter else { return nil }
    return " by \(visible(names.name(of: party)))"
  }

  func attachments(_ files: [Submission.Attachment]) -> HTML {
    guard !files.isEmpty else { return "" }
    let items = files.map { file -> HTML in
      let name: HTML = self.files.map { "<a href=\"\($0)/\(file.id)\">\(visible(file.name))</a>" } ?? visible(file.name)
      return "<li>\(name) <small>\(size(file.size))</small></li>\n"
    }
    let warning: HTML =
      self.files == nil
      ? "" : "<small>A file may be a live exploit. It is handed over as it came, never opened here.</small>"
    return "<div class=\"files\"><ul>\n\(items)</ul>\(warning)</div>\n"
  }
}

extension [PartyID: String] {
  /// The name of whoever did something, as the team calls them.
  func name(of party: PartyID) -> String {
    switch party {
    case .reporter: "the reporter"
    case .desk: "the desk"
    default: self[party] ?? "a former member"
    }
  }
}
