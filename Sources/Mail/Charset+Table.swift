extension Charset {
  /// Every label that is understood. Names that promise little mean more in practice: a mail that says
  /// `gb2312` holds GBK, one that says `iso-8859-1` windows-1252.
  static let table: [String: Decoder] = {
    var table: [String: Decoder] = [:]
    func add(_ decoder: Decoder, _ names: String...) {
      for name in names { table[name] = decoder }
    }
    add(.utf8, "utf-8", "utf8", "utf-8mb4", "utf8mb4", "unicode-1-1-utf-8", "x-unicode20utf8", "cp65001")
    add(
      .unlabelled, "", "us-ascii", "ascii", "usascii", "ansi_x3.4-1968", "iso646-us", "646", "cp367", "x-unknown",
      "unknown", "unknown-8bit", "8bit", "7bit", "default", "none", "x-user-defined", "default_charset", "charset")
    add(
      .windows1252, "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "8859-1", "latin1", "latin-1", "l1", "cp819",
      "windows-1252", "windows1252", "cp1252", "cp-1252", "x-cp1252", "ansi", "iso-ir-100")
    add(.iso2022JP, "iso-2022-jp", "iso2022-jp", "iso2022jp", "csiso2022jp", "iso-2022-jp-1", "iso-2022-jp-ms", "jis")
    add(.hz, "hz-gb-2312", "hz", "hz-gb2312")
    for page in 2...16 where page != 12 {
      let name = page == 8 ? "ISO-8859-8" : "ISO-8859-\(page)"
      for label in ["iso-8859-\(page)", "iso8859-\(page)", "iso_8859-\(page)"] { table[label] = .system(name) }
    }
    add(.system("ISO-8859-2"), "latin2", "latin-2", "l2")
    add(.system("CP1254"), "iso-8859-9", "latin5", "l5")
    add(.system("ISO-8859-15"), "latin-9", "latin9")
    add(.system("ISO-8859-6"), "iso-8859-6-i", "iso-8859-6-e", "arabic")
    add(.system("ISO-8859-7"), "greek")
    add(.system("ISO-8859-8"), "iso-8859-8-i", "iso-8859-8-e", "hebrew")
    for page in [1250, 1251, 1253, 1254, 1255, 1256, 1257, 1258] {
      for label in ["windows-\(page)", "windows\(page)", "cp\(page)", "cp-\(page)", "x-cp\(page)"] {
        table[label] = .system("CP\(page)")
      }
    }
    for page in [437, 850, 852, 855, 858, 860, 861, 862, 863, 864, 865, 866, 869] {
      for label in ["ibm\(page)", "cp\(page)", "ibm-\(page)", "cp-\(page)"] { table[label] = .system("CP\(page)") }
    }
    add(.system("CP874"), "windows-874", "cp874", "tis-620", "tis620", "iso-8859-11", "iso8859-11")
    add(.system("KOI8-R"), "koi8-r", "koi8r", "koi8", "cskoi8r")
    add(.system("KOI8-U"), "koi8-u", "koi8u", "koi8-ru")
    add(.system("GB18030"), "gb2312", "gb_2312-80", "gb-2312", "gbk", "gb18030", "gb-18030", "cp936", "x-gbk", "euc-cn")
    add(.system("BIG5-HKSCS"), "big5", "big-5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950")
    add(
      .system("CP932"), "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932", "cswindows31j")
    add(.system("EUC-JP-MS"), "euc-jp", "eucjp", "x-euc-jp", "ujis", "euc-jp-ms", "eucjp-win")
    add(
      .system("CP949"), "euc-kr", "euckr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean", "cp949",
      "uhc", "windows-949", "ks_c_5601")
    add(.system("ISO-2022-KR"), "iso-2022-kr", "csiso2022kr")
    add(.system("EUC-TW"), "euc-tw", "x-euc-tw")
    add(.system("UTF-7"), "utf-7", "utf7", "unicode-1-1-utf-7", "x-unicode-1-1-utf-7", "csunicode11utf7")
    add(.system("UTF-16"), "utf-16", "utf16", "unicode", "ucs-2", "iso-10646-ucs-2")
    add(.system("UTF-16LE"), "utf-16le", "ucs-2le")
    add(.system("UTF-16BE"), "utf-16be", "ucs-2be")
    add(.system("MACINTOSH"), "macintosh", "mac", "x-mac-roman", "x-mac-ce")
    add(.system("MAC-CYRILLIC"), "x-mac-cyrillic", "mac-cyrillic", "x-mac-ukrainian")
    add(.system("VISCII"), "viscii")
    add(.system("TCVN5712-1"), "tcvn", "tcvn5712-1")
    return table
  }()
}
