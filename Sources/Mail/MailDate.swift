/// Date and time in header fields (RFC 5322 section 3.3 and 4.3), as seconds since 1970. No calendar library: the rules
/// are a page, and the same everywhere.
enum MailDate {
  /// Reads `Tue, 1 Jul 2003 10:52:37 +0200 (CEST)` and its obsolete and broken relatives. Nil if day, month,
  /// year, hour or minute is missing or out of range. Without a zone it is taken as UTC.
  static func seconds(_ text: String) -> Int? {
    var words = withoutComments(text).split { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ",") }[...]
    if let first = words.first, Int(ascii: first) == nil, words.count > 1 { words = words.dropFirst() }
    // `1-Jul-2003` is one word, `1 Jul 2003` three.
    let dateWords = words.first?.split(separator: UInt8(ascii: "-")) ?? []
    let parts = dateWords.count == 3 ? dateWords : Array(words.prefix(3))
    words = words.dropFirst(dateWords.count == 3 ? 1 : 3)
    guard parts.count == 3, let day = Int(ascii: parts[0]), let month = month(parts[1]), let year = year(parts[2]),
      (1...31).contains(day), let clock = words.first.flatMap(timeOfDay)
    else { return nil }
    let zone = words.dropFirst().first.map(zoneSeconds) ?? 0
    return daysFromCivil(year: year, month: month, day: day) * 86_400 + clock - zone
  }

  /// `Tue, 01 Jul 2003 08:52:37 +0000`: always UTC, so that nobody learns where the desk sits.
  static func text(_ seconds: Int) -> String {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let clock = seconds - days * 86_400
    let (year, month, day) = civilFromDays(days)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let weekday = weekdays[((days % 7) + 7 + 4) % 7]
    let time = "\(two(clock / 3600)):\(two(clock / 60 % 60)):\(two(clock % 60))"
    return
      "\(weekday), \(two(day)) \(months[month - 1]) \(String(repeating: "0", count: year < 1000 ? 1 : 0))\(year) \(time) +0000"
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  private static func withoutComments(_ text: String) -> [UInt8] {
    var out: [UInt8] = []
    var depth = 0
    for byte in text.utf8.prefix(500) {
      if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth = max(0, depth - 1)
        out.append(0x20)
      } else if depth == 0 {
        out.append(byte)
      }
    }
    return out
  }

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    let name = word.prefix(3).lowercasedText
    return months.firstIndex { $0.lowercased() == name }.map { $0 + 1 }
  }

  /// Two and three digits by RFC 5322 section 4.3.
  private static func year(_ word: ArraySlice<UInt8>) -> Int? {
    guard let number = Int(ascii: word), number < 10_000 else { return nil }
    switch word.count {
    case 2: return number < 50 ? 2000 + number : 1900 + number
    case 3: return 1900 + number
    default: return number
    }
  }

  private static func timeOfDay(_ word: ArraySlice<UInt8>) -> Int? {
    let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), let hour = Int(ascii: parts[0]), let minute = Int(ascii: parts[1]), hour < 24,
      minute < 60
    else { return nil }
    let second = parts.count == 3 ? Int(ascii: parts[2]) ?? 0 : 0
    return hour * 3600 + minute * 60 + min(second, 60)
  }

  private static func zoneSeconds(_ word: ArraySlice<UInt8>) -> Int {
    if let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let number = Int(ascii: word.dropFirst()), number <= 9959
    {
      return (sign == UInt8(ascii: "-") ? -1 : 1) * (number / 100 * 3600 + number % 100 * 60)
    }
    let names = ["edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8]
    return (names[word.prefix(3).lowercasedText] ?? 0) * 3600
  }

  /// Days since 1970-01-01 in the Gregorian calendar (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civilFromDays(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Int {
  /// One to nine ASCII digits.
  fileprivate init?(ascii digits: ArraySlice<UInt8>) {
    guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    self = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
