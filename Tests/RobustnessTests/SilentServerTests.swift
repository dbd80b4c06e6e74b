import Desk
import EmbargoTesting
import Foundation
import Mailroom
import Testing

@Suite("A mail server that falls silent")
struct SilentServerTests {
  @Test("after it was given a mail leaves the delivery uncertain, and stops nothing")
  func afterTheMail() async throws {
    try await MailSink.with(pause: .seconds(3_600)) { sink in
      let transport = try SMTPTransport(host: "127.0.0.1", port: sink.port, patience: .seconds(5))
      let fault = await #expect(throws: CarryFault.self) {
        try await transport.send(
          Array("Subject: x\r\n\r\nx\r\n".utf8), id: "1@x.example", from: "a@x.example", to: "b@x.example"
        ) {}
      }
      guard case .uncertain = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
      #expect(sink.mails.count == 1)
    }
  }

  @Test("before it was given the mail leaves the delivery for later")
  func beforeTheMail() async throws {
    // Its queue takes the connection, and nobody ever says anything.
    let silent = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(silent) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(silent, address, length) == 0 && listen(silent, 1) == 0 && getsockname(silent, address, &length) == 0
      }
    }
    try #require(bound)
    let transport = try SMTPTransport(
      host: "127.0.0.1", port: Int(UInt16(bigEndian: address.sin_port)), patience: .milliseconds(300))
    let fault = await #expect(throws: CarryFault.self) {
      try await transport.send([], id: "1@x.example", from: "a@x.example", to: "b@x.example") {}
    }
    guard case .temporary = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
  }
}
