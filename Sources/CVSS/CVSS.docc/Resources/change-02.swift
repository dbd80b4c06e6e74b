import CVSS

var vector = try CVSS.Version3(parsing: "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")
vector.attackVector = .local
vector.privilegesRequired = .low
print(vector.score, vector)  // → 7.8 CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H
