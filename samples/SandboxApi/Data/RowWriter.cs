using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SessionsWidgets.Samples.Sandbox.Data;

/// <summary>Inserts rows into one table through one prepared statement.</summary>
internal sealed class RowWriter : IDisposable
{
    private readonly SqliteCommand _command;

    /// <param name="connection">The connection, inside a transaction.</param>
    /// <param name="table">The table, from this assembly's own code.</param>
    /// <param name="columns">How many columns the table has; all are written.</param>
    public RowWriter(SqliteConnection connection, string table, int columns)
    {
        _command = connection.CreateCommand();
        IEnumerable<string> names = Enumerable.Range(0, columns).Select(column => "$" + column.ToString(CultureInfo.InvariantCulture));
#pragma warning disable CA2100 // Made of this assembly's own names.
        _command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(',', names)})";
#pragma warning restore CA2100
        foreach (string name in names)
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
    }

    public void Write(params ReadOnlySpan<object?> values)
    {
        for (int column = 0; column < values.Length; column++)
            _command.Parameters[column].Value = values[column] ?? DBNull.Value;
        _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();
}
