import NIOCore
import NIOPosix
import Synchronization

/// A mail server that takes every mail and delivers none (RFC 5321): it remembers what it took, and so knows better than
/// any client what arrived.
public final class MailSink: Sendable {
  /// A mail that was taken: once the last dot was read, before the client can know.
  public struct Mail: Sendable {
    public var sender: String
    public var recipient: String
    /// Header and body, without the dots of the transport.
    public var content: String
    /// The field's value, without its brackets.
    public var messageID: String { field("Message-ID").filter { !"<>".contains($0) } }

    /// The first line of a header field; empty if there is none.
    public func field(_ name: String) -> String {
      let line = content.split(separator: "\r\n").first { $0.lowercased().hasPrefix(name.lowercased() + ":") }
      return line.map { $0.dropFirst(name.count + 1).trimmingBlanks } ?? ""
    }
  }

  public let port: Int
  /// How long it thinks after it has taken a mail, before it says so.
  private let pause: Duration
  private let taken = Mutex<[Mail]>([])

  public var mails: [Mail] { taken.withLock { $0 } }

  /// Runs `body` with a server on a free port of this machine.
  public static func with<T>(
    pause: Duration = .zero, _ body: (MailSink) async throws -> T
  ) async throws -> T {
    let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .bind(host: "127.0.0.1", port: 0) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }
      }
    let sink = MailSink(port: server.channel.localAddress?.port ?? 0, pause: pause)
    let serving = Task {
      try await server.executeThenClose { clients in
        await withDiscardingTaskGroup { group in
          do {
            for try await client in clients { group.addTask { await sink.serve(client) } }
          } catch {
            // The end of the server.
          }
        }
      }
    }
    defer { serving.cancel() }
    return try await body(sink)
  }

  private init(port: Int, pause: Duration) {
    self.port = port
    self.pause = pause
  }

  private func serve(_ client: NIOAsyncChannel<ByteBuffer, ByteBuffer>) async {
    // A client that was killed in the middle is an ordinary end.
    try? await client.executeThenClose { inbound, outbound in
      var conversation = Conversation()
      try await outbound.write(ByteBuffer(string: "220 sink\r\n"))
      for try await buffer in inbound {
        for (reply, mail) in conversation.hear(buffer.readableBytesView) {
          if let mail {
            taken.withLock { $0.append(mail) }
            try await Task.sleep(for: pause)
          }
          try await outbound.write(ByteBuffer(string: reply + "\r\n"))
          if reply.hasPrefix("221") { return }
        }
      }
    }
  }

  /// What was said so far on one connection.
  private struct Conversation {
    private var rest: [UInt8] = []
    private var (sender, recipient) = ("", "")
    private var content: String?

    /// The replies to the lines that are complete now; with one of them may come a mail that was taken.
    mutating func hear(_ bytes: some Sequence<UInt8>) -> [(reply: String, mail: Mail?)] {
      rest += bytes
      var replies: [(String, Mail?)] = []
      while let end = rest.firstIndex(of: 10) {
        let line = String(decoding: rest[..<end].filter { $0 != 13 }, as: UTF8.self)
        rest.removeSubrange(...end)
        if let reply = answer(line) { replies.append(reply) }
      }
      return replies
    }

    private mutating func answer(_ line: String) -> (String, Mail?)? {
      if let content {
        guard line == "." else {
          self.content = content + (line.hasPrefix(".") ? line.dropFirst() : line[...]) + "\r\n"
          return nil
        }
        self.content = nil
        return ("250 taken", Mail(sender: sender, recipient: recipient, content: content))
      }
      switch line.prefix(4).uppercased() {
      case "EHLO": return ("250-sink\r\n250 8BITMIME", nil)
      case "MAIL":
        sender = Self.address(line)
        return ("250 go on", nil)
      case "RCPT":
        recipient = Self.address(line)
        return ("250 go on", nil)
      case "DATA":
        content = ""
        return ("354 go on", nil)
      case "QUIT": return ("221 bye", nil)
      default: return ("500 what?", nil)
      }
    }

    private static func address(_ line: String) -> String {
      String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
    }
  }
}

extension Substring {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
