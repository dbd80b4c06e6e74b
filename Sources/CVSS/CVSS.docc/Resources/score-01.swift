import CVSS

let vector = try CVSS.Vector(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
print(vector.score)  // → 9.8
print(vector.score.tenths)  // → 98
print(vector.severity > .high)  // → true
