import Desk
import NIOCore
import NIOPosix

/// Hands letters to a mail server by SMTP (RFC 5321). In clear, and therefore to this machine only: encryption and login
/// on the way out are the local mail server's.
public struct SMTPTransport: LetterTransport {
  public let host: String
  public let port: Int
  /// What it calls itself; neutral, because it stands in the Received field.
  let name: String
  /// How long a conversation may take. A server that falls silent must not stop everything else that waits.
  let patience: TimeAmount

  /// - Throws: `SMTPAddressFault` for a host that is not this machine.
  public init(host: String, port: Int, name: String = "localhost", patience: Duration = .seconds(60)) throws {
    guard ["127.0.0.1", "::1", "localhost"].contains(host) else { throw SMTPAddressFault(host: host) }
    self.host = host
    self.port = port
    self.name = name
    self.patience = TimeAmount(patience)
  }

  public func send(
    _ bytes: [UInt8], id: String, from: String, to: String, commit: @Sendable () async throws -> Void
  ) async throws -> String {
    for address in [from, to] where !address.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 60 && $0 != 62 }) {
      throw CarryFault.permanent("An address holds characters that mail cannot carry.")
    }
    let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    do {
      channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        .connectTimeout(.seconds(10))
        .connect(host: host, port: port) { channel in
          channel.eventLoop.makeCompletedFuture {
            try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
          }
        }
    } catch {
      throw CarryFault.temporary("The mail server \(host):\(port) cannot be reached.")
    }
    let hangUp = channel.channel.eventLoop.scheduleTask(in: patience) { channel.channel.close(promise: nil) }
    defer { hangUp.cancel() }
    do {
      return try await channel.executeThenClose { inbound, outbound in
        var dialogue = SMTPDialogue(inbound.makeAsyncIterator(), outbound)
        try await dialogue.expect(220)
        try await dialogue.say("EHLO \(name)", expecting: 250)
        try await dialogue.say("MAIL FROM:<\(from)>", expecting: 250)
        try await dialogue.say("RCPT TO:<\(to)>", expecting: 250)
        try await dialogue.say("DATA", expecting: 354)
        try await dialogue.write(Self.stuffed(bytes))
        // Everything until here can be taken back by hanging up. The dot cannot.
        try await commit()
        let answer = try await dialogue.finish()
        try? await dialogue.say("QUIT", expecting: 221)
        return answer
      }
    } catch let fault as CarryFault {
      throw fault
    } catch {
      throw CarryFault.temporary("The connection to the mail server broke.")
    }
  }

  /// RFC 5321 section 4.5.2: a dot at the start of a line is doubled.
  static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var atLineStart = true
    for byte in bytes {
      if atLineStart, byte == 46 { result.append(46) }
      result.append(byte)
      atLineStart = byte == 10
    }
    if !result.suffix(2).elementsEqual([13, 10]) { result += [13, 10] }
    return result
  }
}

/// A mail server that letters must not be handed to in clear.
public struct SMTPAddressFault: Error, CustomStringConvertible {
  public var host: String
  public var description: String {
    "Mail is handed over without encryption, so only to a mail server on this machine (127.0.0.1); “\(host)” is another one. Let a local Postfix relay it."
  }
}
