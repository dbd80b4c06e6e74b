import CVSS

let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")
for change in vector.changes(nearestOnly: true) {
  print(change.score, change.severity.rawValue, "if", "\(change.metric):\(change.to)")
}
// → 6.5 Medium if AV:A
// → 6.5 Medium if PR:L
// → 6.5 Medium if UI:R
// → 5.9 Medium if AC:H
// → 9.1 Critical if I:H
// → 9.1 Critical if A:H
// → 5.3 Medium if C:L
// → 0.0 None if C:N
