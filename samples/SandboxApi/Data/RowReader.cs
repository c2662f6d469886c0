using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>Reads rows, and columns that may be null.</summary>
internal static class RowReader
{
    /// <summary>Runs the command and reads all that it gives.</summary>
    public static IReadOnlyList<T> ReadAll<T>(this SqliteCommand command, Func<SqliteDataReader, T> row)
    {
        using SqliteDataReader reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    public static long? Number(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
