import CVSS

let vector = try CVSS.Vector(parsing: "CVSS:3.1/C:H/I:H/A:H/AV:N/AC:L/PR:N/UI:N/S:U/RL:X")
print(vector.severity.rawValue)  // → Critical
