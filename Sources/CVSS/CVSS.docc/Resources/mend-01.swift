import CVSS

do throws(CVSS.Fault) {
  let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:M/PR:N/UI:N/S:U/C:H/I:H/A:H")
  print(vector.score)
} catch {
  print(error.metric ?? "", error.offset, error.reason)
}
// → AC 17 AC takes one of L, H, not “M”.
