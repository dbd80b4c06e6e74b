import EmbargoTesting
import Foundation
import Storage
import Testing

@Suite("What every database promises")
struct DatabasePromises {
  @Test("What was committed is there, also for another process", arguments: DatabaseKind.testable)
  func committed(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, place async throws in
      try await database.transaction { db throws in
        #expect(try db.execute("INSERT INTO things (id, name) VALUES (1, \("one")), (2, \("two"))") == 2)
        #expect(try db.execute("UPDATE things SET name = \("zwei") WHERE id = \(2)") == 1)
        #expect(try db.execute("DELETE FROM things WHERE id = 3") == 0)
      }
      let other = try place.connect()
      let names = try await other.read { db throws in
        try db.query("SELECT name FROM things ORDER BY id").map { try $0.text("name") }
      }
      #expect(names == ["one", "zwei"])
      await other.close()
    }
  }

  @Test("A transaction that throws leaves nothing", arguments: DatabaseKind.testable)
  func rollback(kind: DatabaseKind) async throws {
    struct Refusal: Error {}
    try await withThings(kind) { database, _ async throws in
      await #expect(throws: Refusal.self) {
        try await database.transaction { db throws in
          try db.execute("INSERT INTO things (id, name) VALUES (1, 'one')")
          throw Refusal()
        }
      }
      #expect(try await count(database) == 0)
    }
  }

  @Test("A failed statement fails its transaction, even if its error is caught", arguments: DatabaseKind.testable)
  func caught(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, _ async throws in
      let error = await #expect(throws: DatabaseError.self) {
        try await database.transaction { db throws in
          try db.execute("INSERT INTO things (id, name) VALUES (1, 'one')")
          _ = try? db.execute("INSERT INTO things (id, name) VALUES (1, 'again')")
          _ = try? db.execute("INSERT INTO things (id, name) VALUES (2, 'two')")
        }
      }
      #expect(error?.isConflict == true)
      #expect(try await count(database) == 0)
      try await database.transaction { db in try db.execute("INSERT INTO things (id, name) VALUES (1, 'one')") }
      #expect(try await count(database) == 1)
    }
  }

  @Test(
    "A second row with a unique key is a conflict, and the error repeats no value", arguments: DatabaseKind.testable)
  func conflict(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, _ async throws in
      try await database.transaction { db in try db.execute("INSERT INTO things (id, name) VALUES (1, 'canary')") }
      let error = await #expect(throws: DatabaseError.self) {
        try await database.transaction { db throws in
          try db.execute("INSERT INTO things (id, name) VALUES (2, \("canary"))")
        }
      }
      #expect(error?.isConflict == true)
      #expect(error?.description.contains("canary") == false)
    }
  }

  @Test("Other failures are errors that repeat no value", arguments: DatabaseKind.testable)
  func failures(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, _ async throws in
      let statements: [SQL] = [
        "SELECT * FROM nothing WHERE x = \("canary")", "SELEKT \("canary")",
        "INSERT INTO things (id, name) VALUES (\("canary"), 'x')", "INSERT INTO things (id) VALUES (7)",
        "INSERT INTO things (id, name) VALUES (7, \("canary\0"))",
      ]
      for statement in statements {
        let error = await #expect(throws: DatabaseError.self) {
          try await database.transaction { db in try db.query(statement) }
        }
        #expect(error?.description.contains("canary") == false)
        #expect(error?.description.hasPrefix("The database failed: ") == true, "\(String(describing: error))")
      }
    }
  }

  @Test("Reading cannot write", arguments: DatabaseKind.testable)
  func readOnly(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, _ async throws in
      await #expect(throws: DatabaseError.self) {
        try await database.read { db in try db.execute("INSERT INTO things (id, name) VALUES (1, 'one')") }
      }
      #expect(try await count(database) == 0)
    }
  }

  @Test("A reader sees one state, whatever is written meanwhile", arguments: DatabaseKind.testable)
  func snapshot(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, _ async throws in
      let (looked, written) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      async let counts = database.read { db throws in
        let before = try db.query("SELECT COUNT(*) AS n FROM things")[0].int("n")
        looked.signal()
        written.wait()
        return [before, try db.query("SELECT COUNT(*) AS n FROM things")[0].int("n")]
      }
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          looked.wait()
          continuation.resume()
        }
      }
      try await database.transaction { db in try db.execute("INSERT INTO things (id, name) VALUES (1, 'one')") }
      written.signal()
      #expect(try await counts == [0, 0])
      #expect(try await count(database) == 1)
    }
  }

  @Test("Values come back as they went in", arguments: DatabaseKind.testable)
  func values(kind: DatabaseKind) async throws {
    let everyByte = (0...255).map { UInt8($0) }
    let big = [UInt8](repeating: 0, count: 300_000).map { _ in UInt8.random(in: 0...255) }
    let texts = ["", "'; DROP TABLE things; --", "é 漢字 🦊 \u{202E}", "?1 $1 \\ \" ` :a @b", "a\nb\r\n"]
    let numbers: [Int64] = [0, 1, -1, .min, .max, 255, 256, -256]
    try await withThings(kind) { database, _ async throws in
      try await database.transaction { db throws in
        for (index, bytes) in [everyByte, [], [0], big].enumerated() {
          try db.execute("INSERT INTO things (id, name, data) VALUES (\(index), \("b\(index)"), \(bytes))")
          let row = try db.query("SELECT data, name, other FROM things WHERE id = \(index)")[0]
          #expect(try row.bytes("data") == bytes)
          #expect(try row.optionalInt("other") == nil)
          #expect(throws: DatabaseError.other("The column other is empty.")) { try row.int("other") }
          #expect(throws: DatabaseError.other("The column name does not hold an integer.")) { try row.int("name") }
          #expect(throws: DatabaseError.other("The result has no column nix.")) { try row.text("nix") }
        }
        for text in texts {
          try db.execute("UPDATE things SET name = \(text) WHERE id = 0")
          #expect(try db.query("SELECT name FROM things WHERE name = \(text)")[0].text("name") == text)
        }
        for number in numbers {
          try db.execute("UPDATE things SET other = \(number) WHERE id = 0")
          #expect(try db.query("SELECT other FROM things WHERE other = \(number)")[0].int64("other") == number)
        }
        for flag in [true, false] {
          try db.execute("UPDATE things SET other = \(flag) WHERE id = 0")
          #expect(try db.query("SELECT other FROM things WHERE id = 0")[0].bool("other") == flag)
        }
        let nothing: String? = nil
        let bytes: [UInt8]? = nil
        try db.execute("UPDATE things SET other = \(nothing.map { _ in 1 }), data = \(bytes) WHERE id = 0")
        #expect(try db.query("SELECT other FROM things WHERE id = 0")[0].optionalDate("other") == nil)
      }
    }
  }

  @Test("Dates are kept to the millisecond", arguments: DatabaseKind.testable)
  func dates(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, _ async throws in
      let moments = (0..<200).map { _ in Int64.random(in: -4_000_000_000_000...4_000_000_000_000) } + [0, 1, -1, 999]
      try await database.transaction { db throws in
        try db.execute("INSERT INTO things (id, name) VALUES (1, 'date')")
        for moment in moments {
          try db.execute("UPDATE things SET other = \(Date(milliseconds: moment))")
          let row = try db.query("SELECT other FROM things")[0]
          #expect(try row.int64("other") == moment)
          #expect(try row.date("other") == Date(milliseconds: moment))
        }
      }
    }
    #expect(Date(milliseconds: .max).milliseconds > 0)
    #expect(Date(timeIntervalSince1970: .infinity).milliseconds == .max)
    #expect(Date(timeIntervalSince1970: -.infinity).milliseconds == .min)
    #expect(Date(timeIntervalSince1970: .nan).milliseconds == 0)
  }

  @Test("Lists and pieces bind their values too", arguments: DatabaseKind.testable)
  func pieces(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, _ async throws in
      try await database.transaction { db throws in
        try db.execute("INSERT INTO things (id, name) VALUES (1, 'a'), (2, 'b'), (3, 'c''')")
        let conditions: [SQL] = ["name IN \(SQL.list(["a", "c'"]))", "id > \(1)"]
        let found = try db.query(
          """
          SELECT id FROM \(SQL.identifier("things")) WHERE \(SQL.joined(conditions, separator: " AND ")) AND id < \(9)
          """)
        #expect(try found.map { try $0.int("id") } == [3])
        #expect(try db.query("SELECT id FROM things WHERE id IN \(SQL.list([Int]()))").isEmpty)
      }
    }
  }

  @Test("Many writers of two processes lose nothing", arguments: DatabaseKind.testable)
  func writers(kind: DatabaseKind) async throws {
    try await withThings(kind) { database, place async throws in
      let other = try place.connect()
      try await database.transaction { db in try db.execute("INSERT INTO things (id, name, other) VALUES (1, 'n', 0)") }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for writer in 0..<100 {
          group.addTask {
            try await [database, other][writer % 2].transaction { db throws in
              let n = try db.query("SELECT other FROM things WHERE id = 1 \(rowLock(db.dialect))")[0].int("other")
              try db.execute("UPDATE things SET other = \(n + 1) WHERE id = 1")
            }
          }
        }
        try await group.waitForAll()
      }
      let total = try await database.read { db in try db.query("SELECT other FROM things")[0].int("other") }
      #expect(total == 100)
      await other.close()
    }
  }

  @Test("A full disk is an error of its own, and the database goes on")
  func full() async throws {
    try await withThings(.sqlite) { database, place async throws in
      // A page limit gives the same code as a full disk.
      let small = try SQLiteDatabase(path: place.address)
      let error = await #expect(throws: DatabaseError.self) {
        try await small.transaction { db throws in
          _ = try db.query("PRAGMA max_page_count = 30")
          try db.execute(
            "INSERT INTO things (id, name, data) VALUES (1, 'big', \([UInt8](repeating: 1, count: 1 << 20)))")
        }
      }
      #expect(error == .full)
      #expect(try await count(small) == 0)
      try await small.transaction { db in try db.execute("INSERT INTO things (id, name) VALUES (1, 'small')") }
      #expect(try await count(database) == 1)
      await small.close()
    }
  }

  @Test("SQLite's files are private, durable and overwrite what is deleted")
  func sqliteSettings() async throws {
    try await withThings(.sqlite) { database, place async throws in
      try await database.transaction { db throws in
        #expect(try db.query("PRAGMA synchronous")[0].int("synchronous") == 2)
        #expect(try db.query("PRAGMA secure_delete")[0].int("secure_delete") == 1)
        #expect(try db.query("PRAGMA foreign_keys")[0].int("foreign_keys") == 1)
        #expect(try db.query("PRAGMA journal_mode")[0].text("journal_mode") == "wal")
        try db.execute("INSERT INTO things (id, name) VALUES (1, 'one')")
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: place.folder)
      #expect(Set(files) == ["desk.sqlite", "desk.sqlite-wal", "desk.sqlite-shm"])
      for file in files {
        let attributes = try FileManager.default.attributesOfItem(atPath: place.folder + "/" + file)
        #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file)")
      }
    }
  }

  @Test("A database that cannot be opened names its file")
  func unopenable() {
    let error = #expect(throws: DatabaseError.self) { try SQLiteDatabase(path: "/nonexistent/desk.sqlite") }
    #expect(
      error?.description == "The database cannot be reached: /nonexistent/desk.sqlite: No such file or directory")
  }
}

private func rowLock(_ dialect: Dialect) -> SQL { dialect == .postgres ? "FOR UPDATE" : "" }

private func count(_ database: any Database) async throws -> Int {
  try await database.read { db in try db.query("SELECT COUNT(*) AS n FROM things")[0].int("n") }
}

private func withThings(
  _ kind: DatabaseKind, _ body: (any Database, TestDatabase) async throws -> Void
) async throws {
  try await withDatabase(kind) { database, place async throws in
    try await database.transaction { db throws in
      let bytes: SQL = db.dialect == .postgres ? "BYTEA" : "BLOB"
      let strict: SQL = db.dialect == .postgres ? "" : "STRICT"
      let integer: SQL = db.dialect == .postgres ? "BIGINT" : "INTEGER"
      try db.execute(
        """
        CREATE TABLE things (id \(integer) PRIMARY KEY, name TEXT NOT NULL UNIQUE, data \(bytes), other \(integer)) \
        \(strict)
        """)
    }
    try await body(database, place)
  }
}
