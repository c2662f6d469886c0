namespace SessionsWidgets.Samples.Sandbox.GuestWifi;

internal static class GuestWifiSchema
{
    /// <summary>Times are seconds since 1970 in UTC; a session without an end is online. Sizes are bytes.</summary>
    public const string Sql = """
        CREATE TABLE wifi_locations (id TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE wifi_guests (
            id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, username TEXT NOT NULL, yas_id TEXT NOT NULL,
            mac TEXT NOT NULL, device TEXT NOT NULL, login TEXT NOT NULL, access_code TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE wifi_sessions (
            number INTEGER PRIMARY KEY, id TEXT NOT NULL, location_id TEXT NOT NULL REFERENCES wifi_locations (id),
            guest_id TEXT NOT NULL REFERENCES wifi_guests (id), ip TEXT NOT NULL, profile TEXT NOT NULL,
            started INTEGER NOT NULL, ended INTEGER, downloaded INTEGER NOT NULL, uploaded INTEGER NOT NULL, is_old INTEGER NOT NULL);
        """;

    public const string Indexes = """
        CREATE INDEX wifi_sessions_started ON wifi_sessions (started, number);
        CREATE INDEX wifi_sessions_of_guest ON wifi_sessions (guest_id);
        CREATE INDEX wifi_sessions_of_ip ON wifi_sessions (ip);
        """;
}
