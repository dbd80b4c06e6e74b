import CVSS

let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/RL:O")
print(vector.score)  // → 9.4
print(vector.baseScore)  // → 9.8
