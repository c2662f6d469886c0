using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>Which part of a list is asked for. The times are milliseconds since 1970: from (included) and before (excluded).</summary>
internal sealed record PageWindow(int Limit, int Offset, long? From, long? Before)
{
    /// <summary>The end of a query's text, with its order.</summary>
    public static string Page(string order) => $" ORDER BY {order} LIMIT $limit OFFSET $offset";

    /// <summary>The conditions on a column of times, each with its AND.</summary>
    public string And(string column) =>
        (From is null ? "" : $" AND {column} >= $from") + (Before is null ? "" : $" AND {column} < $before");

    public void AddTo(SqliteParameterCollection parameters)
    {
        parameters.AddWithValue("$from", (object?)From ?? DBNull.Value);
        parameters.AddWithValue("$before", (object?)Before ?? DBNull.Value);
        parameters.AddWithValue("$limit", Limit);
        parameters.AddWithValue("$offset", Offset);
    }
}
