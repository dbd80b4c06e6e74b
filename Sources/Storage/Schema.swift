// The tables. Columns named `sealed…`, `wrapped`, `digest` and `hash` hold encrypted or keyed bytes; all others are
// plain and therefore hold only random ids, versions, names of events and states, times, counts and sort keys.

extension Migration {
  /// The books proper: the desk's own facts, a key per case, the events.
  static let books = Migration(name: "001 books") { db throws(DatabaseError) in
    let (blob, integer, strict) = (db.dialect.blob, db.dialect.integer, db.dialect.strict)
    try db.execute("CREATE TABLE desk (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) \(strict)")
    try db.execute(
      """
      CREATE TABLE case_keys (
        case_id TEXT PRIMARY KEY NOT NULL,
        wrapped \(blob),
        shredded_at \(integer),
        CHECK ((wrapped IS NULL) = (shredded_at IS NOT NULL))
      ) \(strict)
      """)
    try db.execute(
      """
      CREATE TABLE events (
        position \(integer) NOT NULL UNIQUE,
        case_id TEXT NOT NULL,
        version \(integer) NOT NULL,
        name TEXT NOT NULL,
        at \(integer) NOT NULL,
        actor TEXT NOT NULL,
        sealed \(blob) NOT NULL,
        hash \(blob) NOT NULL,
        PRIMARY KEY (case_id, version)
      ) \(strict)
      """)
    try db.protectFromChange("events")
  }

  /// What came in, durable before anybody reads it; and the files that belong to cases.
  static let intake = Migration(name: "002 intake") { db throws(DatabaseError) in
    let (blob, integer, strict) = (db.dialect.blob, db.dialect.integer, db.dialect.strict)
    try db.execute(
      """
      CREATE TABLE intake (
        sequence \(db.dialect.sequence),
        id TEXT NOT NULL UNIQUE,
        received_at \(integer) NOT NULL,
        route TEXT NOT NULL,
        size \(integer) NOT NULL,
        digest \(blob) NOT NULL UNIQUE,
        sealed_raw \(blob) NOT NULL,
        sealed_envelope \(blob) NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('new', 'read', 'tray')),
        case_id TEXT,
        attempts \(integer) NOT NULL DEFAULT 0,
        sealed_note \(blob)
      ) \(strict)
      """)
    try db.execute("CREATE INDEX intake_by_state ON intake (state, sequence)")
    try db.execute("CREATE INDEX intake_by_case ON intake (case_id)")
    try db.execute(
      """
      CREATE TABLE intake_copies (
        intake_id TEXT PRIMARY KEY NOT NULL REFERENCES intake (id) ON DELETE CASCADE,
        copies \(integer) NOT NULL,
        last_at \(integer) NOT NULL
      ) \(strict)
      """)
    try db.execute(
      """
      CREATE TABLE attachments (
        sequence \(db.dialect.sequence),
        id TEXT NOT NULL UNIQUE,
        case_id TEXT NOT NULL REFERENCES case_keys (case_id),
        sealed_name \(blob) NOT NULL,
        sealed_type \(blob) NOT NULL,
        sealed_content \(blob) NOT NULL,
        size \(integer) NOT NULL,
        at \(integer) NOT NULL
      ) \(strict)
      """)
    try db.execute("CREATE INDEX attachments_by_case ON attachments (case_id, sequence)")
  }

  /// What lists sort by. Projections fill these tables from the events and can do so again at any time.
  static let tables = Migration(name: "003 tables") { db throws(DatabaseError) in
    let (blob, integer, strict) = (db.dialect.blob, db.dialect.integer, db.dialect.strict)
    try db.execute(
      """
      CREATE TABLE cases (
        case_id TEXT PRIMARY KEY NOT NULL,
        version \(integer) NOT NULL,
        phase TEXT NOT NULL,
        rm TEXT NOT NULL,
        em TEXT NOT NULL,
        facts TEXT NOT NULL,
        received_at \(integer) NOT NULL,
        touched_at \(integer) NOT NULL,
        next_clock TEXT,
        next_due \(integer),
        waiting_on TEXT,
        priority TEXT,
        sealed_title \(blob)
      ) \(strict)
      """)
    try db.execute("CREATE INDEX cases_by_due ON cases (next_due)")
    try db.execute("CREATE INDEX cases_by_phase ON cases (phase, touched_at)")
    try db.execute(
      """
      CREATE TABLE deadlines (
        case_id TEXT NOT NULL,
        clock TEXT NOT NULL,
        started_at \(integer) NOT NULL,
        due_at \(integer),
        stopped_at \(integer),
        PRIMARY KEY (case_id, clock)
      ) \(strict)
      """)
    try db.execute("CREATE INDEX deadlines_by_due ON deadlines (stopped_at, due_at)")
  }

  /// Work that waits to leave the house.
  static let outbox = Migration(name: "004 outbox") { db throws(DatabaseError) in
    let (blob, integer, strict) = (db.dialect.blob, db.dialect.integer, db.dialect.strict)
    try db.execute(
      """
      CREATE TABLE outbox (
        sequence \(db.dialect.sequence),
        id TEXT NOT NULL UNIQUE,
        case_id TEXT,
        channel TEXT NOT NULL,
        key TEXT NOT NULL UNIQUE,
        sealed_payload \(blob) NOT NULL,
        state TEXT NOT NULL
          CHECK (state IN ('waiting', 'underway', 'delivered', 'uncertain', 'failed', 'held')),
        attempts \(integer) NOT NULL DEFAULT 0,
        next_at \(integer) NOT NULL,
        lease_until \(integer),
        lease_owner TEXT,
        committed_at \(integer),
        sealed_error \(blob),
        sealed_receipt \(blob),
        enqueued_at \(integer) NOT NULL,
        delivered_at \(integer)
      ) \(strict)
      """)
    try db.execute("CREATE INDEX outbox_by_state ON outbox (channel, state, sequence)")
    try db.execute("CREATE INDEX outbox_by_case ON outbox (case_id)")
  }

  /// Who may come in. Secrets are stored as keyed digests only.
  static let people = Migration(name: "005 people") { db throws(DatabaseError) in
    let (blob, integer, strict) = (db.dialect.blob, db.dialect.integer, db.dialect.strict)
    try db.execute(
      """
      CREATE TABLE members (
        sequence \(db.dialect.sequence),
        id TEXT NOT NULL UNIQUE,
        sealed_name \(blob) NOT NULL,
        roles TEXT NOT NULL,
        created_at \(integer) NOT NULL,
        disabled_at \(integer)
      ) \(strict)
      """)
    try db.execute(
      """
      CREATE TABLE login_links (
        digest \(blob) PRIMARY KEY NOT NULL,
        member_id TEXT NOT NULL REFERENCES members (id),
        expires_at \(integer) NOT NULL,
        used_at \(integer)
      ) \(strict)
      """)
    try db.execute(
      """
      CREATE TABLE rooms (
        case_id TEXT PRIMARY KEY NOT NULL,
        digest \(blob) NOT NULL UNIQUE
      ) \(strict)
      """)
    try db.execute(
      """
      CREATE TABLE sessions (
        digest \(blob) PRIMARY KEY NOT NULL,
        member_id TEXT REFERENCES members (id),
        room_case_id TEXT,
        created_at \(integer) NOT NULL,
        seen_at \(integer) NOT NULL,
        ended_at \(integer),
        CHECK ((member_id IS NULL) <> (room_case_id IS NULL))
      ) \(strict)
      """)
  }

  /// What everybody may read, and the policies under which cases came in. Publication alone writes the first.
  static let publications = Migration(name: "006 publications") { db throws(DatabaseError) in
    let (integer, strict) = (db.dialect.integer, db.dialect.strict)
    try db.execute(
      """
      CREATE TABLE public_advisories (
        id TEXT PRIMARY KEY NOT NULL,
        year \(integer) NOT NULL,
        number \(integer) NOT NULL,
        case_id TEXT,
        published_at \(integer) NOT NULL,
        updated_at \(integer) NOT NULL,
        document TEXT NOT NULL,
        UNIQUE (year, number)
      ) \(strict)
      """)
    try db.execute("CREATE INDEX public_advisories_by_case ON public_advisories (case_id)")
    try db.execute(
      """
      CREATE TABLE policies (
        version TEXT PRIMARY KEY NOT NULL,
        document TEXT NOT NULL,
        since \(integer) NOT NULL
      ) \(strict)
      """)
  }

  /// The score that lists show. What was kept before gets one with its next event, or by `embargo rebuild`.
  static let headlines = Migration(name: "007 headlines") { db throws(DatabaseError) in
    try db.execute("ALTER TABLE cases ADD COLUMN sealed_score \(db.dialect.blob)")
  }
}
