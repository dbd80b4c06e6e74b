import Foundation

/// Standard input by lines, in constant memory.
enum StandardInput {
  /// How much of its line a piece is.
  enum Part {
    case whole
    /// The line goes on: it is longer than ``longest``.
    case more
    /// The last piece of such a line.
    case last
  }

  /// Lines up to this many bytes come in one piece.
  static let longest = 4096

  /// Calls `body` with each line without its end, LF or CRLF. What stands after the last end is a line, unless it is
  /// empty.
  ///
  /// - Parameter afterEachBlock: called whenever all that could be read at once has been told, so that an answer can be
  ///   written before the next input is waited for.
  static func lines(
    _ body: (UnsafeBufferPointer<UInt8>, Part) throws -> Void, afterEachBlock: () throws -> Void = {}
  ) throws {
    var splitter = Splitter()
    try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { block in
      while true {
        let count = read(0, block.baseAddress, block.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw Sentence("Standard input cannot be read: \(String(cString: strerror(errno))).") }
        guard count > 0 else { break }
        try splitter.take(UnsafeBufferPointer(rebasing: block[..<count]), body)
        try afterEachBlock()
      }
      try splitter.finish(body)
    }
  }

  private struct Splitter {
    typealias Body = (UnsafeBufferPointer<UInt8>, Part) throws -> Void

    /// The beginning of a line whose end has not been read.
    private var rest: [UInt8] = []
    private var isLong = false
    private var isAtStart = true

    mutating func take(_ block: UnsafeBufferPointer<UInt8>, _ body: Body) throws {
      var remaining = block
      while let end = remaining.first(UInt8(ascii: "\n")) {
        let line = UnsafeBufferPointer(rebasing: remaining[..<end])
        remaining = UnsafeBufferPointer(rebasing: remaining[(end + 1)...])
        if rest.isEmpty, !isLong {
          try tell(line, .whole, body)
        } else {
          rest += line
          try tellRest(body)
        }
      }
      rest += remaining
      guard rest.count > StandardInput.longest else { return }
      // A carriage return may belong to the line end that comes.
      let held = rest.last == UInt8(ascii: "\r") ? rest.popLast() : nil
      try rest.withUnsafeBufferPointer { try tell($0, .more, body) }
      rest = held.map { [$0] } ?? []
      isLong = true
    }

    mutating func finish(_ body: Body) throws {
      if isLong || !rest.isEmpty { try tellRest(body) }
    }

    private mutating func tellRest(_ body: Body) throws {
      let line = rest
      rest.removeAll(keepingCapacity: true)
      try line.withUnsafeBufferPointer { try tell($0, isLong ? .last : .whole, body) }
      isLong = false
    }

    private mutating func tell(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Part, _ body: Body) throws {
      var bytes = bytes
      if isAtStart, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst(3))
      }
      isAtStart = false
      if part != .more, bytes.last == UInt8(ascii: "\r") { bytes = UnsafeBufferPointer(rebasing: bytes.dropLast()) }
      try body(bytes, part)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte. The C library looks at many bytes at once.
  func first(_ byte: UInt8) -> Int? {
    guard let baseAddress, let found = memchr(baseAddress, Int32(byte), count) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
  }
}

/// Standard output, written at once and with its failures.
enum StandardOutput {
  static func write(_ text: String) throws {
    var text = text
    try text.withUTF8(write)
  }

  static func write(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Foundation.write(1, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Sentence("Standard output cannot be written: \(String(cString: strerror(errno))).")
      }
      rest = rest.dropFirst(count)
    }
  }
}
