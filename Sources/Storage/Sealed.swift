import Vault

extension ProjectKey {
  func seal(text: String, for context: SealContext) throws(SealFault) -> [UInt8] {
    try seal(Array(text.utf8), for: context)
  }

  func open(text sealed: [UInt8], for context: SealContext) throws(SealFault) -> String {
    String(decoding: try open(sealed, for: context), as: UTF8.self)
  }
}

extension CaseKey {
  func seal(text: String, for context: SealContext) throws(SealFault) -> [UInt8] {
    try seal(Array(text.utf8), for: context)
  }

  func open(text sealed: [UInt8], for context: SealContext) throws(SealFault) -> String {
    String(decoding: try open(sealed, for: context), as: UTF8.self)
  }
}

/// What `open` yields, or nil if the key was destroyed. Damage is still an error.
func unlessShredded<T>(_ open: () throws -> T) throws -> T? {
  do {
    return try open()
  } catch SealFault.shredded {
    return nil
  }
}
