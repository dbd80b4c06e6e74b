import CVSS
import Testing

/// The parts of a right vector of version 4.0.
private let base4 = "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"
private let base3 = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
private let base2 = "AV:N/AC:L/Au:N/C:P/I:P/A:P"

@Suite struct `A text that is no vector` {
  typealias Case = (text: String, code: CVSS.Fault.Code, metric: String?, offset: Int, suggestion: String?)

  private static let cases: [Case] = [
    ("", .empty, nil, 0, nil),
    ("CVSS:3.1", .malformed, nil, 8, nil),
    ("CVSS:3.1/", .malformed, nil, 9, nil),
    ("CVSS:3.1 /AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .malformed, nil, 8, base3),
    ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H", .missingMetric, "A", 40, nil),
    ("CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .repeatedMetric, "AV", 14, base3),
    ("CVSS:3.1/AV:N/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .repeatedMetric, "AV", 14, nil),
    ("CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownValue, "AV", 12, nil),
    ("CVSS:3.1/AV:n/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownValue, "AV", 12, base3),
    ("CVSS:3.1/AV/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownValue, "AV", 11, nil),
    ("CVSS:3.1/AB/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .malformed, nil, 9, nil),
    ("CVSS:3.1/AV:/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownValue, "AV", 12, nil),
    ("\(base3)/", .malformed, nil, 45, base3),
    ("\(base3) ", .malformed, nil, 44, base3),
    ("\(base3)\n", .malformed, nil, 44, base3),
    ("(\(base3))", .malformed, nil, 0, base3),
    ("\(base3)/E:Q", .unknownValue, "E", 47, nil),
    ("\(base3)/Au:N", .unknownMetric, "Au", 45, nil),
    ("CVSS:3.1/av:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownMetric, "AV", 9, base3),
    ("CVSS:3.2/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownVersion, nil, 7, nil),
    ("AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", .unknownMetric, "PR", 10, base3),
    ("CVSS:2.0/\(base2)", .unknownVersion, nil, 5, base2),
    ("(\(base2))", .malformed, nil, 0, base2),
    ("AV:N,AC:L,Au:N,C:P,I:P,A:P", .malformed, nil, 4, base2),
    ("\(base4)/CR:H/E:A", .outOfOrder, "E", 69, "\(base4)/E:A/CR:H"),
    ("\(base4)/U:Clear/U:Clear", .repeatedMetric, "U", 72, "\(base4)/U:Clear"),
    ("\(base4)/U:CLEAR", .unknownValue, "U", 66, "\(base4)/U:Clear"),
    ("CVSS:4/\(base4.dropFirst(9))", .unknownVersion, nil, 6, base4),
    ("\(base4)/MSC:S", .unknownValue, "MSC", 68, nil),
    ("\(base4)/SI:S", .repeatedMetric, "SI", 64, nil),
  ]

  @Test(arguments: cases)
  func `is refused with the place, the metric and what was probably meant`(expected: Case) {
    let fault = #expect(throws: CVSS.Fault.self) { try CVSS.Vector(parsing: expected.text) }
    #expect(fault?.code == expected.code)
    #expect(fault?.metric == expected.metric)
    #expect(fault?.offset == expected.offset)
    #expect(fault?.suggestion == expected.suggestion)
    #expect(fault?.reason.isEmpty == false)
  }

  @Test(arguments: [
    ("\(base3)/", "A metric should follow; leave out a slash at the end. Perhaps \(base3) is meant."),
    ("CVSS:3.1/AV:N/AC:M", "AC takes one of L, H, not “M”."),
    ("\(base4)/RL:O", "RL is a metric of version 2.0, 3.0, 3.1, not of 4.0."),
    ("AV:ND/AC:L", "AV is a base metric and cannot be left undefined; it takes one of L, A, N."),
    ("AV:N|AC:L", "Metrics are separated by a slash; write “/” here."),
  ]) func `is refused in a sentence that says how to mend it`(text: String, sentence: String) {
    let fault = #expect(throws: CVSS.Fault.self) { try CVSS.Vector(parsing: text) }
    #expect(fault?.description == sentence)
  }

  @Test func `of another version is told so`() {
    #expect(throws: CVSS.Fault.self) { try CVSS.Version4(parsing: base3) }
    let fault = #expect(throws: CVSS.Fault.self) { try CVSS.Version3(parsing: base4) }
    #expect(fault?.reason == "This is a vector of version 4.0.")
    #expect(throws: CVSS.Fault.self) { try CVSS.Version2(parsing: base3) }
  }

  @Test(arguments: [
    "CVSS:3.1" + String(repeating: "/AV:N", count: 100_000), base4 + String(repeating: "/", count: 100_000),
    String(repeating: "A", count: 1_000_000), String(repeating: ":", count: 100_000), "\(base3)\0", "\(base3)/E:\0",
    "\0\0\0\0\0\0\0\0\0", "\(base2)/E:H\0", "\(base2)/E:POCPOC", "\(base2)/RL:POCD", "\(base4)/U:", "\(base4)/U:A",
    "\(base4)/U:Ambe", "CVSS:3.1/AV:Ñ/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", "🛑", "CVSS:3.1/🛑:N", "C", "CV", "CVSS:", "/",
  ]) func `but hostile is refused without effort`(text: String) {
    let fault = #expect(throws: CVSS.Fault.self) { try CVSS.Vector(parsing: text) }
    #expect((0...text.utf8.count).contains(fault?.offset ?? -1))
    #expect((fault?.description.count ?? 0) < 400)
  }
}
