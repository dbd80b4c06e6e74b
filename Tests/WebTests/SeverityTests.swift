import AdvisoryTypes
import Casework
import Desk
import Foundation
import Hummingbird
import Testing

@testable import Web

/// The severity page as it works without a script: every button is a form that is sent.
struct SeverityTests {
  private static let four = VectorDraftTests.four
  private static let three = VectorDraftTests.three

  /// A signed-in triager before the severity page of a case.
  private struct Sitting {
    let house: House
    let admission: Admission
    var visitor: Visitor
    var path: String { "/desk/cases/\(admission.id.text)/severity" }

    init(_ house: House, reporters vector: String? = nil) async throws {
      self.house = house
      admission = try await house.report { $0.vector = vector }
      visitor = try await house.member("Ada", [.triager])
    }

    mutating func page(_ query: String = "") async throws -> Visitor.Answer { try await visitor.get(path + query) }

    /// Presses a button of a page, with what stands in its form but for some fields.
    mutating func press(
      _ button: String, on page: Visitor.Answer, _ changes: KeyValuePairs<String, String> = [:], at place: String = ""
    ) async throws -> Visitor.Answer {
      var fields = formFields(of: page.text)
      for (name, _) in changes { fields.removeAll { $0.0 == name } }
      let added = changes.map { ($0.key, $0.value) }.filter { !$0.1.isEmpty || !$0.0.contains("line") }
      return try await visitor.post(path + place, fields + added + [("do", button)])
    }

    var subject: Case {
      get async throws { try #require(try await house.desk.load(admission.id)) }
    }
  }

  @Test("A pasted vector is scored, said in words and saved in one step")
  func pasted() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let empty = try await sitting.page()
      #expect(empty.status == 200)
      #expect(empty.text.contains("The reporter gave none."))
      let read = try await sitting.press("read-v4", on: empty, ["v4-text": " \(Self.four) "])
      #expect(read.status == 200)
      #expect(read.text.contains(#"<p class="number">7.1</p>"#))
      #expect(read.text.contains("CVSS-B"))
      #expect(read.text.contains("The attacker needs the rights of an ordinary user beforehand."))
      #expect(chosen("v4-PR", in: read.text) == "L")
      #expect(try await sitting.subject.assessment.scores.isEmpty, "looking saves nothing")
      let saved = try await sitting.press("provisional", on: read)
      #expect(saved.status == 303)
      #expect(saved.location == sitting.path)
      let score = try #require(try await sitting.subject.assessment.scores.first)
      #expect(score.vector == Self.four)
      #expect(!score.isFinal)
      let after = try await sitting.page()
      #expect(after.text.contains("provisional"))
      #expect(hiddenValue("v4-text", in: after.text) == Self.four)
    }
  }

  @Test("Buttons alone make a vector, and one change that crosses a band is a press away")
  func buttons() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let some = try await sitting.press("buttons-v3", on: try await sitting.page(), ["v3-AV": "N", "v3-AC": "L"])
      #expect(some.text.contains("Still to choose:"))
      #expect(chosen("v3-AC", in: some.text) == "L")
      let all = try await sitting.press(
        "buttons-v3", on: some,
        ["v3-PR": "L", "v3-UI": "N", "v3-S": "U", "v3-C": "H", "v3-I": "N", "v3-A": "N"])
      #expect(hiddenValue("v3-text", in: all.text) == Self.three)
      #expect(all.text.contains(#"<p class="number">6.5</p>"#))
      let changed = try await sitting.press("set-v3-PR-N", on: all)
      #expect(changed.text.contains(#"<p class="number">7.5</p>"#))
      #expect(try await sitting.press("clear-v3", on: changed).text.contains("No vector yet"))
      #expect(try await sitting.press("final", on: changed).status == 303)
      #expect(try await sitting.subject.assessment.scores.map(\.isFinal) == [true])
    }
  }

  @Test(
    "A text that is no vector stays as it was typed, with the reason and the place, and is not saved",
    arguments: [
      ("CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:Q/VA:N/SC:N/SI:N/SA:N", "<mark>Q</mark>"),
      ("nonsense", "<mark>nonsense</mark>"), ("\(four)/AV:N", "class=\"place\""),
      (four.lowercased(), "Did you mean"), (three, "It belongs into the other field"),
      (String(repeating: "CVSS:4.0/", count: 400), "class=\"trouble\""), ("\u{202E}0.4:SSVC", "U+202E"),
    ])
  func bad(text: String, words: String) async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let fields: KeyValuePairs = [
        "v4-text": text, "v3-text": Self.three, "reason": "Kept reason", "ssvc-automatable": "yes", "line": "7.3",
      ]
      for button in ["read-v4", "look", "provisional", "final"] {
        let answer = try await sitting.press(button, on: try await sitting.page(), fields)
        #expect((400..<500).contains(answer.status), "\(button)")
        #expect(answer.text.contains(words), "\(button)")
        #expect(answer.text.contains("value=\"Kept reason\""))
        #expect(hiddenValue("v4-text", in: answer.text) == text)
        #expect(hiddenValue("v3-text", in: answer.text) == Self.three)
        #expect(chosen("ssvc-automatable", in: answer.text) == "yes")
        #expect(answer.text.contains("value=\"7.3\" checked"))
      }
      #expect(try await sitting.subject.assessment.scores.isEmpty)
      // With a script the answer is always a page to take the parts from.
      let preview = try await sitting.press("read-v4", on: try await sitting.page(), fields, at: "/preview")
      #expect(preview.status == 200)
      #expect(preview.text.contains(words))
    }
  }

  @Test("What was meant is taken by a press, and a vector under the wrong version moves by one")
  func offers() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let odd = try await sitting.press("read-v4", on: try await sitting.page(), ["v4-text": Self.four.lowercased()])
      let taken = try await sitting.press("take-v4", on: odd)
      #expect(hiddenValue("v4-text", in: taken.text) == Self.four)
      let wrong = try await sitting.press("read-v4", on: try await sitting.page(), ["v4-text": Self.three])
      let moved = try await sitting.press("move-v4", on: wrong)
      #expect(hiddenValue("v4-text", in: moved.text) == "")
      #expect(hiddenValue("v3-text", in: moved.text) == Self.three)
    }
  }

  @Test("Looking ahead changes nothing, whatever button it names")
  func previews() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let before = try await house.desk.entries(of: sitting.admission.id)
      for button in ["look", "provisional", "final", "withdraw", "decide", "nonsense"] {
        let answer = try await sitting.press(
          button, on: try await sitting.page(),
          [
            "v4-text": Self.four, "ssvc-automatable": "yes", "ssvc-value-density": "diffuse",
            "ssvc-technical-impact": "total", "ssvc-public-safety-impact": "minimal", "withdraw-reason": "x",
            "which": "0",
          ], at: "/preview")
        #expect(answer.status == 200, "\(button)")
        if button != "withdraw" { #expect(answer.text.contains(#"<p class="number">7.1</p>"#), "\(button)") }
      }
      #expect(try await house.desk.entries(of: sitting.admission.id) == before)
    }
  }

  @Test("A final score in another band than the reporter’s needs a line for the reporter, and says so before")
  func explanation() async throws {
    try await House.with { house in
      let theirs = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
      var sitting = try await Sitting(house, reporters: theirs)
      let empty = try await sitting.page()
      #expect(empty.text.contains("9.8 Critical"))
      let started = try await sitting.press("start", on: empty)
      #expect(hiddenValue("v3-text", in: started.text) == theirs)
      #expect(!started.text.contains("Needed for a final score:"))
      let read = try await sitting.press("read-v3", on: started, ["v3-text": Self.three])
      #expect(read.text.contains("Needed for a final score:"))
      let refused = try await sitting.press("final", on: read)
      #expect(refused.status == 409)
      #expect(hiddenValue("v3-text", in: refused.text) == Self.three)
      #expect(try await sitting.subject.assessment.scores.isEmpty)
      #expect(try await sitting.press("final", on: refused, ["explanation": "A login is needed."]).status == 303)
      #expect(try await sitting.subject.assessment.scores.first?.explanation == "A login is needed.")

      var reporter = try await house.reporter(sitting.admission)
      let room = try await reporter.get("/room/\(sitting.admission.id.text)").text
      #expect(room.contains("6.5 Medium") && room.contains("A login is needed.") && room.contains("9.8 Critical"))
    }
  }

  @Test("The reporter sees no provisional score, and never why the team changed one")
  func room() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house, reporters: "as bad as it gets")
      #expect(try await sitting.page().text.contains("as bad as it gets"))
      _ = try await sitting.press("provisional", on: try await sitting.page(), ["v3-text": Self.three])
      let changed = try await sitting.press(
        "provisional", on: try await sitting.page(),
        ["v3-text": Self.three.replacing("AC:L", with: "AC:H"), "reason": "CANARY-REASON"])
      #expect(changed.status == 303)
      var reporter = try await house.reporter(sitting.admission)
      let path = "/room/\(sitting.admission.id.text)"
      var text = try await reporter.get(path).text
      #expect(text.contains("as bad as it gets") && text.contains("Nothing final yet."))
      #expect(!text.contains("AC:H") && !text.contains("Medium"))
      _ = try await sitting.press("final", on: try await sitting.page(), ["reason": "CANARY-REASON"])
      text = try await reporter.get(path).text
      #expect(text.contains("5.3 Medium"))
      #expect(!text.contains("CANARY"))
      let token = hiddenValue("form-token", in: text) ?? ""
      let proposed = try await reporter.post(
        "\(path)/do/propose-score", [("form-token", token), ("vector", Self.four), ("comment", "")])
      #expect(proposed.status == 303)
      #expect(try await sitting.page().text.contains("7.1 High"))
    }
  }

  @Test("A changed score needs a reason; without one nothing that was typed is lost")
  func reason() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      _ = try await sitting.press("provisional", on: try await sitting.page(), ["v4-text": Self.four])
      let page = try await sitting.page()
      #expect(page.text.contains("Needed: there is a score for these lines already."))
      let other = Self.four.replacing("VC:H", with: "VC:L")
      let refused = try await sitting.press("provisional", on: page, ["v4-text": other])
      #expect(refused.status == 409)
      #expect(hiddenValue("v4-text", in: refused.text) == other)
      #expect(try await sitting.press("provisional", on: refused, ["reason": "Only a little leaks."]).status == 303)
      let history = try await sitting.page().text
      #expect(history.contains("Confidentiality from High to Low"))
      #expect(history.contains("Only a little leaks."))
    }
  }

  @Test("Who was overtaken sees both, and saves over it only on purpose")
  func overtaken() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let stale = try await sitting.page()
      let bo = try await house.desk.addMember(named: "Bo", roles: [.triager]).member.party
      try await house.desk.perform(
        .assessment(.score(.init(vectors: [Self.four]))), on: sitting.admission.id, by: bo)
      let other = Self.four.replacing("AV:N", with: "AV:L")
      let refused = try await sitting.press("provisional", on: stale, ["v4-text": other])
      #expect(refused.status == 409)
      #expect(refused.text.contains("the scores changed while you had this page open"))
      #expect(refused.text.contains("<b>Bo</b> set"))
      #expect(hiddenValue("v4-text", in: refused.text) == other)
      #expect(try await sitting.subject.assessment.scores.map(\.vector) == [Self.four])
      let preview = try await sitting.press("look", on: stale, ["v4-text": other], at: "/preview")
      let seen = [preview, stale].map { page in formFields(of: page.text).first { $0.0 == "seen" }?.1 }
      #expect(seen[0] == seen[1], "a look is no consent")
      let again = try await sitting.press("provisional", on: refused, ["reason": "It is local."])
      #expect(again.status == 303)
      #expect(try await sitting.subject.assessment.scores.map(\.vector) == [other])
    }
  }

  @Test("Release lines have scores of their own, with links between them that name no line")
  func lines() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      _ = try await sitting.press("provisional", on: try await sitting.page(), ["v4-text": Self.four])
      let other = Self.four.replacing("AT:N", with: "AT:P")
      let saved = try await sitting.press(
        "provisional", on: try await sitting.page(), ["v4-text": other, "line": "7.3"])
      #expect(saved.location == "\(sitting.path)?lines=1")
      let own = try await sitting.page("?lines=1")
      #expect(hiddenValue("v4-text", in: own.text) == other)
      #expect(own.text.contains("value=\"7.3\" checked"))
      let general = try await sitting.page()
      #expect(hiddenValue("v4-text", in: general.text) == Self.four)
      #expect(general.text.contains("\(sitting.path)?lines=1\""))
      for odd in ["?lines=99", "?lines=-1", "?lines=x"] {
        #expect(hiddenValue("v4-text", in: try await sitting.page(odd).text) == Self.four)
      }
      let refused = try await sitting.press(
        "provisional", on: general, ["v4-text": other, "line": "no such line"])
      #expect(refused.status == 409)

      let withdrawn = try await sitting.visitor.post(
        sitting.path,
        [
          ("form-token", hiddenValue("form-token", in: own.text) ?? ""), ("do", "withdraw"), ("which", "1"),
          ("seen", hiddenValue("seen", in: own.text) ?? ""), ("withdraw-reason", "Like the others."),
        ])
      #expect(withdrawn.status == 303)
      #expect(try await sitting.subject.assessment.scores.map(\.lines) == [[]])
    }
  }

  @Test("The supplier’s decision is shown as it is chosen, saved, and sets the priority")
  func supplier() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let answers: KeyValuePairs = [
        "ssvc-automatable": "yes", "ssvc-value-density": "concentrated", "ssvc-technical-impact": "total",
        "ssvc-public-safety-impact": "significant",
      ]
      let some = try await sitting.press("decide", on: try await sitting.page(), ["ssvc-automatable": "yes"])
      #expect(some.status == 409)
      #expect(some.text.contains("Please answer all four questions"))
      let looked = try await sitting.press("look", on: try await sitting.page(), answers)
      #expect(looked.text.contains("Out-of-Cycle"))
      #expect(looked.text.contains("once this is saved"))
      #expect(try await sitting.subject.ssvc == nil)
      // A vector that was typed beside it is not lost when the decision is saved.
      let half = try await sitting.press("decide", on: looked, ["v4-text": Self.four])
      #expect(half.status == 200)
      #expect(hiddenValue("v4-text", in: half.text) == Self.four)
      #expect(try await sitting.subject.ssvc?.outcome == .outOfCycle)
      #expect(try await sitting.subject.assessment.scores.isEmpty)
      #expect(try await sitting.press("provisional", on: half).status == 303)
      #expect(try await sitting.page().text.contains("<b>P1</b>"))
    }
  }

  @Test("Only the severity page runs our script, and nothing else runs anywhere")
  func script() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let page = try await sitting.page()
      let policy = page.headers[.contentSecurityPolicy] ?? ""
      #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
      #expect(!policy.contains("unsafe"))
      #expect(page.text.contains("<script src=\"/assets/desk.js\" defer></script>"))
      let script = try await sitting.visitor.get("/assets/desk.js")
      #expect(script.headers[.contentType] == "text/javascript; charset=utf-8")
      #expect(!script.text.contains("innerHTML") && !script.text.contains("eval("))
      for path in ["/desk", "/desk/cases/\(sitting.admission.id.text)", "/report", "/"] {
        let other = try await sitting.visitor.get(path)
        #expect(!other.text.contains("<script"), "\(path)")
        #expect(other.headers[.contentSecurityPolicy]?.contains("script-src") == false, "\(path)")
      }
    }
  }

  @Test("Whoever may not set scores is refused in a sentence, and loses nothing")
  func developer() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      sitting.visitor = try await house.member("Dan", [.developer])
      let page = try await sitting.page()
      #expect(!page.text.contains("value=\"final\"") && page.text.contains("propose one"))
      let answer = try await sitting.press("provisional", on: page, ["v4-text": Self.four])
      #expect(answer.status == 409)
      #expect(answer.text.contains("class=\"trouble\" role=\"alert\""))
      #expect(hiddenValue("v4-text", in: answer.text) == Self.four)
      try await house.desk.perform(
        .assessment(.proposeScore(vector: Self.three, comment: "As I see it.")), on: sitting.admission.id,
        by: Party(PartyID("dan"), roles: [.developer]))
      #expect(try await sitting.page().text.contains("Proposed in the team"))
    }
  }

  @Test("A field that holds more than any vector is refused, and nothing is sent back")
  func tooLong() async throws {
    try await House.with { house in
      var sitting = try await Sitting(house)
      let long = String(repeating: "CVSS:4.0/", count: 20_000)
      let answer = try await sitting.press("read-v4", on: try await sitting.page(), ["v4-text": long])
      #expect(answer.status == 413)
      #expect(answer.bytes.count < 10_000)
    }
  }

  @Test("No text of the form becomes markup", arguments: HostileTests.corpus)
  func hostile(payload: String) async throws {
    try await House.with { house in
      var sitting = try await Sitting(house, reporters: payload)
      let fields = [
        "v4-text", "v4-shown-text", "v4-shown-buttons", "v4-AV", "v4-CR", "v3-text", "line", "reason", "explanation",
        "ssvc-automatable", "ssvc-reason", "seen", "group", "which", "withdraw-reason",
      ]
      for button in ["read-v4", "final", "decide", "withdraw", payload] {
        for place in ["", "/preview"] {
          let token = hiddenValue("form-token", in: try await sitting.page().text) ?? ""
          let answer = try await sitting.visitor.post(
            sitting.path + place, [("form-token", token), ("do", button)] + fields.map { ($0, payload) })
          #expect(HostileTests.strangers(in: answer.text).isEmpty, "\(button)")
          let shown = answer.text.replacing(/value="[^"]*"/, with: "")
          #expect(!shown.contains("\u{202E}"), "\(button)")
        }
      }
      #expect(try await sitting.subject.assessment.scores.isEmpty)
    }
  }
}

/// The value of the radio button that is chosen in a group.
private func chosen(_ name: String, in page: String) -> String? {
  page.matches(of: /<input type="radio" name="([^"]*)" value="([^"]*)"[^>]* checked>/).first { $0.1 == name }
    .map { String($0.2) }
}

/// What a browser would send with the severity form, but for the button.
func formFields(of page: String) -> [(String, String)] {
  guard let start = page.firstRange(of: "data-previews-at=")?.upperBound else { return [] }
  let form = page[start...].prefix(upTo: page[start...].firstRange(of: "</form>")?.lowerBound ?? page.endIndex)
  return form.matches(of: /<input ([^>]*)>/).compactMap { match in
    var attributes: [Substring: Substring] = [:]
    for attribute in match.1.matches(of: /([a-z-]+)="([^"]*)"/) { attributes[attribute.1] = attribute.2 }
    guard let name = attributes["name"] else { return nil }
    if ["radio", "checkbox"].contains(attributes["type"]), !match.1.hasSuffix(" checked") { return nil }
    return (String(name), plain(String(attributes["value"] ?? "")))
  }
}

private func plain(_ markup: String) -> String {
  [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(markup) {
    $0.replacing($1.0, with: $1.1)
  }
}
