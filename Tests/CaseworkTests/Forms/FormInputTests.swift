import Casework
import Foundation
import Testing

@Suite struct `What is typed into a form` {
  static func refusal(_ text: String) -> Refusal? {
    `A form`.refusal(.decideDate, ["date": [text], "reason": ["r"]])
  }

  @Test(arguments: [
    "2026-12-14 14:00", "2026-12-14T14:00Z", "2026-12-14 14:00 UTC", "2026-12-14T14:00", " 2026-12-14 14:00:00Z ",
    "2026-12-14T14:00:00 UTC",
  ]) func `may be a date and an hour in UTC`(text: String) throws {
    #expect(
      try `A form`.read(.decideDate, ["date": [text], "reason": ["r"]])
        == .embargo(.decideDate(SampleForm.date, reason: "r")))
  }

  @Test(arguments: [
    "tomorrow", "14.12.2026 14:00", "2026-13-01 14:00", "2026-02-30 14:00", "2026-12-14 24:00",
    "2026-12-14 14:00+01:00",
    "2026-12-14 2pm", "2026-12-14  14:00", "2026-12-14é14:00", "２026-12-14 14:00", "UTC", "Z", "-026-12-14 14:00",
  ]) func `is refused as a date with an example where it is none`(text: String) throws {
    let refusal = try #require(Self.refusal(text))
    #expect(refusal.sentence.contains("“We publish on”"))
    #expect(refusal.sentence.contains("2026-12-14 14:00"))
    #expect(refusal.rule == "S71")
  }

  @Test func `needs the hour, which nobody guesses`() throws {
    let refusal = try #require(Self.refusal("2026-12-14"))
    #expect(
      refusal.sentence == "“We publish on” needs the hour as well, in UTC: such as 2026-12-14 14:00.")
  }

  @Test(arguments: ["Kim", "a | b", " | Kim | 2026-12-14 14:00", "a | | 2026-12-14 14:00", "a | Kim | soon"])
  func `as a step of a plan has its three parts`(row: String) throws {
    var values = SampleForm.all.first { $0.name == .respond }?.values ?? [:]
    values["plan"] = ["fine | Kim | 2026-12-14 14:00", row]
    let refusal = try #require(`A form`.refusal(.respond, values))
    #expect(refusal.sentence.contains("“Plan of the investigation”"))
  }

  @Test(arguments: SampleForm.all)
  func `never breaks a form, however hostile`(sample: SampleForm) throws {
    let hostile: [[String]] = [
      ["\0"], ["a\0b"], ["\u{1B}[31m"], ["\u{85}"], ["\u{202E}\u{2066}x"], ["\u{FEFF}"],
      [String(repeating: "\u{301}", count: 900)],
      ["||||"], ["|"], ["\n\n|\n|"], ["’; DROP TABLE events; --"], ["<script>alert(1)</script>"], ["-1"],
      ["99999999999999999999"], ["CVE-9999-99999999999999999999"], ["\u{10FFFF}"], ["a", "b"],
      Array(repeating: "x", count: 20_000), [String(repeating: "|", count: 65_000)],
      [String(repeating: "\n", count: 65_000)], [String(repeating: "x\n", count: 32_000)],
    ]
    for field in try #require(`A form`.form(sample.name)).fields {
      for value in hostile {
        var values = sample.values
        values[field.name] = value
        guard let refusal = `A form`.refusal(sample.name, values) else { continue }
        // A sentence, never an echo of all that was typed.
        #expect(refusal.sentence.utf8.count < 2_000)
      }
    }
  }

  static let tenMegabytes = String(repeating: "x\n", count: 5_000_000)

  @Test(arguments: `A form`.forms)
  func `of ten megabytes is refused with its size, never cut`(form: CommandForm) throws {
    let sample = try #require(SampleForm.all.first { $0.name == form.name })
    // What is not asked for with this status is not read.
    let fields = form.name == .setLine ? form.fields.filter { sample.values[$0.name] != nil } : form.fields
    for field in fields {
      var values = sample.values
      values[field.name] = [Self.tenMegabytes]
      let refusal = try #require(`A form`.refusal(form.name, values))
      #expect(refusal.sentence.contains("“\(field.label)” has 1000000"))
      #expect(refusal.rule == "A14")
    }
  }

  @Test func `may fill the room to the last byte`() throws {
    let full = String(repeating: "é", count: CommandForm.textLimit / 2)
    #expect(
      try `A form`.read(.acknowledge, ["text": [full]]) == .report(.acknowledge(text: full)))
    #expect(`A form`.refusal(.acknowledge, ["text": [full + "x"]])?.rule == "A14")
  }

  @Test func `is refused where a character could not be shown, by its name`() {
    #expect(
      `A form`.refusal(.acknowledge, ["text": ["a\0"]])?.sentence
        == "“Words to the reporter” holds a control character (U+0000); remove it.")
  }

  @Test func `is one line where one line is asked for`() {
    #expect(
      `A form`.refusal(.confirmCVERecord, ["evidence": ["a\r\nb"]])?.sentence
        == "“Where the record can be read” is one line; a line break is in it.")
    #expect(
      `A form`.refusal(.confirmCVERecord, ["evidence": ["a", "b"]])?.sentence
        == "“Where the record can be read” is given 2 times; give it once.")
  }
}
