extension CVSS.MetricTable {
  /// Version 2.0, sections 2.1 to 2.4.
  static let version2 = CVSS.MetricTable(
    .v2_0,
    base(.exploitability, [("AV", 0)], "L A N")
      + base(.exploitability, [("AC", 1)], "H M L")
      + base(.exploitability, [("Au", 2)], "M S N")
      + base(.impact, [("C", 3), ("I", 4), ("A", 5)], "N P C")
      + optional(.temporal, .temporal, [("E", 6)], "ND U POC F H")
      + optional(.temporal, .temporal, [("RL", 7)], "ND OF TF W U")
      + optional(.temporal, .temporal, [("RC", 8)], "ND UC UR C")
      + optional(.environmental, .general, [("CDP", 9)], "ND N L LM MH H")
      + optional(.environmental, .general, [("TD", 10)], "ND N L M H")
      + optional(.environmental, .requirements, [("CR", 11), ("IR", 12), ("AR", 13)], "ND L M H"))
}
