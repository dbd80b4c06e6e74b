extension CVSS.MetricTable {
  /// Version 4.0, sections 2 to 5 and 7. The impacts on subsequent systems count from 2, because their modified
  /// integrity and availability have one value more in front: Safety.
  static let version4 = CVSS.MetricTable(
    .v4_0, isOrdered: true,
    base(.exploitability, [("AV", 0)], "N A L P")
      + base(.exploitability, [("AC", 1)], "L H")
      + base(.exploitability, [("AT", 2)], "N P")
      + base(.exploitability, [("PR", 3)], "N L H")
      + base(.exploitability, [("UI", 4)], "N P A")
      + base(.vulnerableSystem, [("VC", 5), ("VI", 6), ("VA", 7)], "H L N")
      + base(.subsequentSystem, [("SC", 8), ("SI", 9), ("SA", 10)], "H L N", first: 2)
      + optional(.threat, .threat, [("E", 11)], "X A P U")
      + optional(.environmental, .requirements, [("CR", 12), ("IR", 13), ("AR", 14)], "X H M L")
      + optional(.environmental, .modifiedExploitability, [("MAV", 16)], "X N A L P")
      + optional(.environmental, .modifiedExploitability, [("MAC", 17)], "X L H")
      + optional(.environmental, .modifiedExploitability, [("MAT", 18)], "X N P")
      + optional(.environmental, .modifiedExploitability, [("MPR", 19)], "X N L H")
      + optional(.environmental, .modifiedExploitability, [("MUI", 20)], "X N P A")
      + optional(
        .environmental, .modifiedVulnerableSystem, [("MVC", 21), ("MVI", 22), ("MVA", 23)], "X H L N")
      + optional(.environmental, .modifiedSubsequentSystem, [("MSC", 24)], "X H L N", first: 2)
      + optional(.environmental, .modifiedSubsequentSystem, [("MSI", 25), ("MSA", 26)], "X S H L N")
      + optional(.supplemental, .supplemental, [("S", 15)], "X N P")
      + optional(.supplemental, .supplemental, [("AU", 27)], "X N Y")
      + optional(.supplemental, .supplemental, [("R", 28)], "X A U I")
      + optional(.supplemental, .supplemental, [("V", 29)], "X D C")
      + optional(.supplemental, .supplemental, [("RE", 30)], "X L M H")
      + optional(.supplemental, .supplemental, [("U", 31)], "X Clear Green Amber Red"))
}
