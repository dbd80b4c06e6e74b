import EmbargoTesting
import Foundation
import Testing

/// The published tables lie beside the repository; without them their tests are skipped and say so.
private let tables: URL =
  (ProcessInfo.processInfo.environment["EMBARGO_CONFORMANCE"].map { URL(filePath: $0) }
  ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "../shared/conformance"))
  .appending(path: "cvss")
private let haveTables = FileManager.default.fileExists(atPath: tables.path)

/// The rows of a published table, without its heading.
private func rows(_ name: String) throws -> [[String]] {
  try String(contentsOf: tables.appending(path: name), encoding: .utf8).components(separatedBy: "\n").dropFirst()
    .filter { !$0.isEmpty }.map { $0.components(separatedBy: "\t") }
}

/// Runs `embargo cvss`.
func cvss(_ arguments: String..., input: String = "") async throws -> Program.Ending {
  try await cvss(arguments, Array(input.utf8))
}

func cvss(_ arguments: [String], _ input: [UInt8]) async throws -> Program.Ending {
  let program = try #require(Program.embargo, "build the executable, or name it by EMBARGO_BINARY")
  return try await program.run(["cvss"] + arguments, input: input)
}

/// What `embargo cvss --tsv` writes for these lines.
private func table(of vectors: [String]) async throws -> [[String]] {
  let ending = try await cvss("--tsv", input: vectors.map { $0 + "\n" }.joined())
  #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.errors)")
  #expect(ending.text.hasSuffix("\n"))
  return ending.text.components(separatedBy: "\n").dropLast().map { $0.components(separatedBy: "\t") }
}

@Suite("embargo cvss --tsv")
struct CVSSTableTests {
  // These three are skipped where the conformance tables are not at hand (EMBARGO_CONFORMANCE names their folder).
  @Test(
    "gives every published row",
    .enabled(if: haveTables, "no conformance tables"),
    arguments: [("v2.0.tsv", 6), ("v3.0.tsv", 6), ("v3.1.tsv", 6), ("v4.0.tsv", 5)])
  func published(name: String, columns: Int) async throws {
    let expected = try rows(name).map { Array($0.prefix(columns)) }
    #expect(expected.count == 2000)
    let found = try await table(of: expected.map { $0[0] })
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) where found != expected {
      Issue.record("\(found) instead of \(expected)")
    }
  }

  @Test("rounds as the specification does", .enabled(if: haveTables, "no conformance tables"))
  func rounding() async throws {
    let expected = try rows("rounding.tsv")
    let found = try await table(of: expected.map { $0[1] })
    #expect(found.count == expected.count && expected.count > 100)
    for (found, expected) in zip(found, expected) {
      #expect(found.dropFirst(3) == expected[2...4], "\(expected[1])")
    }
  }

  @Test("accepts and refuses what it must", .enabled(if: haveTables, "no conformance tables"))
  func validity() async throws {
    let expected = try rows("validity.tsv")
    let found = try await table(of: expected.map { $0[1] })
    #expect(found.count == expected.count && expected.count > 50)
    for (found, expected) in zip(found, expected) {
      #expect(found[0] == expected[1])
      #expect((found[1] == "invalid") == (expected[2] == "invalid"), "\(expected)")
      #expect(found[1] != "invalid" || found.count == 3 && !found[2].isEmpty, "\(found)")
    }
  }

  private static let good = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
  private static let scored = good + "\t9.8\tCritical\t9.8\t9.8\t9.8\n"
  private static let empty = "\tinvalid\tThere is no vector.\n"

  private static let inputs: [(input: String, output: String)] = [
    ("", ""), ("\n", empty), ("\n\n", empty + empty), (good, scored), (good + "\n", scored),
    ("\(good)\r\n\(good)\r\n", scored + scored), (good + "\r", scored), ("\r\n", empty),
    ("\u{FEFF}\(good)\r\n", scored), ("\(good)\n\n\(good)", scored + empty + scored),
  ]

  @Test("has a row for each line, whatever the line holds", arguments: inputs)
  func lines(input: String, output: String) async throws {
    let ending = try await cvss("--tsv", input: input)
    #expect(ending.status == 0 && ending.text == output, "\(ending.said)")
  }

  private static let oddities: [(line: String, column: String)] = [
    ("\(good)\tx", "\(good)\\tx"), ("a\rb", "a\\rb"), ("\r\r", "\\r"), (" \(good)", " \(good)"), ("\\n", "\\n"),
    ("x\0y", "x\0y"), ("\u{1B}[2J", "\u{1B}[2J"), ("“\u{2028}”", "“\u{2028}”"), ("\(good)\u{FEFF}", "\(good)\u{FEFF}"),
  ]

  @Test("keeps what it read in one column", arguments: oddities)
  func columns(line: String, column: String) async throws {
    let ending = try await cvss("--tsv", input: line + "\n" + Self.good + "\n")
    let found = ending.text.components(separatedBy: "\n")
    #expect(found.count == 3 && found[1] + "\n" == Self.scored, "\(ending.said)")
    let columns = found[0].components(separatedBy: "\t")
    #expect(columns.count == 3 && columns[0] == column && columns[1] == "invalid", "\(ending.said)")
  }

  @Test("passes bytes on that are no text")
  func bytes() async throws {
    let line: [UInt8] = [0xFF, 0xC3, 0x28, 0x80]
    let ending = try await cvss(["--tsv"], line + [10])
    #expect(ending.status == 0 && ending.output.starts(with: line + Array("\tinvalid\t".utf8)))
    #expect(ending.output.filter { $0 == 10 }.count == 1)
  }

  @Test("tells a line of any length from a vector")
  func longLine() async throws {
    for count in [4095, 4096, 4097, 70_000, 1 << 20] {
      let long = String(repeating: "x", count: count)
      let ending = try await cvss("--tsv", input: "\(long)\r\n\(Self.good)\n")
      let found = ending.text.components(separatedBy: "\n")
      #expect(ending.status == 0 && found.count == 3 && found[1] + "\n" == Self.scored)
      let columns = found[0].components(separatedBy: "\t")
      #expect(columns.count == 3 && columns[0] == long && columns[1] == "invalid")
    }
  }

  @Test("needs little memory, however much it reads", arguments: ["tr '\\0' x", "tr '\\0' x | fold -w 5000"])
  func memory(filter: String) async throws {
    let program = try #require(Program.embargo, "build the executable, or name it by EMBARGO_BINARY")
    let pipe = FileManager.default.temporaryDirectory.appending(path: "embargo-\(UUID().uuidString)").path
    // The process is asked for its peak when all has gone into the pipe, so it has read all but what a pipe holds.
    let script = """
      mkfifo "$1" && { "$0" cvss --tsv <"$1" >/dev/null & } && exec 3>"$1" && rm "$1"
      head -c 100000000 /dev/zero | \(filter) >&3
      grep VmHWM "/proc/$!/status"
      exec 3>&-
      wait $!
      """
    let ending = try await Program(path: "/bin/sh").run(["-c", script, program.path, pipe])
    let peak = ending.text.split(separator: " ").compactMap { Int($0) }.first
    #expect(ending.status == 0 && ending.errors.isEmpty, "\(ending.said)")
    #expect(try #require(peak, "\(ending.said)") < 60_000, "kilobytes")
  }

  @Test("takes vectors as arguments as well, and - for standard input")
  func arguments() async throws {
    let ending = try await cvss("--tsv", "high", "-", Self.good, input: "\n")
    let found = ending.text.components(separatedBy: "\n")
    #expect(ending.status == 0 && found.count == 4 && found[2] + "\n" == Self.scored, "\(ending.said)")
    #expect(found[0].hasPrefix("high\tinvalid\t") && found[1] + "\n" == Self.empty)
  }
}
