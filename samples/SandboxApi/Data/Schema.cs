namespace SessionsWidgets.Samples.Sandbox.Data;

internal static class Schema
{
    /// <summary>Times are milliseconds since 1970 in UTC; ratings are tenths; a session's order among equals is that of its id.</summary>
    public const string Sql = """
        CREATE TABLE venues (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE brands (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE cigars (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, brand_id TEXT NOT NULL REFERENCES brands (id),
            has_picture INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE users (id TEXT PRIMARY KEY, display_name TEXT NOT NULL, has_avatar INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE sessions (
            id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, started_at INTEGER, ended_at INTEGER, duration INTEGER,
            rating INTEGER, note TEXT, featured INTEGER NOT NULL, leaves_out INTEGER NOT NULL,
            user_id TEXT NOT NULL REFERENCES users (id), cigar_id TEXT REFERENCES cigars (id),
            venue_id TEXT REFERENCES venues (id)) WITHOUT ROWID;
        """;

    /// <summary>Made after the rows, which is quicker.</summary>
    public const string Indexes = """
        CREATE INDEX sessions_of_venue ON sessions (venue_id, created_at, id);
        CREATE INDEX sessions_of_cigar ON sessions (cigar_id, created_at, id);
        CREATE INDEX cigars_of_brand ON cigars (brand_id);
        """;
}
