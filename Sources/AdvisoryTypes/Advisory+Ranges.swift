extension Advisory.Line {
  /// All versions of the line: `7.3` gives everything from 7.3 up to, not including, 7.4.
  ///
  /// A label that is not made of numbers has no bounds that could be computed; then the range is open, or closed by what
  /// else is known.
  public var versions: VersionRange {
    guard let numbers = DottedNumber(prefixOf: label) else { return VersionRange(from: nil, to: .open) }
    return VersionRange(from: numbers.description, to: .before(numbers.next.description))
  }

  /// The affected versions of the line; `nil` if it is not affected or that is not known.
  ///
  /// Never reaches into the next line: without a fix, or with one that only a later line has, it ends where the line ends.
  public var affected: VersionRange? {
    guard case .affected(let from, let solution) = status else { return nil }
    var range = versions
    if !from.isEmpty, from != "0" { range.start = from }
    if case .fixed(let version, _) = solution, !version.isEmpty, !isBeyond(version) { range.end = .before(version) }
    return range
  }

  /// The version of this line that has the fix; `nil` if there is none or a later line has it.
  public var fixedVersion: String? {
    guard case .affected(_, .fixed(let version, _)) = status, !version.isEmpty, !isBeyond(version) else { return nil }
    return version
  }

  /// Whether the affected versions begin with the line, so that nothing of it lies before them.
  public var isAffectedFromItsBeginning: Bool {
    guard let start = affected?.start, let line = DottedNumber(prefixOf: label) else { return true }
    guard let first = DottedNumber(start) else { return false }
    return first.isSame(as: line)
  }

  private func isBeyond(_ version: String) -> Bool {
    guard let line = DottedNumber(prefixOf: label), let number = DottedNumber(leading: version) else { return false }
    return !number.isBelow(line.next)
  }
}

/// `7.3.0` as numbers; only for finding the bounds of a line, no order for a product's versions.
struct DottedNumber: CustomStringConvertible {
  private var parts: [Int]

  /// The whole text must be numbers with points between them.
  init?(_ text: some StringProtocol) {
    guard text.utf8.count <= 64 else { return nil }
    var parts: [Int] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard (1...9).contains(part.utf8.count), part.utf8.allSatisfy(\.isDigit), let number = Int(part) else {
        return nil
      }
      parts.append(number)
    }
    self.parts = parts
  }

  /// A line's label: numbers, with `.x` or `.*` allowed after them.
  init?(prefixOf label: String) {
    self.init(label.hasSuffix(".x") || label.hasSuffix(".*") ? label.dropLast(2) : label[...])
  }

  /// The numbers that a version begins with: `7.3.5` of `7.3.5-rc1`.
  init?(leading version: String) {
    let numbers = version.prefix { $0 == "." || ("0"..."9").contains($0) }
    self.init(numbers.last == "." ? numbers.dropLast() : numbers)
  }

  var description: String { parts.map(String.init).joined(separator: ".") }

  /// The first of the following line: `7.4` after `7.3`.
  var next: DottedNumber {
    var copy = self
    if let last = copy.parts.popLast() { copy.parts.append(last + 1) }
    return copy
  }

  func isBelow(_ other: DottedNumber) -> Bool { significant.lexicographicallyPrecedes(other.significant) }
  func isSame(as other: DottedNumber) -> Bool { significant == other.significant }

  private var significant: ArraySlice<Int> {
    var parts = parts[...]
    while parts.last == 0 { parts.removeLast() }
    return parts
  }
}
