import CVSS

let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N")
for section in vector.explanation().sections {
  print(section.title)
  for line in section.lines.prefix(2) {
    print(line.text, line.metric.title, line.value)
  }
}
// → The attack
// → AV:N Attack Vector Network
// → AC:L Attack Complexity Low
// → The impact
// → C:H Confidentiality High
// → I:N Integrity None
