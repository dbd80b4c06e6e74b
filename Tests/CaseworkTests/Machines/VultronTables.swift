/// The tables of the Vultron protocol (repository snapshot of 2026-08-21); cells of prose are cut into columns.
///
/// Where the documents contradict themselves the corrected row stands here, with the reason above it.
enum VultronTables {
  static let reportManagement = TextTable(
    """
    | from | r | v | i | a | d | c |
    | S    | R |   |   |   |   |   |
    | R    |   | V | I |   |   |   |
    | I    |   | V |   |   |   | C |
    | V    |   |   |   | A | D |   |
    | A    |   |   |   |   | D | C |
    | D    |   |   |   | A |   | C |
    | C    |   |   |   |   |   |   |
    """)

  static let embargoManagement = TextTable(
    """
    | from | p | a | r | t |
    | N    | P |   |   |   |
    | P    | P | A | N |   |
    | A    | R |   |   | X |
    | R    | R | A | A | X |
    | X    |   |   |   |   |
    """)

  static let embargoConsent = TextTable(
    """
    | from       | invite  | accept    | decline  | revise | reset      |
    | NO_EMBARGO | INVITED | SIGNATORY | DECLINED |        | NO_EMBARGO |
    | INVITED    |         | SIGNATORY | DECLINED |        | NO_EMBARGO |
    | SIGNATORY  |         |           |          | LAPSED | NO_EMBARGO |
    | LAPSED     | INVITED | SIGNATORY | DECLINED |        | NO_EMBARGO |
    | DECLINED   | INVITED |           |          |        | NO_EMBARGO |
    """)

  // Row 22 follows the facts: the documents' grammar leads from VFdPxA by X to VFDPXA, and so flips two letters at
  // once, where it must say VFdPXA.
  static let caseFacts = TextTable(
    """
    | #  | state  | allowed                                        | forced | embargo                  |
    | 1  | vfdpxa | V→Vfdpxa, P→vfdPxa, X→vfdpXa, A→vfdpxA         |        | may start / hold         |
    | 2  | vfdPxa | V→VfdPxa                                       | V      | MUST end; none may start |
    | 3  | vfdpXa | P→vfdPXa                                       | P      | MUST end; none may start |
    | 4  | vfdPXa | V→VfdPXa                                       | V      | MUST end; none may start |
    | 5  | vfdpxA | V→VfdpxA, P→vfdPxA, X→vfdpXA                   |        | SHOULD end; none may start |
    | 6  | vfdPxA | V→VfdPxA                                       | V      | MUST end; none may start |
    | 7  | vfdpXA | P→vfdPXA                                       | P      | MUST end; none may start |
    | 8  | vfdPXA | V→VfdPXA                                       | V      | MUST end; none may start |
    | 9  | Vfdpxa | F→VFdpxa, P→VfdPxa, X→VfdpXa, A→VfdpxA         |        | may start / hold         |
    | 10 | VfdPxa | F→VFdPxa, X→VfdPXa, A→VfdPxA                   |        | MUST end; none may start |
    | 11 | VfdpXa | P→VfdPXa                                       | P      | MUST end; none may start |
    | 12 | VfdPXa | F→VFdPXa, A→VfdPXA                             |        | MUST end; none may start |
    | 13 | VfdpxA | F→VFdpxA, P→VfdPxA, X→VfdpXA                   |        | SHOULD end; none may start |
    | 14 | VfdPxA | F→VFdPxA, X→VfdPXA                             |        | MUST end; none may start |
    | 15 | VfdpXA | P→VfdPXA                                       | P      | MUST end; none may start |
    | 16 | VfdPXA | F→VFdPXA                                       |        | MUST end; none may start |
    | 17 | VFdpxa | D→VFDpxa, P→VFdPxa, X→VFdpXa, A→VFdpxA         |        | may start, brief only    |
    | 18 | VFdPxa | D→VFDPxa, X→VFdPXa, A→VFdPxA                   |        | MUST end; none may start |
    | 19 | VFdpXa | P→VFdPXa                                       | P      | MUST end; none may start |
    | 20 | VFdPXa | D→VFDPXa, A→VFdPXA                             |        | MUST end; none may start |
    | 21 | VFdpxA | D→VFDpxA, P→VFdPxA, X→VFdpXA                   |        | SHOULD end; none may start |
    | 22 | VFdPxA | D→VFDPxA, X→VFdPXA                             |        | MUST end; none may start |
    | 23 | VFdpXA | P→VFdPXA                                       | P      | MUST end; none may start |
    | 24 | VFdPXA | D→VFDPXA                                       |        | MUST end; none may start |
    | 25 | VFDpxa | P→VFDPxa, X→VFDpXa, A→VFDpxA                   |        | SHOULD NOT start         |
    | 26 | VFDPxa | X→VFDPXa, A→VFDPxA                             |        | MUST end; none may start |
    | 27 | VFDpXa | P→VFDPXa                                       | P      | MUST end; none may start |
    | 28 | VFDPXa | A→VFDPXA                                       |        | MUST end; none may start |
    | 29 | VFDpxA | P→VFDPxA, X→VFDpXA                             |        | SHOULD end; none may start |
    | 30 | VFDPxA | X→VFDPXA                                       |        | MUST end; none may start |
    | 31 | VFDpXA | P→VFDPXA                                       | P      | MUST end; none may start |
    | 32 | VFDPXA |                                                |        | MUST end; none may start |
    """)

  // RI from V is left out: the documents list it here and not in the machine, and the machine is right.
  static let sendingReports = TextTable(
    """
    | message | RM      | effect |
    | RS      | A       | none   |
    | RI      | R       | →I     |
    | RV      | R, I    | →V     |
    | RD      | V, A    | →D     |
    | RA      | V, D    | →A     |
    | RC      | I, D, A | →C     |
    | RE      | any     | none   |
    | RK      | any     | none   |
    """)

  /// All of these need RM≠C.
  static let sendingEmbargoes = TextTable(
    """
    | message | CS  | EM     | effect |
    | EP      | pxa | N, P   | →P     |
    | EA      | pxa | P      | →A     |
    | EV      | pxa | A, R   | →R     |
    | EJ      | pxa | R      | →A     |
    | EC      | pxa | R      | →A     |
    | ER      | any | P      | →N     |
    | ET      | any | A, R   | →X     |
    | EK      | any | any    | none   |
    | EE      | any | any    | none   |
    """)

  /// All of these need RM≠C. Alternatives of the embargo's state and their effects are parted by strokes.
  static let sendingFacts = TextTable(
    """
    | message | CS     | RM  | EM               | facts | RM after | EM after     |
    | CV      | vfd··· | S   | any              | V     | →R       | –            |
    | CF      | Vfd··· | any | any              | F     | –        | –            |
    | CD      | VFd··· | any | any              | D     | –        | –            |
    | CP      | ···p·· | any | N, X / P / A, R  | P     | –        | – / →N / →X  |
    | CX      | ···px· | any | N, X / P / A, R  | X, P  | –        | – / →N / →X  |
    | CX      | ···Px· | any | N, X / P / A, R  | X     | –        | – / →N / →X  |
    | CA      | ·····a | any | N, X / P / A, R  | A     | –        | – / →N / →X  |
    | CK      | ······ | any | any              |       | –        | –            |
    | CE      | ······ | any | any              |       | –        | –            |
    """)

  /// The first row that fits counts.
  static let receivingReports = TextTable(
    """
    | message            | RM            | who        | CS     | facts | RM after | reply  |
    | RS RI RV RD RA RC RE RK | C        | any        | ······ |       | –        |        |
    | RS                 | S             | vendor     | vfd··· | V     | →R       | RK, CV |
    | RS                 | R, I, V, D, A | vendor     | vfd··· | V     | –        | RK, CV |
    | RS                 | S             | vendor     | V····· |       | →R       | RK, CV |
    | RS                 | R, I, V, D, A | vendor     | V····· |       | –        | RK, CV |
    | RS                 | S             | non-vendor | ······ |       | →R       | RK     |
    | RS                 | R, I, V, D, A | non-vendor | ······ |       | –        | RK     |
    | RI RV RD RA RC     | R, I, V, D, A | any        | ······ |       | –        | RK     |
    | RI RV RD RA RC     | S             | any        | ······ |       | –        | RE, GI |
    | RE                 | any           | any        | ······ |       | –        | RK, GI |
    | RK                 | any           | any        | ······ |       | –        |        |
    """)

  /// The first row that fits counts.
  static let receivingEmbargoes = TextTable(
    """
    | message | CS      | EM   | effect | reply  |
    | EP      | pxa     | N    | →P     | EK     |
    | EP      | pxa     | P    | none   | EK     |
    | EA      | pxa     | P    | →A     | EK     |
    | EV      | pxa     | A    | →R     | EK     |
    | EV      | pxa     | R    | none   | EK     |
    | EJ EC   | pxa     | R    | →A     | EK     |
    | ER      | any     | P    | →N     | EK     |
    | ET      | any     | A, R | →X     | EK     |
    | ET      | any     | X    | none   | EK     |
    | EP      | not pxa | N    | none   | ER     |
    | EP EA   | not pxa | P    | →N     | ER     |
    | EV      | not pxa | A, R | →X     | ET     |
    | EJ EC   | not pxa | R    | →X     | ET     |
    | EE      | any     | any  | none   | EK, GI |
    | EK      | any     | any  | none   |        |
    | EP ER EA EV EJ EC ET | any | any | none | EE |
    """)

  // CA leaves p as it is: the documents' rows print P, their text and the sending rows do not. CX on pX is in no
  // row; P is forced there, and the message tells it.
  static let receivingFacts = TextTable(
    """
    | message  | CS     | EM              | facts | EM after    | reply  |
    | CV CF CD | ······ | any             |       | –           | CK     |
    | CP       | ···p·· | N, X / P / A, R | P     | – / →N / →X | CK     |
    | CP       | ···P·· | any             |       | –           | CK     |
    | CX       | ···px· | N, X / P / A, R | X, P  | – / →N / →X | CK     |
    | CX       | ···Px· | N, X / P / A, R | X     | – / →N / →X | CK     |
    | CX       | ···pX· | N, X / P / A, R | P     | – / →N / →X | CK     |
    | CX       | ···PX· | any             |       | –           | CK     |
    | CA       | ·····a | N, X / P / A, R | A     | – / →N / →X | CK     |
    | CA       | ·····A | any             |       | –           | CK     |
    | CE       | ······ | any             |       | –           | CK, GI |
    | CK       | ······ | any             |       | –           |        |
    """)

  static let generalReplies = ["GI": ["GK"], "GK": [], "GE": ["GI"]]

  static let messages =
    "RS RI RV RD RA RC RK RE EP ER EA EV EJ EC ET EK EE CV CF CD CP CX CA CK CE GI GK GE"
}
