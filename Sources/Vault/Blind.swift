import Crypto
import FoundationEssentials

extension ProjectKey {
  /// A keyed fingerprint (HMAC-SHA256, 32 bytes) by which a value can be found again but not read:
  /// tokens, duplicates, search words. Each domain has a subkey of its own.
  public func blind(_ bytes: [UInt8], domain: StaticString) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: bytes, using: subkey("blind/\(domain)")))
  }

  /// The keyed fingerprint of several fields; lengths are part of it, so `ab, c` differs from `a, bc`.
  public func blind(fields: [Field], domain: StaticString) -> [UInt8] {
    blind(Fields.encoded(fields), domain: domain)
  }
}

/// Compares secrets in a time that depends on their length only.
public func constantTimeEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  guard left.count == right.count else { return false }
  var difference: UInt8 = 0
  for index in left.indices {
    difference |= left[index] ^ right[index]
  }
  return difference == 0
}
