import JSON
import Testing

@Suite struct `JSON text` {
  @Test(arguments: [
    "null", "true", "-0", "0.10", "1E+400", "12345678901234567890123", #""""#, #""a\"\\\n\u0001é😀""#, "[]", "{}",
    #"[1,[2,{"b":null,"a":[]}]]"#, #"{"z":1,"a":{"":""}}"#,
  ]) func `comes back as it was written`(text: String) throws {
    #expect(try JSON(parsing: text).text() == text)
  }

  @Test func `may have blanks and escapes of every kind`() throws {
    let value = try JSON(parsing: " {\r\n\t\"a\" : [ 1 , \"\\/\\b\\f\\ud83d\\ude00\\u0041\" ] } ")
    #expect(value == ["a": [1, "/\u{8}\u{C}😀A"]])
  }

  @Test(arguments: [
    ("", JSON.Fault.Code.unexpectedEnd, 0), ("[1", .unexpectedEnd, 2), ("[1,]", .unexpectedByte, 3),
    ("01", .badNumber, 0),
    ("-", .badNumber, 0), ("1.", .badNumber, 2), ("1e", .badNumber, 2), ("+1", .unexpectedByte, 0),
    ("NaN", .unexpectedByte, 0),
    ("tru", .unexpectedByte, 0), ("{a:1}", .unexpectedByte, 1), (#"{"a":1,}"#, .unexpectedByte, 7),
    ("\"a\nb\"", .badString, 2),
    (#""\x""#, .badEscape, 1), (#""\u12G4""#, .badEscape, 1), (#""\ud83d""#, .loneSurrogate, 1),
    (#""\ude00\ud83d""#, .loneSurrogate, 1), (#""\ud83dA""#, .loneSurrogate, 1), (#"{"a":1,"a":2}"#, .duplicateName, 7),
    ("1 2", .trailingText, 2), ("\u{FEFF}1", .unexpectedByte, 0), (#"""#, .unexpectedEnd, 0),
  ]) func `that breaks the rules is refused with the place`(text: String, code: JSON.Fault.Code, offset: Int) {
    let fault = #expect(throws: JSON.Fault.self) { try JSON(parsing: text) }
    #expect(fault?.code == code)
    #expect(fault?.offset == offset)
  }

  @Test(arguments: [[0x22, 0xC3, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] as [[UInt8]])
  func `that is not UTF-8 is refused`(bytes: [UInt8]) {
    #expect(throws: JSON.Fault.self) { try JSON(parsing: bytes) }
  }

  @Test func `is read to the deepest level that is allowed, and no deeper`() throws {
    func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
    _ = try JSON(parsing: nested(JSON.maximumDepth))
    #expect(throws: JSON.Fault.self) { try JSON(parsing: nested(JSON.maximumDepth + 1)) }
    #expect(throws: JSON.Fault.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
  }

  @Test func `can be pretty`() {
    let value: JSON = ["a": [1, 2], "b": [:], "c": [], "d": ["e": "f"]]
    #expect(
      value.text(pretty: true) == """
        {
          "a": [
            1,
            2
          ],
          "b": {},
          "c": [],
          "d": {
            "e": "f"
          }
        }
        """)
  }
}

@Suite struct `A JSON object` {
  @Test func `keeps the order of its members`() {
    var object: JSON.Object = ["z": 1, "a": 2]
    object["m"] = 3
    object["z"] = "first"
    object["a"] = nil
    #expect(object.keys == ["z", "m"])
    #expect(JSON.object(object)["z"]?.string == "first")
  }

  @Test func `answers nil where the shape is another`() {
    let value: JSON = ["a": [true, 1.description.isEmpty ? 0 : 7], "t": "x"]
    #expect(value["a"]?[0]?.bool == true)
    #expect(value["a"]?[1]?.integer == 7)
    #expect(value["a"]?[9] == nil)
    #expect(value["t"]?["u"] == nil)
    #expect(JSON.number("1.0").integer == nil)
  }
}
