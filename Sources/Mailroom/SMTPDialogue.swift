import Desk
import NIOCore

/// The conversation with a mail server: lines out, replies in (RFC 5321 section 4.2).
struct SMTPDialogue {
  typealias Inbound = NIOAsyncChannelInboundStream<ByteBuffer>
  private var inbound: Inbound.AsyncIterator
  private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
  private var buffer: [UInt8] = []

  init(_ inbound: Inbound.AsyncIterator, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>) {
    self.inbound = inbound
    self.outbound = outbound
  }

  mutating func say(_ line: String, expecting code: Int) async throws {
    try await write(Array((line + "\r\n").utf8))
    try await expect(code)
  }

  func write(_ bytes: [UInt8]) async throws { try await outbound.write(ByteBuffer(bytes: bytes)) }

  mutating func expect(_ code: Int) async throws {
    let reply = try await reply()
    guard reply.code == code else { throw Self.fault(reply) }
  }

  /// Ends the data. After this nobody can say that it did not arrive, unless the server says so.
  mutating func finish() async throws -> String {
    do {
      try await write(Array(".\r\n".utf8))
      let reply = try await reply()
      guard reply.code == 250 else { throw Self.fault(reply) }
      return reply.text
    } catch let fault as CarryFault {
      throw fault
    } catch {
      throw CarryFault.uncertain("The connection broke after the end of the mail; it may have been taken.")
    }
  }

  private struct Reply {
    var code: Int
    var text: String
  }

  private static func fault(_ reply: Reply) -> CarryFault {
    let words = "The mail server said: \(reply.code) \(reply.text)"
    return reply.code / 100 == 5 ? .permanent(words) : .temporary(words)
  }

  private mutating func reply() async throws -> Reply {
    var text: [String] = []
    while true {
      let line = try await line()
      guard line.count >= 3, let code = Int(line.prefix(3)) else { throw ChannelError.inputClosed }
      text.append(String(line.dropFirst(4)))
      if line.dropFirst(3).first != "-" { return Reply(code: code, text: text.joined(separator: " ")) }
      guard text.count < 100 else { throw ChannelError.inputClosed }
    }
  }

  private mutating func line() async throws -> String {
    while true {
      if let end = buffer.firstIndex(of: 10) {
        let line = buffer[..<end].filter { $0 != 13 }
        buffer.removeSubrange(...end)
        return String(decoding: line, as: UTF8.self)
      }
      guard buffer.count < 65_536, let more = try await inbound.next() else { throw ChannelError.inputClosed }
      buffer.append(contentsOf: more.readableBytesView)
    }
  }
}
