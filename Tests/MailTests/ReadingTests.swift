import Foundation
import Testing

@testable import Mail

@Suite("Reading mail")
struct ReadingTests {
  private func read(_ text: String) -> Message { Message(reading: Array(text.utf8)) }

  @Test("A message is its fields, its text and its files")
  func whole() {
    let message = read(
      """
      From: =?utf-8?q?J=C3=BCrgen?= <j@reporter.test>, "B, C" <b@c.test>\r
      To: desk:security@project.test;\r
      Subject: A hole\r
       in the parser\r
      Message-ID: <1@reporter.test>\r
      References: <a@b.test> junk <c@d.test>\r
      Date: Mon, 23 Nov 2026 10:00:00 +0100\r
      Content-Type: multipart/mixed; boundary="b"\r
      \r
      --b\r
      Content-Type: text/plain; charset=utf-8\r
      \r
      Grüße\r
      --b\r
      Content-Type: application/octet-stream\r
      Content-Disposition: attachment; filename="../poc.py"\r
      Content-Transfer-Encoding: base64\r
      \r
      cHJpbnQoMSk=\r
      --b--\r

      """)
    #expect(
      message.from == [Address(name: "Jürgen", address: "j@reporter.test"), Address(name: "B, C", address: "b@c.test")])
    #expect(message.to.map(\.address) == ["security@project.test"])
    #expect(message.subject == "A hole in the parser")
    #expect(message.messageID == "1@reporter.test")
    #expect(message.references == ["a@b.test", "c@d.test"])
    #expect(message.date?.timeIntervalSince1970 == 1_795_424_400)
    #expect(message.text == "Grüße")
    #expect(message.attachments.map(\.name) == ["poc.py"])
    #expect(message.attachments.first.map { String(decoding: $0.content(), as: UTF8.self) } == "print(1)")
    #expect(message.kind == .person && message.oddities.isEmpty)
  }

  @Test("An attached mail is opened on its own, even if it came encoded", arguments: ["7bit", "base64"])
  func attachedMail(_ encoding: String) throws {
    let inner = "Subject: inner\r\nContent-Type: text/plain\r\n\r\nINNER"
    let body = encoding == "base64" ? Base64.encode(Array(inner.utf8)) : inner
    let message = read(
      "Subject: outer\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nouter text\r\n--b\r\n"
        + "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n\(body)\r\n--b--\r\n")
    #expect(message.text == "outer text")
    let attached = try #require(message.attachments.first)
    #expect(attached.name == "message-1.eml")
    #expect(attached.message()?.subject == "inner")
    #expect(attached.message()?.text == "INNER")
    #expect(attached.part?.children.first?.first("Subject")?.text == "inner")
  }

  @Test("Content is found in HTML if the plain text is empty")
  func emptyPlain() {
    let message = read(
      "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n \n--b\n"
        + "Content-Type: text/html\n\n<p>one<p>two &amp; three<br>four\n--b--\n")
    #expect(message.text == "one\n\ntwo & three\nfour\n")
    #expect(message.attachments.isEmpty)
  }

  @Test("A multipart without a boundary still shows what was written")
  func noBoundary() {
    let message = read("Content-Type: multipart/mixed\n\nthere is a hole")
    #expect(message.text == "there is a hole")
    #expect(message.oddities.map(\.code) == [.boundary])
  }

  @Test(
    "Transfer encodings are undone, however they are written",
    arguments: [
      ("base64", "R3LD\r\nv!M=\n=Q", "Grü"), ("BASE64", "QUJD\nRA==RQ==", "ABCDE"),
      ("Quoted-Printable", "a=\nb =3D=3d  \nc=", "ab ==\nc"), ("quoted-printable", "50=% =XY", "50=% =XY"),
      ("7-bit", "plain", "plain"), ("8bit;", "plain", "plain"), ("", "plain", "plain"),
      ("x-uuencode", "begin 644 a.txt\n#86)C\n`\nend\n", "abc"),
    ])
  func encodings(_ name: String, _ body: String, _ expected: String) {
    #expect(read("Content-Transfer-Encoding: \(name)\n\n\(body)").text == expected)
  }

  @Test(
    "Charsets are read under their usual names",
    arguments: [
      ("windows-1252", [0x80, 0xE4] as [UInt8], "€ä"), ("iso-8859-1", [0x93, 0xE4], "“ä"),
      ("us-ascii", [0xC3, 0xA4], "ä"), ("x-nobody", [0xE4], "ä"), ("koi8-r", [0xF0], "П"), ("ISO-8859-5", [0xBF], "П"),
      ("big5", [0xA4, 0xA4], "中"), ("gb2312", [0xD6, 0xD0], "中"), ("hz-gb-2312", Array("~{VP~}a".utf8), "中a"),
      ("iso-2022-jp", [0x1B, 0x28, 0x49, 0x31, 0x1B, 0x28, 0x42], "ｱ"), ("euc-kr", [0xC7, 0xD1], "한"),
      ("utf-16be", [0x4E, 0x2D], "中"), ("shift_jis", [0x82, 0xA0, 0xFF], "あ\u{FFFD}"),
    ])
  func charsets(_ label: String, _ bytes: [UInt8], _ expected: String) {
    #expect(Charset.decode(bytes[...], label: label) == expected)
  }

  @Test(
    "File names become safe",
    arguments: [
      ("a/b\\c.txt", "c.txt"), ("..", "x"), ("", "x"), ("nul.txt", "_nul.txt"), ("COM7", "_COM7"),
      ("com.txt", "com.txt"),
      ("a\u{202E}b\u{0}c", "a_b_c"), (" .-hidden ", "hidden"), ("what?\"<>|.txt", "what_____.txt"),
      ("Größe.txt", "Größe.txt"),
    ])
  func fileNames(_ name: String, _ expected: String) {
    #expect(FileName.safe(name, fallback: "x") == expected)
  }

  @Test("A long file name keeps its extension and whole letters")
  func longName() {
    let name = FileName.safe(String(repeating: "ö", count: 300) + ".tar", fallback: "x")
    #expect(name.utf8.count <= 200 && name.hasSuffix("ö.tar"))
  }

  @Test(
    "HTML is words, links with their targets, and lines where lines were",
    arguments: [
      ("<a href='https://a.test/'>https://a.test</a>", "https://a.test\n"),
      ("<a href=mailto:a@b.test>a@b.test</a>", "a@b.test\n"), ("<a href='#top'>up</a>", "up\n"),
      ("<ul><li>one<li>two</ul>after", "- one\n- two\nafter\n"), ("<pre>a\n  b</pre>", "a\n  b\n"),
      ("a<!-- x -->b<![if !mso]>c", "abc\n"), ("1 < 2 &lt; 3 &#x34; &#150;", "1 < 2 < 3 4 –\n"),
      ("<script>no<b></script>yes<style>no", "yes\n"), ("<td>a<td>b<tr><td>c", "a\tb\nc\n"),
      ("<img src=cid:1 alt=Plan><img src=http://x.test>", "[picture: Plan][remote picture, not loaded]\n"),
      ("a<span style='font-size:0'>no</span>b", "ab\n"), ("<font color=white>no</font>yes", "yes\n"),
      ("<p style='background:#00f'><b style='color:#fff'>yes</b>", "yes\n"), ("?a=1&copy=2", "?a=1&copy=2\n"),
    ])
  func html(_ html: String, _ expected: String) {
    #expect(HTMLText(reading: html, limit: 10_000).text == expected)
  }

  @Test("A boundary that begins another is not taken for it")
  func prefixBoundaries() {
    let message = read(
      "Content-Type: multipart/mixed; boundary=b\n\n--b  \n\none\n--bb\nstill one\n--b\n\ntwo\n--b--\n\nepilogue")
    #expect(message.text == "one\n--bb\nstill one\ntwo")
    #expect(message.parts.count == 2)
  }
}
