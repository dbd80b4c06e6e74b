import Casework
import Desk
import Foundation
import Hummingbird
import Testing

@testable import Web

/// What people do, from page to page.
struct JourneyTests {
  /// The handle and the secret as the page shows them.
  private func keys(in page: String) -> (handle: String, secret: String) {
    func code(_ id: String) -> String {
      guard let start = page.firstRange(of: "<code id=\"\(id)\">")?.upperBound else { return "" }
      return String(page[start...].prefix { $0 != "<" })
    }
    return (code("handle"), code("secret"))
  }

  @Test("Somebody without a name reports one sentence, and comes back with handle and secret alone")
  func anonymousReport() async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      let form = try await visitor.get("/report")
      #expect(form.text.contains("enctype=\"multipart/form-data\"") && !form.text.contains("<script"))
      let answer = try await visitor.post("/report", [("text", "The planner crashes.")])
      #expect(answer.status == 200)
      #expect(answer.headers[.cacheControl] == "no-store")
      let (handle, secret) = keys(in: answer.text)
      #expect(visitor.cookies.isEmpty, "reporting leaves no trace in the browser")

      var later = Visitor(house.website)
      let door = try await later.post(
        "/room", [("handle", handle.lowercased()), ("secret", " \(secret.uppercased()) ")])
      #expect(door.location == "/room/\(handle)")
      let room = try await later.get("/room/\(handle)")
      #expect(room.status == 200)
      #expect(room.text.contains("The planner crashes.") && room.text.contains("Received. A person will answer you."))
      #expect(room.text.contains("<title>\(handle)</title>"))
      #expect(room.text.contains("Embargo until"))
    }
  }

  @Test("A report with everything reaches the desk as it was written, files byte for byte")
  func wholeReport() async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      let proof = Array("select '\u{0}';\r\n--".utf8) + [0xFF, 0x00]
      let answer = try await visitor.post(
        "/report",
        [
          ("title", "Overflow"), ("text", "one\r\ntwo"), ("name", "Robin"), ("affiliation", "Nest"),
          ("contact", "robin@example.org"), ("steps", "s"), ("effects", "e"), ("configuration", "c"),
          ("attack-surface", "a"), ("other-projects", "o"), ("impact", "integrity"), ("impact", "confidentiality"),
          ("public", "yes"), ("public-where", "https://blog.example"), ("credit", "named"), ("credit-name", ""),
        ], files: [("../poc.html", proof), ("", [])])
      let id = try #require(CaseID(keys(in: answer.text).handle))
      let subject = try #require(try await house.desk.load(id))
      let sent = try #require(subject.report.submission)
      #expect(sent.title == "Overflow" && sent.text == "one\ntwo" && sent.steps == "s" && sent.otherProjects == "o")
      #expect(sent.claimedImpact == [.integrity, .confidentiality])
      #expect(sent.credit == CreditWish(wanted: true, name: "Robin"))
      #expect(subject.facts.state.publicAware && subject.embargo.state == .none)
      let file = try #require(sent.attachments.first)
      #expect(sent.attachments.count == 1 && file.name == "../poc.html")

      var member = try await house.member("Ada", [.triager])
      let page = try await member.get("/desk/cases/\(id.text)")
      #expect(page.text.contains("<title>\(id.text) · desk</title>"))
      let download = try await member.get("/desk/cases/\(id.text)/files/\(file.id)")
      #expect(download.bytes == proof)
      #expect(download.headers[.contentType] == "application/octet-stream")
      #expect(download.headers[.contentDisposition] == "attachment; filename=\"poc.html.bin\"")
      #expect(download.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      let other = try await house.report()
      #expect(try await member.get("/desk/cases/\(other.id.text)/files/\(file.id)").status == 404)
    }
  }

  @Test("A form that is refused says why at the field and shows everything that was typed")
  func refusedReport() async throws {
    try await House.with { house in
      var visitor = Visitor(house.website)
      let answer = try await visitor.post(
        "/report",
        [
          ("title", "Kept <title>"), ("steps", "Kept steps"), ("contact", "nobody"), ("public-where", "somewhere"),
          ("impact", "privilege"), ("credit", "unnamed"),
        ])
      #expect(answer.status == 400)
      for text in [
        "Please write what you have found", "This is no mail address", "Tick the box", "value=\"Kept &lt;title&gt;\"",
        "Kept steps</textarea>", "value=\"privilege\" checked", "value=\"unnamed\" checked",
      ] {
        #expect(answer.text.contains(text), "\(text)")
      }
      #expect(try await house.desk.cases().isEmpty)
    }
  }

  @Test("Reporter and team talk; what the team says to itself stays with it")
  func conversation() async throws {
    try await House.with { house in
      let admission = try await house.report()
      let path = "/desk/cases/\(admission.id.text)"
      var member = try await house.member("Ada", [.triager, .coordinator])
      var reporter = try await house.reporter(admission)
      let token = hiddenValue("form-token", in: try await member.get(path).text) ?? ""

      func act(_ name: String, _ fields: [(String, String)]) async throws -> Visitor.Answer {
        try await member.post("\(path)/do/\(name)", [("form-token", token)] + fields)
      }
      #expect(try await act("acknowledge", [("text", "We have it.")]).location == path)
      #expect(try await act("write", [("audience", "team"), ("text", "TEAM-SECRET")]).status == 303)
      let unaddressed = try await act("write", [("text", "To whom?")])
      #expect(unaddressed.status == 409)
      #expect(unaddressed.text.contains("To whom?</textarea>") && unaddressed.text.contains("Who reads it"))

      let room = try await reporter.get("/room/\(admission.id.text)")
      #expect(room.text.contains("We have it.") && !room.text.contains("TEAM-SECRET"))
      #expect(!room.text.contains("Ada"), "members are the team to a reporter")
      let roomToken = hiddenValue("form-token", in: room.text) ?? ""
      let reply = try await reporter.post(
        "/room/\(admission.id.text)/do/write", [("form-token", roomToken), ("text", "Here is more.")])
      #expect(reply.location == "/room/\(admission.id.text)")
      let empty = try await reporter.post(
        "/room/\(admission.id.text)/do/write", [("form-token", roomToken), ("text", " ")])
      #expect(empty.status == 409 && empty.text.contains("Please write the message"))

      let desk = try await member.get(path).text
      #expect(desk.contains("Here is more.") && desk.contains("TEAM-SECRET"))
      #expect(desk.contains("letter team-only") && desk.contains("From the reporter"))
    }
  }

  @Test("Every command that the rules allow is a form, and every other one says why not")
  func formsFollowRules() async throws {
    try await House.with { house in
      let admission = try await house.report()
      var member = try await house.member("Ada", [.triager, .coordinator])
      let text = try await member.get("/desk/cases/\(admission.id.text)").text
      let subject = try #require(try await house.desk.load(admission.id))
      let party = try #require(try await house.desk.members().first).party
      let context = Case.Context(now: house.clock.now, party: party, policy: house.desk.policy)
      for name in Case.Command.Name.allCases {
        guard CommandForm.form(for: name, of: subject, policy: house.desk.policy) != nil else { continue }
        do {
          try subject.permits(name, in: context)
          #expect(text.contains("id=\"do-\(name.rawValue)\""), "\(name)")
          #expect(text.contains("/do/\(name.rawValue)\""), "\(name)")
        } catch let error as Refusal {
          #expect(!text.contains("id=\"do-\(name.rawValue)\""), "\(name)")
          #expect(text.contains(error.sentence.replacing("'", with: "&#39;")), "\(name)")
        }
      }
    }
  }

  @Test("A refusal keeps what was typed, beside the sentence, and changes nothing")
  func refusedCommand() async throws {
    try await House.with { house in
      let admission = try await house.report()
      let path = "/desk/cases/\(admission.id.text)"
      var member = try await house.member("Ada", [.triager, .coordinator])
      let token = hiddenValue("form-token", in: try await member.get(path).text) ?? ""
      let before = try await house.desk.load(admission.id)
      let past = try await member.post(
        path + "/do/decide-date",
        [("form-token", token), ("date", "2020-01-01 10:00"), ("reason", "Typed with care")])
      #expect(past.status == 409)
      #expect(past.text.contains("lies in the past") && past.text.contains("Typed with care</textarea>"))
      #expect(past.text.contains("value=\"2020-01-01 10:00\""))
      #expect(past.text.contains("<details class=\"command\" id=\"do-decide-date\" open>"))
      let forbidden = try await member.post(
        path + "/do/close", [("form-token", token), ("letter", "A long letter")])
      #expect(forbidden.status == 409 && forbidden.text.contains("A long letter</textarea>"), "even where no form was")
      let early = try await member.post(path + "/do/release", [("form-token", token), ("confirm", admission.id.text)])
      #expect(early.status == 409 && early.text.contains("Only an accepted report is published"))
      for name in ["nonsense", "receive", "pass-time", "record-receipt"] {
        #expect(try await member.post(path + "/do/\(name)", [("form-token", token)]).status == 404)
      }
      #expect(try await house.desk.load(admission.id) == before)
    }
  }

  @Test("In the room a date is proposed, and the team's own is answered")
  func dates() async throws {
    try await House.with { house in
      let admission = try await house.report()
      let path = "/room/\(admission.id.text)"
      var reporter = try await house.reporter(admission)
      let token = hiddenValue("form-token", in: try await reporter.get(path).text) ?? ""
      let proposal = try await reporter.post(
        path + "/do/propose-date", [("form-token", token), ("until", "2026-12-28 14:00"), ("reason", "My talk")])
      #expect(proposal.status == 303)
      #expect(try await house.desk.load(admission.id)?.embargo.proposal?.by == .reporter)
      let own = try await reporter.post(path + "/do/accept-date", [("form-token", token)])
      #expect(own.status == 409 && own.text.contains("the team answers it"))
      #expect(try await reporter.post(path + "/do/acknowledge", [("form-token", token), ("text", "x")]).status == 404)
      let claim = try await reporter.post(
        path + "/do/record-fact",
        [("form-token", token), ("fact", "public"), ("evidence", "A blog"), ("happened", "2026-11-30 09:00")])
      #expect(claim.status == 303)
      #expect(try await house.desk.load(admission.id)?.facts.claims.count == 1)
    }
  }
}
