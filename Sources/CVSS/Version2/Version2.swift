extension CVSS {
  /// A vector of version 2.0 (FIRST, 2007).
  public struct Version2: Hashable, Sendable, LosslessStringConvertible {
    var packed: Packed

    init(_ packed: Packed) { self.packed = packed }

    /// Reads `AV:N/AC:L/Au:N/C:P/I:P/A:P/…`: no prefix, metrics in any order, each once, the six base metrics all.
    public init(parsing text: String) throws(Fault) {
      if let packed = Self.scan(text.utf8.span.bytes) {
        self.packed = packed
      } else {
        packed = try Self.parse(text)
      }
    }

    @inline(never) private static func parse(_ text: String) throws(Fault) -> Packed {
      let bytes = text.utf8.span
      do throws(Fault) {
        guard Version.mayBe2(bytes) else { throw Version.fault(bytes, expecting: [.v2_0]) }
        return try MetricTable.version2.parse(bytes, from: 0)
      } catch {
        throw error.suggesting(for: text, in: [.v2_0])
      }
    }

    /// The same without the fault: nil where ``init(parsing:)`` throws one.
    public init?(_ description: String) {
      guard let vector = try? Version2(parsing: description) else { return nil }
      self = vector
    }

    /// A vector with base metrics alone.
    public init(
      _ accessVector: AccessVector, _ accessComplexity: AccessComplexity, _ authentication: Authentication,
      confidentiality: Impact, integrity: Impact, availability: Impact
    ) {
      packed = Packed()
      self.accessVector = accessVector
      self.accessComplexity = accessComplexity
      self.authentication = authentication
      self.confidentiality = confidentiality
      self.integrity = integrity
      self.availability = availability
    }

    /// The canonical text: defined metrics alone, in the order of the specification (section 2.4).
    public var vector: String { MetricTable.version2.write(packed) }

    /// The same as ``vector``.
    public var description: String { vector }

    /// Of ``score``, by the bands of NVD; the version has none of its own.
    public var severity: Severity { Severity(score, in: .v2_0) }

    /// The same with everything but the base metrics undefined.
    public var base: Version2 { Version2(Packed(low: packed.low & 0xff_ffff)) }

    var isTemporal: Bool { packed.low & 0xfff << 24 != 0 }

    var isEnvironmental: Bool { packed.low >> 36 != 0 }
  }
}
