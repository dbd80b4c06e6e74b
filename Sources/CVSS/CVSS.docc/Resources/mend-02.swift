import CVSS

do throws(CVSS.Fault) {
  let vector = try CVSS.Vector(parsing: "(cvss:3.1/av:n/ac:l/pr:n/ui:n/s:u/c:h/i:h/a:h)")
  print(vector.score)
} catch {
  print(error.suggestion ?? error.reason)
}
// → CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
