import Vault

/// Where the chain of events ends: kept in the desk's row `chain`, with a proof that only the key's holder can make.
struct ChainHead {
  /// The number of events so far; positions count from 1.
  var position: Int64
  var hash: Chain.Hash

  /// The head of a desk without events.
  static func start(with chain: Chain, in db: any Connection) throws(DatabaseError) {
    let head = ChainHead(position: 0, hash: .start)
    try db.execute("INSERT INTO desk (name, value) VALUES ('chain', \(head.text(chain)))")
  }

  /// The head, locked until the transaction ends: one transaction after the other appends.
  static func locked(with chain: Chain, in db: any Connection) throws(DatabaseError) -> ChainHead {
    let rows = try db.query("SELECT value FROM desk WHERE name = 'chain' \(db.dialect.forUpdate)")
    guard let row = rows.first, let head = ChainHead(try row.text("value"), chain) else {
      throw .other("the head of the chain of events was tampered with. Run: embargo audit verify")
    }
    return head
  }

  /// The head as it stands; nil if it is missing or its proof fails.
  static func current(with chain: Chain, in db: any Connection) throws(DatabaseError) -> ChainHead? {
    guard let row = try db.query("SELECT value FROM desk WHERE name = 'chain'").first else { return nil }
    return ChainHead(try row.text("value"), chain)
  }

  func store(with chain: Chain, in db: any Connection) throws(DatabaseError) {
    try db.execute("UPDATE desk SET value = \(text(chain)) WHERE name = 'chain'")
  }

  private init(position: Int64, hash: Chain.Hash) {
    self.position = position
    self.hash = hash
  }

  /// `POSITION HASH PROOF`, hashes in hexadecimal.
  private init?(_ text: String, _ chain: Chain) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 3, let position = Int64(parts[0]),
      let hash = Hexadecimal.bytes(parts[1]).flatMap(Chain.Hash.init)
    else { return nil }
    self.init(position: position, hash: hash)
    // Compared as text, so that no other spelling of the same head passes.
    guard constantTimeEqual(Array(self.text(chain).utf8), Array(text.utf8)) else { return nil }
  }

  private func text(_ chain: Chain) -> String {
    let proof = chain.proof(ofHead: hash, at: position)
    return "\(position) \(Hexadecimal.text(hash.bytes)) \(Hexadecimal.text(proof.bytes))"
  }
}

enum Hexadecimal {
  private static let digits = Array("0123456789abcdef")

  static func text(_ bytes: [UInt8]) -> String {
    String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }

  static func bytes(_ text: Substring) -> [UInt8]? {
    let nibbles = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
    guard nibbles.count == text.utf8.count, nibbles.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: nibbles.count, by: 2).map { UInt8(nibbles[$0] << 4 | nibbles[$0 + 1]) }
  }
}
