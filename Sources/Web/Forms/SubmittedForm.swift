import Desk
import Hummingbird
import NIOCore

/// What a browser sent with a form: fields by name, each with all of its values, and files.
struct SubmittedForm {
  var fields: [String: [String]] = [:]
  var files: [Upload] = []

  /// The whole body of a request.
  static let mostBytes = 20 << 20
  /// All text fields together.
  static let mostFields = 2_000
  static let mostFiles = 20

  /// The first value of a field, without blanks around it; empty if there is none.
  subscript(name: String) -> String {
    (fields[name]?.first ?? "").trimmingBlanks
  }

  func all(_ name: String) -> [String] { fields[name] ?? [] }

  /// Reads a request's body.
  ///
  /// - Throws: `Sorry`, with a sentence for the person at the form.
  static func read(_ request: Request) async throws -> SubmittedForm {
    let tooLarge = Sorry.tooLarge(
      "That is more than \(mostBytes >> 20) MB, so nothing of it was kept. Go back: your text is still there. "
        + "Leave out files, or make them smaller, and send it again; more files can follow later.")
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > mostBytes { throw tooLarge }
    let body: [UInt8]
    do {
      body = Array(buffer: try await request.body.collect(upTo: mostBytes))
    } catch is NIOTooManyBytesError {
      throw tooLarge
    }
    let type = FieldValue(request.headers[.contentType] ?? "")
    switch type.word {
    case "application/x-www-form-urlencoded": return try SubmittedForm(urlEncoded: body)
    case "multipart/form-data": return try SubmittedForm(multipart: body, boundary: type.parameters["boundary"] ?? "")
    default:
      throw Sorry(
        status: .unsupportedMediaType, sentence: "Send the form as the page sends it: as multipart/form-data.")
    }
  }

  private init(urlEncoded body: [UInt8]) throws {
    let pairs = URLEncodedForm.pairs(of: body)
    guard pairs.count <= Self.mostFields else { throw Sorry.malformed("The form has too many fields.") }
    for (name, value) in pairs { fields[name, default: []].append(value.withPlainLineEnds) }
  }

  private init(multipart body: [UInt8], boundary: String) throws {
    let parts: [MultipartForm.Part]
    do {
      parts = try MultipartForm.parts(of: body, boundary: boundary)
    } catch {
      throw Sorry.malformed(
        "The form did not arrive whole (\(error.reason) At byte \(error.offset).) Nothing was kept; please send it again."
      )
    }
    for part in parts {
      if let fileName = part.fileName {
        // A file field that was left alone comes as a part without name and content.
        guard !fileName.isEmpty || !part.content.isEmpty else { continue }
        files.append(Upload(name: fileName, mediaType: part.mediaType, content: part.content))
      } else {
        fields[part.name, default: []].append(String(decoding: part.content, as: UTF8.self).withPlainLineEnds)
      }
    }
    guard files.count <= Self.mostFiles else {
      throw Sorry.malformed("At most \(Self.mostFiles) files come with one report. Put them into one archive.")
    }
  }

  init() {}
}

extension String {
  /// Forms are sent with line ends of two characters; people wrote one.
  var withPlainLineEnds: String {
    utf8.contains(13) ? replacing("\r\n", with: "\n") : self
  }

  var trimmingBlanks: String {
    let tail = drop(while: \.isWhitespace)
    guard let last = tail.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(tail[...last])
  }
}
