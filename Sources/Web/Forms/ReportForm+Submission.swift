import Casework
import Hummingbird

extension ReportForm {
  /// Something that keeps the form from being taken, at a field, with the way forward.
  struct Trouble: Equatable {
    var field: String
    var sentence: String
    var isAboutLength = false
  }

  /// Everything that is in the way, not only the first thing.
  var troubles: [Trouble] {
    var found: [Trouble] = []
    if text.isEmpty {
      found.append(
        Trouble(field: "text", sentence: "Please write what you have found. One sentence is enough to begin with."))
    }
    for field in Self.lines where self[keyPath: field.path].utf8.count > Self.longestLine {
      found.append(
        Trouble(
          field: field.name,
          sentence:
            "\(field.label) is longer than \(Self.longestLine) bytes. Please shorten it, or write it into the report.",
          isAboutLength: true))
    }
    let total = Self.texts.reduce(0) { $0 + self[keyPath: $1.path].utf8.count }
    if total > Self.mostText, let longest = Self.texts.max(by: { length($0) < length($1) }) {
      found.append(
        Trouble(
          field: longest.name,
          sentence: "There are \(total) bytes of text; at most \(Self.mostText) fit here. "
            + "Attach the long part as a file, which may have up to \(SubmittedForm.mostBytes >> 20) MB.",
          isAboutLength: true))
    }
    if !contact.isEmpty, !Self.isAddress(contact) {
      found.append(
        Trouble(
          field: "contact", sentence: "This is no mail address. It looks like name@example.org; or leave it empty."))
    }
    if !isPublic, !publicWhere.isEmpty {
      found.append(
        Trouble(
          field: "public-where",
          sentence: "You wrote where it is public. Tick the box if it is public, or empty the field if it is not."))
    }
    if !isExploited, !exploitedHow.isEmpty {
      found.append(
        Trouble(
          field: "exploited-how",
          sentence: "You wrote about attacks. Tick the box if you know of attacks, or empty the field if you do not."))
    }
    if credit == .named, creditName.isEmpty, name.isEmpty {
      found.append(Trouble(field: "credit-name", sentence: "Under which name shall we credit you?"))
    }
    return found
  }

  private func length(_ field: Field) -> Int { self[keyPath: field.path].utf8.count }

  /// One at sign with something on both sides, and nothing that a header or a shell could misread.
  static func isAddress(_ text: String) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    guard halves.count == 2, !halves[0].isEmpty, halves[1].contains("."), text.utf8.count <= 254 else { return false }
    return text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"<>()[],;:\\\"".unicodeScalars.contains($0)
    }
  }

  /// The form without what is too long to be shown back: the browser's own history still has it.
  var shownBack: ReportForm {
    var form = self
    for field in Self.texts where length(field) > Self.mostText { form[keyPath: field.path] = "" }
    return form
  }

  func submission(policyVersion: String) -> Submission {
    func said(_ text: String) -> String? { text.isEmpty ? nil : text }
    let wish: CreditWish? =
      switch credit {
      case .later: nil
      case .named: CreditWish(wanted: true, name: creditName.isEmpty ? name : creditName)
      case .unnamed: CreditWish(wanted: false, name: "")
      }
    return Submission(
      channel: .web, title: title.isEmpty ? "(no subject)" : title, text: text, name: said(name),
      affiliation: said(affiliation), contact: said(contact), steps: said(steps), effects: said(effects),
      configuration: said(configuration), attackSurface: said(attackSurface), otherProjects: said(otherProjects),
      alreadyPublic: isPublic ? said(publicWhere) ?? "The reporter says so, and not where." : nil,
      exploited: isExploited ? said(exploitedHow) ?? "The reporter says so, and not how it is known." : nil,
      claimedImpact: impact.isEmpty ? nil : impact, vector: said(vector), credit: wish, policyVersion: policyVersion)
  }
}
