/// A mailbox (RFC 5322 section 3.4): who, and where.
public struct Address: Sendable, Hashable {
  /// The display name, decoded. Anybody can write anything here, another person's address included.
  public let name: String?
  /// `local@domain` as written, without comments and source routes. May be empty or no address at all: a field
  /// read from a mail is not checked, only taken apart.
  public let address: String

  public init(name: String? = nil, address: String) {
    self.name = name
    self.address = address
  }

  /// What follows the last `@`, in small letters; nil if there is none.
  public var domain: String? {
    guard let at = address.utf8.lastIndex(of: UInt8(ascii: "@")) else { return nil }
    let domain = address[address.utf8.index(after: at)...]
    return domain.isEmpty ? nil : domain.lowercased()
  }
}
