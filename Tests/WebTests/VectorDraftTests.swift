import CVSS
import Testing

@testable import Web

/// A vector is a text and buttons at once; whichever was changed counts.
struct VectorDraftTests {
  static let four = "CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N"
  static let three = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N"

  @Test("A pasted vector presses the buttons")
  func pasted() {
    var draft = VectorDraft(.v4_0)
    draft.text = Self.four
    #expect(draft.settle(by: .whicheverChanged).vector?.vector == Self.four)
    #expect(draft.buttons["AV"] == "N" && draft.buttons["PR"] == "L" && draft.buttons.count == 11)
  }

  @Test("A pressed button changes the text")
  func pressed() {
    var draft = VectorDraft(.v3_1, vector: Self.three)
    draft.buttons["PR"] = "N"
    #expect(draft.settle(by: .whicheverChanged).vector?.score.description == "7.5")
    #expect(draft.text == Self.three.replacing("PR:L", with: "PR:N"))
  }

  @Test("Buttons that are not enough say which are missing, and keep what there is")
  func incomplete() {
    var draft = VectorDraft(.v3_1)
    draft.buttons = ["AV": "N", "AC": "L"]
    guard case .incomplete(let missing) = draft.settle(by: .whicheverChanged) else {
      Issue.record("no missing metrics")
      return
    }
    #expect(missing.map(\.name) == ["PR", "UI", "S", "C", "I", "A"])
    #expect(draft.text == "CVSS:3.1/AV:N/AC:L")
    guard case .incomplete = draft.settle(by: .whicheverChanged) else {
      Issue.record("looking again must not make a fault of it")
      return
    }
  }

  @Test("A text that is right as far as it goes moves the buttons already")
  func beginning() {
    var draft = VectorDraft(.v4_0)
    draft.text = "CVSS:4.0/AV:A/AC:H"
    guard case .incomplete(let missing) = draft.settle(by: .whicheverChanged) else {
      Issue.record("no missing metrics")
      return
    }
    #expect(missing.count == 9)
    #expect(draft.buttons == ["AV": "A", "AC": "H"])
    #expect(draft.text == "CVSS:4.0/AV:A/AC:H")
  }

  @Test("A text that is no vector is kept, and so are the buttons from before")
  func fault() {
    var draft = VectorDraft(.v4_0, vector: Self.four)
    draft.text = Self.four.replacing("VI:N", with: "VI:Q")
    guard case .fault(let fault, let meant) = draft.settle(by: .whicheverChanged) else {
      Issue.record("no fault")
      return
    }
    #expect(fault.metric == "VI")
    #expect(meant == nil)
    #expect(draft.text.contains("VI:Q"))
    #expect(draft.buttons["VI"] == "N")
    guard case .fault = draft.settle(by: .whicheverChanged) else {
      Issue.record("the fault stays until something changes")
      return
    }
    draft.buttons["AV"] = "L"
    #expect(draft.settle(by: .whicheverChanged).vector?.vector == Self.four.replacing("AV:N", with: "AV:L"))
  }

  @Test(
    "What was probably meant is offered, and not taken by itself",
    arguments: [
      "cvss:3.1/av:n/ac:l/pr:l/ui:n/s:u/c:h/i:n/a:n", "(CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N)",
      "CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N",
    ])
  func meant(text: String) {
    var draft = VectorDraft(.v3_1)
    draft.text = text
    switch draft.settle(by: .whicheverChanged) {
    case .fault(_, let meant?), .otherVersion(_, let meant?): #expect(meant.vector == Self.three)
    case let reading: Issue.record("\(reading)")
    }
    #expect(draft.text == text)
    #expect(draft.buttons.isEmpty)
  }

  @Test("A vector of another version is never turned into this one")
  func otherVersion() {
    var draft = VectorDraft(.v4_0)
    draft.text = Self.three
    guard case .otherVersion(let vector, nil) = draft.settle(by: .whicheverChanged) else {
      Issue.record("taken as its own")
      return
    }
    #expect(vector.version == .v3_1)
  }

  @Test("Text and buttons that were both changed are a question, unless they agree")
  func bothChanged() {
    var draft = VectorDraft(.v3_1, vector: Self.three)
    draft.text = Self.three.replacing("AV:N", with: "AV:L")
    draft.buttons["AV"] = "P"
    #expect(draft.settle(by: .whicheverChanged) == .disagreement)
    #expect(draft.settle(by: .buttons).vector?.vector.contains("AV:P") == true)

    draft.text = Self.three.replacing("AV:N", with: "AV:L")
    draft.buttons["AV"] = "L"
    #expect(draft.settle(by: .whicheverChanged).vector?.vector.contains("AV:L") == true)
  }

  @Test("An emptied field empties the buttons")
  func emptied() {
    var draft = VectorDraft(.v3_1, vector: Self.three)
    draft.text = ""
    #expect(draft.settle(by: .whicheverChanged) == .empty)
    #expect(draft.buttons.isEmpty)
  }

  @Test("Environmental metrics survive a pressed button, and can be left out")
  func environmental() throws {
    var form = SeverityForm()
    form.put(try CVSS.Vector(parsing: Self.four + "/CR:H/MAV:L"), into: .v4_0)
    form.drafts[0].buttons["PR"] = "N"
    form.settle(for: .look, reporters: [])
    #expect(form.drafts[0].text.hasSuffix("/CR:H/MAV:L"))
    form.settle(for: .bare(.v4_0), reporters: [])
    #expect(form.drafts[0].text == Self.four.replacing("PR:L", with: "PR:N"))
  }

  @Test(
    "A button's value is read strictly",
    arguments: ["", "read", "read-v2", "set-v4-AV", "provisional-v4", "look-", "set-v4-AV-N-N", "<b>", "final "])
  func actions(text: String) {
    #expect(SeverityAction(text) == nil)
  }
}
