namespace SessionsWidgets.Samples.Sandbox.Data;

internal static class Schema
{
    /// <summary>
    /// Times are milliseconds since 1970 in UTC; the ratings of sessions are tenths, those of check-ins whole; the order among equals
    /// is that of the id.
    /// </summary>
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
        CREATE TABLE events (
            id TEXT PRIMARY KEY, title TEXT NOT NULL, description TEXT, starts_at INTEGER NOT NULL, ends_at INTEGER,
            over_at INTEGER NOT NULL, timezone TEXT, location_name TEXT, address TEXT, has_picture INTEGER NOT NULL,
            featured INTEGER NOT NULL, external_url TEXT, ticket_url TEXT, leaves_out INTEGER NOT NULL,
            venue_id TEXT NOT NULL REFERENCES venues (id), brand_id TEXT REFERENCES brands (id)) WITHOUT ROWID;
        CREATE TABLE check_ins (
            id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, note TEXT, rating INTEGER, leaves_out INTEGER NOT NULL,
            user_id TEXT NOT NULL REFERENCES users (id), venue_id TEXT NOT NULL REFERENCES venues (id)) WITHOUT ROWID;
        """;

    /// <summary>Made after the rows, which is quicker.</summary>
    public const string Indexes = """
        CREATE INDEX sessions_of_venue ON sessions (venue_id, created_at, id);
        CREATE INDEX sessions_of_cigar ON sessions (cigar_id, created_at, id);
        CREATE INDEX check_ins_of_venue ON check_ins (venue_id, created_at, id);
        CREATE INDEX cigars_of_brand ON cigars (brand_id);
        """;
}
