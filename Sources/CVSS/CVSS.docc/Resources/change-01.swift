import CVSS

let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
if let metric = CVSS.Metric.named("AV", in: vector.version) {
  let local = vector.setting(metric, to: "L")
  print(local?.score ?? vector.score)  // → 8.4
  print(vector.setting(metric, to: "?") == nil)  // → true
}
