/// `format=flowed` (RFC 3676): lines that end in a blank go on in the next, at the same depth of quotation.
enum Flowed {
  /// The text with paragraphs on one line each, quotations marked `> `, `>> `, … `deletesSpace` is the parameter DelSp.
  static func unwrapped(_ text: String, deletesSpace: Bool) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count)
    var open: Int?
    let lines = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let isLast = number == lines.count - 1
      if isLast, line.isEmpty {
        if open != nil { out.append(0x0A) }
        break
      }
      let depth = line.prefix { $0 == UInt8(ascii: ">") }.count
      var content = line.dropFirst(depth)
      if content.first == 0x20 { content = content.dropFirst() }
      let isSignature = content.elementsEqual("-- ".utf8)
      if let before = open, before != depth || isSignature {
        out.append(0x0A)
        open = nil
      }
      if open == nil, depth > 0 { out += [UInt8](repeating: UInt8(ascii: ">"), count: min(depth, 100)) + [0x20] }
      if content.last == 0x20, !isSignature {
        out += deletesSpace ? content.dropLast() : content
        open = depth
      } else {
        out += content
        if !isLast { out.append(0x0A) }
        open = nil
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
