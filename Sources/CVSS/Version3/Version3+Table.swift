extension CVSS.MetricTable {
  static let version30 = CVSS.MetricTable(.v3_0, version3)
  static let version31 = CVSS.MetricTable(.v3_1, version3)

  /// Versions 3.0 and 3.1, sections 2 to 4 and 6.
  private static let version3 =
    base(.exploitability, [("AV", 0)], "N A L P")
    + base(.exploitability, [("AC", 1)], "L H")
    + base(.exploitability, [("PR", 2)], "N L H")
    + base(.exploitability, [("UI", 3)], "N R")
    + base(.scope, [("S", 4)], "U C")
    + base(.impact, [("C", 5), ("I", 6), ("A", 7)], "H L N")
    + optional(.temporal, .temporal, [("E", 8)], "X H F P U")
    + optional(.temporal, .temporal, [("RL", 9)], "X U W T O")
    + optional(.temporal, .temporal, [("RC", 10)], "X C R U")
    + optional(.environmental, .requirements, [("CR", 11), ("IR", 12), ("AR", 13)], "X H M L")
    + optional(.environmental, .modifiedExploitability, [("MAV", 16)], "X N A L P")
    + optional(.environmental, .modifiedExploitability, [("MAC", 17)], "X L H")
    + optional(.environmental, .modifiedExploitability, [("MPR", 18)], "X N L H")
    + optional(.environmental, .modifiedExploitability, [("MUI", 19)], "X N R")
    + optional(.environmental, .modifiedScope, [("MS", 20)], "X U C")
    + optional(.environmental, .modifiedImpact, [("MC", 21), ("MI", 22), ("MA", 23)], "X H L N")
}
