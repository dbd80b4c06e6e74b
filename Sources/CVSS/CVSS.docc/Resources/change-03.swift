import CVSS

for metric in CVSS.Metric.all(of: .v3_1).prefix(2) {
  print(metric.title, metric.question)
  for code in metric.codes {
    print(code, metric.title(of: code) ?? "")
  }
}
// → Attack Vector From where can the attacker attack?
// → N Network
// → A Adjacent
// → L Local
// → P Physical
// → Attack Complexity Does the attack need something that the attacker does not control?
// → L Low
// → H High
