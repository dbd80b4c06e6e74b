import Casework
import Desk
import Foundation
import Hummingbird
import Logging
import Storage
import Synchronization
import Testing

@testable import Web

/// What holds for every page, whoever asks for it.
struct GuardTests {
  static let required: [(FieldName, String)] = [
    (.contentSecurityPolicy, "default-src 'none'"), (.contentSecurityPolicy, "frame-ancestors 'none'"),
    (.contentSecurityPolicy, "base-uri 'none'"), (.xContentTypeOptions, "nosniff"), (.referrerPolicy, "no-referrer"),
    (.crossOriginOpenerPolicy, "same-origin"), (.permissionsPolicy, "camera=()"),
  ]

  @Test("Every answer carries the protecting headers, errors included")
  func headers() async throws {
    try await House.with { house in
      let admission = try await house.report()
      var member = try await house.member("Ada", [.coordinator, .triager])
      var reporter = try await house.reporter(admission)
      var stranger = Visitor(house.website)
      let path = "/desk/cases/\(admission.id.text)"
      var answers: [(String, Visitor.Answer)] = []
      for page in [
        "/", "/policy", "/report", "/room", "/enter/abc", "/healthz", "/assets/desk.css", "/assets/desk.js", "/nowhere",
        "/desk",
      ] {
        answers.append((page, try await stranger.get(page)))
      }
      for page in [
        "/desk", "/desk/cases", "/desk/outbox", "/desk/tray", path, path + "/severity", path + "/source",
        path + "/files/x",
      ] {
        answers.append((page, try await member.get(page)))
      }
      answers.append(("room", try await reporter.get("/room/\(admission.id.text)")))
      for page in ["/report", "/room", "/enter/abc", "/leave", path + "/do/accept", "/nowhere"] {
        answers.append(("POST " + page, try await stranger.post(page)))
      }
      answers.append(("PUT", try await stranger.send(.put, "/report", headers: Visitor.ownPage, body: [])))
      for (page, answer) in answers {
        for (name, value) in Self.required {
          #expect(answer.headers[name]?.contains(value) == true, "\(name) of \(page)")
        }
        #expect(answer.headers[.crossOriginResourcePolicy] != nil, "\(page)")
        if !page.hasPrefix("/assets/") { #expect(answer.headers[.cacheControl] == "no-store", "\(page)") }
      }
    }
  }

  @Test("What does not exist and what is not for the asker cannot be told apart")
  func uniform() async throws {
    try await House.with { house in
      let admission = try await house.report()
      let other = try await house.report()
      var answers: [Visitor.Answer] = []
      var stranger = Visitor(house.website)
      var admin = try await house.member("Admin", [.admin])
      var reporter = try await house.reporter(other)
      var member = try await house.member("Ada", [.triager])
      for path in ["", "/source", "/files/x", "/do/accept", "/severity", "/severity/preview"] {
        for id in [admission.id.text, "AAAAA-AAAAA", "nonsense"] {
          for page in ["/desk/cases/\(id)\(path)"] {
            answers.append(try await stranger.get(page))
            answers.append(try await admin.get(page))
            answers.append(try await reporter.get(page))
          }
        }
        answers.append(try await member.get("/desk/cases/AAAAA-AAAAA\(path)"))
      }
      for path in ["/severity", "/severity/preview"] {
        answers.append(try await stranger.post("/desk/cases/\(admission.id.text)\(path)", [("do", "look")]))
        answers.append(try await reporter.post("/desk/cases/\(other.id.text)\(path)", [("do", "look")]))
      }
      answers.append(try await stranger.get("/desk"))
      answers.append(try await admin.get("/desk/cases"))
      answers.append(try await stranger.get("/nowhere/at/all"))
      answers.append(try await stranger.post("/room/\(admission.id.text)/do/write", [("text", "x")]))
      answers.append(try await reporter.post("/room/\(admission.id.text)/do/write", [("text", "x")]))
      #expect(Set(answers.map(\.status)) == [404])
      #expect(Set(answers.map(\.text)).count == 1)
      #expect(Set(answers.map { $0.headers.map { "\($0)" }.sorted() }).count == 1)
    }
  }

  @Test("A room's door says the same for a wrong handle and for a wrong secret")
  func uniformDoor() async throws {
    try await House.with { house in
      let admission = try await house.report()
      var stranger = Visitor(house.website)
      let handles = [admission.id.text, "AAAAA-AAAAA", "not a handle"]
      var pages: Set<String> = []
      for handle in handles {
        let answer = try await stranger.post("/room", [("handle", handle), ("secret", "wrong")])
        #expect(answer.status == 403)
        #expect(answer.headers[.setCookie] == nil)
        pages.insert(answer.text.replacing("value=\"\(handle)\"", with: ""))
      }
      #expect(pages.count == 1)
      let known = try await stranger.get("/room/\(admission.id.text)")
      let unknown = try await stranger.get("/room/AAAAA-AAAAA")
      #expect(known.text.replacing(admission.id.text, with: "") == unknown.text.replacing("AAAAA-AAAAA", with: ""))
    }
  }

  @Test(
    "Forms from other people's pages are refused",
    arguments: [
      [.secFetchSite: "cross-site"], [.secFetchSite: "same-site"], [.origin: "https://evil.example"],
      [.origin: "http://127.0.0.1:8081"], [.origin: "nonsense"],
      [.secFetchSite: "cross-site", .origin: "http://127.0.0.1:8080"],
    ] as [HTTPFields])
  func foreignForms(headers: HTTPFields) async throws {
    try await House.with { house in
      let admission = try await house.report()
      var member = try await house.member("Ada", [.triager])
      let token = hiddenValue("form-token", in: try await member.get("/desk").text) ?? ""
      let link = try await house.desk.addMember(named: "Bo", roles: [.triager]).link
      let forms: [(String, [(String, String)])] = [
        ("/desk/cases/\(admission.id.text)/do/acknowledge", [("form-token", token), ("text", "Hello")]),
        ("/desk/cases/\(admission.id.text)/severity", [("form-token", token), ("do", "look")]),
        ("/desk/cases/\(admission.id.text)/severity/preview", [("form-token", token), ("do", "look")]),
        ("/report", [("text", "x")]), ("/room", [("handle", admission.id.text), ("secret", admission.secret)]),
        ("/enter/\(link)", []), ("/leave", [("form-token", token)]),
      ]
      for (path, fields) in forms {
        let answer = try await member.post(path, fields, headers: headers)
        #expect(answer.status == 403, "\(path)")
      }
      #expect(try await house.desk.load(admission.id)?.report.acknowledgedAt == nil)
      #expect(try await house.desk.cases().count == 1)
      #expect(try await member.post("/enter/\(link)").status == 303, "the link was not used up")
    }
  }

  @Test("A signed-in form needs its session's token")
  func formToken() async throws {
    try await House.with { house in
      let admission = try await house.report()
      var member = try await house.member("Ada", [.triager])
      var reporter = try await house.reporter(admission)
      for token in [[], [("form-token", "")], [("form-token", "wrong")]] {
        let fields = token + [("text", "Hello")]
        #expect(try await member.post("/desk/cases/\(admission.id.text)/do/acknowledge", fields).status == 403)
        #expect(try await member.post("/desk/cases/\(admission.id.text)/severity", fields).status == 403)
        #expect(try await member.post("/desk/cases/\(admission.id.text)/severity/preview", fields).status == 403)
        #expect(try await reporter.post("/room/\(admission.id.text)/do/write", fields).status == 403)
        #expect(try await member.post("/leave", token).status == 403)
      }
      #expect(try await house.desk.load(admission.id)?.conversation.letters.count == 1)
    }
  }

  @Test("Opening a sign-in link changes nothing; pressing its button works once")
  func signInLink() async throws {
    try await House.with { house in
      let link = try await house.desk.addMember(named: "Ada", roles: [.triager]).link
      var scanner = Visitor(house.website)
      for method in [HTTPRequest.Method.get, .head, .get] {
        #expect(try await scanner.get("/enter/\(link)", method: method).status == 200)
      }
      var visitor = Visitor(house.website)
      let answer = try await visitor.post("/enter/\(link)")
      #expect(answer.status == 303)
      #expect(answer.location == "/desk")
      for cookie in answer.headers[values: .setCookie] {
        #expect(cookie.contains("; HttpOnly") && cookie.contains("; SameSite=Strict") && cookie.contains("; Path=/"))
      }
      #expect(try await visitor.get("/desk").status == 200)
      var second = Visitor(house.website)
      #expect(try await second.post("/enter/\(link)").status == 403)
      #expect(try await second.get("/desk").status == 404)
    }
  }

  @Test("Over TLS the cookies are secure and belong to this host alone")
  func secureCookies() async throws {
    try await House.with { house in
      let website = Website(desk: house.desk, settings: WebSettings(baseURL: "https://desk.example"))
      var visitor = Visitor(website)
      let answer = try await visitor.post(
        "/enter/\(try await house.desk.addMember(named: "Ada", roles: [.triager]).link)")
      for cookie in answer.headers[values: .setCookie] {
        #expect(cookie.hasPrefix("__Host-") && cookie.contains("; Secure") && !cookie.contains("Domain"))
      }
      #expect(answer.headers[.strictTransportSecurity] != nil)
      #expect(try await visitor.get("/desk").status == 200)
    }
  }

  @Test("A session ends after half an hour without use, after twelve hours, and when one signs out")
  func sessionsEnd() async throws {
    try await House.with { house in
      var idle = try await house.member("Ada", [.triager])
      house.clock.advance(by: 29 * 60)
      #expect(try await idle.get("/desk").status == 200)
      house.clock.advance(by: 31 * 60)
      #expect(try await idle.get("/desk").status == 404)

      var busy = try await house.member("Bo", [.triager])
      for _ in 0..<28 {
        house.clock.advance(by: 25 * 60)
        #expect(try await busy.get("/desk").status == 200)
      }
      house.clock.advance(by: 25 * 60)
      #expect(try await busy.get("/desk").status == 404)

      var leaving = try await house.member("Cy", [.triager])
      let stolen = leaving.cookies
      let token = hiddenValue("form-token", in: try await leaving.get("/desk").text) ?? ""
      #expect(try await leaving.post("/leave", [("form-token", token)]).status == 303)
      #expect(leaving.cookies.isEmpty)
      leaving.cookies = stolen
      #expect(try await leaving.get("/desk").status == 404, "a stolen cookie is worth nothing after leaving")
    }
  }

  @Test("A failure shows a bare page with the request's name, and the log learns nothing of the case")
  func failure() async throws {
    let log = Log()
    try await House.with { house in
      let admission = try await house.report { $0.title = "CANARY-TITLE" }
      var member = try await house.member("Ada", [.coordinator])
      member.logger = Logger(label: "test") { _ in log }
      _ = try await member.get("/desk/cases/\(admission.id.text)?q=CANARY-QUERY")
      _ = try await member.get("/enter/CANARY-TOKEN")
      _ = try await member.post("/report", [("text", "CANARY-TEXT"), ("contact", "CANARY-ADDRESS@example.org")])
      await house.desk.database.close()
      let answer = try await member.get("/desk/cases/\(admission.id.text)")
      #expect(answer.status == 500)
      #expect(answer.text.contains("request-1"))
      let lines = log.lines.withLock { $0 }
      #expect(lines.count >= 4)
      #expect(lines.contains { $0.contains("/desk/cases/{handle}") })
      for line in lines {
        #expect(!line.contains("CANARY") && !line.contains(admission.id.text), "\(line)")
      }
    }
  }
}

/// Keeps what was logged.
private final class Log: LogHandler {
  let lines = Mutex<[String]>([])
  private let stored = Mutex<Logger.Metadata>([:])
  var metadata: Logger.Metadata {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }
  var logLevel: Logger.Level {
    get { .trace }
    set {}
  }
  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }
  func log(event: LogEvent) {
    lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:])") }
  }
}
