/// The tables of `analysis.sqlite`.
enum StoreSchema {
  /// Kept in `PRAGMA user_version`; a store of another version is not read.
  static let version = 4

  static let tables = """
    CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE file (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, first INTEGER NOT NULL,
      documents INTEGER NOT NULL);
    CREATE TABLE document (
      id INTEGER PRIMARY KEY, path TEXT NOT NULL, sha256 TEXT NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
      title TEXT, body TEXT, level TEXT, region TEXT, district TEXT, date TEXT, session INTEGER, session_kind TEXT,
      convocation INTEGER, decision_number TEXT, chair TEXT, agenda_items INTEGER NOT NULL, visible INTEGER NOT NULL,
      kept INTEGER NOT NULL);
    CREATE TABLE passage (
      document INTEGER NOT NULL REFERENCES document, n INTEGER NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL,
      role TEXT NOT NULL, speaker TEXT, agenda_item INTEGER, polarity TEXT NOT NULL, tokens INTEGER NOT NULL,
      segments TEXT NOT NULL,
      PRIMARY KEY (document, n)) WITHOUT ROWID;
    CREATE TABLE coding (
      document INTEGER NOT NULL, n INTEGER NOT NULL, code TEXT NOT NULL, dimension TEXT NOT NULL, score REAL NOT NULL,
      coder TEXT NOT NULL, evidence TEXT NOT NULL, PRIMARY KEY (document, n, code)) WITHOUT ROWID;
    CREATE TABLE entry (id TEXT PRIMARY KEY, digest TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE lexicon (frame TEXT NOT NULL, state BLOB NOT NULL);
    CREATE TABLE issue (document INTEGER, path TEXT NOT NULL, severity TEXT NOT NULL, id TEXT NOT NULL,
      message TEXT NOT NULL, line INTEGER);
    """

  /// Made when all rows are there: sorting once is cheaper than keeping an index sorted.
  static let indices = """
    CREATE INDEX IF NOT EXISTS coding_code ON coding (code);
    CREATE INDEX IF NOT EXISTS file_path ON file (path);
    CREATE INDEX IF NOT EXISTS issue_document ON issue (document);
    """
}
