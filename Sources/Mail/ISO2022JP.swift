/// ISO-2022-JP (RFC 1468) rewritten as Shift_JIS, without a converter that keeps state between words: senders cut
/// encoded words inside a shift, use half-width kana (`ESC ( I`) and NEC's extra rows, and glibc refuses all three.
enum ISO2022JP {
  static func shiftJIS(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var set = Set.ascii
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes[index] == 0x1B, let (next, length) = escape(bytes[index...].dropFirst().prefix(3)) {
        set = next
        index += 1 + length
        continue
      }
      let byte = bytes[index]
      index += 1
      // A line end returns to ASCII, whatever was forgotten before it.
      if byte == 0x0A { set = .ascii }
      switch set {
      case .kana where (0x21...0x5F).contains(byte): out.append(byte | 0x80)
      case .kanji where (0x21...0x7E).contains(byte) && index < bytes.endIndex && (0x21...0x7E).contains(bytes[index]):
        out += pair(byte, bytes[index])
        index += 1
      case .other where byte > 0x20 && index < bytes.endIndex:
        out += [0x81, 0xAC]  // GETA MARK stands for a letter of a set that is not read.
        index += 1
      default: out.append(byte & 0x7F)
      }
    }
    return out
  }

  private enum Set {
    case ascii
    case kana
    case kanji
    /// JIS X 0212, GB 2312 or KS C 5601 inside ISO-2022-JP-1 and -2: two bytes a letter.
    case other
  }

  private static func escape(_ bytes: ArraySlice<UInt8>) -> (Set, length: Int)? {
    let bytes = Array(bytes)
    guard bytes.count >= 2 else { return nil }
    switch (bytes[0], bytes[1]) {
    case (UInt8(ascii: "("), UInt8(ascii: "I")): return (.kana, 2)
    case (UInt8(ascii: "("), _): return (.ascii, 2)
    case (UInt8(ascii: "$"), UInt8(ascii: "@")), (UInt8(ascii: "$"), UInt8(ascii: "B")): return (.kanji, 2)
    case (UInt8(ascii: "$"), UInt8(ascii: "A")): return (.other, 2)
    case (UInt8(ascii: "$"), UInt8(ascii: "(")) where bytes.count > 2: return (.other, 3)
    default: return nil
    }
  }

  /// Row and cell of JIS X 0208 folded into Shift_JIS.
  private static func pair(_ row: UInt8, _ cell: UInt8) -> [UInt8] {
    let lead = (row - 0x21) / 2 + (row < 0x5F ? 0x81 : 0xC1)
    let isOdd = row % 2 == 1
    let trail = isOdd ? cell + 0x1F + (cell >= 0x60 ? 1 : 0) : cell + 0x7E
    return [lead, trail]
  }
}

/// HZ (RFC 1843): GB 2312 between `~{` and `~}`.
enum HZ {
  static func gb18030(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var shifted = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "~"), index < bytes.endIndex {
        switch bytes[index] {
        case UInt8(ascii: "{"): shifted = true
        case UInt8(ascii: "}"): shifted = false
        case UInt8(ascii: "~"): out.append(byte)
        case 0x0A: break
        default:
          out.append(byte)
          index -= 1
        }
        index += 1
      } else {
        if byte == 0x0A { shifted = false }
        out.append(shifted && byte > 0x20 ? byte | 0x80 : byte)
      }
    }
    return out
  }
}
