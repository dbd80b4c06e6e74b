import Testing

@testable import Web

struct MultipartTests {
  private func parts(_ text: String, boundary: String = "b") throws -> [MultipartForm.Part] {
    try MultipartForm.parts(of: Array(text.utf8), boundary: boundary)
  }

  @Test("Fields and files of a browser's form are read")
  func browserForm() throws {
    let read = try parts(
      "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nÜber\r\n--b\r\n"
        + "content-disposition: form-data; name=\"files\"; filename=\"a %22b%22.sql\"\r\nContent-Type: text/x-sql\r\n\r\n"
        + "select 1;\r\n\r\n--b--\r\n")
    #expect(read.map(\.name) == ["title", "files"])
    #expect(String(decoding: read[0].content, as: UTF8.self) == "Über")
    #expect(read[0].fileName == nil)
    #expect(read[1].fileName == "a \"b\".sql")
    #expect(read[1].mediaType == "text/x-sql")
    #expect(String(decoding: read[1].content, as: UTF8.self) == "select 1;\r\n")
  }

  @Test("Content may hold anything that is not the boundary on a line of its own")
  func contentLikeBoundary() throws {
    let content = "--b\n\r--b \r\n--c\r\n-\0\r\r\n\r\n--"
    let read = try parts("--b\r\nContent-Disposition: form-data; name=x\r\n\r\n\(content)\r\n--b--")
    #expect(String(decoding: read[0].content, as: UTF8.self) == content)
  }

  @Test("An empty form has no parts")
  func emptyForm() throws {
    #expect(try parts("--b--\r\n").isEmpty)
  }

  @Test(
    "What is no form is refused with a code and a place",
    arguments: [
      ("", MultipartForm.Fault.Code.delimiter), ("x--b\r\n", .delimiter), ("--b", .delimiter), ("--bX\r\n", .delimiter),
      ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end", .unfinished),
      ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n", .header),
      ("--b\r\nno colon\r\n\r\nx\r\n--b--", .header),
      ("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nx\r\n--b--", .disposition),
      ("--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--", .disposition),
      ("--b\r\n\r\nx\r\n--b--", .disposition),
    ])
  func refused(body: String, code: MultipartForm.Fault.Code) {
    #expect(throws: MultipartForm.Fault.self) { try parts(body) }
    #expect { try parts(body) } throws: { ($0 as? MultipartForm.Fault)?.code == code }
  }

  @Test("Boundaries that are none are refused", arguments: ["", "a b", "ä", String(repeating: "x", count: 71)])
  func badBoundary(boundary: String) {
    #expect { try parts("--b--", boundary: boundary) } throws: { ($0 as? MultipartForm.Fault)?.code == .boundary }
  }

  @Test("More parts than anybody fills in are refused")
  func tooManyParts() {
    let part = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n"
    let body = String(repeating: part, count: MultipartForm.mostParts + 1) + "--b--"
    #expect { try parts(body) } throws: { ($0 as? MultipartForm.Fault)?.code == .tooManyParts }
  }

  @Test("A header without end is refused, and costs no more than a short one")
  func endlessHeader() {
    let body = "--b\r\nX: " + String(repeating: "a", count: 1 << 20)
    #expect { try parts(body) } throws: { ($0 as? MultipartForm.Fault)?.code == .header }
  }

  @Test("A million almost-boundaries are read in linear time")
  func almostBoundaries() throws {
    let content = String(repeating: "\r\n--", count: 1 << 19)
    let boundary = String(repeating: "-", count: 70)
    let read = try parts(
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\(content)\r\n--\(boundary)--",
      boundary: boundary)
    #expect(read[0].content.count == content.utf8.count)
  }

  @Test("Random mutations of a form never crash the reader")
  func mutations() {
    let body = Array(
      "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x\"\r\nContent-Type: t\r\n\r\ny\r\n--b--\r\n".utf8)
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<5_000 {
      var mutated = body
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let position = Int.random(in: 0..<mutated.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: mutated[position] = UInt8.random(in: 0...255, using: &generator)
        case 1: mutated.remove(at: position)
        default: mutated.insert(contentsOf: body.prefix(position), at: position)
        }
      }
      _ = try? MultipartForm.parts(of: mutated, boundary: "b")
    }
  }

  @Test("A form of the simple kind is decoded as the standard says")
  func urlEncoded() {
    let pairs = URLEncodedForm.pairs(of: Array("a=1+2&b=%C3%BC%0D%0A&c&=d&&e=%zz%4".utf8))
    #expect(pairs.map(\.name) == ["a", "b", "c", "", "e"])
    #expect(pairs.map(\.value) == ["1 2", "ü\r\n", "", "d", "%zz%4"])
  }

  @Test(
    "Downloads get names that no system misreads",
    arguments: [
      ("poc.sql", "poc.sql"), ("evil.html", "evil.html.bin"), ("../../etc/passwd", "passwd.bin"), ("", "file.bin"),
      ("a\u{202E}gpj.exe", "a_gpj.exe.bin"), ("x\r\nSet-Cookie: a=b", "x_Set-Cookie_a_b.bin"),
      (".bashrc", "bashrc.bin"),
      ("C:\\x\\report.txt", "report.txt"), ("\"; filename=\"b.txt", "_filename_b.txt"), ("bild.PNG", "bild.PNG"),
    ])
  func safeNames(name: String, safe: String) {
    #expect(SafeName.of(name) == safe)
  }
}
