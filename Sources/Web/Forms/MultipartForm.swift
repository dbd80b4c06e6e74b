/// Reads `multipart/form-data` (RFC 7578) as browsers write it: strictly, in memory, in time linear in its length.
struct MultipartForm {
  struct Part: Equatable {
    var name: String
    /// Nil for an ordinary field.
    var fileName: String?
    var mediaType: String
    var content: [UInt8]
  }

  /// What is wrong with a body, and where.
  struct Fault: Error, Equatable, CustomStringConvertible {
    enum Code: String {
      case boundary, delimiter, header, disposition, unfinished, tooManyParts
    }

    var code: Code
    var reason: String
    /// In bytes from the start of the body.
    var offset: Int

    var description: String { reason }
  }

  static let mostParts = 200
  static let longestHeader = 8_192

  /// - Parameter boundary: the parameter of that name in the request's content type.
  static func parts(of body: [UInt8], boundary: String) throws(Fault) -> [Part] {
    let mark = Array(boundary.utf8)
    guard (1...70).contains(mark.count), mark.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw Fault(code: .boundary, reason: "The boundary is none.", offset: 0)
    }
    let opening = Array("--".utf8) + mark
    guard body.starts(with: opening) else {
      throw Fault(code: .delimiter, reason: "The body does not begin with its boundary.", offset: 0)
    }
    let delimiter = Array("\r\n".utf8) + opening
    var parts: [Part] = []
    var position = opening.count
    // `position` stands behind a delimiter: either `--` and the end follow, or a line end and a part.
    while !body.has(Array("--".utf8), at: position) {
      guard body.has(Array("\r\n".utf8), at: position) else {
        throw Fault(code: .delimiter, reason: "A boundary does not end its line.", offset: position)
      }
      guard parts.count < mostParts else {
        throw Fault(code: .tooManyParts, reason: "The form has more than \(mostParts) parts.", offset: position)
      }
      position += 2
      var part = try header(of: body, at: &position)
      guard let end = body.index(of: delimiter, from: position) else {
        throw Fault(code: .unfinished, reason: "The last part does not end.", offset: position)
      }
      part.content = Array(body[position..<end])
      parts.append(part)
      position = end + delimiter.count
    }
    return parts
  }

  /// Reads a part's header fields and leaves `position` at its content.
  private static func header(of body: [UInt8], at position: inout Int) throws(Fault) -> Part {
    let start = position
    var part: Part?
    var mediaType = "text/plain"
    while true {
      let limit = min(body.count, start + longestHeader)
      guard let end = body.index(of: Array("\r\n".utf8), from: position, to: limit) else {
        throw Fault(code: .header, reason: "A part's header does not end, or is too long.", offset: position)
      }
      let line = String(decoding: body[position..<end], as: UTF8.self)
      let offset = position
      position = end + 2
      if line.isEmpty { break }
      let pieces = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard pieces.count == 2 else {
        throw Fault(code: .header, reason: "A line of a part's header has no colon.", offset: offset)
      }
      let value = FieldValue(String(pieces[1]))
      switch pieces[0].lowercased() {
      case "content-disposition":
        guard part == nil, value.word == "form-data", let name = value.parameters["name"] else {
          throw Fault(code: .disposition, reason: "A part is no field of a form.", offset: offset)
        }
        part = Part(name: name, fileName: value.parameters["filename"], mediaType: "", content: [])
      case "content-type": mediaType = value.word
      default: break
      }
    }
    guard var part else { throw Fault(code: .disposition, reason: "A part has no name.", offset: start) }
    part.mediaType = mediaType
    return part
  }
}
