import NIOCore
import NIOHTTP1
import NIOPosix

/// One request on one connection to a port of this machine, for as much as chromedriver needs.
///
/// Foundation's URLSession on Linux refuses chromedriver's answers: it wants a space after a header's colon.
enum LocalHTTP {
  struct Answer: Sendable {
    var status = 0
    var body: [UInt8] = []
  }

  /// Sends a request and collects the answer. An answer that takes longer than `patience` is a failure.
  static func send(
    _ method: HTTPMethod, _ path: String, port: Int, body: [UInt8]?, patience: Duration = .seconds(60)
  ) async throws -> Answer {
    try await withThrowingTaskGroup(of: Answer.self) { group in
      group.addTask { try await exchange(method, path, port, body) }
      group.addTask {
        try await Task.sleep(for: patience)
        throw Browser.Failure("no answer", "\(method) \(path) took longer than \(patience)")
      }
      defer { group.cancelAll() }
      guard let first = try await group.next() else { throw CancellationError() }
      return first
    }
  }

  private static func exchange(
    _ method: HTTPMethod, _ path: String, _ port: Int, _ body: [UInt8]?
  ) async throws -> Answer {
    let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
    let channel = try await bootstrap.connect(host: "127.0.0.1", port: port) { channel in
      channel.eventLoop.makeCompletedFuture {
        try channel.pipeline.syncOperations.addHTTPClientHandlers()
        return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(wrappingChannelSynchronously: channel)
      }
    }
    return try await channel.executeThenClose { inbound, outbound in
      var headers: HTTPHeaders = ["Host": "127.0.0.1:\(port)", "Connection": "close"]
      if let body {
        headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
        headers.add(name: "Content-Length", value: "\(body.count)")
      }
      try await outbound.write(.head(HTTPRequestHead(version: .http1_1, method: method, uri: path, headers: headers)))
      if let body { try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: body)))) }
      try await outbound.write(.end(nil))

      var answer = Answer()
      for try await part in inbound {
        switch part {
        case .head(let head): answer.status = Int(head.status.code)
        case .body(let buffer): answer.body += buffer.readableBytesView
        case .end: return answer
        }
      }
      throw Browser.Failure("no answer", "\(method) \(path): the connection was closed")
    }
  }
}
