import Hummingbird

/// Why a request gets no page of its own: a status, and a sentence that says what to do.
struct Sorry: Error {
  var status: HTTPResponse.Status
  var sentence: String

  /// What does not exist and what is not for the asker are the same to the asker (A17).
  static let notFound = Sorry(status: .notFound, sentence: "")

  static func malformed(_ sentence: String) -> Sorry { Sorry(status: .badRequest, sentence: sentence) }
  static func tooLarge(_ sentence: String) -> Sorry { Sorry(status: .contentTooLarge, sentence: sentence) }

  /// The request came from a page of somebody else (A27).
  static let foreign = Sorry(
    status: .forbidden,
    sentence: "This form was not sent from our own page. Open the page here again, and send the form from there.")

  static let staleForm = Sorry(
    status: .forbidden,
    sentence:
      "This form is from an earlier session. Go back, copy what you wrote, load the page again, and send it from there."
  )
}
