import ArgumentParser
import Casework
import Desk
import Foundation
import Storage
import Vault

/// Runs a command and tells failures as sentences: 2 for a rule that says no, 1 for everything else.
func telling(_ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let refusal as Refusal {
    complain(refusal.sentence)
    throw ExitCode(2)
  } catch let exit as ExitCode {
    throw exit
  } catch {
    complain("\(error)")
    throw ExitCode(1)
  }
}

/// A sentence for the person at the terminal.
func complain(_ sentence: String) {
  FileHandle.standardError.write(Data((sentence + "\n").utf8))
}

/// A line that is seen at once, also by whoever writes the output into a file.
func tell(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}
