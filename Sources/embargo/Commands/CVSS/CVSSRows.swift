import CVSS
import Foundation

/// The rows of `embargo cvss --tsv`, collected until they are written.
struct CVSSRows {
  private var output: [UInt8] = []
  private static let tab = UInt8(ascii: "\t")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let newline = UInt8(ascii: "\n")

  /// Adds the row of a line, or the piece of a line that is too long to be a vector.
  mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ part: StandardInput.Part) {
    column(line)
    switch part {
    case .more: return
    case .last: invalid("The line is longer than any vector.")
    case .whole:
      do throws(CVSS.Fault) {
        scores(try CVSS.Vector(parsing: String(decoding: line, as: UTF8.self)))
      } catch {
        invalid(error.reason)
      }
    }
    output.append(Self.newline)
  }

  /// Writes what there is to standard output.
  mutating func flush() throws {
    try output.withUnsafeBufferPointer(StandardOutput.write)
    output.removeAll(keepingCapacity: true)
  }

  private mutating func scores(_ vector: CVSS.Vector) {
    next(vector.score)
    next(vector.severity.rawValue)
    switch vector {
    case .version2(let vector):
      next(vector.baseScore)
      next(vector.temporalScore)
      next(vector.environmentalScore)
    case .version3(let vector):
      next(vector.baseScore)
      next(vector.temporalScore)
      next(vector.environmentalScore)
    case .version4(let vector):
      next(vector.nomenclature.rawValue)
      next(vector.macrovector.description)
    }
  }

  private mutating func invalid(_ reason: String) {
    next("invalid")
    output.append(Self.tab)
    var reason = reason
    reason.withUTF8 { column($0) }
  }

  private mutating func next(_ text: String) {
    output.append(Self.tab)
    output += text.utf8
  }

  private mutating func next(_ score: CVSS.Score?) {
    output.append(Self.tab)
    guard let tenths = score?.tenths else { return }
    if tenths >= 100 { output.append(UInt8(ascii: "1")) }
    output.append(UInt8(ascii: "0") + UInt8(tenths / 10 % 10))
    output.append(UInt8(ascii: "."))
    output.append(UInt8(ascii: "0") + UInt8(tenths % 10))
  }

  /// Text that may hold anything but stays in its column.
  private mutating func column(_ bytes: UnsafeBufferPointer<UInt8>) {
    if bytes.first(Self.tab) == nil, bytes.first(Self.carriageReturn) == nil, bytes.first(Self.newline) == nil {
      output.append(contentsOf: bytes)
      return
    }
    for byte in bytes {
      switch byte {
      case Self.tab: output += "\\t".utf8
      case Self.carriageReturn: output += "\\r".utf8
      case Self.newline: output += "\\n".utf8
      default: output.append(byte)
      }
    }
  }
}
