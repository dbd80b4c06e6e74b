import CVSS

let vector = try CVSS.Version4(parsing: "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:P")
print(vector.score, vector.severity.rawValue)  // → 8.9 High
print(vector.nomenclature.rawValue, vector.nomenclature.phrase)  // → CVSS-BT base and threat metrics
print(vector.macrovector)  // → 000210
